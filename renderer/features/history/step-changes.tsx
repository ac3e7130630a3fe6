import type { Step } from '../../../shared/editing/history.ts';
import { recordChange, type RecordChange } from '../../../shared/words/change-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

/** A step of the planner changes hundreds of records; more than these nobody reads. */
const MOST_SHOWN = 60;

const effects: Readonly<Record<RecordChange['effect'], string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a step changed: each record and field, before and after. */
export function StepChanges({ step, id }: { readonly step: Step; readonly id: string }) {
  const workspace = useWorkspace();
  const shown = step.changes.slice(0, MOST_SHOWN).map((change) => recordChange(change, workspace));
  return (
    <div id={id} className="mr-3 mb-3 ml-13 border-l-2 border-divider pl-3">
      <Table caption={`What changed: ${step.title}`}>
        <TableHead>
          <ColumnHead className="w-2/5">Record</ColumnHead>
          <ColumnHead>Field</ColumnHead>
          <ColumnHead>Before</ColumnHead>
          <ColumnHead>After</ColumnHead>
        </TableHead>
        <tbody>
          {shown.flatMap(({ table, id: record, name, effect, fields }) =>
            (fields.length === 0 ? [{ field: '', before: '', after: '' }] : fields).map((field, index) => (
              <Row key={`${table} ${record} ${field.field}`}>
                <RowHead className="py-1 align-top">
                  {index === 0 ? (
                    <>
                      {capital(name.replace(/^the /, ''))}
                      {effect === 'changed' ? null : (
                        <span className="ml-2 text-label text-muted">{effects[effect]}</span>
                      )}
                    </>
                  ) : null}
                </RowHead>
                <Cell className="py-1 align-top text-muted">{field.field}</Cell>
                <Cell className="max-w-60 py-1 align-top break-words text-muted">{field.before}</Cell>
                <Cell className="max-w-60 py-1 align-top break-words">{field.after}</Cell>
              </Row>
            )),
          )}
        </tbody>
      </Table>
      {step.changes.length > MOST_SHOWN ? (
        <p className="pt-2 text-muted">
          and {step.changes.length - MOST_SHOWN} more records; the file that you can save has all.
        </p>
      ) : null}
    </div>
  );
}
