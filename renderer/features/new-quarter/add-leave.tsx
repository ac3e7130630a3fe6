import { useState } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Person } from '../../../shared/model/person.ts';
import { newLeaveId, putLeave } from '../../state/leave-acts.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

const isDay = (text: string): text is LocalDate => /^\d{4}-\d\d-\d\d$/.test(text);

/** The shortest way to put leave down: who, from, to. Kinds, half days and reasons have their form on the screen beside it. */
export function AddLeave({ people }: { readonly people: readonly Person[] }) {
  const [who, setWho] = useState<Person['id'] | undefined>(people[0]?.id);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const person = people.find(({ id }) => id === who) ?? people[0];
  if (person === undefined) return null;
  const add = (): void => {
    const last = to === '' ? from : to;
    if (!isDay(from) || !isDay(last)) return setError('The first day is missing.');
    if (last < from) return setError('The last day is before the first.');
    const made = putLeave({
      id: newLeaveId(),
      person: person.id,
      from,
      to: last,
      part: 'day',
      kind: 'leave',
      tentative: false,
      reason: '',
    });
    if (!made) return;
    setFrom('');
    setTo('');
  };
  return (
    <form
      aria-label="Add leave"
      className="flex flex-col gap-2 rounded-md border border-divider bg-ground p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        setError(undefined);
        add();
      }}
    >
      <Select
        label="Who"
        options={people.map(({ id, name }) => ({ id, title: name }))}
        value={person.id}
        onChange={setWho}
      />
      <div className="grid grid-cols-2 gap-2 max-[1100px]:grid-cols-1">
        <Field label="First day" type="date" value={from} onChange={setFrom} error={error} />
        <Field label="Last day" type="date" value={to} onChange={setTo} />
      </div>
      <Button type="submit" size="small" className="self-start">
        Add leave
      </Button>
    </form>
  );
}
