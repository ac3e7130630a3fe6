import { holidaysTouched, type HolidayTouched } from '../calendar/holidays.ts';
import { countDays, type DayCounts } from '../fairness/load.ts';
import { policyOf } from '../fairness/policy-of.ts';
import { type Allowance, noAllowance, scores } from '../fairness/score.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { HolidayId, PersonId, ShiftId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import { servedDays } from '../rotation/override.ts';
import type { Assessment } from './attainable.ts';
import { checkShifts } from './check.ts';
import { OPEN, peopleOnPlan, type Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { aimFor } from './plan.ts';
import { standingsOf } from './standing.ts';
import { weeksOfTurn, wishesIn } from './wishes.ts';

export interface HolidayHeld {
  readonly holiday: HolidayId;
  readonly name: string;
  readonly date: LocalDate;
  readonly shift: ShiftId;
}

/**
 * One person's card. All loads in q (4 q = 1 point), unrounded where they are shares; the figures add up:
 * equalShare − carry − taskLoad = target; target − structural = attainable; load − attainable = difference.
 */
export interface PersonFairness {
  readonly person: PersonId;
  /** s, 0 to 100; null while the quarter is empty. */
  readonly score: number | null;
  readonly load: number;
  readonly equalShare: number;
  /** Brought from the quarter before, against the team's mean. */
  readonly carry: number;
  /** Task load beyond this person's part of all of it. */
  readonly taskLoad: number;
  /** Load of the owned tasks themselves, over the quarter. */
  readonly ownTasks: number;
  readonly target: number;
  readonly structural: number;
  readonly attainable: number;
  /** d. */
  readonly difference: number;
  /** τ. */
  readonly band: number;
  /** ξ*, the excess nobody can avoid. */
  readonly allowance: number;
  /** P. */
  readonly penalty: number;
  /** Days served, each once, by what they count as. */
  readonly counts: DayCounts;
  /** Turns held in first layers and in all others. */
  readonly primary: number;
  readonly secondary: number;
  readonly holidays: readonly HolidayHeld[];
  /** z, in quarter-holidays: positive is more than the share. */
  readonly holidayBalance: number;
  readonly shifts: readonly ShiftId[];
  /** Weeks asked for and given, asked to be free and taken all the same. */
  readonly wishes: { readonly wanted: number; readonly granted: number; readonly avoided: number; readonly broken: number };
}

export interface TeamFairness {
  /** S, 0 to 100; null where nobody may take a slot, or none is held. */
  readonly score: number | null;
  /** True with gaps or conflicts, or before the attainable shares are known: show it as such. */
  readonly provisional: boolean;
  /** True once the score is against what is attainable, not against the plain target. */
  readonly assessed: boolean;
  readonly gaps: number;
  readonly conflicts: number;
  /** Slots held and slots in all. */
  readonly held: number;
  readonly slots: number;
  readonly meanHolidayBalance: number;
  readonly allowance: Allowance;
  /** Everybody who may take a slot, also with none, by id. */
  readonly people: readonly PersonFairness[];
}

interface SlotFacts {
  readonly days: readonly LocalDate[];
  readonly counts: DayCounts;
  readonly weeks: readonly LocalDate[];
  readonly firstLayer: boolean;
}

function factsOf(workspace: Workspace, policy: Policy, problem: Problem): readonly SlotFacts[] {
  return problem.slots.map((slot) => {
    const rotation: Rotation | undefined = workspace.rotations[slot.rotation];
    const days = servedDays(workspace.shifts, slot);
    return {
      days,
      counts: countDays(days, holidaysTouched(workspace, workspace.about.region, days, policy.holidayDate)),
      weeks: weeksOfTurn(slot.start, slot.end),
      firstLayer: rotation?.layers[0]?.name === slot.layer,
    };
  });
}

/** Slot facts rest on what the problem rests on, so they live as long as it does. */
const facts = new WeakMap<Problem, readonly SlotFacts[]>();
const feasts = new WeakMap<Problem, Map<string, readonly HolidayTouched[]>>();

function slotFacts(workspace: Workspace, problem: Problem): readonly SlotFacts[] {
  let known = facts.get(problem);
  if (known === undefined) facts.set(problem, (known = factsOf(workspace, policyOf(workspace, problem.quarter), problem)));
  return known;
}

function feastsOf(workspace: Workspace, problem: Problem, slot: number, days: readonly LocalDate[], region: string | null): readonly HolidayTouched[] {
  let known = feasts.get(problem);
  if (known === undefined) feasts.set(problem, (known = new Map<string, readonly HolidayTouched[]>()));
  const key = `${slot} ${region}`;
  let touched = known.get(key);
  if (touched === undefined) {
    touched = holidaysTouched(workspace, region, days, policyOf(workspace, problem.quarter).holidayDate);
    known.set(key, touched);
  }
  return touched;
}

const weekLists = new WeakMap<readonly SlotFacts[], readonly LocalDate[]>();

/** Every week of the quarter's turns, once. */
function allWeeks(all: readonly SlotFacts[]): readonly LocalDate[] {
  let weeks = weekLists.get(all);
  if (weeks === undefined) weekLists.set(all, (weeks = [...new Set(all.flatMap((fact) => fact.weeks))]));
  return weeks;
}

type Held = Pick<PersonFairness, 'counts' | 'primary' | 'secondary' | 'holidays' | 'shifts' | 'wishes' | 'load'>;

function heldBy(workspace: Workspace, problem: Problem, slots: readonly number[], person: PersonId): Held {
  const all = slotFacts(workspace, problem);
  const counts = { weekday: 0, weekend: 0, holiday: 0 };
  const record = workspace.people[person];
  const wishes = { wanted: 0, granted: 0, avoided: 0, broken: 0 };
  const holidays: HolidayHeld[] = [];
  const weeks = new Set<LocalDate>();
  let primary = 0;
  for (const slot of slots) {
    const fact = all[slot] as SlotFacts;
    counts.weekday += fact.counts.weekday;
    counts.weekend += fact.counts.weekend;
    counts.holiday += fact.counts.holiday;
    if (fact.firstLayer) primary += 1;
    for (const week of fact.weeks) weeks.add(week);
    const shift = (problem.slots[slot] as Problem['slots'][number]).id;
    for (const { holiday, name, date } of feastsOf(workspace, problem, slot, fact.days, record?.region ?? workspace.about.region)) {
      holidays.push({ holiday, name, date, shift });
    }
  }
  if (record !== undefined) {
    ({ wanted: wishes.wanted, avoided: wishes.avoided } = wishesIn(record, allWeeks(all)));
    ({ wanted: wishes.granted, avoided: wishes.broken } = wishesIn(record, [...weeks]));
  }
  return {
    counts,
    primary,
    secondary: slots.length - primary,
    holidays,
    shifts: slots.map((slot) => (problem.slots[slot] as Problem['slots'][number]).id),
    wishes,
    load: slots.reduce((sum, slot) => sum + (problem.load[slot] ?? 0), 0),
  };
}

/** Gap weight of a layer without duty: it may stay open. */
const SHADOW = 1;

/** The held slots that a hard rule could speak of: held by somebody not allowed there, or twice at once, or beyond a cap. */
function slotsInDoubt(problem: Problem, people: Int16Array): readonly ShiftId[] {
  const width = problem.people.length;
  const held = new Int32Array(width);
  for (const person of people) if (person >= 0) held[person] = (held[person] ?? 0) + 1;
  const { starts, items } = problem.clashes;
  const twice = (slot: number, person: number): boolean => {
    for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at++) if (people[items[at] ?? 0] === person) return true;
    return false;
  };
  const overCap = (person: number): boolean => (problem.cap[person] ?? -1) >= 0 && (held[person] ?? 0) > (problem.cap[person] ?? 0);
  return problem.slots.flatMap(({ id }, slot) => {
    const person = people[slot] ?? OPEN;
    const fine = person === OPEN || (person >= 0 && problem.legal[slot * width + person] !== 0 && !overCap(person) && !twice(slot, person));
    return fine ? [] : [id];
  });
}

/**
 * How fair a quarter is, as its shifts stand. Quick enough for every frame of a drag: what does not depend on who holds what is
 * remembered.
 *
 * @param assessment attainable shares and allowance; null, or of another problem, takes the targets for attainable and
 *   allows nothing, and says so by `assessed`
 */
export function judge(workspace: Workspace, quarter: QuarterId, assessment: Assessment | null): TeamFairness {
  const problem = problemOf(workspace, quarter);
  const assessed = assessment !== null && assessment.digest === problem.digest;
  const aim = aimFor(workspace, problem, assessment);
  const people = peopleOnPlan(workspace, problem);
  const standings = standingsOf(problem, aim, people);
  const allowance = assessed ? assessment.allowance : noAllowance;
  const result = scores(standings, allowance);
  const hard = checkShifts(workspace, slotsInDoubt(problem, people)).filter((finding) => finding.severity === 'hard');
  const gaps = people.filter((person, slot) => person === OPEN && (problem.gapWeight[slot] ?? 0) > SHADOW).length;
  const conflicts = hard.filter((finding) => !finding.accepted).length;
  const held = people.filter((person) => person !== OPEN).length;
  const slotsOf: number[][] = problem.people.map(() => []);
  people.forEach((person, slot) => { if (person >= 0) slotsOf[person]?.push(slot); });
  return {
    score: held === 0 ? null : result.team,
    provisional: gaps > 0 || conflicts > 0 || !assessed,
    assessed,
    gaps,
    conflicts,
    held,
    slots: problem.slots.length,
    meanHolidayBalance: result.meanHolidayBalance,
    allowance,
    people: problem.people.map(({ id, tasks }, person): PersonFairness => {
      const share = aim.shares[person] ?? { equal: 0, carry: 0, tasks: 0, target: 0 };
      const attainable = aim.attainable[person] ?? 0;
      const standing = standings[person] ?? { difference: 0, band: 0, holidayBalance: 0 };
      return {
        person: id,
        score: held === 0 ? null : (result.people[person] ?? null),
        equalShare: share.equal,
        carry: share.carry,
        taskLoad: share.tasks,
        ownTasks: tasks,
        target: share.target,
        structural: share.target - attainable,
        attainable,
        difference: standing.difference,
        band: standing.band,
        allowance: allowance.load,
        penalty: result.penalties[person] ?? 0,
        holidayBalance: standing.holidayBalance,
        ...heldBy(workspace, problem, slotsOf[person] ?? [], id),
      };
    }),
  };
}
