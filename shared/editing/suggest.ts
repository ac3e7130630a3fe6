import { dateOf, dayNumber } from '../calendar/days.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assessment } from '../planner/attainable.ts';
import { standingOf } from '../planner/eligibility.ts';
import type { TeamFairness } from '../planner/judge.ts';
import { slotOf, slotsOfQuarter, type Slot } from '../rotation/expand.ts';
import type { Gesture } from './gesture.ts';
import type { MovePreview } from './move-preview.ts';
import { planMove } from './plan-move.ts';

/** A move that could be made, with what it would do. */
export interface Suggestion {
  /** The person or slot that it names; of a selection that moves, the Monday that the one in the hand comes to. */
  readonly key: string;
  readonly preview: MovePreview;
}

/** Greater is fairer, compared place by place: the score, then the largest distance from a share, then all of them. */
export function fairnessRank({ score, people }: TeamFairness): readonly [number, number, number] {
  const distances = people.map(({ difference }) => Math.abs(difference));
  return [score ?? 0, -Math.max(0, ...distances), -distances.reduce((sum, one) => sum + one, 0)];
}

const byRank = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, place) => (b[place] ?? 0) - value).find((order) => order !== 0) ?? 0;

/** How much stands against a move: open hard rules weigh more than any warning. */
const burden = ({ preview }: Suggestion): number =>
  (preview.refusal === null ? 0 : 1000) + new Set(preview.conflicts.map(({ rule }) => rule)).size * 10;

/** Those without an open hard rule first, by the score that is shown; of one score those that warn of least, then the fairest. */
export function sorted(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions
    .map((one) => {
      const { after, findings, conflicts } = one.preview;
      const [score, ...rest] = fairnessRank(after);
      return {
        one,
        burden: burden(one),
        rank: [Math.floor(score * 10), conflicts.length - findings.length, ...rest],
      };
    })
    .sort((a, b) => a.burden - b.burden || byRank(a.rank, b.rank) || (a.one.key < b.one.key ? -1 : 1))
    .map(({ one }) => one);
}

/** Up to so many people are all asked; of more only those who take turns there: hundreds of refusals help nobody, and take seconds. */
export const allAsked = 40;

/** Whether somebody takes turns like this one, whatever else stands against it. */
function takesPart(workspace: Workspace, shift: ShiftId, person: PersonId): boolean {
  const slot = slotOf(workspace, shift);
  const rotation = slot === null ? undefined : workspace.rotations[slot.rotation];
  if (slot === null || rotation === undefined) return false;
  const standing = standingOf(workspace, person, rotation, slot);
  return standing === 'regular' || standing === 'stand-in';
}

/** Who is asked about turns: everybody in a team that is not large, else whoever takes part in one of them. */
export function asked(
  workspace: Workspace,
  shifts: readonly ShiftId[],
  everybody: boolean,
): readonly PersonId[] {
  const people = Object.values(workspace.people).flatMap(({ id, archivedOn }) =>
    archivedOn === null ? [id] : [],
  );
  return everybody || people.length <= allAsked
    ? people
    : people.filter((id) => shifts.some((shift) => takesPart(workspace, shift, id)));
}

/**
 * Everybody whom a turn could be given to, fairest first and those with conflicts after them.
 *
 * @param everybody also those of a large team who take no turns in its rotation
 */
export function suggestGive(
  workspace: Workspace,
  quarter: QuarterId,
  shift: ShiftId,
  assessment: Assessment | null,
  today: LocalDate,
  everybody = false,
): readonly Suggestion[] {
  const owner = workspace.shifts[shift]?.person ?? null;
  return sorted(
    asked(workspace, [shift], everybody)
      .filter((person) => person !== owner)
      .map((person) => {
        const gesture: Gesture =
          owner === null ? { kind: 'assign', slot: shift, person } : { kind: 'give', shift, to: person };
        return { key: person, preview: planMove(workspace, quarter, gesture, assessment, today) };
      }),
  );
}

const overlap = (a: Slot, b: Slot): boolean => a.start < b.end && b.start < a.end;
const weeksApart = (a: Slot, b: Slot): number =>
  Math.abs(dayNumber(dateOf(a.start)) - dayNumber(dateOf(b.start))) / 7;

/** Turns worth looking at for a swap: at the same time, or the same duty within the quarter. Nearest first, at most 60. */
function swapPartners(workspace: Workspace, quarter: QuarterId, own: Slot): readonly Slot[] {
  const owner = workspace.shifts[own.id]?.person;
  return slotsOfQuarter(workspace, quarter)
    .filter((slot) => {
      const person = workspace.shifts[slot.id]?.person;
      return (
        person !== undefined &&
        person !== owner &&
        (overlap(slot, own) || (slot.rotation === own.rotation && slot.layer === own.layer))
      );
    })
    .sort((a, b) => weeksApart(a, own) - weeksApart(b, own) || (a.id < b.id ? -1 : 1))
    .slice(0, 60);
}

/** Turns of other people that this one could be exchanged for, fairest first. */
export function suggestSwap(
  workspace: Workspace,
  quarter: QuarterId,
  shift: ShiftId,
  assessment: Assessment | null,
  today: LocalDate,
): readonly Suggestion[] {
  const own = slotOf(workspace, shift);
  if (own === null || workspace.shifts[shift] === undefined) return [];
  return sorted(
    swapPartners(workspace, quarter, own).map((slot) => ({
      key: slot.id,
      preview: planMove(workspace, quarter, { kind: 'swap', shift, with: slot.id }, assessment, today),
    })),
  );
}

/** Weeks of the same duty that this person could hold instead: gaps to move to, and other people's weeks to trade for. */
export function suggestMove(
  workspace: Workspace,
  quarter: QuarterId,
  shift: ShiftId,
  assessment: Assessment | null,
  today: LocalDate,
): readonly Suggestion[] {
  const own = slotOf(workspace, shift);
  const owner = workspace.shifts[shift]?.person;
  if (own === null || owner === undefined) return [];
  return sorted(
    slotsOfQuarter(workspace, quarter)
      .filter(
        (slot) =>
          slot.id !== shift &&
          slot.rotation === own.rotation &&
          slot.layer === own.layer &&
          workspace.shifts[slot.id]?.person !== owner,
      )
      .map((slot) => {
        const gesture: Gesture =
          workspace.shifts[slot.id] === undefined
            ? { kind: 'move', shift, toSlot: slot.id }
            : { kind: 'trade', shift, with: slot.id };
        return { key: slot.id, preview: planMove(workspace, quarter, gesture, assessment, today) };
      }),
  );
}
