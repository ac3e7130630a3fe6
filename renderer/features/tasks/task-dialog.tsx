import { useState } from 'react';
import { ownersAt, withOwners } from '../../../shared/editing/task-owners.ts';
import { membersOn } from '../../../shared/fairness/task-duties.ts';
import type { PersonId, PipelineId, TaskId } from '../../../shared/model/ids.ts';
import type { Task } from '../../../shared/model/task.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { exactPointsText } from '../../../shared/words/points-text.ts';
import {
  codeFault,
  freeCode,
  nameFault,
  weightFault,
  weightFrom,
} from '../../../shared/words/task-form-text.ts';
import { act } from '../../state/act.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { openForm } from './task-forms.ts';
import { useOwnersDay } from './use-tasks.ts';

interface Draft {
  readonly code: string;
  readonly name: string;
  readonly pipeline: PipelineId | '';
  readonly weight: string;
  readonly primary: PersonId | '';
  readonly secondary: PersonId | '';
}

function draftOf(workspace: Workspace, task: Task | null, day: Parameters<typeof ownersAt>[1]): Draft {
  const codes = Object.values(workspace.tasks)
    .filter(({ archivedOn }) => archivedOn === null)
    .map(({ code }) => code);
  if (task === null)
    return { code: freeCode(codes), name: '', pipeline: '', weight: '1', primary: '', secondary: '' };
  const owners = ownersAt(task, day);
  return {
    code: task.code,
    name: task.name,
    pipeline: task.pipeline ?? '',
    weight: exactPointsText(task.weeklyLoad),
    primary: owners.primary ?? '',
    secondary: owners.secondary ?? '',
  };
}

type Faults = Readonly<Partial<Record<'code' | 'name' | 'weight' | 'secondary', string>>>;

function faultsOf(workspace: Workspace, task: Task | null, draft: Draft): Faults {
  const taken = Object.values(workspace.tasks).some(
    ({ id, code, archivedOn }) => id !== task?.id && archivedOn === null && code === draft.code,
  );
  const found = {
    code: codeFault(draft.code) ?? (taken ? `Another task has the code ${draft.code}.` : null),
    name: nameFault(draft.name),
    weight: weightFault(draft.weight),
    secondary:
      draft.primary !== '' && draft.primary === draft.secondary
        ? 'One person cannot own both roles: a task needs two people.'
        : null,
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== null));
}

function Form({ task }: { readonly task: Task | null }) {
  const workspace = useWorkspace();
  const day = useOwnersDay();
  const [draft, setDraft] = useState(() => draftOf(workspace, task, day));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const faults = faultsOf(workspace, task, draft);
  // Before the first attempt to save, only what two fields contradict each other in.
  const shown: Faults = tried
    ? faults
    : Object.fromEntries(Object.entries(faults).filter(([field]) => field === 'secondary'));
  const set = (change: Partial<Draft>): void => {
    setDraft({ ...draft, ...change });
    setRefusal(null);
  };
  const members = membersOn(workspace, day);
  const people = [
    { id: '' as const, title: 'Nobody' },
    ...Object.values(workspace.people)
      .filter(
        (person) => members.includes(person) || person.id === draft.primary || person.id === draft.secondary,
      )
      .sort((a, b) => a.position - b.position)
      .map(({ id, name }) => ({ id, title: name })),
  ];
  const pipelines = [
    { id: '' as const, title: 'None' },
    ...Object.values(workspace.pipelines)
      .sort((a, b) => a.position - b.position)
      .map(({ id, name }) => ({ id, title: name })),
  ];
  const save = (): void => {
    setTried(true);
    const weeklyLoad = weightFrom(draft.weight);
    if (Object.keys(faults).length > 0 || weeklyLoad === null) return;
    const owners = { primary: draft.primary || null, secondary: draft.secondary || null };
    const last = Math.max(-1, ...Object.values(workspace.tasks).map(({ position }) => position));
    const base: Task = task ?? {
      id: `task-${crypto.randomUUID().slice(0, 13)}` as TaskId,
      code: draft.code,
      name: draft.name,
      pipeline: null,
      weeklyLoad,
      ownership: [{ from: day, ...owners }],
      archivedOn: null,
      position: last + 1,
    };
    const next = {
      ...withOwners(base, day, owners),
      code: draft.code,
      name: draft.name.trim(),
      pipeline: draft.pipeline || null,
      weeklyLoad,
    };
    const reason = act(
      { kind: 'save-task', task: next },
      `${next.code}, ${next.name} is ${task === null ? 'added' : 'changed'}.`,
    );
    if (reason === null) openForm(null);
    else setRefusal(reason);
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="grid grid-cols-[5rem_1fr] gap-3">
        <Field
          label="Code"
          value={draft.code}
          onChange={(code) => set({ code: code.toUpperCase() })}
          error={shown.code}
        />
        <Field
          label="Name"
          value={draft.name}
          onChange={(name) => set({ name })}
          error={shown.name}
          placeholder="Aggregate churn"
          autoFocus
        />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="Pipeline"
          options={pipelines}
          value={draft.pipeline}
          onChange={(pipeline) => set({ pipeline })}
        />
        <Field
          label="Points a week"
          value={draft.weight}
          onChange={(weight) => set({ weight })}
          error={shown.weight}
          hint="For the primary owner; the secondary counts half"
        />
        <Select
          label="Primary"
          options={people}
          value={draft.primary}
          onChange={(primary) => set({ primary })}
        />
        <Select
          label="Secondary"
          options={people}
          value={draft.secondary}
          onChange={(secondary) => set({ secondary })}
        />
      </div>
      {shown.secondary === undefined ? (
        <p className="text-label text-muted">
          Owners count from {dayWithYearText(day)}.
          {task === null ? '' : ' The weight counts for every quarter that is not closed.'}
        </p>
      ) : (
        <p role="alert" className="text-label text-error">
          {shown.secondary}
        </p>
      )}
      {refusal === null ? null : (
        <p role="alert" className="text-error">
          {refusal}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onPress={() => openForm(null)}>Cancel</Button>
        <Button kind="primary" type="submit">
          {task === null ? 'Add task' : 'Save'}
        </Button>
      </div>
    </form>
  );
}

/** A task to add, or one to change. */
export function TaskDialog({ task }: { readonly task: Task | null }) {
  return (
    <Dialog
      title={task === null ? 'Add a task' : `Edit ${task.code}, ${task.name}`}
      isOpen
      onClose={() => openForm(null)}
      actions={null}
    >
      <Form task={task} />
    </Dialog>
  );
}
