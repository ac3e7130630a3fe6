import { useState } from 'react';
import { termsOn } from '../../../shared/comp-time/terms.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Person } from '../../../shared/model/person.ts';
import { readDuration } from '../../../shared/words/duration-text.ts';
import { minutesText } from '../../../shared/words/date-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { adjust } from './acts.ts';
import type { Ledger } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  readonly person: Person;
  readonly onClose: () => void;
}

const ways = [
  { id: 'give', title: 'Give' },
  { id: 'take', title: 'Take' },
] as const;

/** Time given or taken by hand, with its reason: what was brought along from elsewhere, or paid out. */
export function AdjustDialog({ ledger, person, onClose }: Props) {
  const [way, setWay] = useState<'give' | 'take'>('give');
  const [time, setTime] = useState('');
  const [date, setDate] = useState<string>(ledger.today);
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const minutes = time.trim() === '' ? null : readDuration(time);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date);
  const policy = isDay ? termsOn(ledger.workspace, date as LocalDate) : null;
  const wrongTime = time.trim() !== '' && (minutes === null || minutes === 0);
  const missing =
    minutes === null || minutes === 0
      ? 'Give a length of time, such as 8 h'
      : !isDay
        ? 'Give a day'
        : note.trim() === ''
          ? 'Give a reason'
          : undefined;
  const submit = (): void => {
    if (missing !== undefined || minutes === null || policy === null) return;
    const signed = way === 'give' ? minutes : -minutes;
    const said = adjust({
      person: person.id,
      date: date as LocalDate,
      minutes: signed,
      note: note.trim(),
      policy: policy.id,
    });
    if (said === null) onClose();
    else setRefusal(said);
  };
  return (
    <Dialog
      title={`Adjust the balance of ${person.name}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" disabledReason={missing} onPress={submit}>
            {way === 'give' ? 'Give' : 'Take'}
            {minutes === null ? '' : ` ${minutesText(minutes)}`}
          </Button>
        </>
      }
    >
      <SegmentedControl label="Give or take" options={ways} value={way} onChange={setWay} />
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="Time"
          value={time}
          onChange={setTime}
          placeholder="8 h"
          error={wrongTime ? 'Give hours or minutes, such as 8 h or 7:30' : undefined}
        />
        <Field label="Counts from" type="date" value={date} onChange={setDate} />
      </div>
      <Field
        label="Reason"
        value={note}
        onChange={setNote}
        hint="Stands in the ledger and on the statement"
      />
      {refusal === null ? null : (
        <p role="alert" className="text-error">
          {refusal}
        </p>
      )}
    </Dialog>
  );
}
