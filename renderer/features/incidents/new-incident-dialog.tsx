import { useState } from 'react';
import { secondsBetween } from '../../../shared/calendar/zone.ts';
import { goalOf } from '../../../shared/deadlines/incident-clock.ts';
import type { IncidentId, PipelineId } from '../../../shared/model/ids.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { clockRunText, goalText } from '../../../shared/words/incident-text.ts';
import { act } from '../../state/act.ts';
import { now as nowByClock } from '../../state/clock.ts';
import type { Moment } from '../../state/use-moment.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FactsFields, factsFault, type Facts } from './facts-fields.tsx';
import { instantOf, MomentFields, typedOf } from './moment-fields.tsx';

interface Props {
  readonly moment: Moment;
  /** Which pipeline it is of, to begin with; null is the first. */
  readonly pipeline: PipelineId | null;
  readonly onClose: () => void;
  readonly onMade: (incident: IncidentId) => void;
}

/** An incident to write down: what happened, and since when its clock runs. */
export function NewIncidentDialog({ moment, pipeline, onClose, onMade }: Props) {
  const workspace = useWorkspace();
  const { zone } = workspace.about;
  const [first] = Object.values(workspace.pipelines).sort((one, other) => one.position - other.position);
  const [facts, setFacts] = useState<Facts>({
    title: '',
    pipeline: pipeline ?? first?.id ?? '',
    severity: 'normal',
    reference: '',
  });
  const [typed, setTyped] = useState(() => typedOf(nowByClock(), zone));
  const at = instantOf(typed, zone);
  const isAhead = at !== null && secondsBetween(moment.now, at) > 60;
  const fault =
    factsFault(facts) ??
    (at === null ? 'Give a day and a time' : isAhead ? 'It is still to come' : undefined);
  const incident: Incident | null =
    at === null || facts.pipeline === ''
      ? null
      : {
          id: 'incident-new' as IncidentId,
          ...facts,
          pipeline: facts.pipeline,
          title: facts.title.trim(),
          reference: facts.reference.trim(),
          events: [{ kind: 'opened', at, by: null, reason: '' }],
        };
  const goal = incident === null ? null : goalOf(workspace, incident);
  const save = (): void => {
    if (fault !== undefined || incident === null) return;
    const made = { ...incident, id: `incident-${crypto.randomUUID()}` as IncidentId };
    if (act({ kind: 'save-incident', incident: made }, `${made.title} is open.`) === null) onMade(made.id);
  };
  return (
    <Dialog
      title="Report an incident"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" disabledReason={fault} onPress={save}>
            Open incident
          </Button>
        </>
      }
    >
      <FactsFields facts={facts} set={(change) => setFacts({ ...facts, ...change })} autoFocus />
      <MomentFields
        value={typed}
        onChange={setTyped}
        zone={zone}
        error={isAhead ? 'This is still to come' : undefined}
      />
      {incident === null || goal === null ? null : (
        <p className="text-label text-muted">
          To resolve within {goalText(workspace, goal)}, from then on. {clockRunText(goal)}
        </p>
      )}
    </Dialog>
  );
}
