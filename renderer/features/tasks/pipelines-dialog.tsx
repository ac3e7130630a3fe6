import { useState } from 'react';
import { pipelineUses, type PipelineUse } from '../../../shared/editing/task-edits.ts';
import type { PipelineId } from '../../../shared/model/ids.ts';
import type { Pipeline } from '../../../shared/model/task.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { codeFault, codeFromName, nameFault } from '../../../shared/words/task-form-text.ts';
import { act } from '../../state/act.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { openForm } from './task-forms.ts';

const inOrder = (workspace: Workspace): readonly Pipeline[] =>
  Object.values(workspace.pipelines).sort((a, b) => a.position - b.position);

const using: readonly (readonly [table: PipelineUse['table'], one: string, more: string])[] = [
  ['tasks', 'task', 'tasks'],
  ['rotations', 'rotation', 'rotations'],
  ['runbooks', 'runbook', 'runbooks'],
  ['deadlines', 'deadline', 'deadlines'],
  ['incidents', 'incident', 'incidents'],
  ['scenarios', 'branch', 'branches'],
];

/** What a pipeline is needed by, as words: "2 tasks, 1 rotation"; null where nothing names it. What is archived counts: it stays on record. */
function usedBy(workspace: Workspace, { id }: Pipeline): string | null {
  const uses = pipelineUses(workspace, id);
  const parts = using.flatMap(([table, one, more]) => {
    const count = uses.filter((use) => use.table === table).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
  });
  return parts.length === 0 ? null : parts.join(', ');
}

function Line({
  pipeline,
  onEdit,
  disabledReason,
}: {
  readonly pipeline: Pipeline;
  readonly onEdit: () => void;
  readonly disabledReason: string | undefined;
}) {
  const used = usedBy(useWorkspace(), pipeline);
  return (
    <span className="flex items-center gap-3">
      <span className="w-10 font-mono text-label text-muted">{pipeline.code}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate" title={pipeline.name}>
          {pipeline.name}
        </span>
        <span className="block text-label text-muted">{used ?? 'Nothing uses it'}</span>
      </span>
      <Button size="small" kind="quiet" onPress={onEdit}>
        Edit
        <span className="sr-only"> {pipeline.name}</span>
      </Button>
      <Button
        size="small"
        kind="quiet"
        disabledReason={
          disabledReason ?? (used === null ? undefined : `Still named by ${used}, archived ones counted`)
        }
        onPress={() =>
          void act(
            { kind: 'remove-pipeline', pipeline: pipeline.id },
            `The pipeline ${pipeline.name} is removed.`,
          )
        }
      >
        Remove
        <span className="sr-only"> {pipeline.name}</span>
      </Button>
    </span>
  );
}

function save(pipeline: Pipeline, isNew: boolean): string | null {
  return act(
    { kind: 'save-pipeline', pipeline },
    `The pipeline ${pipeline.name} is ${isNew ? 'added' : 'changed'}.`,
  );
}

function PipelineForm({
  pipeline,
  onDone,
}: {
  readonly pipeline: Pipeline | null;
  readonly onDone: () => void;
}) {
  const workspace = useWorkspace();
  const others = inOrder(workspace).filter(({ id }) => id !== pipeline?.id);
  const [name, setName] = useState(pipeline?.name ?? '');
  const [code, setCode] = useState<string | null>(pipeline?.code ?? null);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>();
  // Until it is typed, the code follows the name.
  const shownCode =
    code ??
    (name.trim() === ''
      ? ''
      : codeFromName(
          name,
          others.map((other) => other.code),
        ));
  const nameWrong = nameFault(name);
  const codeWrong = codeFault(shownCode);
  const keep = (): void => {
    setTried(true);
    if (nameWrong !== null || codeWrong !== null) return;
    const position = pipeline?.position ?? Math.max(-1, ...others.map((other) => other.position)) + 1;
    const id = pipeline?.id ?? (`pipeline-${crypto.randomUUID().slice(0, 13)}` as PipelineId);
    const reason = save({ id, name: name.trim(), code: shownCode, position }, pipeline === null);
    if (reason === null) onDone();
    else setRefusal(reason);
  };
  return (
    <form
      className="flex flex-col gap-2 py-1"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <div className="grid grid-cols-[1fr_5rem] items-start gap-3">
        <Field
          label="Name"
          value={name}
          onChange={(text) => {
            setName(text);
            setRefusal(undefined);
          }}
          error={refusal ?? (tried ? (nameWrong ?? undefined) : undefined)}
          autoFocus
        />
        <Field
          label="Code"
          value={shownCode}
          onChange={(text) => setCode(text.toUpperCase())}
          error={tried ? (codeWrong ?? undefined) : undefined}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button size="small" onPress={onDone}>
          Cancel
        </Button>
        <Button size="small" kind="primary" type="submit">
          {pipeline === null ? 'Add pipeline' : 'Save'}
        </Button>
      </div>
    </form>
  );
}

/** The pipelines: what tasks build, rotations watch and runbooks explain. */
export function PipelinesDialog({ disabledReason }: { readonly disabledReason: string | undefined }) {
  const workspace = useWorkspace();
  const [edited, setEdited] = useState<PipelineId | 'new' | null>(null);
  const pipelines = inOrder(workspace);
  const done = (): void => setEdited(null);
  return (
    <Dialog
      title="Pipelines"
      isOpen
      onClose={() => openForm(null)}
      actions={
        <>
          {edited === null ? <Button onPress={() => setEdited('new')}>Add pipeline…</Button> : null}
          <Button kind="primary" onPress={() => openForm(null)}>
            Done
          </Button>
        </>
      }
    >
      {pipelines.length === 0 && edited !== 'new' ? (
        <p className="text-muted">No pipeline yet. Tasks, rotations and runbooks can name one.</p>
      ) : null}
      <ul aria-label="Pipelines">
        {pipelines.map((pipeline) => (
          <li key={pipeline.id} className="border-b border-divider py-1.5 last:border-0">
            {edited === pipeline.id ? (
              <PipelineForm pipeline={pipeline} onDone={done} />
            ) : (
              <Line
                pipeline={pipeline}
                onEdit={() => setEdited(pipeline.id)}
                disabledReason={disabledReason}
              />
            )}
          </li>
        ))}
      </ul>
      {edited === 'new' ? <PipelineForm pipeline={null} onDone={done} /> : null}
    </Dialog>
  );
}
