import type { LocalDate } from '../model/dates.ts';
import type { PersonId, TaskId } from '../model/ids.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Ownership, Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';

export type OwnerRole = 'primary' | 'secondary';

/** A place where a runbook and the ownership of tasks name different people. */
export interface OwnerDifference {
  readonly role: OwnerRole;
  readonly runbookOwner: PersonId | null;
  /** The task that was compared, and who owns it in this role. */
  readonly task: TaskId;
  readonly taskOwner: PersonId | null;
  /** The lead has seen this very difference and keeps it. */
  readonly kept: boolean;
}

/** Who owns a task on a day: the latest ownership that has begun, or the first of all before any has. */
export function ownershipOn(task: Task, on: LocalDate): Pick<Ownership, 'primary' | 'secondary'> {
  let current: Ownership | undefined;
  for (const ownership of task.ownership) {
    if (ownership.from <= on && (current === undefined || ownership.from >= current.from))
      current = ownership;
  }
  return current ?? task.ownership[0] ?? { primary: null, secondary: null };
}

/** The tasks a runbook stands for, in list order: those it names, else all of its pipeline. */
export function tasksOf(workspace: Workspace, runbook: Runbook): readonly Task[] {
  const named = new Set(runbook.tasks);
  return Object.values(workspace.tasks)
    .filter((task) => task.archivedOn === null)
    .filter((task) =>
      named.size > 0 ? named.has(task.id) : runbook.pipeline !== null && task.pipeline === runbook.pipeline,
    )
    .sort((a, b) => a.position - b.position);
}

/**
 * The task a runbook's owners are measured by: the one whose owners it names in most roles, its primary owner counting
 * first. A pipeline of two tasks has two primary owners; the runbook names one of them, and then that task's secondary
 * owner is the one expected beside.
 */
function leadingTask(tasks: readonly Task[], runbook: Runbook, today: LocalDate): Task | null {
  const agreement = (task: Task) => {
    const owners = ownershipOn(task, today);
    return (
      (owners.primary === runbook.ownerPrimary ? 2 : 0) +
      (owners.secondary === runbook.ownerSecondary ? 1 : 0)
    );
  };
  let best: Task | null = null;
  for (const task of tasks) if (best === null || agreement(task) > agreement(best)) best = task;
  return best;
}

/** Where the runbook's owners are not the owners of its leading task, primary first. */
export function ownerDifferences(
  workspace: Workspace,
  runbook: Runbook,
  today: LocalDate,
): readonly OwnerDifference[] {
  const task = leadingTask(tasksOf(workspace, runbook), runbook, today);
  if (task === null) return [];
  const owners = ownershipOn(task, today);
  const rows: readonly (readonly [OwnerRole, PersonId | null, PersonId | null])[] = [
    ['primary', runbook.ownerPrimary, owners.primary],
    ['secondary', runbook.ownerSecondary, owners.secondary],
  ];
  return rows.flatMap(([role, runbookOwner, taskOwner]) => {
    if (runbookOwner === taskOwner) return [];
    const kept = runbook.ownersKept.some(
      (it) => it.role === role && it.task === task.id && it.taskOwner === taskOwner,
    );
    return [{ role, runbookOwner, task: task.id, taskOwner, kept }];
  });
}

/** The runbook with the task's owner in that role: what "Use task owner" saves. */
export function withTaskOwner(runbook: Runbook, difference: OwnerDifference): Runbook {
  const ownersKept = runbook.ownersKept.filter((it) => it.role !== difference.role);
  return difference.role === 'primary'
    ? { ...runbook, ownerPrimary: difference.taskOwner, ownersKept }
    : { ...runbook, ownerSecondary: difference.taskOwner, ownersKept };
}

/** The runbook that remembers its own owner as wanted: what "Keep" saves. It is asked again when the task's owner changes. */
export function withOwnerKept(runbook: Runbook, difference: OwnerDifference): Runbook {
  const others = runbook.ownersKept.filter(
    (it) => it.role !== difference.role || it.task !== difference.task,
  );
  return {
    ...runbook,
    ownersKept: [
      ...others,
      { role: difference.role, task: difference.task, taskOwner: difference.taskOwner },
    ],
  };
}
