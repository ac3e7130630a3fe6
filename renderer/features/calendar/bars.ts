import { addDays, dateOf } from '../../../shared/calendar/days.ts';
import { daysAtNoon } from '../../../shared/calendar/span.ts';
import type { LocalDate, LocalDateTime, ZoneName } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { coversOf } from '../../../shared/rotation/override.ts';
import { onClock } from './on-clock.ts';

/** A run of days that a turn's holder serves: the whole turn, or what covers of single days leave of it. */
export interface Bar {
  readonly slot: Slot;
  readonly from: LocalDate;
  /** Not included. */
  readonly until: LocalDate;
  /** True where the bar begins, or ends, with the turn itself. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** When it is taken over and handed on, at the ends of covers too; on the clock by which the calendar is read. */
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

const zoneOf = (workspace: Workspace, slot: Slot): ZoneName =>
  workspace.rotations[slot.rotation]?.handoff.zone ?? workspace.about.zone;

/** A turn, or a cover of single days, on the clock by which the calendar is read. */
export function momentsOf(
  workspace: Workspace,
  slot: Slot,
  clock: ZoneName | null,
): Pick<Slot, 'start' | 'end'> {
  const zone = zoneOf(workspace, slot);
  return { start: onClock(slot.start, zone, clock), end: onClock(slot.end, zone, clock) };
}

/** The days of a turn by its noons. Read in another zone, a day of a cover may hold none: then the day that it begins on. */
function daysOf({ start, end }: Pick<Slot, 'start' | 'end'>): readonly LocalDate[] {
  const days = daysAtNoon(start, end);
  return days.length > 0 ? days : [dateOf(start)];
}

/**
 * The bars of a slot. A day belongs to the turn active at its noon, as everywhere; days that somebody covers are the cover's own
 * bar and left out here. A turn that is covered whole has none.
 */
export function barsOf(workspace: Workspace, slot: Slot, clock: ZoneName | null): readonly Bar[] {
  const { start, end } = momentsOf(workspace, slot, clock);
  const days = daysOf({ start, end });
  const covers = coversOf(workspace.shifts, slot.id).map((cover) => {
    const moments = momentsOf(workspace, cover, clock);
    return { ...moments, days: daysOf(moments) };
  });
  const covered = new Set(covers.flatMap((cover) => cover.days));
  const runs: { from: LocalDate; until: LocalDate }[] = [];
  for (const day of days) {
    if (covered.has(day)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.until === day) last.until = addDays(day, 1);
    else runs.push({ from: day, until: addDays(day, 1) });
  }
  const [first, last] = [days[0], days.at(-1)];
  return runs.map(({ from, until }) => ({
    slot,
    from,
    until,
    atStart: from === first,
    atEnd: last !== undefined && until === addDays(last, 1),
    start: covers.find((cover) => cover.days.at(-1) === addDays(from, -1))?.end ?? start,
    end: covers.find((cover) => cover.days[0] === until)?.start ?? end,
  }));
}

/** Where a duty stands in a stack of bars: rotations in their order, then their layers. */
export const rankOf = (workspace: Workspace, slot: Pick<Slot, 'rotation' | 'layer'>): number => {
  const rotation = workspace.rotations[slot.rotation];
  return (
    100 +
    (rotation?.position ?? 0) * 10 +
    (rotation?.layers.findIndex(({ name }) => name === slot.layer) ?? 0)
  );
};
