import type { PersonId, PipelineId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { audienceText } from '../../../shared/runbooks/page.ts';
import type { RunbookFaults } from './runbook-form-faults.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { RunbookDraft } from './runbook-form-draft.ts';

interface Option {
  readonly id: string;
  readonly title: string;
}

const NOBODY = 'nobody';
const audiences = (['investor', 'internal', 'experimental'] as const).map((id) => ({
  id,
  title: audienceText[id],
}));
const intervals = [1, 2, 3, 6, 12, 24, 36];
const monthsText = (months: number) => (months === 1 ? 'Every month' : `Every ${String(months)} months`);

interface Props {
  readonly draft: RunbookDraft;
  /** As it is saved: whoever owns it stays in the list, though archived. */
  readonly saved: Runbook;
  readonly onChange: (part: Partial<RunbookDraft>) => void;
  readonly faults: RunbookFaults;
}

/** Title, pipeline, audience, review interval, owners and types of data. */
export function FactsFields({ draft, saved, onChange, faults }: Props) {
  const { people, pipelines } = useWorkspace();
  const inUse = (id: PersonId) => id === saved.ownerPrimary || id === saved.ownerSecondary;
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
  return (
    <>
      <Field
        label="Title"
        value={draft.title}
        onChange={(title) => onChange({ title })}
        error={faults['title']}
        autoFocus
      />
      <div className="runbook-form-row">
        <Select
          label="Pipeline"
          options={pipelineOptions}
          value={draft.pipeline ?? NOBODY}
          onChange={(id) => onChange({ pipeline: id === NOBODY ? null : (id as PipelineId) })}
        />
        <Select
          label="Audience"
          options={audiences}
          value={draft.audience}
          onChange={(audience) => onChange({ audience })}
        />
        <Select
          label="Review"
          options={[...new Set([...intervals, saved.reviewEveryMonths])]
            .sort((a, b) => a - b)
            .map((it) => ({ id: String(it), title: monthsText(it) }))}
          value={String(draft.reviewEveryMonths)}
          onChange={(months) => onChange({ reviewEveryMonths: Number(months) })}
        />
      </div>
      <div className="runbook-form-row">
        <Select
          label="Primary owner"
          options={owners}
          value={draft.ownerPrimary ?? NOBODY}
          onChange={(id) => onChange({ ownerPrimary: personOf(id) })}
        />
        <Select
          label="Secondary owner"
          options={owners}
          value={draft.ownerSecondary ?? NOBODY}
          onChange={(id) => onChange({ ownerSecondary: personOf(id) })}
        />
      </div>
      {faults['owners'] === undefined ? null : (
        <p className="runbook-refusal" role="alert">
          {faults['owners']}
        </p>
      )}
      <Field
        label="Types of data"
        hint="One a line"
        rows={3}
        value={draft.dataTypes}
        onChange={(dataTypes) => onChange({ dataTypes })}
        error={faults['dataTypes']}
      />
    </>
  );
}
