import { useMemo } from 'react';
import type { Health, Monitor, Objective } from '../../../shared/exchange/health.ts';
import { mappedHealth, type PipelineHealth } from '../../../shared/exchange/pipeline-health.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import {
  healthReadText,
  monitorStateText,
  objectiveStateText,
  objectiveText,
} from '../../../shared/words/health-text.ts';
import { instantText } from '../../state/clock.ts';
import { monitorStanding, objectiveStanding } from '../../state/standing.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { HealthSign } from '../../ui/health-sign.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

/** What was read, by pipeline, and what is watched without a runbook, or has a runbook and is not watched. */
export function DatadogHealth({ health }: { readonly health: Health }) {
  const workspace = useWorkspace();
  const { pipelines, loose } = useMemo(() => mappedHealth(workspace, health), [workspace, health]);
  return (
    <section className="flex flex-col gap-4" aria-label="What was read">
      <p className="text-muted">
        Seen {instantText(health.readAt)}: {healthReadText(health)} Each pipeline’s part stands beside its
        runbook too.
      </p>
      <Table caption="Pipelines by their monitors" quiet={false}>
        <TableHead>
          <ColumnHead>Pipeline</ColumnHead>
          <ColumnHead>Stands at</ColumnHead>
          <ColumnHead>Monitors</ColumnHead>
          <ColumnHead>Objectives</ColumnHead>
          <ColumnHead>Runbook</ColumnHead>
        </TableHead>
        <tbody>
          {pipelines.map((one) => (
            <PipelineRow key={one.pipeline} found={one} />
          ))}
        </tbody>
      </Table>
      <Loose loose={loose} />
    </section>
  );
}

function PipelineRow({ found }: { readonly found: PipelineHealth }) {
  const workspace = useWorkspace();
  const runbooks = recordsOf(workspace, 'runbooks').filter(({ pipeline }) => pipeline === found.pipeline);
  return (
    <Row>
      <RowHead className="py-1.5 align-top">
        <span dir="auto">{workspace.pipelines[found.pipeline]?.name ?? found.pipeline}</span>
      </RowHead>
      <Cell className="py-1.5 align-top">
        {found.worst === null ? (
          <HealthSign standing="off">
            {found.objectives.length === 0 ? 'Not watched' : 'No monitor'}
          </HealthSign>
        ) : (
          <HealthSign standing={monitorStanding[found.worst]}>{monitorStateText[found.worst]}</HealthSign>
        )}
      </Cell>
      <Cell className="py-1.5 align-top">
        <ul className="flex flex-col gap-1">
          {found.monitors.map((monitor) => (
            <li key={monitor.id} className="flex flex-wrap gap-x-2">
              <HealthSign standing={monitorStanding[monitor.state]}>
                {monitorStateText[monitor.state]}
              </HealthSign>
              <span dir="auto">{monitor.name}</span>
            </li>
          ))}
        </ul>
      </Cell>
      <Cell className="py-1.5 align-top">
        <ul className="flex flex-col gap-1">
          {found.objectives.map((objective) => (
            <li key={objective.id}>
              <span className="flex flex-wrap gap-x-2">
                <HealthSign standing={objectiveStanding[objective.state]}>
                  {objectiveStateText[objective.state]}
                </HealthSign>
                <span dir="auto">{objective.name}</span>
              </span>
              <span className="text-muted">{objectiveText(objective)}</span>
            </li>
          ))}
        </ul>
      </Cell>
      <Cell className="py-1.5 align-top">
        {runbooks.length === 0 ? (
          <span className="text-warning">No runbook</span>
        ) : (
          runbooks.map(({ title }) => title).join(', ')
        )}
      </Cell>
    </Row>
  );
}

const MOST_SHOWN = 20;

function Loose({ loose }: { readonly loose: readonly (Monitor | Objective)[] }) {
  if (loose.length === 0) return null;
  return (
    <div className="flex max-w-180 flex-col gap-1">
      <h4 className="font-medium">Watching no pipeline, so without a runbook</h4>
      <p className="text-muted">
        A tag <code>pipeline:NAME</code> says which pipeline something watches; without one, the pipeline’s
        name in its own name does.
      </p>
      <ul className="list-disc pl-5">
        {loose.slice(0, MOST_SHOWN).map(({ id, name }) => (
          <li key={id}>
            <span dir="auto">{name}</span>
          </li>
        ))}
        {loose.length > MOST_SHOWN ? <li>and {loose.length - MOST_SHOWN} more</li> : null}
      </ul>
    </div>
  );
}
