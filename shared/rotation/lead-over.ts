import { addDays, dateOf } from '../calendar/days.ts';
import { daysAtNoon } from '../calendar/span.ts';
import type { LocalDate } from '../model/dates.ts';
import type { LayerName } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import { expand, type Slot } from './expand.ts';

/** A turn under new terms, with the shift whose holder keeps it; null leaves it open. */
export interface LedOver {
  readonly slot: Slot;
  readonly from: Shift | null;
}

type Days = ReadonlyMap<LayerName, ReadonlyMap<LocalDate, Shift>>;

/** Who holds which day of which layer, by the noon rule. */
function byDay(shifts: readonly Shift[]): Days {
  const layers = new Map<LayerName, Map<LocalDate, Shift>>();
  for (const shift of shifts) {
    const days = layers.get(shift.layer) ?? new Map<LocalDate, Shift>();
    for (const day of daysAtNoon(shift.start, shift.end)) days.set(day, shift);
    layers.set(shift.layer, days);
  }
  return layers;
}

/** The shift whose holder has more than half the days of a turn already; null where nobody has. */
function mostlyHeld(days: Days, { layer, start, end }: Slot): Shift | null {
  const all = daysAtNoon(start, end);
  const held = all.flatMap((day) => days.get(layer)?.get(day) ?? []);
  return (
    held.find((shift) => held.filter(({ person }) => person === shift.person).length * 2 > all.length) ?? null
  );
}

/**
 * Where planned turns go when a rotation continues under new terms. A new turn stays with whoever has more than half of its days in
 * the same layer already, and still takes turns in it: so a hand-off that moves by a day or an hour changes nobody's weeks, two
 * single weeks stay with the person who had both, and a turn made of two people's weeks is open.
 *
 * @param shifts the turns of the old terms that have not begun, without covers of single days
 */
export function ledOver(next: Rotation, shifts: readonly Shift[]): readonly LedOver[] {
  const ends = shifts.map(({ end }) => dateOf(end)).sort();
  const last = ends.at(-1);
  if (last === undefined) return [];
  const days = byDay(shifts);
  const takes = (shift: Shift): boolean =>
    next.participants.some(({ person, layers }) => person === shift.person && layers.includes(shift.layer));
  return expand(next, { from: next.startsOn, until: addDays(last, 1) }).map((slot) => {
    const shift = mostlyHeld(days, slot);
    return { slot, from: shift !== null && takes(shift) ? shift : null };
  });
}
