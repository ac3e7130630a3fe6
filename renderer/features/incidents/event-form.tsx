import { useState } from 'react';
import { faultOf, nextEvents, type EventKind } from '../../../shared/deadlines/incident-events.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { eventFaultText, eventVerb } from '../../../shared/words/incident-text.ts';
import { now as nowByClock } from '../../state/clock.ts';
import type { Moment } from '../../state/use-moment.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { addEvent } from './incident-acts.ts';
import { instantOf, MomentFields, typedOf } from './moment-fields.tsx';

interface Props {
  readonly incident: Incident;
  readonly moment: Moment;
  /** Who is asked for first: whoever is on call for the pipeline now. */
  readonly onCall: PersonId | null;
  readonly disabledReason: string | undefined;
}

const reasonLabels: Partial<Record<EventKind, string>> = {
  paused: 'What it waits for',
  resolved: 'What was done',
  reopened: 'Why',
};

/** What happens next to an incident: which step, when, by whom and why. */
export function EventForm({ incident, moment, onCall, disabledReason }: Props) {
  const workspace = useWorkspace();
  const { zone } = workspace.about;
  const kinds = nextEvents(incident);
  const [kind, setKind] = useState<EventKind>(kinds[0] ?? 'resolved');
  const last = incident.events.at(-1);
  const [typed, setTyped] = useState(() => typedOf(nowByClock(), zone));
  const [by, setBy] = useState<PersonId | ''>(last?.by ?? onCall ?? '');
  const [reason, setReason] = useState('');
  const at = instantOf(typed, zone, last?.at);
  const fault = at === null ? null : faultOf(incident, { kind, at }, moment.now);
  const said = fault === null ? undefined : eventFaultText(fault, zone);
  const missing =
    disabledReason ??
    (at === null
      ? 'Give a day and a time'
      : (said ?? (kind === 'paused' && reason.trim() === '' ? 'Say what it waits for' : undefined)));
  const people = Object.values(workspace.people)
    .filter(({ id, archivedOn }) => archivedOn === null || id === by)
    .sort((one, other) => one.position - other.position)
    .map(({ id, name }) => ({ id, title: name }));
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === undefined && at !== null)
          addEvent(incident, { kind, at, by: by === '' ? null : by, reason: reason.trim() });
      }}
    >
      <SegmentedControl
        label="What happens"
        options={kinds.map((id) => ({ id, title: eventVerb(id) }))}
        value={kind}
        onChange={setKind}
      />
      <MomentFields value={typed} onChange={setTyped} zone={zone} error={said} />
      <Select
        label="By"
        options={[{ id: '' as const, title: 'Nobody of the team' }, ...people]}
        value={by}
        onChange={setBy}
      />
      {reasonLabels[kind] === undefined ? null : (
        <Field label={reasonLabels[kind]} value={reason} onChange={setReason} rows={2} />
      )}
      <div className="flex justify-end">
        <Button kind="primary" type="submit" disabledReason={missing}>
          {eventVerb(kind)}
        </Button>
      </div>
    </form>
  );
}
