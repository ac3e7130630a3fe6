import { useState } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import { nameAlone } from '../../../shared/words/names.ts';
import { newLeaveId, putLeave } from '../../state/leave-acts.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

interface Props {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly onClose: () => void;
}

const isDay = (text: string): text is LocalDate =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Why these days cannot be days off; undefined where they can. */
function daysError(from: string, to: string): string | undefined {
  if (!isDay(from) || !isDay(to)) return 'Both days are needed';
  return to < from ? 'The last day is before the first' : undefined;
}

/** Days off for somebody, on days that were drawn over the calendar or are typed here. */
export function NewLeave({ from, to, onClose }: Props) {
  const workspace = useWorkspace();
  const people = Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position);
  const [person, setPerson] = useState<string>(people[0]?.id ?? '');
  const [first, setFirst] = useState<string>(from);
  const [last, setLast] = useState<string>(to);
  const [part, setPart] = useState<Leave['part']>('day');
  const [tentative, setTentative] = useState(false);
  const error = daysError(first, last);
  const isOneDay = first === last;
  const add = (): void => {
    if (!isDay(first) || !isDay(last) || error !== undefined) return;
    const leave: Leave = {
      id: newLeaveId(),
      person: person as PersonId,
      from: first,
      to: last,
      part: isOneDay ? part : 'day',
      kind: 'leave',
      tentative,
      reason: '',
    };
    if (putLeave(leave)) onClose();
  };
  return (
    <Dialog
      title="Add leave"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            onPress={add}
            disabledReason={people.length === 0 ? 'Nobody is in this plan yet' : error}
          >
            Add leave
          </Button>
        </>
      }
    >
      <Select
        label="Who"
        options={people.map(({ id }) => ({ id, title: nameAlone(workspace, id) }))}
        value={person}
        onChange={setPerson}
      />
      <div className="grid grid-cols-2 gap-3">
        <Field label="First day" type="date" value={first} onChange={setFirst} />
        <Field label="Last day" type="date" value={last} onChange={setLast} error={error} />
      </div>
      {isOneDay ? (
        <Select<Leave['part']>
          label="How much of the day"
          options={[
            { id: 'day', title: 'All day' },
            { id: 'morning', title: 'Morning' },
            { id: 'afternoon', title: 'Afternoon' },
          ]}
          value={part}
          onChange={setPart}
        />
      ) : null}
      <Checkbox checked={tentative} onChange={setTentative}>
        Not certain yet
      </Checkbox>
    </Dialog>
  );
}
