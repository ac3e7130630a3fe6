import { Check, Circle } from 'lucide-react';
import type { Run } from '../../../shared/model/run.ts';
import { tickedCount } from '../../../shared/runbooks/runs.ts';
import { clockText, instantText } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { minutesText } from '../../../shared/words/date-text.ts';
import { Button } from '../../ui/button.tsx';
import { Prose } from './prose.tsx';
import { removeRun, reopenRun } from './run-acts.ts';
import { Section } from './section.tsx';

interface Props {
  readonly runs: readonly Run[];
  readonly readOnlyBecause: string | null;
}

const lasted = (run: Run): string =>
  run.finishedAt === null
    ? ''
    : minutesText((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 60_000);

function Record({ run, readOnlyBecause }: { readonly run: Run; readonly readOnlyBecause: string | null }) {
  const { incidents } = useWorkspace();
  const incident = run.incident === null ? undefined : incidents[run.incident];
  const readOnly = readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`;
  return (
    <details className="run-record">
      <summary>
        <strong>{run.title}</strong>
        <span className="runbook-fine">
          {instantText(run.startedAt)} · {run.startedBy} · {tickedCount(run)} of {run.steps.length} done ·{' '}
          {lasted(run)}
        </span>
      </summary>
      {incident === undefined ? null : <p>Incident: {incident.title}</p>}
      <ol>
        {run.steps.map((step, index) => (
          <li key={index}>
            {step.tickedAt === null ? (
              <Circle size={14} role="img" aria-label="Left open" />
            ) : (
              <Check size={14} role="img" aria-label="Done" />
            )}
            <div>
              <Prose text={step.text} name={`${run.id}-${String(index + 1)}`} />
              {step.tickedAt === null ? null : (
                <p className="runbook-fine">
                  {clockText(step.tickedAt)}, {step.tickedBy}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      {run.notes.trim() === '' ? null : <p className="run-notes">{run.notes}</p>}
      <div className="run-foot">
        <Button size="small" disabledReason={readOnly} onPress={() => reopenRun(run)}>
          Go on with it
        </Button>
        <Button size="small" kind="quiet" disabledReason={readOnly} onPress={() => removeRun(run)}>
          Remove record
        </Button>
      </div>
    </details>
  );
}

/** How often and by whom this runbook was worked through, the newest first. */
export function PastRuns({ runs, readOnlyBecause }: Props) {
  return (
    <Section title="Checklist records" when={runs.length > 0}>
      {runs.map((run) => (
        <Record key={run.id} run={run} readOnlyBecause={readOnlyBecause} />
      ))}
    </Section>
  );
}
