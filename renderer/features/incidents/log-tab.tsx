import { Siren } from 'lucide-react';
import { nextEvents } from '../../../shared/deadlines/incident-events.ts';
import type { IncidentRow } from '../../../shared/deadlines/incident-report.ts';
import type { IncidentId } from '../../../shared/model/ids.ts';
import { momentIn } from '../../../shared/words/deadline-text.ts';
import { eventVerb, severityText, stateText } from '../../../shared/words/incident-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { ClockMark } from './clock-mark.tsx';

interface Props {
  readonly rows: readonly IncidentRow[];
  readonly onOpen: (incident: IncidentId) => void;
}

/** All incidents, the running ones first, by how little time they have left. */
export function LogTab({ rows, onOpen }: Props) {
  const workspace = useWorkspace();
  const { zone } = workspace.about;
  return (
    <Table caption="Incidents">
      <TableHead>
        <ColumnHead>Incident</ColumnHead>
        <ColumnHead>Opened</ColumnHead>
        <ColumnHead>State</ColumnHead>
        <ColumnHead>Clock</ColumnHead>
        <ColumnHead>
          <span className="sr-only">Act</span>
        </ColumnHead>
      </TableHead>
      <tbody>
        {rows.map((row) => {
          const { incident, clock, openedAt, responder } = row;
          const [next] = nextEvents(incident);
          return (
            <Row key={incident.id}>
              <RowHead>
                <span className="flex min-w-48 flex-col py-1">
                  <span className="font-medium">{incident.title}</span>
                  <span className="flex items-center gap-1 text-label text-muted">
                    {incident.severity === 'critical' ? (
                      <Siren size={12} className="shrink-0 text-error" aria-hidden />
                    ) : null}
                    {[
                      severityText(incident.severity),
                      workspace.pipelines[incident.pipeline]?.name,
                      ...(incident.reference === '' ? [] : [incident.reference]),
                    ].join(', ')}
                  </span>
                </span>
              </RowHead>
              <Cell className="whitespace-nowrap tabular-nums">{momentIn(openedAt, zone)}</Cell>
              <Cell>
                <span className="flex min-w-48 flex-col py-1">
                  <span className={classes(clock.state === 'open' && !clock.acknowledged && 'text-warning')}>
                    {stateText(clock)}
                  </span>
                  <span className="text-label text-muted">
                    {responder === null ? 'Nobody responds' : personName(workspace, responder)}
                  </span>
                </span>
              </Cell>
              <Cell>
                <ClockMark row={row} zone={zone} />
              </Cell>
              <Cell className="text-right">
                <Button size="small" onPress={() => onOpen(incident.id)}>
                  {clock.state === 'resolved' || next === undefined ? 'Open' : `${eventVerb(next)}…`}
                  <span className="sr-only"> {incident.title}</span>
                </Button>
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
