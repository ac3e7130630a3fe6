import { useMemo, useState } from 'react';
import type { IncidentTake, RemoteIncident } from '../../../shared/exchange/pagerduty-incidents.ts';
import { pipelineIn } from '../../../shared/exchange/pipeline-health.ts';
import type { PipelineId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { severityText } from '../../../shared/words/incident-text.ts';
import { instantText } from '../../state/clock.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { readIncidents, takeIncidents, takesOf, type ReadIncidents } from './pagerduty-incident-acts.ts';
import { usePagerDuty } from './pagerduty-store.ts';
import { counted } from '../../../shared/words/number-text.ts';

const NONE = 'none';

type Services = ReadonlyMap<string, PipelineId | null>;

/** Services by the pipeline whose name they bear: to be said where none or several do. */
const suggested = (workspace: Workspace, incidents: readonly RemoteIncident[]): Services =>
  new Map(incidents.map(({ service }) => [service.id, pipelineIn(workspace, service.name)]));

/** Incidents of the quarter in view, to be taken over into the log: seen first, and never merged with what is there. */
export function PagerDutyIncidents() {
  const workspace = useWorkspace();
  const quarter = useView((state) => state.quarter);
  const busy = usePagerDuty((state) => state.busy);
  const [read, setRead] = useState<ReadIncidents | null>(null);
  const [services, setServices] = useState<Services>(new Map());
  const ask = async (): Promise<void> => {
    const next = await readIncidents(quarter);
    if (next === null) return;
    setServices(suggested(workspace, next.incidents));
    setRead(next);
  };
  return (
    <section className="flex flex-col gap-4" aria-label="Incidents">
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="text-section font-medium">Incidents</h3>
        <Button
          onPress={() => void ask()}
          disabledReason={busy === null ? undefined : `Wait: ${busy.toLowerCase()}`}
        >
          Read incidents of {quarterText(quarter)}
        </Button>
        <span className="text-muted">
          {read === null
            ? 'High urgency is taken for critical, low for normal.'
            : `Read ${instantText(read.readAt)}: ${counted(read.incidents.length, 'incident')}.${read.unread === 0 ? '' : ` ${read.unread} could not be understood.`}`}
        </span>
      </header>
      {read === null || read.incidents.length === 0 ? null : (
        <Preview read={read} services={services} onServices={setServices} />
      )}
    </section>
  );
}

function Preview({
  read,
  services,
  onServices,
}: {
  readonly read: ReadIncidents;
  readonly services: Services;
  readonly onServices: (services: Services) => void;
}) {
  const workspace = useWorkspace();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const takes = useMemo(() => takesOf(workspace, read, services), [workspace, read, services]);
  const wanted = takes.filter(({ record }) => record !== null);
  return (
    <>
      <ServicesMap incidents={read.incidents} services={services} onServices={onServices} />
      <Table caption="What would be taken over">
        <TableHead>
          <ColumnHead>Number</ColumnHead>
          <ColumnHead>Incident</ColumnHead>
          <ColumnHead>Severity</ColumnHead>
          <ColumnHead>Opened</ColumnHead>
          <ColumnHead>Resolved</ColumnHead>
          <ColumnHead>What happens</ColumnHead>
        </TableHead>
        <tbody>
          {takes.map((take) => (
            <TakeRow key={take.remote.id} take={take} />
          ))}
        </tbody>
      </Table>
      <div>
        <Button
          kind="primary"
          onPress={() => takeIncidents(wanted)}
          disabledReason={
            readOnly !== null
              ? `Read only: ${readOnly}`
              : wanted.length === 0
                ? 'There is nothing to take over'
                : undefined
          }
        >
          {wanted.length === 1 ? 'Take over one incident' : `Take over ${wanted.length} incidents`}
        </Button>
      </div>
    </>
  );
}

const happens: Readonly<Record<IncidentTake['kind'], string>> = {
  new: 'Added',
  newer: 'Goes on with what happened since',
  here: 'In the log already: stays',
  unmapped: 'Left out: say which pipeline its service is',
};

function TakeRow({ take: { remote, kind, record } }: { readonly take: IncidentTake }) {
  const at = (wanted: 'opened' | 'resolved'): string => {
    const event = remote.events.findLast((one) => one.kind === wanted);
    return event === undefined ? 'Open' : instantText(event.at);
  };
  return (
    <Row className={record === null ? 'text-muted' : undefined}>
      <RowHead className="tabular-nums">{remote.number}</RowHead>
      <Cell>
        <span dir="auto">{remote.title}</span>
      </Cell>
      <Cell>{severityText(remote.severity)}</Cell>
      <Cell className="tabular-nums">{at('opened')}</Cell>
      <Cell className="tabular-nums">{at('resolved')}</Cell>
      <Cell>{happens[kind]}</Cell>
    </Row>
  );
}

function ServicesMap({
  incidents,
  services,
  onServices,
}: {
  readonly incidents: readonly RemoteIncident[];
  readonly services: Services;
  readonly onServices: (services: Services) => void;
}) {
  const workspace = useWorkspace();
  const names = new Map(incidents.map(({ service }) => [service.id, service.name]));
  const options = [
    { id: NONE, title: 'Not taken over' },
    ...[...recordsOf(workspace, 'pipelines')]
      .sort((one, other) => one.position - other.position)
      .map(({ id, name }) => ({ id: id, title: name })),
  ];
  return (
    <div className="max-w-140">
      <Table caption="Services" quiet={false}>
        <TableHead>
          <ColumnHead>Service there</ColumnHead>
          <ColumnHead>Pipeline here</ColumnHead>
        </TableHead>
        <tbody>
          {[...names].map(([id, name]) => (
            <Row key={id}>
              <RowHead className="py-1">
                <span dir="auto">{name}</span>
              </RowHead>
              <Cell className="w-64 py-1">
                <Select
                  label={`Pipeline of ${name}`}
                  labelShown={false}
                  options={options}
                  value={services.get(id) ?? NONE}
                  onChange={(chosen) =>
                    onServices(new Map([...services, [id, chosen === NONE ? null : (chosen as PipelineId)]]))
                  }
                />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
