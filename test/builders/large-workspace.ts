import { addDays } from '../../shared/calendar/days.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import type { Leave } from '../../shared/model/leave.ts';
import type { Person, Wish } from '../../shared/model/person.ts';
import type { Rotation } from '../../shared/model/rotation.ts';
import type { Shift } from '../../shared/model/shift.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { expand } from '../../shared/rotation/expand.ts';
import { aLeave, aPerson, aRotation, aWorkspace } from './a-workspace.ts';

/** The generator of planning.md section 8: the same numbers for one seed, everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Size {
  readonly people: number;
  readonly weeks: number;
  /** Exclusive rotations of two layers, each with its own part of the people: people must be at least four times as many. */
  readonly rotations: number;
  readonly seed?: number;
  /** Whether everybody takes their turn already; otherwise all slots are gaps. */
  readonly planned?: boolean;
}

const monday = '2027-01-04' as LocalDate;

/**
 * A big team that has a full plan by taking turns: weekly rotations from 4 January 2027 for some weeks, with wishes, and
 * with leave only in weeks in which its person has no turn.
 */
export function largeWorkspace({
  people: count,
  weeks,
  rotations: groups,
  seed = 1,
  planned = true,
}: Size): Workspace {
  if (count < groups * 4)
    throw new Error(`${count} people are too few for ${groups} rotations of two layers`);
  const draw = random(seed);
  const names = Array.from(
    { length: count },
    (_none, index) => `Person ${String(index + 1).padStart(2, '0')}`,
  );
  const rotations = Array.from({ length: groups }, (_none, group) => rotationOf(names, group, groups, weeks));
  const shifts = rotations.flatMap((rotation) => turnsOf(rotation, weeks));
  const busy = new Set(shifts.map(({ person, start }) => `${person} ${start.slice(0, 10)}`));
  const people = names.map((name, position) => personOf(name, position, weeks, draw));
  const leave = people.flatMap((person) => leaveOf(person, weeks, busy, draw));
  return aWorkspace({ people, rotations, leave, shifts: planned ? shifts : [] });
}

const weekOf = (week: number): LocalDate => addDays(monday, week * 7);

function rotationOf(names: readonly string[], group: number, groups: number, weeks: number): Rotation {
  const part = names.filter((_name, index) => index % groups === group);
  return aRotation(`Duty ${group + 1}`, part, {
    code: `D${group + 1}`,
    endsOn: weekOf(weeks),
    restWeeks: 1,
    position: group,
  });
}

/** In turn, the secondary half the list later: nobody holds both layers, and nobody two weeks running. */
function turnsOf(rotation: Rotation, weeks: number): readonly Shift[] {
  const order = rotation.participants;
  return expand(rotation, { from: monday, until: weekOf(weeks) }).map((slot, index) => {
    const turn = Math.floor(index / 2) + (index % 2 === 0 ? 0 : Math.floor(order.length / 2));
    const participant = order[turn % order.length];
    if (participant === undefined) throw new Error('a rotation without people');
    return {
      ...slot,
      person: participant.person,
      origin: 'planned',
      pinned: false,
      accepted: [],
      covers: null,
      sequence: 0,
      note: '',
    };
  });
}

function personOf(name: string, position: number, weeks: number, draw: () => number): Person {
  const wishes: Wish[] = [];
  for (let week = 0; week < weeks; week++) {
    const chance = draw();
    if (chance < 0.1) wishes.push({ week: weekOf(week), kind: 'avoid' });
    else if (chance < 0.15) wishes.push({ week: weekOf(week), kind: 'want' });
  }
  return aPerson(name, { position, wishes, fullTimePercent: draw() < 0.15 ? 80 : 100 });
}

/** One week off in every thirteen, where there is one without a turn in it or in the week before. */
function leaveOf(
  person: Person,
  weeks: number,
  busy: ReadonlySet<string>,
  draw: () => number,
): readonly Leave[] {
  const leave: Leave[] = [];
  for (let first = 0; first < weeks; first += 13) {
    const week = first + Math.floor(draw() * Math.min(13, weeks - first));
    if (busy.has(`${person.id} ${weekOf(week)}`)) continue;
    leave.push(aLeave(person.name, addDays(weekOf(week), 1), addDays(weekOf(week), 4)));
  }
  return leave;
}

/** 30 people for one quarter, three rotations of two layers: 78 shifts. */
export const thirtyByThirteen = (planned = true): Workspace =>
  largeWorkspace({ people: 30, weeks: 13, rotations: 3, planned });

/** 60 people for a year, fifteen rotations of two layers: 1,560 shifts. */
export const sixtyByFiftyTwo = (planned = true): Workspace =>
  largeWorkspace({ people: 60, weeks: 52, rotations: 15, planned });
