import { useMemo } from 'react';
import { lookAfter } from '../../../shared/editing/task-owners.ts';
import { measureSplit, peopleOfSplit, type TaskSplit } from '../../../shared/fairness/split.ts';
import { dutiesOn, tasksOn } from '../../../shared/fairness/task-duties.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Task } from '../../../shared/model/task.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { today } from '../../state/clock.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { useTasksDesk, usualDay } from './tasks-desk.ts';

/** The day whose owners are shown, and from which changes count. */
export function useOwnersDay(): LocalDate {
  const { about } = useWorkspace();
  const quarter = useView((view) => view.quarter);
  return useTasksDesk(({ day }) => day) ?? usualDay(quarter, today(about.zone));
}

/** What the matrix shows: the tasks and people of the day, as they are and as a preview would have them. */
export interface Matrix {
  readonly day: LocalDate;
  readonly workspace: Workspace;
  readonly shown: Workspace;
  readonly tasks: readonly Task[];
  /** Columns: the team on that day and every other owner, of before and after. */
  readonly people: readonly Person[];
  readonly before: TaskSplit;
}

export function useMatrix(): Matrix {
  const workspace = useWorkspace();
  const day = useOwnersDay();
  const preview = useTasksDesk((desk) => desk.preview);
  return useMemo(() => {
    const shown = preview === null ? workspace : lookAfter(workspace, day, preview);
    const duties = dutiesOn(workspace, day);
    const people = peopleOfSplit(workspace, [...duties, ...dutiesOn(shown, day)], day);
    const before = measureSplit(duties, people, day);
    return { day, workspace, shown, tasks: tasksOn(workspace, day), people, before };
  }, [workspace, day, preview]);
}

/** How the tasks would be split after what is previewed or aimed at; the split as it is where that is nothing. */
export function useSplitAfter({ workspace, day, people, before }: Matrix): TaskSplit {
  const preview = useTasksDesk((desk) => desk.preview);
  const aimed = useTasksDesk((desk) => desk.drag?.handovers ?? null);
  const handovers = aimed ?? preview;
  return useMemo(
    () =>
      handovers === null || handovers.length === 0
        ? before
        : measureSplit(dutiesOn(lookAfter(workspace, day, handovers), day), people, day),
    [workspace, day, people, before, handovers],
  );
}
