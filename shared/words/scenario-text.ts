import { addDays } from '../calendar/days.ts';
import { policyOf } from '../fairness/policy-of.ts';
import type { Refusal } from '../editing/refusal.ts';
import type { QuarterId } from '../model/dates.ts';
import type { Person } from '../model/person.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Facts } from '../scenarios/facts.ts';
import type { PersonCompared, Verdict } from '../scenarios/compare.ts';
import { dayWithWeekdayText } from './date-text.ts';
import { findingText } from './finding-text.ts';
import { pointsWithUnit } from './points-text.ts';
import { policyChanges, policyChangeText } from './policy-values.ts';
import { refusalText } from './refusal-text.ts';
import { counted } from './number-text.ts';

const cadences = { 1: 'every week', 2: 'every two weeks' } as const;

/** `every two weeks`. */
export const cadenceText = (weeks: 1 | 2): string => cadences[weeks];

/** Fields of a rotation that a scenario sets otherwise than the workspace has them, whatever the reason. */
const otherFields = <Row extends object>(
  before: Row,
  after: Row,
  told: readonly (keyof Row)[],
): readonly string[] =>
  (Object.keys(after) as (keyof Row & string)[])
    .filter(
      (field) => !told.includes(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    .map((field) => field.replace(/([A-Z])/g, ' $1').toLowerCase());

/** What a scenario says of a rotation, apart from its name. */
function rotationNews(workspace: Workspace, facts: Facts, rotation: Rotation): readonly string[] {
  const { cadenceWeeks, startsOn, succeeds } = rotation;
  const before = workspace.rotations[rotation.id];
  if (before === undefined) {
    const from = `from ${dayWithWeekdayText(startsOn)}`;
    return [`${succeeds === null ? 'a new rotation, ' : ''}turns ${cadenceText(cadenceWeeks)} ${from}`];
  }
  const continued = facts.rotations.some((other) => other.succeeds === rotation.id);
  const ends =
    rotation.endsOn !== before.endsOn && rotation.endsOn !== null && !continued
      ? [`ends on ${dayWithWeekdayText(rotation.endsOn)}`]
      : [];
  const turns = cadenceWeeks === before.cadenceWeeks ? [] : [`turns ${cadenceText(cadenceWeeks)}`];
  const other = otherFields(before, rotation, ['cadenceWeeks', 'endsOn', 'archivedOn', 'participants']);
  return [...turns, ...ends, ...(other.length === 0 ? [] : [`other ${other.join(', ')}`])];
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** One line for all rotations of which the same is to be said. */
function rotationLines(workspace: Workspace, facts: Facts): readonly string[] {
  const names = new Map<string, string[]>();
  for (const rotation of facts.rotations)
    for (const news of rotationNews(workspace, facts, rotation))
      names.set(news, [...(names.get(news) ?? []), rotation.name]);
  return [...names].map(([news, of]) => `${listed(of)}: ${news}`);
}

/** Where a newcomer takes turns, by the scenario's rotations; a rotation and its successor are one. */
function dutiesOf(facts: Facts, person: Person): string {
  const names = new Set(
    facts.rotations
      .filter(({ participants }) => participants.some((one) => one.person === person.id))
      .map(({ name }) => name),
  );
  return names.size === 0 ? '' : `, in ${[...names].join(', ')}`;
}

function personLine(workspace: Workspace, facts: Facts, person: Person): readonly string[] {
  const before = workspace.people[person.id];
  const { name, fullTimePercent, joinsOn, leavesOn } = person;
  if (before === undefined) {
    const time = fullTimePercent === 100 ? 'full time' : `${fullTimePercent} % of full time`;
    const from = joinsOn === null ? '' : ` from ${dayWithWeekdayText(joinsOn)}`;
    return [`${name} joins${from}, ${time}${dutiesOf(facts, person)}`];
  }
  const leaves =
    leavesOn !== before.leavesOn && leavesOn !== null
      ? [`Without ${name} from ${dayWithWeekdayText(addDays(leavesOn, 1))}`]
      : [];
  const other = otherFields(before, person, ['leavesOn']);
  return [...leaves, ...(other.length === 0 ? [] : [`${name}: other ${other.join(', ')}`])];
}

/**
 * What a scenario holds different from the workspace as it is now, a line each. Records are compared whole: what was edited in
 * the workspace since the scenario was made shows here too, for adopting would take it back.
 */
export function factLines(workspace: Workspace, quarter: QuarterId, facts: Facts): readonly string[] {
  return [
    ...rotationLines(workspace, facts),
    ...facts.people.flatMap((person) => personLine(workspace, facts, person)),
    ...(facts.policy === null
      ? []
      : policyChanges(policyOf(workspace, quarter), facts.policy).map(policyChangeText)),
  ];
}

const verdicts: Readonly<Record<Verdict, string>> = {
  gains: 'Gains',
  loses: 'Loses',
  both: 'Gains and loses',
  even: 'As before',
  joins: 'New',
  leaves: 'Not in it',
};

export const verdictText = (verdict: Verdict): string => verdicts[verdict];

const moreOrLess = (amount: number, text: string): string =>
  amount === 0 ? '' : `${text} ${amount > 0 ? 'more' : 'less'}`;

/** By how much, each in its own unit: "4.5 points less, 1 holiday duty more, 1 wish more"; empty where nothing changes. */
export function changeLine({ change }: Pick<PersonCompared, 'change'>): string {
  const { load, holidays, wishes } = change;
  return [
    moreOrLess(load, pointsWithUnit(Math.abs(load))),
    moreOrLess(holidays, counted(Math.abs(holidays), 'holiday duty', 'holiday duties')),
    moreOrLess(wishes, counted(Math.abs(wishes), 'wish', 'wishes')),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** "2 gain, 1 loses, 1 as before". */
export function verdictsLine(people: readonly Pick<PersonCompared, 'verdict'>[]): string {
  const count = (verdict: Verdict): number => people.filter((one) => one.verdict === verdict).length;
  const parts: readonly (readonly [number, string, string])[] = [
    [count('gains'), 'gains', 'gain'],
    [count('loses'), 'loses', 'lose'],
    [count('both'), 'gains and loses', 'gain and lose'],
    [count('joins'), 'is new', 'are new'],
    [count('leaves'), 'is not in it', 'are not in it'],
    [count('even'), 'as before', 'as before'],
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
    .join(', ');
}

/** Why a scenario cannot become the plan, and what to do instead. `laid` is the workspace as it would be: it knows newcomers by name. */
export function adoptRefusalText(refusal: Refusal, workspace: Workspace, laid: Workspace): string {
  if (refusal.kind === 'breaks-rules') {
    const findings = refusal.findings.map((finding) => findingText(finding, laid));
    const more = findings.length > 3 ? `; and ${findings.length - 3} more` : '';
    return `It no longer fits: ${findings.slice(0, 3).join('; ')}${more}. Branch again from how things stand today.`;
  }
  if (refusal.kind === 'shifts-left-over')
    return `${refusalText(refusal, workspace).replace(/ End this rotation.*$/, '')} They have been worked since. Branch again from how things stand today.`;
  if (refusal.kind === 'no-change') return 'This is the plan that stands.';
  return refusalText(refusal, workspace);
}
