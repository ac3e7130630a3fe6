import { useState } from 'react';
import type { Settlement } from '../../../shared/comp-time/settlements.ts';
import { settlementText, settlementTitle } from '../../../shared/words/comp-time-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { decline } from './acts.ts';
import type { Ledger } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  readonly settlement: Settlement;
  readonly onClose: () => void;
}

/** Why something that was served is not credited. The reason stands in the ledger, and on the person's statement. */
export function DeclineDialog({ ledger, settlement, onClose }: Props) {
  const { workspace } = ledger;
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = (): void => {
    const said = decline(settlement, note.trim());
    if (said === null) onClose();
    else setRefusal(said);
  };
  return (
    <Dialog
      title="Decline comp time"
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
            Decline
          </Button>
        </>
      }
    >
      <p>
        {settlementTitle(workspace, settlement)}. {settlementText(workspace, settlement)}.
      </p>
      <p className="text-muted">It is written down and taken back at once, and not offered again.</p>
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
