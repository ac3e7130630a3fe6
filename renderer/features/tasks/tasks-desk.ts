import { create } from 'zustand';
import { quarterRange } from '../../../shared/calendar/days.ts';
import type { HandOverRefusal, HeldRole, RoleCell } from '../../../shared/editing/task-owners.ts';
import type { Handover } from '../../../shared/fairness/better-split.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';

/** What the hand holds and what letting go would do; fed by pointer and by keys. */
export interface RoleDrag {
  readonly held: HeldRole;
  readonly by: 'pointer' | 'keys';
  readonly over: RoleCell | null;
  readonly handovers: readonly Handover[];
  readonly refusal: HandOverRefusal | null;
}

/** What the Tasks screen is looking at. Nothing of it is part of the plan. */
interface TasksDesk {
  /** The day whose owners are shown, and from which changes count; null follows the quarter on view. */
  readonly day: LocalDate | null;
  /** Evenness by this is looked for; kept while another tab is looked at, like the preview that came of it. */
  readonly by: 'weight' | 'number';
  /** A split that is being looked at before it is accepted. */
  readonly preview: readonly Handover[] | null;
  readonly drag: RoleDrag | null;
}

export const useTasksDesk = create<TasksDesk>(() => ({
  day: null,
  by: 'weight',
  preview: null,
  drag: null,
}));

export const showDay = (day: LocalDate | null): void =>
  useTasksDesk.setState({ day, preview: null, drag: null });
export const previewSplit = (preview: readonly Handover[] | null): void =>
  useTasksDesk.setState({ preview, drag: null });
export const evenBy = (by: TasksDesk['by']): void => useTasksDesk.setState({ by, preview: null });
export const setDrag = (drag: RoleDrag | null): void => useTasksDesk.setState({ drag });

/** Where a change of owners begins unless another day is chosen: with the quarter on view, or today once that has begun. */
export function usualDay(quarter: QuarterId, today: LocalDate): LocalDate {
  const { from } = quarterRange(quarter);
  return from > today ? from : today;
}
