import { Siren } from 'lucide-react';
import { useMemo } from 'react';
import { incidentRows } from '../../../shared/deadlines/incident-report.ts';
import type { PipelineId } from '../../../shared/model/ids.ts';
import { remainingText, severityText, stateText } from '../../../shared/words/incident-text.ts';
import { reportIncident, showIncident } from '../../state/incident-view.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from './use-now.ts';

interface Props {
  readonly pipeline: PipelineId;
  readonly readOnlyBecause: string | null;
}

/** What runs at this minute for the pipeline, with its clock, each a press away; and the way to write down what has just begun. */
export function OpenIncidents({ pipeline, readOnlyBecause }: Props) {
  const workspace = useWorkspace();
  const moment = useNow();
  const open = useMemo(
    () =>
      incidentRows(workspace, moment).filter(
        ({ incident, clock }) => incident.pipeline === pipeline && clock.state !== 'resolved',
      ),
    [workspace, moment, pipeline],
  );
  return (
    <section className="runbook-incidents" aria-label="Open incidents">
      {open.length === 0 ? (
        <p className="runbook-fine">No incident is open.</p>
      ) : (
        <ul>
          {open.map(({ incident, clock, goal }) => (
            <li key={incident.id}>
              <Siren size={14} aria-hidden />
              <span className="runbook-incident-words">
                <strong>{incident.title}</strong>
                <span className={clock.breached ? 'runbook-gap' : undefined}>
                  {severityText(incident.severity)}. {stateText(clock)}, {remainingText(clock, goal)}
                </span>
              </span>
              <Button size="small" onPress={() => showIncident(incident.id)}>
                Open<span className="sr-only"> {incident.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        kind="quiet"
        disabledReason={readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`}
        onPress={() => reportIncident(pipeline)}
      >
        Report incident…
      </Button>
    </section>
  );
}
