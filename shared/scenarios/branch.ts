import { addDays, dateOf, quarterRange } from '../calendar/days.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, RotationId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { Policy } from '../model/policy.ts';
import type { Participant, Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import { expand } from '../rotation/expand.ts';
import type { Facts } from './facts.ts';

/** Somebody who is not in the team yet. */
export interface Newcomer {
  readonly name: string;
  /** Share of full time in per cent, 1 to 100. */
  readonly fullTimePercent: number;
  /** Where they take turns, in every layer. */
  readonly rotations: readonly RotationId[];
}

/** What a lead would try: everything not named stays as it is. */
export interface BranchTerms {
  /** Weeks of a turn, by rotation. */
  readonly cadence: Readonly<Partial<Record<RotationId, 1 | 2>>>;
  /** People to plan without. */
  readonly without: readonly PersonId[];
  readonly joining: readonly Newcomer[];
  readonly policy: Policy | null;
}

export const asItIs: BranchTerms = { cadence: {}, without: [], joining: [], policy: null };

/** A rotation begins no turn later than two weeks after another: a longer look ahead finds nothing new. */
const LOOK_AHEAD_DAYS = 28;

/**
 * The first hand-off of a rotation that a branch can still change: in the quarter, and after today, since what has begun is
 * worked. Null where the rotation has no such turn.
 */
export function changeDay(rotation: Rotation, quarter: QuarterId, today: LocalDate): LocalDate | null {
  const { from, until } = quarterRange(quarter);
  const first = addDays(today, 1) > from ? addDays(today, 1) : from;
  const slot = expand(rotation, { from: first, until: addDays(first, LOOK_AHEAD_DAYS) })[0];
  return slot === undefined || dateOf(slot.start) >= until ? null : dateOf(slot.start);
}

/** An id that no rotation has, for the one that continues another: `rotation-team-2`. */
export function freeRotationId(workspace: Workspace, id: RotationId): RotationId {
  const stem = id.replace(/-\d+$/, '').slice(0, 70);
  for (let number = 2; ; number += 1) {
    const next = `${stem}-${number}` as RotationId;
    if (!Object.hasOwn(workspace.rotations, next)) return next;
  }
}

/**
 * A rotation with turns of another length from its next hand-off on. Where turns came before, it ends and a new one of its name
 * continues it, so that what was worked keeps its own terms; the old one is archived that day, or two would have one name.
 */
function inCadence(
  workspace: Workspace,
  rotation: Rotation,
  cadenceWeeks: 1 | 2,
  day: LocalDate,
): readonly Rotation[] {
  const begins = expand(rotation, { from: rotation.startsOn, until: addDays(day, 1) })[0];
  if (begins === undefined || dateOf(begins.start) >= day) return [{ ...rotation, cadenceWeeks }];
  const ended: Rotation = { ...rotation, endsOn: day, archivedOn: day };
  const next: Rotation = {
    ...rotation,
    id: freeRotationId(workspace, rotation.id),
    cadenceWeeks,
    startsOn: day,
    succeeds: rotation.id,
  };
  return [ended, next];
}

function freePersonId(taken: ReadonlySet<string>, name: string): PersonId {
  const slug =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'newcomer';
  for (let number = 1; ; number += 1) {
    const id = `person-${slug}${number === 1 ? '' : `-${number}`}` as PersonId;
    if (!taken.has(id)) return id;
  }
}

function newcomers(
  workspace: Workspace,
  terms: BranchTerms,
  quarter: QuarterId,
  today: LocalDate,
): readonly { readonly person: Person; readonly rotations: readonly RotationId[] }[] {
  const taken = new Set<string>(Object.keys(workspace.people));
  const last = Math.max(-1, ...Object.values(workspace.people).map(({ position }) => position));
  return terms.joining.map(({ name, fullTimePercent, rotations }, place) => {
    const id = freePersonId(taken, name);
    taken.add(id);
    const days = rotations.flatMap((one) => {
      const rotation = workspace.rotations[one];
      return rotation === undefined ? [] : (changeDay(rotation, quarter, today) ?? []);
    });
    const person: Person = {
      id,
      name,
      email: null,
      aliases: [],
      fullTimePercent,
      joinsOn:
        days.reduce<LocalDate | null>((first, day) => (first === null || day < first ? day : first), null) ??
        quarterRange(quarter).from,
      leavesOn: null,
      region: workspace.about.region,
      zone: workspace.about.zone,
      wishes: [],
      mostShiftsAQuarter: null,
      externalIds: {},
      archivedOn: null,
      position: last + 1 + place,
    };
    return { person, rotations };
  });
}

/** The last day of somebody whom a quarter is to be planned without: the day before the last hand-off at which they could begin a turn. */
function lastDay(workspace: Workspace, person: Person, quarter: QuarterId, today: LocalDate): LocalDate {
  const days = Object.values(workspace.rotations)
    .filter(
      ({ participants, standIns }) =>
        participants.some((one) => one.person === person.id) ||
        (standIns !== 'task-owners' && standIns.includes(person.id)),
    )
    .flatMap((rotation) => changeDay(rotation, quarter, today) ?? []);
  const latest = days.reduce<LocalDate | null>(
    (last, day) => (last === null || day > last ? day : last),
    null,
  );
  const leaves = addDays(latest ?? quarterRange(quarter).from, -1);
  return person.leavesOn !== null && person.leavesOn < leaves ? person.leavesOn : leaves;
}

/** True where somebody is in the team on the first day that a branch could change, so that planning without them says something. */
const inTeam = ({ joinsOn, leavesOn, archivedOn }: Person, from: LocalDate, until: LocalDate): boolean =>
  (joinsOn === null || joinsOn < until) &&
  (leavesOn === null || leavesOn >= from) &&
  (archivedOn === null || archivedOn > from);

/** The people whom a quarter can be planned without, in the order of the team. */
export function membersIn(workspace: Workspace, quarter: QuarterId, today: LocalDate): readonly Person[] {
  const { from, until } = quarterRange(quarter);
  return Object.values(workspace.people)
    .filter((person) => inTeam(person, today > from ? today : from, until))
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

/** The rotations whose terms a branch of the quarter can change, in their order. */
export const changeableRotations = (
  workspace: Workspace,
  quarter: QuarterId,
  today: LocalDate,
): readonly Rotation[] =>
  Object.values(workspace.rotations)
    .filter((rotation) => changeDay(rotation, quarter, today) !== null)
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));

/** The facts of a branch: what the terms change, as whole records. Terms that say what holds anyway change nothing. */
export function factsOf(
  workspace: Workspace,
  quarter: QuarterId,
  terms: BranchTerms,
  today: LocalDate,
): Facts {
  const joining = newcomers(workspace, terms, quarter, today);
  const rotations = changeableRotations(workspace, quarter, today).flatMap(
    (rotation): readonly Rotation[] => {
      const added: readonly Participant[] = joining
        .filter((newcomer) => newcomer.rotations.includes(rotation.id))
        .map(({ person }) => ({ person: person.id, layers: rotation.layers.map(({ name }) => name) }));
      const joined =
        added.length === 0 ? rotation : { ...rotation, participants: [...rotation.participants, ...added] };
      const weeks = terms.cadence[rotation.id] ?? rotation.cadenceWeeks;
      const day = changeDay(rotation, quarter, today);
      if (weeks !== rotation.cadenceWeeks && day !== null) return inCadence(workspace, joined, weeks, day);
      return joined === rotation ? [] : [joined];
    },
  );
  const leaving = terms.without.flatMap((id) => {
    const person = workspace.people[id];
    return person === undefined ? [] : [{ ...person, leavesOn: lastDay(workspace, person, quarter, today) }];
  });
  return { rotations, people: [...leaving, ...joining.map(({ person }) => person)], policy: terms.policy };
}
