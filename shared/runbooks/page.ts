import type { LocalDate } from '../model/dates.ts';
import type { PersonId, RunbookId } from '../model/ids.ts';
import type { Issue, Runbook, Sla } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import { saysBusinessHours } from './business-promise.ts';
import { onCallWeeks, type DutyWeeks } from './on-call.ts';
import { ownerDifferences, ownershipOn, tasksOf, type OwnerDifference, type OwnerRole } from './owners.ts';
import { ordinal } from './page-dates.ts';
import { reviewOf, type Review } from './review.ts';

/** A person as a page names them; null where a role is empty. */
export interface Named {
  readonly id: PersonId;
  readonly name: string;
}

export interface OwnerRow {
  readonly role: OwnerRole;
  readonly owner: Named | null;
  /** The runbook's tasks that this person owns, such as `task B, primary`. */
  readonly holds: readonly string[];
  readonly difference: OwnerDifference | null;
  /** The difference as words, such as `Task B names Engineer 3`; null without one. */
  readonly differs: string | null;
}

export interface PromiseRow {
  readonly text: string;
  /** `5th of each month`, or null where the promise has no day. */
  readonly day: string | null;
  /** `24 hours`, or null where it has no clock. */
  readonly clock: string | null;
  readonly severity: Sla['severity'];
}

/** Everything a runbook's page says, in the order it says it: the one source of the reader, the paper and the PDF. */
export interface RunbookPage {
  readonly id: RunbookId;
  readonly title: string;
  readonly pipeline: string | null;
  readonly audience: Runbook['audience'];
  readonly tasks: readonly string[];
  readonly review: Review;
  readonly dataTypes: readonly string[];
  readonly owners: readonly OwnerRow[];
  readonly onCall: readonly DutyWeeks[];
  readonly issues: readonly Issue[];
  readonly promises: readonly PromiseRow[];
  readonly links: Runbook['links'];
  /** Markdown. */
  readonly body: string;
  /** The name of each person the page mentions by id. */
  readonly names: ReadonlyMap<PersonId, string>;
}

export const audienceText: Readonly<Record<Runbook['audience'], string>> = {
  investor: 'Investor-facing',
  internal: 'Internal',
  experimental: 'Experimental',
};

export const roleText: Readonly<Record<OwnerRole, string>> = { primary: 'Primary', secondary: 'Secondary' };

const hours = (count: number, text: string) =>
  `${String(count)} ${saysBusinessHours(text) ? 'business ' : ''}${count === 1 ? 'hour' : 'hours'}`;

function promiseRow(sla: Sla): PromiseRow {
  return {
    text: sla.text,
    day: sla.dayOfMonth === null ? null : `${ordinal(sla.dayOfMonth)} of each month`,
    clock: sla.resolveWithinHours === null ? null : hours(sla.resolveWithinHours, sla.text),
    severity: sla.severity,
  };
}

function holdings(workspace: Workspace, runbook: Runbook, person: PersonId, today: LocalDate): string[] {
  return tasksOf(workspace, runbook).flatMap((task) => {
    const owners = ownershipOn(task, today);
    if (owners.primary === person) return [`task ${task.code}, primary`];
    return owners.secondary === person ? [`task ${task.code}, secondary`] : [];
  });
}

function ownerRows(workspace: Workspace, runbook: Runbook, today: LocalDate): readonly OwnerRow[] {
  const nameOf = (id: PersonId) => workspace.people[id]?.name ?? id;
  const differences = ownerDifferences(workspace, runbook, today);
  const rows: readonly (readonly [OwnerRole, PersonId | null])[] = [
    ['primary', runbook.ownerPrimary],
    ['secondary', runbook.ownerSecondary],
  ];
  return rows.map(([role, id]) => {
    const difference = differences.find((it) => it.role === role) ?? null;
    const task = difference === null ? undefined : workspace.tasks[difference.task];
    const other = difference?.taskOwner ?? null;
    return {
      role,
      owner: id === null ? null : { id, name: nameOf(id) },
      holds: id === null ? [] : holdings(workspace, runbook, id, today),
      difference,
      differs:
        task === undefined ? null : `Task ${task.code} names ${other === null ? 'nobody' : nameOf(other)}`,
    };
  });
}

/** What the page of a runbook says on a day. */
export function runbookPage(workspace: Workspace, runbook: Runbook, today: LocalDate): RunbookPage {
  const pipeline = runbook.pipeline === null ? undefined : workspace.pipelines[runbook.pipeline];
  return {
    id: runbook.id,
    title: runbook.title,
    pipeline: pipeline?.name ?? null,
    audience: runbook.audience,
    tasks: tasksOf(workspace, runbook).map((task) => `${task.code}, ${task.name}`),
    review: reviewOf(runbook, today),
    dataTypes: runbook.dataTypes,
    owners: ownerRows(workspace, runbook, today),
    onCall: onCallWeeks(workspace, runbook.pipeline, today),
    issues: runbook.issues,
    promises: runbook.slas.map(promiseRow),
    links: runbook.links,
    body: runbook.body,
    names: new Map(Object.values(workspace.people).map((person) => [person.id, person.name])),
  };
}

/** `Last reviewed Mon 2 Nov 2026…`: one sentence on how fresh a runbook is. */
export function reviewText({ lastOn, dueOn, overdue }: Review, dayText: (date: LocalDate) => string): string {
  if (lastOn === null || dueOn === null) return 'Not reviewed yet';
  return overdue
    ? `Last reviewed ${dayText(lastOn)}, review overdue since ${dayText(dueOn)}`
    : `Last reviewed ${dayText(lastOn)}, next review by ${dayText(dueOn)}`;
}
