import { useState } from 'react';
import { atTime, dateOf, timeOf } from '../../../shared/calendar/days.ts';
import { secondsBetween, toInstant, toLocal } from '../../../shared/calendar/zone.ts';
import type { DueRow } from '../../../shared/deadlines/deliveries.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Delivery } from '../../../shared/model/deadline.ts';
import type { DeliveryId, PersonId } from '../../../shared/model/ids.ts';
import { zoneText } from '../../../shared/words/calendar-text.ts';
import { clockTimeText, readClockTime, timeExample } from '../../../shared/words/date-text.ts';
import { dueText, recordedText, spanText } from '../../../shared/words/deadline-text.ts';
import { act } from '../../state/act.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import type { Moment } from '../../state/use-moment.ts';

interface Props {
  readonly row: DueRow;
  readonly moment: Moment;
  readonly onClose: () => void;
}

const outcomes = [
  { id: 'met', title: 'Met' },
  { id: 'missed', title: 'Missed' },
  { id: 'waived', title: 'Waived' },
] as const;

const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text);

/** What became of one occurrence: met when and by whom, missed, or waived, with what shows it. */
export function RecordDialog({ row, moment, onClose }: Props) {
  const workspace = useWorkspace();
  const { deadline, delivery, day } = row;
  const start = toLocal(delivery?.at ?? moment.now, deadline.zone);
  const [outcome, setOutcome] = useState<Delivery['outcome']>(delivery?.outcome ?? 'met');
  const [date, setDate] = useState<string>(dateOf(start));
  const [time, setTime] = useState<string>(() => clockTimeText(timeOf(start)));
  const [by, setBy] = useState<PersonId | ''>(delivery === null ? (row.owner ?? '') : (delivery.by ?? ''));
  const [evidence, setEvidence] = useState(delivery?.evidence ?? '');
  const clock = readClockTime(time);
  const at = isDay(date) && clock !== null ? toInstant(atTime(date, clock), deadline.zone) : null;
  const isAhead = at !== null && secondsBetween(moment.now, at) > 60;
  const late = at === null || outcome !== 'met' ? 0 : secondsBetween(row.lateFrom, at);
  const missing =
    at === null
      ? `Give a day, and a time as ${timeExample()}`
      : isAhead
        ? 'It cannot have happened later than now'
        : outcome !== 'met' && evidence.trim() === ''
          ? 'Give a reason'
          : undefined;
  const save = (): void => {
    if (missing !== undefined || at === null) return;
    const next: Delivery = {
      id: delivery?.id ?? (`delivery-${crypto.randomUUID()}` as DeliveryId),
      deadline: deadline.id,
      due: day,
      outcome,
      by: by === '' ? null : by,
      at,
      evidence: evidence.trim(),
    };
    if (act({ kind: 'record-delivery', delivery: next }, recordedText(deadline, next)) === null) onClose();
  };
  const people = Object.values(workspace.people)
    .filter(({ id, archivedOn }) => archivedOn === null || id === by)
    .sort((one, other) => one.position - other.position)
    .map(({ id, name }) => ({ id, title: name }));
  return (
    <Dialog
      title={`${deadline.title}, ${dueText(day, deadline)}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" disabledReason={missing} onPress={save}>
            Record as {outcome}
          </Button>
        </>
      }
    >
      <SegmentedControl label="Outcome" options={outcomes} value={outcome} onChange={setOutcome} />
      <div className="grid grid-cols-[minmax(0,1fr)_6rem_minmax(0,1fr)] gap-3">
        <Field
          label={outcome === 'met' ? 'Delivered on' : 'Decided on'}
          type="date"
          value={date}
          onChange={setDate}
          error={isAhead ? 'This is still to come' : undefined}
        />
        <Field
          label="at"
          value={time}
          onChange={setTime}
          error={clock === null ? `As ${timeExample()}` : undefined}
        />
        <Select
          label="By"
          options={[{ id: '' as const, title: 'Nobody of the team' }, ...people]}
          value={by}
          onChange={setBy}
        />
      </div>
      <Field
        label={outcome === 'met' ? 'Evidence' : 'Reason'}
        value={evidence}
        onChange={setEvidence}
        rows={3}
        hint={
          outcome === 'met'
            ? 'What shows that it was delivered: a link, a count, who signed it off'
            : 'Stands in the list beside the outcome'
        }
      />
      <p className={late > 0 ? 'text-label text-warning' : 'text-label text-muted'}>
        {late > 0
          ? `That is ${spanText(late)} late; it counts as met late.`
          : `On the clock of ${zoneText(deadline.zone)}.`}
      </p>
    </Dialog>
  );
}
