import type { ReactNode } from 'react';
import type { ZoneName } from '../../../shared/model/dates.ts';
import type { Anchor, Deadline } from '../../../shared/model/deadline.ts';
import { conventionText, conventionTitles, shortMonthText } from '../../../shared/words/deadline-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { firstTask, type RuleDraft, type RuleErrors } from './rule-draft.ts';

interface Props {
  readonly draft: RuleDraft;
  readonly errors: RuleErrors;
  readonly set: (change: Partial<RuleDraft>) => void;
}

const kinds: readonly { readonly id: Anchor['kind']; readonly title: string }[] = [
  { id: 'day-of-month', title: 'A day of each month' },
  { id: 'business-day', title: 'A business day of each month' },
  { id: 'last-business-day', title: 'The last business day of each month' },
  { id: 'weekday', title: 'A weekday' },
  { id: 'after-quarter-end', title: 'Days after each quarter ends' },
];
const numberLabels = {
  'day-of-month': 'Day',
  'business-day': 'Which one',
  'after-quarter-end': 'Days',
} as const;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (title, index) => ({ id: String(index + 1), title }),
);
const conventions = Object.entries(conventionTitles).map(([id, title]) => ({
  id: id as Deadline['convention'],
  title,
}));
const roles = [
  { id: 'primary', title: 'Primary' },
  { id: 'secondary', title: 'Secondary' },
] as const;
const zonesKnown = Intl.supportedValuesOf('timeZone').map((id) => ({
  id: id as ZoneName,
  title: id.replaceAll('_', ' '),
}));
const zonesWith = (zone: ZoneName) =>
  zonesKnown.some(({ id }) => id === zone) ? zonesKnown : [{ id: zone, title: zone }, ...zonesKnown];

const byPosition = (one: { readonly position: number }, other: { readonly position: number }): number =>
  one.position - other.position;

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-section font-medium">{title}</h3>
      {children}
    </section>
  );
}

/** What is delivered, to whom, and who delivers it. */
export function WhatPart({ draft, errors, set }: Props) {
  const { pipelines, tasks } = useWorkspace();
  const tasksHere = Object.values(tasks)
    .filter(
      (task) => (task.archivedOn === null && task.pipeline === draft.pipeline) || task.id === draft.task,
    )
    .sort(byPosition)
    .map(({ id, code, name }) => ({ id, title: `${code}, ${name}` }));
  const workspace = useWorkspace();
  return (
    <Part title="Delivery">
      <Field
        label="Name"
        value={draft.title}
        onChange={(title) => set({ title })}
        error={errors.title}
        placeholder="Profit data available"
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="Pipeline"
          options={Object.values(pipelines)
            .sort(byPosition)
            .map(({ id, name }) => ({ id, title: name }))}
          value={draft.pipeline as never}
          onChange={(pipeline) => set({ pipeline, task: firstTask(workspace, pipeline) ?? '' })}
        />
        <Select
          label="Delivered by the owner of"
          options={[{ id: '' as const, title: 'No task' }, ...tasksHere]}
          value={draft.task}
          onChange={(task) => set({ task })}
        />
      </div>
      {errors.pipeline === undefined ? null : <p className="text-label text-error">{errors.pipeline}</p>}
      {draft.task === '' ? (
        <p className="text-label text-warning">Without a task nobody is asked to deliver it.</p>
      ) : (
        <div className="flex items-center gap-3">
          <span className="text-muted">Role</span>
          <SegmentedControl
            label="Role"
            options={roles}
            value={draft.ownerRole}
            onChange={(ownerRole) => set({ ownerRole })}
          />
        </div>
      )}
      <Field
        label="For whom"
        value={draft.consumer}
        onChange={(consumer) => set({ consumer })}
        error={errors.consumer}
        placeholder="Accounts team, for its monthly review"
      />
    </Part>
  );
}

function When({ draft, errors, set }: Props) {
  const { kind, number } = draft;
  const anchor: Anchor | null =
    kind === 'day-of-month'
      ? { kind, day: Number(number) }
      : kind === 'business-day'
        ? { kind, nth: Number(number) }
        : null;
  const short = anchor === null || errors.number !== undefined ? null : shortMonthText(anchor);
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_9rem] gap-3">
        <Select label="Due by" options={kinds} value={kind} onChange={(next) => set({ kind: next })} />
        {kind === 'weekday' ? (
          <Select
            label="Which one"
            options={weekdays}
            value={draft.weekday}
            onChange={(weekday) => set({ weekday })}
          />
        ) : kind === 'last-business-day' ? null : (
          <Field
            label={numberLabels[kind]}
            value={number}
            onChange={(next) => set({ number: next })}
            error={errors.number}
          />
        )}
      </div>
      {short === null ? null : <p className="text-label text-warning">{short}</p>}
    </>
  );
}

/** On which days, by whose calendar and clock, and what weekends and holidays make of them. */
export function WhenPart(props: Props) {
  const { draft, errors, set } = props;
  const { holidaySets } = useWorkspace();
  const known = [...new Set([...Object.values(holidaySets).map(({ region }) => region), draft.region])]
    .filter((region) => region !== '')
    .sort();
  const hasSet = Object.values(holidaySets).some(({ region }) => region === draft.region);
  return (
    <Part title="When">
      <When {...props} />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="On a weekend or holiday"
          options={conventions}
          value={draft.convention}
          onChange={(convention) => set({ convention })}
        />
        <Select
          label="Holidays of"
          options={[{ id: '', title: 'None, weekends only' }, ...known.map((id) => ({ id, title: id }))]}
          value={draft.region}
          onChange={(region) => set({ region })}
        />
      </div>
      <p className="text-label text-muted">
        {conventionText(draft.convention)}
        {draft.region === '' || hasSet
          ? ''
          : ` There is no holiday set of ${draft.region} yet: only weekends count.`}
      </p>
      <div className="grid grid-cols-[9rem_minmax(0,1fr)] gap-3">
        <Field
          label="At"
          value={draft.time}
          onChange={(time) => set({ time })}
          error={errors.time}
          placeholder="End of day"
        />
        <ComboBox
          label="on the clock of"
          options={zonesWith(draft.zone)}
          value={draft.zone}
          onChange={(zone) => set({ zone })}
        />
      </div>
      <Field
        label="Reminders, in days before"
        value={draft.reminders}
        onChange={(reminders) => set({ reminders })}
        error={errors.reminders}
        hint="It reads as due soon from the first one on. Several with commas: 5, 2."
      />
      <div className="grid grid-cols-2 gap-3">
        <Field
          label="First day"
          type="date"
          value={draft.startsOn}
          onChange={(startsOn) => set({ startsOn })}
          error={errors.startsOn}
          hint="Empty: as long as there are records."
        />
        <Field
          label="Last day"
          type="date"
          value={draft.endsOn}
          onChange={(endsOn) => set({ endsOn })}
          error={errors.endsOn}
          hint="Empty: it goes on."
        />
      </div>
    </Part>
  );
}
