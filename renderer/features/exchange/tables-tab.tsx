import { Copy, Download, Image } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { OutTable } from '../../../shared/exchange/csv-out.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { incidentsTable } from '../../../shared/words/incident-text.ts';
import { balancesTable, linesTable } from '../../../shared/words/ledger-table.ts';
import { loadTable } from '../../../shared/words/load-table.ts';
import { shiftTable } from '../../../shared/words/shift-table.ts';
import { now, today } from '../../state/clock.ts';
import { useFairness } from '../../state/selectors.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button, buttonLook } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { copyTable, saveCsv, saveWorkbook } from './give-tables.ts';

interface Offered {
  readonly title: string;
  readonly what: string;
  readonly table: OutTable;
}

function useTables(): readonly Offered[] {
  const workspace = useWorkspace();
  const quarter = useView((state) => state.quarter);
  const fairness = useFairness();
  return useMemo(() => {
    const day = today(workspace.about.zone);
    const people = recordsOf(workspace, 'people').map(({ id }) => id);
    return [
      {
        title: `Plan of ${quarterText(quarter)}`,
        what: 'Each stretch that somebody serves, with true hours; covers apart',
        table: shiftTable(workspace, quarter),
      },
      {
        title: `Load in ${quarterText(quarter)}`,
        what: 'Points, attainable share and difference of each person',
        table: loadTable(workspace, quarter, fairness),
      },
      {
        title: 'Comp time, balances',
        what: 'Minutes as of today',
        table: balancesTable(workspace, people, day),
      },
      {
        title: 'Comp time, ledger',
        what: 'Every line, minutes signed',
        table: linesTable(workspace, people, null, day),
      },
      { title: 'Incidents', what: 'With their clocks and goals', table: incidentsTable(workspace, now()) },
    ];
  }, [workspace, quarter, fairness]);
}

/** Tables to give away: as files, or on the clipboard for a document, a chat or an issue. */
export function TablesTab() {
  const offered = useTables();
  const filled = offered.filter(({ table }) => table.rows.length > 0);
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-180 text-muted">
        Files are read by every spreadsheet; text that would run there as a formula is kept as text. Reasons
        for being away are in none of them. Plan and load are of the quarter on view.
      </p>
      <Table caption="Tables">
        <TableHead>
          <ColumnHead>Table</ColumnHead>
          <ColumnHead>What is in it</ColumnHead>
          <ColumnHead numeric>Rows</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Give away</span>
          </ColumnHead>
        </TableHead>
        <tbody>
          {offered.map((one) => (
            <TableLine key={one.title} one={one} />
          ))}
        </tbody>
      </Table>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Download size={14} aria-hidden />}
          disabledReason={filled.length === 0 ? 'Every table is empty yet' : undefined}
          onPress={() => void saveWorkbook(filled.map(({ table }) => table))}
        >
          All as one Excel workbook…
        </Button>
        <Button icon={<Image size={14} aria-hidden />} onPress={() => openDialog('print')}>
          The quarter as a picture…
        </Button>
      </div>
    </div>
  );
}

function TableLine({ one: { title, what, table } }: { readonly one: Offered }) {
  const empty = table.rows.length === 0 ? 'Nothing is in it yet' : undefined;
  return (
    <Row>
      <RowHead>{title}</RowHead>
      <Cell className="text-muted">{what}</Cell>
      <Cell numeric>{table.rows.length}</Cell>
      <Cell className="py-1">
        <div className="flex justify-end gap-1.5">
          <Button
            size="small"
            icon={<Download size={13} aria-hidden />}
            hint={`Save ${title} as CSV`}
            disabledReason={empty}
            onPress={() => void saveCsv(title, table)}
          >
            CSV…
          </Button>
          <Menu
            label={`Copy ${title}`}
            placement="bottom end"
            trigger={
              <AriaButton aria-label={`Copy ${title}`} className={buttonLook('plain', 'small')}>
                <Copy size={13} aria-hidden />
                Copy
              </AriaButton>
            }
            groups={[
              {
                id: 'copy',
                title: 'Copy as',
                entries: [
                  {
                    id: 'rich',
                    title: 'Table, for documents and mail',
                    disabledReason: empty,
                    run: () => void copyTable(title, table, 'rich'),
                  },
                  {
                    id: 'markdown',
                    title: 'Markdown, for issues and wikis',
                    disabledReason: empty,
                    run: () => void copyTable(title, table, 'markdown'),
                  },
                  {
                    id: 'chat',
                    title: 'Text in columns, for Slack',
                    disabledReason: empty,
                    run: () => void copyTable(title, table, 'chat'),
                  },
                ],
              },
            ]}
          />
        </div>
      </Cell>
    </Row>
  );
}
