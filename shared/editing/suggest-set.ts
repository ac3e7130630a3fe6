import { dateOf, mondayOf } from '../calendar/days.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assessment } from '../planner/attainable.ts';
import { slotOf, slotsOfQuarter } from '../rotation/expand.ts';
import type { Held, Target } from './aim.ts';
import { aimSet } from './aim-set.ts';
import { planMove } from './plan-move.ts';
import { asked, sorted, type Suggestion } from './suggest.ts';

type HeldSet = Extract<Held, { kind: 'slots' }>;

/** What the selection would do at each target, as a drag there would; targets at which it can do nothing are left out. */
function previews(
  workspace: Workspace,
  quarter: QuarterId,
  held: HeldSet,
  targets: readonly { readonly key: string; readonly target: Target }[],
  assessment: Assessment | null,
  today: LocalDate,
): readonly Suggestion[] {
  const slots = slotsOfQuarter(workspace, quarter);
  return targets.flatMap(({ key, target }) => {
    const aimed = aimSet(workspace, slots, held, target);
    return aimed.kind === 'moves'
      ? [{ key, preview: planMove(workspace, quarter, aimed.gesture, assessment, today) }]
      : [];
  });
}

/** Everybody to whom a whole selection could be given, fairest first; arguments as of `suggestGive`. */
export const suggestSetGive = (
  workspace: Workspace,
  quarter: QuarterId,
  held: HeldSet,
  assessment: Assessment | null,
  today: LocalDate,
  everybody = false,
): readonly Suggestion[] =>
  sorted(
    previews(
      workspace,
      quarter,
      held,
      asked(workspace, held.slots, everybody).map((person) => ({
        key: person,
        target: { kind: 'person', person },
      })),
      assessment,
      today,
    ),
  );

const mondayOfShift = (workspace: Workspace, shift: ShiftId): LocalDate | null => {
  const slot = slotOf(workspace, shift);
  return slot === null ? null : mondayOf(dateOf(slot.start));
};

/** The weeks of the quarter that a selection could move to, everybody keeping theirs: in the order of the calendar. */
export function suggestSetMove(
  workspace: Workspace,
  quarter: QuarterId,
  held: HeldSet,
  assessment: Assessment | null,
  today: LocalDate,
): readonly Suggestion[] {
  const owner = workspace.shifts[held.lead]?.person;
  if (owner === undefined) return [];
  const own = mondayOfShift(workspace, held.lead);
  const mondays = new Set(slotsOfQuarter(workspace, quarter).map(({ start }) => mondayOf(dateOf(start))));
  return previews(
    workspace,
    quarter,
    held,
    [...mondays]
      .filter((monday) => monday !== own)
      .sort()
      .map((week) => ({ key: week, target: { kind: 'person-week', person: owner, week } })),
    assessment,
    today,
  );
}
