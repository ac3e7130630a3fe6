import { incidentReport } from '../../../shared/deadlines/incident-report.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import { minutesText, quarterText } from '../../../shared/words/date-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

const timeText = (seconds: number | null): string =>
  seconds === null ? '–' : minutesText(Math.round(seconds / 60));

/** How incidents went, by quarter and pipeline. */
export function ReportTab({ now }: { readonly now: Instant }) {
  const workspace = useWorkspace();
  const rows = incidentReport(workspace, now);
  return (
    <div className="flex flex-col gap-2">
      <Table caption="Incidents by quarter and pipeline">
        <TableHead>
          <ColumnHead>Quarter</ColumnHead>
          <ColumnHead>Pipeline</ColumnHead>
          <ColumnHead numeric>Opened</ColumnHead>
          <ColumnHead numeric>Critical</ColumnHead>
          <ColumnHead numeric>Not resolved</ColumnHead>
          <ColumnHead numeric>Over the goal</ColumnHead>
          <ColumnHead numeric>Median to acknowledge</ColumnHead>
          <ColumnHead numeric>Median to resolve</ColumnHead>
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.quarter} ${row.pipeline}`}>
              <RowHead>{quarterText(row.quarter)}</RowHead>
              <Cell>{workspace.pipelines[row.pipeline]?.name ?? row.pipeline}</Cell>
              <Cell numeric>{row.opened}</Cell>
              <Cell numeric>{row.critical}</Cell>
              <Cell numeric>{row.unresolved}</Cell>
              <Cell numeric className={row.breached > 0 ? 'text-error' : undefined}>
                {row.breached}
              </Cell>
              <Cell numeric>{timeText(row.medianAcknowledged)}</Cell>
              <Cell numeric>{timeText(row.medianResolved)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <p className="text-muted">
        An incident counts in the quarter in which it was opened. Its clock stands still while it is paused,
        and runs on when it is reopened.
      </p>
    </div>
  );
}
