import { addDays, dateOf, quarterOf } from '../calendar/days.ts';
import { daysAtNoon } from '../calendar/span.ts';
import type { LocalDate } from '../model/dates.ts';
import type { HolidayId, PersonId, ShiftId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { daysServed, turnBehind } from '../planner/covers/days-served.ts';
import { slotOf, slotsOfQuarter, type Slot } from '../rotation/expand.ts';
import type { Cover } from './command.ts';
import type { Gesture } from './gesture.ts';

type CoverGesture = Extract<Gesture, { kind: 'cover' }>;

/** Single days in the hand: some of a turn, the hand-off at one end of a turn or cover, or a holiday. */
export type HeldDays =
  | { readonly kind: 'some'; readonly shift: ShiftId; readonly from: LocalDate; readonly until: LocalDate }
  | { readonly kind: 'handoff'; readonly shift: ShiftId; readonly edge: 'start' | 'end' }
  | { readonly kind: 'holiday'; readonly holiday: HolidayId };

/** What days held over something mean; or why they cannot go there. */
export type DaysAim =
  | { readonly kind: 'covers'; readonly gesture: CoverGesture }
  /** The turn beside the hand-off is nobody's, or there is none. */
  | { readonly kind: 'nobody-beside'; readonly edge: 'start' | 'end' }
  /** The turn beside the hand-off is the same person's. */
  | { readonly kind: 'same-person'; readonly person: PersonId }
  | { readonly kind: 'still' };

const still: DaysAim = { kind: 'still' };

const covers = (...laid: readonly Cover[]): DaysAim => ({
  kind: 'covers',
  gesture: { kind: 'cover', covers: laid, remove: [] },
});

/** The turn of the same duty that ends where this one begins, or begins where it ends. */
function beside(workspace: Workspace, turn: Slot, edge: 'start' | 'end'): Slot | null {
  const at = edge === 'start' ? turn.start : turn.end;
  // A turn belongs to the quarter in which it begins, and is two weeks long at most.
  const quarters =
    edge === 'end' ? [quarterOf(dateOf(at))] : [quarterOf(addDays(dateOf(at), -14)), quarterOf(dateOf(at))];
  return (
    quarters
      .flatMap((quarter) => slotsOfQuarter(workspace, quarter))
      .find(
        ({ id, rotation, layer, start, end }) =>
          rotation === turn.rotation &&
          layer === turn.layer &&
          !id.includes('/cover/') &&
          (edge === 'start' ? end : start) === at,
      ) ?? null
  );
}

/** A turn's own hand-off goes to another day: the days between go to whoever holds the turn beside it, or come from there. */
function moveTurnEdge(workspace: Workspace, turn: Slot, edge: 'start' | 'end', day: LocalDate): DaysAim {
  const days = daysAtNoon(turn.start, turn.end);
  const [first, last] = [days[0], days.at(-1)];
  const holder = recordOf(workspace, 'shifts', turn.id)?.person;
  if (first === undefined || last === undefined || holder === undefined) return still;
  if (day === (edge === 'start' ? first : last)) return still;
  const other = beside(workspace, turn, edge);
  const theirs = other === null ? undefined : recordOf(workspace, 'shifts', other.id)?.person;
  if (other === null || theirs === undefined) return { kind: 'nobody-beside', edge };
  if (theirs === holder) return { kind: 'same-person', person: holder };
  if (edge === 'end')
    return day < last
      ? covers({ shift: turn.id, from: addDays(day, 1), until: addDays(last, 1), person: theirs })
      : covers({ shift: other.id, from: addDays(last, 1), until: addDays(day, 1), person: holder });
  return day > first
    ? covers({ shift: turn.id, from: first, until: day, person: theirs })
    : covers({ shift: other.id, from: day, until: first, person: holder });
}

/** A cover grows over more days of its turn, or gives days back to whoever holds it. */
function moveCoverEdge(workspace: Workspace, cover: Slot, edge: 'start' | 'end', day: LocalDate): DaysAim {
  const turn = turnBehind(workspace, cover.id);
  const who = recordOf(workspace, 'shifts', cover.id)?.person;
  const days = daysAtNoon(cover.start, cover.end);
  const [first, last] = [days[0], days.at(-1)];
  if (turn === undefined || who === undefined || first === undefined || last === undefined) return still;
  const of = (from: LocalDate, until: LocalDate, person: PersonId): DaysAim =>
    covers({ shift: turn.id, from, until, person });
  // Past its other end nothing is left of it: taking a cover back has its own way.
  if (edge === 'start') {
    if (day === first || day > last) return still;
    return day < first ? of(day, first, who) : of(first, day, turn.person);
  }
  if (day === last || day < first) return still;
  return day > last
    ? of(addDays(last, 1), addDays(day, 1), who)
    : of(addDays(day, 1), addDays(last, 1), turn.person);
}

/** @param day the day that becomes the first of the turn or cover where its start is held, else the last */
export function aimHandoff(
  workspace: Workspace,
  { shift, edge }: Extract<HeldDays, { kind: 'handoff' }>,
  day: LocalDate,
): DaysAim {
  const slot = slotOf(workspace, shift);
  if (slot === null) return still;
  return shift.includes('/cover/')
    ? moveCoverEdge(workspace, slot, edge, day)
    : moveTurnEdge(workspace, slot, edge, day);
}

/** Some days of a turn for somebody else; for its own holder they come back. */
export function aimSomeDays(
  workspace: Workspace,
  { shift, from, until }: Extract<HeldDays, { kind: 'some' }>,
  person: PersonId,
): DaysAim {
  const serving = daysServed(workspace, shift).filter(({ day }) => from <= day && day < until);
  if (serving.length === 0 || serving.every((one) => one.person === person)) return still;
  const turn = turnBehind(workspace, shift);
  return turn === undefined ? still : covers({ shift: turn.id, from, until, person });
}

const rankOf = (workspace: Workspace, { rotation, layer }: Slot): number => {
  const known = recordOf(workspace, 'rotations', rotation);
  if (known === undefined) return Number.MAX_SAFE_INTEGER;
  const place = known.layers.findIndex(({ name }) => name === layer);
  return (known.kind === 'exclusive' ? 0 : 1_000_000) + place * 1000 + known.position;
};

/**
 * The turns that somebody holds on a day: exclusive duties before watches, primaries before secondaries. What a holiday means
 * that is given to somebody.
 */
export function turnsOn(workspace: Workspace, day: LocalDate): readonly Slot[] {
  const quarters = [...new Set([quarterOf(addDays(day, -14)), quarterOf(day), quarterOf(addDays(day, 1))])];
  return quarters
    .flatMap((quarter) => slotsOfQuarter(workspace, quarter))
    .filter(({ id }) => !id.includes('/cover/') && recordOf(workspace, 'shifts', id) !== undefined)
    .filter(({ start, end }) => daysAtNoon(start, end).includes(day))
    .sort((a, b) => rankOf(workspace, a) - rankOf(workspace, b));
}

/** The ways in which somebody could take over a holiday, the weightiest duty first; none where the day has no duty of others. */
export function aimHoliday(
  workspace: Workspace,
  holiday: HolidayId,
  person: PersonId,
): readonly CoverGesture[] {
  const record = recordOf(workspace, 'holidays', holiday);
  if (record === undefined) return [];
  const day = record.observed ?? record.actual;
  return turnsOn(workspace, day).flatMap(({ id }) => {
    const aimed = aimSomeDays(
      workspace,
      { kind: 'some', shift: id, from: day, until: addDays(day, 1) },
      person,
    );
    return aimed.kind === 'covers' ? [aimed.gesture] : [];
  });
}
