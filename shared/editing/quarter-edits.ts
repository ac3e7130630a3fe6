import { addDays, quarterRange } from '../calendar/days.ts';
import { refused } from '../result.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';

/** A closed quarter has left its carry to the next one, and stays as it is; only undo takes a closing back. */
export function saveQuarter(workspace: Workspace, { quarter }: CommandOf<'save-quarter'>): Outcome {
  const before = recordOf(workspace, 'quarters', quarter.id);
  if (before !== undefined && before.closedOn !== null)
    return refused({ kind: 'closed-quarter', quarter: quarter.id });
  const lastDay = addDays(quarterRange(quarter.id).until, -1);
  if (quarter.closedOn !== null && quarter.closedOn < lastDay) {
    return refused({
      kind: 'invalid',
      where: `quarters/${quarter.id}.closedOn`,
      what: `the quarter runs until ${lastDay}`,
    });
  }
  return save(workspace, 'quarters', quarter);
}
