import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import type { IncidentRow } from '../../../shared/deadlines/incident-report.ts';
import { onCallAt } from '../../../shared/runbooks/on-call.ts';
import { momentIn } from '../../../shared/words/deadline-text.ts';
import { clockRunText, eventText, goalText, stateText } from '../../../shared/words/incident-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { act } from '../../state/act.ts';
import type { Moment } from '../../state/use-moment.ts';
import { showRunbook } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ClockMark } from './clock-mark.tsx';
import { EventForm } from './event-form.tsx';
import { FactsFields, factsFault, type Facts } from './facts-fields.tsx';
import { dropLast } from './incident-acts.ts';

interface Props {
  readonly row: IncidentRow;
  readonly moment: Moment;
  readonly disabledReason: string | undefined;
  readonly onClose: () => void;
}

/** What has happened so far; the last of it can be taken back. */
function Course({ row: { incident }, disabledReason }: Pick<Props, 'row' | 'disabledReason'>) {
  const workspace = useWorkspace();
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-section font-medium">So far</h3>
      <ol className="flex flex-col">
        {incident.events.map(({ kind, at, by, reason }, place) => (
          <li key={place} className="flex gap-3 border-b border-divider py-1.5">
            <span className="w-26 shrink-0 font-medium">{eventText(kind)}</span>
            <span className="min-w-0 flex-1">
              <span className="tabular-nums">{momentIn(at, workspace.about.zone)}</span>
              {by === null ? '' : `, ${personName(workspace, by)}`}
              {reason === '' ? null : <span className="block text-muted">{reason}</span>}
            </span>
          </li>
        ))}
      </ol>
      {incident.events.length < 2 ? null : (
        <div>
          <Button size="small" disabledReason={disabledReason} onPress={() => dropLast(incident)}>
            Take back the last step
          </Button>
        </div>
      )}
    </section>
  );
}

function FactsPart({ row: { incident }, disabledReason }: Pick<Props, 'row' | 'disabledReason'>) {
  const [facts, setFacts] = useState<Facts>(incident);
  const { title, pipeline, severity, reference } = facts;
  const same =
    title === incident.title &&
    pipeline === incident.pipeline &&
    severity === incident.severity &&
    reference === incident.reference;
  const fault = disabledReason ?? factsFault(facts) ?? (same ? 'Nothing is changed' : undefined);
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-section font-medium">Facts</h3>
      <FactsFields facts={facts} set={(change) => setFacts({ ...facts, ...change })} />
      <div className="flex justify-end">
        <Button
          disabledReason={fault}
          onPress={() => {
            if (pipeline === '') return;
            const next = {
              ...incident,
              title: title.trim(),
              pipeline,
              severity,
              reference: reference.trim(),
            };
            act({ kind: 'save-incident', incident: next }, `${next.title} is changed.`);
          }}
        >
          Save facts
        </Button>
      </div>
    </section>
  );
}

/** One incident: its clock, what happened so far, and what happens next. */
export function IncidentSheet({ row, moment, disabledReason, onClose }: Props) {
  const workspace = useWorkspace();
  const { incident, clock, goal } = row;
  const runbook = Object.values(workspace.runbooks)
    .filter(({ pipeline }) => pipeline === incident.pipeline)
    .sort((one, other) => one.position - other.position)[0];
  const duty = onCallAt(workspace, incident.pipeline, moment.now).find(({ now }) => now !== null);
  const onCall = duty?.now?.person ?? null;
  return (
    <Sheet
      title={incident.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            kind="danger"
            disabledReason={disabledReason}
            onPress={() => {
              const done = `${incident.title} is removed.`;
              if (act({ kind: 'remove-incident', incident: incident.id }, done) === null) onClose();
            }}
          >
            Remove
          </Button>
          <span className="flex-1" />
          {runbook === undefined ? null : (
            <Button
              icon={<BookOpenText size={14} aria-hidden />}
              onPress={() => {
                onClose();
                showRunbook(runbook.id);
              }}
            >
              Runbook
            </Button>
          )}
          <Button onPress={onClose}>Close</Button>
        </>
      }
    >
      <section className="flex flex-col gap-1">
        <p className="text-section font-medium">{stateText(clock)}</p>
        <ClockMark row={row} zone={workspace.about.zone} />
        <p className="text-label text-muted">
          To resolve within {goalText(workspace, goal)}. {goal.business ? clockRunText(goal) : ''}
          {onCall === null ? '' : ` On call now: ${personName(workspace, onCall)}.`}
        </p>
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="text-section font-medium">Next</h3>
        <EventForm
          key={incident.events.length}
          incident={incident}
          moment={moment}
          onCall={onCall}
          disabledReason={disabledReason}
        />
      </section>
      <Course row={row} disabledReason={disabledReason} />
      <FactsPart key={JSON.stringify(incident)} row={row} disabledReason={disabledReason} />
    </Sheet>
  );
}
