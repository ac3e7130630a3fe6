import type { Change } from '../../../shared/editing/command.ts';
import type { Step } from '../../../shared/editing/history.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { recordChange } from '../../../shared/words/change-text.ts';

/** The columns of the history as a table. */
export const historyColumns = [
  'revision',
  'time',
  'by',
  'step',
  'record',
  'effect',
  'field',
  'before',
  'after',
] as const;

/** Why somebody is away stays here, whatever is given out. */
const isPrivate = (table: Change['table'], field: string): boolean => table === 'leave' && field === 'reason';

/** One row for each field that a step changed, newest step first; a record without a field to show has a row of its own. */
export function historyRows(steps: readonly Step[], workspace: Workspace): readonly (readonly string[])[] {
  return steps.flatMap(({ revision, time, by, title, changes }) =>
    changes.flatMap((change) => {
      const { name, effect, fields } = recordChange(change, workspace);
      const head = [String(revision), time ?? '', by ?? '', title, name, effect];
      return fields.length === 0
        ? [[...head, '', '', '']]
        : fields
            .filter(({ field }) => !isPrivate(change.table, field))
            .map(({ field, before, after }) => [...head, field, before, after]);
    }),
  );
}
