import { type Span, daysAtNoon, spanOf, without } from '../calendar/span.ts';
import type { LocalDate, ZoneName } from '../model/dates.ts';
import type { ShiftId } from '../model/ids.ts';
import type { Shift } from '../model/shift.ts';
import { derivationOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

const none: readonly Shift[] = [];
const indexes = new WeakMap<object, ReadonlyMap<ShiftId, readonly Shift[]>>();

type Covers = ReadonlyMap<ShiftId, readonly Shift[]>;
const noCovers: Covers = new Map();

/** The covers of single days, by the shift they are recorded over; the very same map as long as an edit touches none. */
export function coverIndex(shifts: Workspace['shifts']): Covers {
  let index = indexes.get(shifts) ?? sameCovers(shifts);
  if (index === undefined) {
    const covers = new Map<ShiftId, Shift[]>();
    for (const cover of Object.values(shifts)) {
      if (cover.covers !== null) covers.set(cover.covers, [...(covers.get(cover.covers) ?? []), cover]);
    }
    indexes.set(shifts, (index = covers.size === 0 ? noCovers : covers));
  }
  return index;
}

/** The covers of single days that are recorded over a shift. */
export const coversOf = (shifts: Workspace['shifts'], shift: ShiftId): readonly Shift[] =>
  coverIndex(shifts).get(shift) ?? none;

/** The index of the table that an edit made this one from, where the edit touched no cover. */
function sameCovers(shifts: Workspace['shifts']): ReadonlyMap<ShiftId, readonly Shift[]> | undefined {
  const derivation = derivationOf(shifts);
  if (derivation === null || derivation.ids.some((id) => id.includes('/cover/'))) return undefined;
  const index = indexes.get(derivation.base);
  if (index !== undefined) indexes.set(shifts, index);
  return index;
}

interface Turn {
  readonly id: ShiftId;
  readonly start: Shift['start'];
  readonly end: Shift['end'];
}

/** The true times of a turn that its own holder serves: all of it but what covers took over. */
export function servedSpans(shifts: Workspace['shifts'], turn: Turn, zone: ZoneName): readonly Span[] {
  const whole = spanOf(turn.start, turn.end, zone);
  const covers = coversOf(shifts, turn.id);
  return covers.length === 0 ? [whole] : without(whole, covers.map((cover) => spanOf(cover.start, cover.end, zone)));
}

/** The days of a turn, by the noon rule, that its own holder serves. */
export function servedDays(shifts: Workspace['shifts'], turn: Turn): readonly LocalDate[] {
  const days = daysAtNoon(turn.start, turn.end);
  const covers = coversOf(shifts, turn.id);
  if (covers.length === 0) return days;
  const covered = new Set(covers.flatMap((cover) => daysAtNoon(cover.start, cover.end)));
  return days.filter((day) => !covered.has(day));
}
