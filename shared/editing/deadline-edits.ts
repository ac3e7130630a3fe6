import { addDays } from '../calendar/days.ts';
import { dueDates } from '../deadlines/due-dates.ts';
import { ok, refused } from '../result.ts';
import type { Deadline, Delivery } from '../model/deadline.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';

export const saveDeadline = (workspace: Workspace, { deadline }: CommandOf<'save-deadline'>): Outcome =>
  save(workspace, 'deadlines', deadline);

/** A rule with a past is not taken away but ended: what was delivered by it stays on record. */
export function removeDeadline(workspace: Workspace, { deadline }: CommandOf<'remove-deadline'>): Outcome {
  if (recordOf(workspace, 'deadlines', deadline) === undefined)
    return unknown('deadlines', deadline, 'deadline');
  const delivery = recordsOf(workspace, 'deliveries').find((one) => one.deadline === deadline);
  return delivery === undefined
    ? ok(withoutRecord(workspace, 'deadlines', deadline))
    : refused({
        kind: 'still-used',
        table: 'deadlines',
        id: deadline,
        by: { table: 'deliveries', id: delivery.id },
      });
}

/** What became of an occurrence. A new record must be of a day on which the rule is due; later rules leave it alone. */
export function recordDelivery(workspace: Workspace, { delivery }: CommandOf<'record-delivery'>): Outcome {
  const deadline = recordOf(workspace, 'deadlines', delivery.deadline);
  const before = recordOf(workspace, 'deliveries', delivery.id);
  const isNew = before?.due !== delivery.due || before.deadline !== delivery.deadline;
  if (deadline !== undefined && isNew && !isDue(workspace, deadline, delivery)) {
    return refused({
      kind: 'invalid',
      where: `deliveries/${delivery.id}.due`,
      what: `${deadline.title} is not due on ${delivery.due}`,
    });
  }
  return save(workspace, 'deliveries', delivery);
}

const isDue = (workspace: Workspace, deadline: Deadline, { due }: Delivery): boolean =>
  dueDates(workspace, deadline, { from: due, until: addDays(due, 1) }).some(
    (occurrence) => occurrence.due === due,
  );
