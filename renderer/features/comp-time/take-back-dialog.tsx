import { useState } from 'react';
import { balanceOfLines } from '../../../shared/comp-time/balance.ts';
import { linesOf } from '../../../shared/comp-time/ledger.ts';
import type { CompTimeEntry } from '../../../shared/model/comp-time.ts';
import { minutesText } from '../../../shared/words/date-text.ts';
import { entryKindText, entryText } from '../../../shared/words/ledger-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { takeBack } from './acts.ts';
import type { Ledger } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  readonly entry: CompTimeEntry;
  readonly onClose: () => void;
}

/** Why a line is taken back, and what that leaves. The line itself stays, struck through. */
export function TakeBackDialog({ ledger, entry, onClose }: Props) {
  const { workspace } = ledger;
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const left = balanceOfLines(workspace, linesOf(workspace, entry.person)).open - entry.minutes;
  const submit = (): void => {
    const said = takeBack(entry, note.trim());
    if (said === null) onClose();
    else setRefusal(said);
  };
  return (
    <Dialog
      title="Take back a line of the ledger"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            disabledReason={note.trim() === '' ? 'Give a reason first' : undefined}
            onPress={submit}
          >
            Take back {minutesText(Math.abs(entry.minutes))}
          </Button>
        </>
      }
    >
      <p>
        {entryKindText(entry.kind)}, {entryText(workspace, entry)}. {personName(workspace, entry.person)} then
        has <span className={left < 0 ? 'font-medium text-error' : ''}>{minutesText(left)}</span> open,
        bookings ahead counted.
        {left < 0 ? ' What is missing is paid back by what is earned next.' : ''}
      </p>
      {entry.kind === 'take' && entry.source.leave !== null ? (
        <p className="text-muted">The days stay in the plan as leave. To remove both, cancel the booking.</p>
      ) : null}
      <Field
        label="Reason"
        value={note}
        onChange={setNote}
        autoFocus
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
