import { useState } from 'react';
import { quarterOf } from '../../../shared/calendar/days.ts';
import { countryOfZone } from '../../../shared/calendar/zone-country.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { regionText } from '../../../shared/words/people-text.ts';
import { systemZone, today } from '../../state/clock.ts';
import { useRegions } from '../../state/holiday-answers.ts';
import { regionsOf } from '../../state/regions-known.ts';
import { open } from '../../state/session.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RegionSelect } from '../../ui/region-select.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ZoneBox } from '../../ui/zone-box.tsx';
import {
  firstDayOffered,
  isWorkspace,
  namesIn,
  planFromForm,
  type FormErrors,
  type NewPlanForm,
} from './new-plan.ts';

const cadences = [
  { id: 'weekly', title: 'Every week' },
  { id: 'two-weekly', title: 'Every two weeks' },
] as const;

const close = (): void => openDialog(null);

function Form() {
  const day = today(systemZone());
  const [form, setForm] = useState<NewPlanForm>(() => ({
    name: '',
    names: '',
    cadence: 'weekly',
    startsOn: firstDayOffered(day),
    zone: systemZone(),
    region: countryOfZone(systemZone()),
  }));
  const countries = regionsOf(useRegions(null));
  const parts = regionsOf(useRegions(form.region?.slice(0, 2) ?? ''));
  const [errors, setErrors] = useState<FormErrors>({});
  const set = (change: Partial<NewPlanForm>): void => {
    setForm({ ...form, ...change });
    setErrors({});
  };
  const make = async (): Promise<void> => {
    const answer = planFromForm(form, { id: crypto.randomUUID().slice(0, 8), today: day });
    if (!isWorkspace(answer)) return setErrors(answer);
    const [first] = Object.values(answer.rotations);
    if (await open({ kind: 'new', workspace: answer }, first ? quarterOf(first.startsOn) : undefined))
      close();
  };
  const count = namesIn(form.names).length;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Field
        label="Name of the plan"
        value={form.name}
        onChange={(name) => set({ name })}
        error={errors.name}
        placeholder="Data platform"
        autoFocus
      />
      <Field
        label="People, in turn order"
        rows={6}
        value={form.names}
        onChange={(names) => set({ names })}
        error={errors.names}
        placeholder={'Amara Okafor\nBram de Vries\nChidi Nwosu'}
        hint={
          count === 0
            ? 'One name a line; a pasted column or list works too.'
            : `${counted(count, 'person', 'people')}, in this order`
        }
      />
      <div className="flex flex-col gap-1">
        <span className="text-body font-medium">Turns change</span>
        <SegmentedControl
          label="Turns change"
          options={cadences}
          value={form.cadence}
          onChange={(cadence) => set({ cadence })}
        />
      </div>
      <Field
        label="First day"
        type="date"
        value={form.startsOn}
        onChange={(startsOn) => set({ startsOn })}
        error={errors.startsOn}
        hint={`Hand-offs are on Mondays at 09:00, ${form.zone}.`}
      />
      <ZoneBox value={form.zone} error={errors.zone} onChange={(zone) => set({ zone })} />
      <div className="grid grid-cols-2 gap-3">
        <RegionSelect
          value={form.region}
          onChange={(region) => set({ region })}
          countries={countries}
          parts={parts}
          nameOf={regionText}
          none="None: no holiday counts"
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button onPress={close}>Cancel</Button>
        <Button kind="primary" type="submit">
          Make the plan
        </Button>
      </div>
    </form>
  );
}

/** Asks for what a plan needs to begin: a name, the people, how often turns change, and from when. */
export function NewPlanDialog() {
  const isOpen = useView((view) => view.dialog === 'new-plan');
  return (
    <Dialog title="New plan" isOpen={isOpen} onClose={close} actions={null}>
      <Form />
    </Dialog>
  );
}
