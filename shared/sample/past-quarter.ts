import { quarterRange } from '../calendar/days.ts';
import type { QuarterId } from '../model/dates.ts';
import type { LayerName, PersonId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import { expand, type Slot } from '../rotation/expand.ts';
import { personId } from './people.ts';
import { primary, rotationId, rotations, secondary } from './rotations.ts';

export const pastQuarter = '2026-Q4' as QuarterId;

/** Turns that were not taken as the order has them: who stood in for whom, by rotation, layer and day of hand-off. */
const swaps: ReadonlyMap<string, { readonly person: PersonId; readonly note: string }> = new Map([
  // Engineer 3 was away in the week of 19 October, and took the primary week after it instead.
  swap('team', primary, '2026-10-19', 4, 'Swapped with Engineer 3, who is away'),
  swap('team', primary, '2026-10-26', 3, 'Swapped with Engineer 4'),
  swap('growth', primary, '2026-10-19', 4, 'Engineer 3 is away'),
  swap('growth', secondary, '2026-10-19', 1, 'Stands in for Engineer 3 as owner of task D'),
  // Nobody gave anything back for this one: it stays in the quarter's balance.
  swap('team', primary, '2026-11-09', 4, 'Took primary while Engineer 2 was travelling'),
  swap('profit', primary, '2026-11-23', 2, 'Engineer 1 is away'),
  swap('profit', secondary, '2026-11-23', 3, 'Stands in for Engineer 1 as owner of task B'),
  swap('engagement', secondary, '2026-11-23', 4, 'Stands in for Engineer 1'),
  swap('profit', secondary, '2026-12-21', 3, 'Stands in for Engineer 2 as owner of task B'),
  swap('engagement', primary, '2026-12-21', 1, 'Engineer 2 is away'),
  swap('engagement', secondary, '2026-12-21', 3, 'Stands in for Engineer 2'),
]);

function swap(rotation: string, layer: LayerName, day: string, person: number, note: string) {
  return [`${rotationId(rotation)}/${layer}/${day}`, { person: personId(person), note }] as const;
}

/** Whose turn it is when everybody takes theirs in order; the secondary is the other of the pair. */
function inTurn(rotation: Rotation, slot: Slot, turn: number): PersonId {
  const order = rotation.participants;
  const later = slot.layer === primary ? 0 : order.length / 2;
  const participant = order[(turn + later) % order.length];
  if (participant === undefined) throw new Error(`${rotation.id} has nobody to take a turn`);
  return participant.person;
}

function shiftOf(rotation: Rotation, slot: Slot, turn: number): Shift {
  const swapped = swaps.get(slot.id);
  return {
    ...slot,
    person: swapped?.person ?? inTurn(rotation, slot, turn),
    origin: swapped === undefined ? 'planned' : 'hand',
    pinned: swapped !== undefined,
    accepted: [],
    covers: null,
    sequence: swapped === undefined ? 0 : 1,
    note: swapped?.note ?? '',
  };
}

function shiftsOf(rotation: Rotation): readonly Shift[] {
  const slots = expand(rotation, quarterRange(pastQuarter));
  const starts = [...new Set(slots.map(({ start }) => start))];
  return slots.map((slot) => shiftOf(rotation, slot, starts.indexOf(slot.start)));
}

/** The quarter that is being worked: everybody in turn, but for some swaps and stand-ins. */
export const pastShifts = (): readonly Shift[] => rotations.flatMap(shiftsOf);
