import { useState, type SyntheticEvent } from 'react';
import type { PersonId, PipelineId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { audienceText } from '../../../shared/runbooks/page.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { removeRunbook, saveRunbook } from './runbook-acts.ts';

interface Props {
  readonly runbook: Runbook;
  readonly isNew: boolean;
  /** With the runbook when it was saved, with null when not. */
  readonly onClose: (saved: Runbook | null) => void;
}

interface Option {
  readonly id: string;
  readonly title: string;
}

/** As the schema has it: longer notes would be shown and never saved. */
const mostNotes = 2_000_000;

const NOBODY = 'nobody';
const audiences = (['investor', 'internal', 'experimental'] as const).map((id) => ({
  id,
  title: audienceText[id],
}));
const intervals = [1, 2, 3, 6, 12, 24, 36];
const monthsText = (months: number) => (months === 1 ? 'Every month' : `Every ${String(months)} months`);
const lines = (text: string) =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** What of the fields cannot be saved, by field. */
function faultsOf(runbook: Runbook): {
  readonly title?: string;
  readonly owners?: string;
  readonly dataTypes?: string;
  readonly body?: string;
} {
  return {
    ...(runbook.title === '' ? { title: 'Give it a title, such as the name of its pipeline.' } : {}),
    ...(runbook.title.length > 200 ? { title: 'Shorten the title to 200 characters.' } : {}),
    ...(runbook.ownerPrimary !== null && runbook.ownerPrimary === runbook.ownerSecondary
      ? { owners: 'Primary and secondary owner are the same person. Choose two.' }
      : {}),
    ...(runbook.dataTypes.length > 50 || runbook.dataTypes.some((it) => it.length > 200)
      ? { dataTypes: 'Keep to 50 lines of at most 200 characters each.' }
      : {}),
    ...(runbook.body.length > mostNotes ? { body: 'Shorten the notes to two million characters.' } : {}),
  };
}

/** The fields of a runbook and its notes in Markdown. Issues, service levels and links stay as they are. */
export function RunbookForm({ runbook, isNew, onClose }: Props) {
  const { people, pipelines } = useWorkspace();
  const [draft, setDraft] = useState(runbook);
  const [dataTypes, setDataTypes] = useState(runbook.dataTypes.join('\n'));
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const edited: Runbook = { ...draft, title: draft.title.trim(), dataTypes: lines(dataTypes) };
  const faults = faultsOf(edited);
  const change = (part: Partial<Runbook>) => setDraft((before) => ({ ...before, ...part }));
  const inUse = (id: PersonId) => id === runbook.ownerPrimary || id === runbook.ownerSecondary;
  const owners: Option[] = [
    { id: NOBODY, title: 'Nobody' },
    ...Object.values(people)
      .filter((it) => it.archivedOn === null || inUse(it.id))
      .sort((a, b) => a.position - b.position)
      .map(({ id, name }) => ({ id, title: name })),
  ];
  const pipelineOptions: Option[] = [
    { id: NOBODY, title: 'No pipeline' },
    ...Object.values(pipelines)
      .sort((a, b) => a.position - b.position)
      .map(({ id, name }) => ({ id, title: name })),
  ];
  const personOf = (id: string) => (id === NOBODY ? null : (id as PersonId));

  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const reason = saveRunbook(edited);
    if (reason === null) onClose(edited);
    else setRefusal(reason);
  };
  return (
    <form className="runbook-form" onSubmit={save} noValidate>
      <h2>{isNew ? 'New runbook' : `Edit ${runbook.title}`}</h2>
      {refusal === null ? null : (
        <p className="runbook-refusal" role="alert">
          {refusal}
        </p>
      )}
      <Field
        label="Title"
        value={draft.title}
        onChange={(title) => change({ title })}
        error={tried ? faults.title : undefined}
        autoFocus
      />
      <div className="runbook-form-row">
        <Select
          label="Pipeline"
          options={pipelineOptions}
          value={draft.pipeline ?? NOBODY}
          onChange={(id) => change({ pipeline: id === NOBODY ? null : (id as PipelineId) })}
        />
        <Select
          label="Audience"
          options={audiences}
          value={draft.audience}
          onChange={(audience) => change({ audience })}
        />
        <Select
          label="Review"
          options={[...new Set([...intervals, runbook.reviewEveryMonths])]
            .sort((a, b) => a - b)
            .map((it) => ({ id: String(it), title: monthsText(it) }))}
          value={String(draft.reviewEveryMonths)}
          onChange={(months) => change({ reviewEveryMonths: Number(months) })}
        />
      </div>
      <div className="runbook-form-row">
        <Select
          label="Primary owner"
          options={owners}
          value={draft.ownerPrimary ?? NOBODY}
          onChange={(id) => change({ ownerPrimary: personOf(id) })}
        />
        <Select
          label="Secondary owner"
          options={owners}
          value={draft.ownerSecondary ?? NOBODY}
          onChange={(id) => change({ ownerSecondary: personOf(id) })}
        />
      </div>
      {tried && faults.owners !== undefined ? (
        <p className="runbook-refusal" role="alert">
          {faults.owners}
        </p>
      ) : null}
      <Field
        label="Types of data"
        hint="One a line"
        rows={3}
        value={dataTypes}
        onChange={setDataTypes}
        error={tried ? faults.dataTypes : undefined}
      />
      <div className="runbook-form-body">
        <Field
          label="Notes"
          hint="Markdown. HTML is shown as words, never run."
          rows={18}
          value={draft.body}
          onChange={(body) => change({ body })}
          error={tried ? faults.body : undefined}
        />
      </div>
      <div className="runbook-form-acts">
        {isNew ? null : (
          <Button
            kind="danger"
            hint="Can be undone"
            onPress={() => {
              removeRunbook(runbook);
              onClose(null);
            }}
          >
            Remove runbook
          </Button>
        )}
        <span />
        <Button onPress={() => onClose(null)}>Cancel</Button>
        <Button kind="primary" type="submit">
          {isNew ? 'Add runbook' : 'Save runbook'}
        </Button>
      </div>
    </form>
  );
}
