import { useMemo, useState } from 'react';
import type { DayOrder } from '../../../shared/exchange/cell-dates.ts';
import type { LeaveColumns, LeaveField } from '../../../shared/exchange/leave-csv.ts';
import type { Mapping } from '../../../shared/exchange/leave-file.ts';
import type { Separator } from '../../../shared/exchange/table-file.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { fileFactsText, separatorText } from '../../../shared/words/import-text.ts';
import { leaveFieldText } from '../../../shared/words/leave-import-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ImportColumns } from '../../ui/import-columns.tsx';
import { Select } from '../../ui/select.tsx';
import { ImportFrame } from './import-frame.tsx';
import type { TableReader } from './import-readers.ts';
import type { Differ } from './use-leave-diff.ts';
import type { LeaveSource } from './use-leave-file.ts';

interface Props {
  readonly source: LeaveSource;
  readonly onClose: () => void;
  readonly reader: TableReader;
  readonly differ: Differ;
}

const orders = [
  { id: 'ask', title: 'Not said' },
  { id: 'day-first', title: 'Day first: 3 April' },
  { id: 'month-first', title: 'Month first: 4 March' },
] as const;

/** A table before it is taken over as leave. */
export function ImportTable({ source, onClose, reader, differ }: Props) {
  const workspace = useWorkspace();
  const [separator, setSeparator] = useState<Separator | null>(null);
  const [chosen, setChosen] = useState<LeaveColumns | null>(null);
  const [order, setOrder] = useState<DayOrder>(null);
  const [mapping, setMapping] = useState<Mapping>(() => new Map<string, PersonId | null>());
  const table = useMemo(() => reader.readTable(source.text, separator), [reader, source.text, separator]);
  const columns = useMemo(() => chosen ?? reader.matchLeaveColumns(table.columns), [reader, table, chosen]);
  const file = useMemo(
    () => reader.readLeaveTable(workspace, table, { columns, order, mapping }),
    [reader, workspace, table, columns, order, mapping],
  );
  const asks = reader.asksForOrder(table, columns);
  return (
    <ImportFrame
      source={source}
      facts={fileFactsText(source.name, source.encoding, table.rows.length)}
      onClose={onClose}
      differ={differ}
      file={file}
      about={[]}
      mapping={mapping}
      onMapping={setMapping}
      reading={
        <>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-3">
            <Select
              label="Cells are parted by"
              options={reader.separators.map((id) => ({ id, title: separatorText[id] }))}
              value={table.separator}
              onChange={(next) => {
                setSeparator(next);
                setChosen(null);
              }}
            />
            {asks ? (
              <Select
                label="What 03/04/2027 means"
                options={orders}
                value={order ?? 'ask'}
                onChange={(next) => setOrder(next === 'ask' ? null : next)}
              />
            ) : null}
          </div>
          {table.columns.length === 0 ? null : (
            <ImportColumns<LeaveField>
              fields={reader.leaveFields.map((id) => ({ id, title: leaveFieldText[id] }))}
              columns={table.columns}
              value={columns}
              onChange={setChosen}
            />
          )}
        </>
      }
    />
  );
}
