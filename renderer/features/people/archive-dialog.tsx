import { useState } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import { boundAfter } from '../../../shared/editing/leaving.ts';
import { readDay } from '../../../shared/exchange/cell-dates.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Person } from '../../../shared/model/person.ts';
import { archiveLaterText } from '../../../shared/words/people-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Bindings } from './bindings.tsx';
import { archive, leaveOpen, saveLastDay } from './people-acts.ts';

interface Props {
  readonly person: Person;
  readonly today: LocalDate;
  readonly onClose: () => void;
  /** After the person was archived: their form has nothing more to say. */
  readonly onArchived: () => void;
}

/** Says what still rests on somebody who goes, helps to hand it over, and archives them once nothing does. */
export function ArchiveDialog({ person, today, onClose, onArchived }: Props) {
  const workspace = useWorkspace();
  const [typed, setTyped] = useState<string>(person.leavesOn ?? today);
  const reading = readDay(typed, null);
  const lastDay = reading.ok ? reading.value : null;
  const bindings = lastDay === null ? [] : boundAfter(workspace, person.id, lastDay);
  const blocking = bindings.filter(({ blocks }) => blocks);
  const others = bindings.filter(({ blocks }) => !blocks);
  const shifts = bindings.flatMap((binding) => (binding.kind === 'shift' ? [binding.id] : []));
  const isAhead = lastDay !== null && lastDay > today;
  const tooEarly = lastDay !== null && person.joinsOn !== null && lastDay < person.joinsOn;
  const reason =
    lastDay === null || tooEarly
      ? 'Choose the last day first'
      : blocking.length > 0
        ? 'Hand over what is listed first'
        : undefined;
  return (
    <Dialog
      title={`Archive ${person.name}?`}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {isAhead ? (
            <Button
              kind="primary"
              disabledReason={tooEarly ? 'The last day is before the first' : undefined}
              onPress={() => {
                if (saveLastDay(person, lastDay)) onArchived();
              }}
            >
              Save the last day
            </Button>
          ) : (
            <Button
              kind="primary"
              disabledReason={reason}
              onPress={() => {
                if (lastDay !== null && archive(person, lastDay, addDays(lastDay, 1))) onArchived();
              }}
            >
              Archive
            </Button>
          )}
        </>
      }
    >
      <p className="text-muted">
        Whoever is archived takes no more turns and leaves the lists. What they worked stays, in every
        quarter.
      </p>
      <div className="max-w-60">
        <Field
          label="Last day in the team"
          type="date"
          value={typed}
          onChange={setTyped}
          error={reading.ok ? (tooEarly ? 'That is before their first day.' : undefined) : 'Choose a day.'}
        />
      </div>
      {isAhead ? <p>{archiveLaterText(person.name, lastDay)}</p> : null}
      {bindings.length === 0 ? (
        <p>Nothing rests on {person.name} after that day.</p>
      ) : (
        <>
          {blocking.length === 0 ? null : (
            <section aria-label="To hand over" className="flex flex-col gap-1">
              <h3 className="font-medium">To hand over first</h3>
              <Bindings bindings={blocking} />
              {shifts.length === 0 ? null : (
                <Button className="self-start" onPress={() => leaveOpen(person, shifts)}>
                  {shifts.length === 1 ? 'Leave the shift open' : `Leave these ${shifts.length} shifts open`}
                </Button>
              )}
            </section>
          )}
          {others.length === 0 ? null : (
            <section aria-label="To look at" className="flex flex-col gap-1">
              <h3 className="font-medium">To look at</h3>
              <Bindings bindings={others} />
            </section>
          )}
        </>
      )}
    </Dialog>
  );
}
