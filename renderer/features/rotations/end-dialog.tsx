import { useState } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import { firstChangeDay } from '../../../shared/editing/rotation-change.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { endingText } from '../../../shared/words/rotation-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { endRotation, turnsFrom } from './acts.ts';
import { dropDraft, selectRotation } from './draft-store.ts';

interface BodyProps {
  readonly rotation: Rotation;
  readonly today: LocalDate;
  readonly onClose: () => void;
}

function Body({ rotation, today, onClose }: BodyProps) {
  const workspace = useWorkspace();
  const [typed, setTyped] = useState<string>(firstChangeDay(rotation, today));
  const [refused, setRefused] = useState<string | null>(null);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(typed) && addDays(typed as LocalDate, 0) === typed;
  const on = isDay ? (typed as LocalDate) : null;
  const error =
    on === null
      ? 'Give a day.'
      : on <= today
        ? 'Give a day after today: what has begun stays as it is worked.'
        : undefined;
  const end = (): void => {
    if (on === null || error !== undefined) return;
    const refusal = endRotation(rotation, on);
    if (refusal !== null) return setRefused(refusal);
    dropDraft(rotation.id);
    selectRotation(rotation.id);
    onClose();
  };
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        end();
      }}
    >
      <Field
        label="No turn begins from"
        type="date"
        value={typed}
        onChange={setTyped}
        error={error}
        autoFocus
      />
      {on === null || error !== undefined ? null : (
        <p>{endingText(turnsFrom(workspace, rotation.id, on).length, on)}</p>
      )}
      {refused === null ? null : <p className="text-error">{refused}</p>}
      <div className="flex justify-end gap-2">
        <Button onPress={onClose}>Cancel</Button>
        <Button kind="primary" type="submit" disabledReason={error}>
          End {rotation.name}
        </Button>
      </div>
    </form>
  );
}

interface Props {
  readonly rotation: Rotation | null;
  readonly today: LocalDate;
  readonly onClose: () => void;
}

/** Asks from which day on a rotation begins no turn, and says what that takes out. */
export function EndDialog({ rotation, today, onClose }: Props) {
  return (
    <Dialog
      title={rotation === null ? '' : `End ${rotation.name}`}
      isOpen={rotation !== null}
      onClose={onClose}
      actions={null}
    >
      {rotation === null ? null : <Body rotation={rotation} today={today} onClose={onClose} />}
    </Dialog>
  );
}
