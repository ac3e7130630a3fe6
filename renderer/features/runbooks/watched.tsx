import { useMemo } from 'react';
import type { PipelineId } from '../../../shared/model/ids.ts';
import { mappedHealth } from '../../../shared/exchange/pipeline-health.ts';
import {
  lengthText,
  monitorStateText,
  objectiveStateText,
  objectiveText,
} from '../../../shared/words/health-text.ts';
import { instantText } from '../../state/clock.ts';
import { datadogAddress, readHealthNow, useHealth } from '../../state/health-store.ts';
import { monitorStanding, objectiveStanding } from '../../state/standing.ts';
import { useSeenHealth } from '../../state/use-health.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { HealthSign } from '../../ui/health-sign.tsx';
import { Section } from './section.tsx';
import { useNow } from './use-now.ts';

/** What Datadog said of a pipeline when it was last asked, and when that was. */
export function Watched({ pipeline }: { readonly pipeline: PipelineId }) {
  const workspace = useWorkspace();
  const health = useSeenHealth();
  const moment = useNow();
  const { isBusy, problem } = useHealth();
  const found = useMemo(
    () =>
      health === null
        ? undefined
        : mappedHealth(workspace, health).pipelines.find((one) => one.pipeline === pipeline),
    [workspace, health, pipeline],
  );
  if (health === null || found === undefined) return null;
  const isConnected = datadogAddress(workspace) !== null;
  const age = (instant: string): string => lengthText(Date.parse(moment) - Date.parse(instant));
  return (
    <Section title="Watched by Datadog">
      {found.monitors.length + found.objectives.length === 0 ? (
        <p className="runbook-fine">Nothing that was read watches this pipeline.</p>
      ) : (
        <ul className="runbook-list-plain">
          {found.monitors.map((monitor) => (
            <li key={monitor.id}>
              <span dir="auto">{monitor.name}</span>
              <div className="runbook-watched">
                <HealthSign standing={monitorStanding[monitor.state]}>
                  {monitorStateText[monitor.state]}
                </HealthSign>
                {monitor.since === null ? null : (
                  <span className="runbook-fine">for {age(monitor.since)}</span>
                )}
              </div>
            </li>
          ))}
          {found.objectives.map((objective) => (
            <li key={objective.id}>
              <span dir="auto">{objective.name}</span>
              <div className="runbook-watched">
                <HealthSign standing={objectiveStanding[objective.state]}>
                  {objectiveStateText[objective.state]}
                </HealthSign>
                <span className="runbook-fine">{objectiveText(objective)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="runbook-fine">
        Last seen {age(health.readAt)} ago, <span className="tabular-nums">{instantText(health.readAt)}</span>
      </p>
      {isConnected ? (
        <div>
          <Button
            size="small"
            kind="quiet"
            onPress={() => void readHealthNow()}
            disabledReason={isBusy ? 'Wait: reading' : undefined}
          >
            {isBusy ? 'Reading…' : 'Read again'}
          </Button>
        </div>
      ) : null}
      {problem === null ? null : <p className="runbook-gap">{problem}</p>}
    </Section>
  );
}
