import type { PipelineId } from '../../../shared/model/ids.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Field } from '../../ui/field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';

export type Facts = Pick<Incident, 'title' | 'severity' | 'reference'> & {
  readonly pipeline: PipelineId | '';
};

const severities = [
  { id: 'normal', title: 'Normal' },
  { id: 'critical', title: 'Critical' },
] as const;

/** What is wrong with the facts, as a sentence; undefined where nothing is. */
export const factsFault = ({ title, pipeline, reference }: Facts): string | undefined =>
  title.trim() === ''
    ? 'Say what happened'
    : title.trim().length > 200 || reference.length > 200
      ? 'At most 200 characters'
      : pipeline === ''
        ? 'Choose a pipeline'
        : undefined;

interface Props {
  readonly facts: Facts;
  readonly set: (change: Partial<Facts>) => void;
  readonly autoFocus?: boolean;
}

/** What happened, to which pipeline, and how bad it is. */
export function FactsFields({ facts, set, autoFocus = false }: Props) {
  const { pipelines } = useWorkspace();
  const options = Object.values(pipelines)
    .sort((one, other) => one.position - other.position)
    .map(({ id, name }) => ({ id, title: name }));
  return (
    <>
      <Field
        label="What happened"
        value={facts.title}
        onChange={(title) => set({ title })}
        placeholder="Revenue export arrived incomplete"
        autoFocus={autoFocus}
      />
      <div className="grid grid-cols-2 gap-3">
        <Select
          label="Pipeline"
          options={options}
          value={facts.pipeline as PipelineId}
          onChange={(pipeline) => set({ pipeline })}
        />
        <Field
          label="Reference"
          value={facts.reference}
          onChange={(reference) => set({ reference })}
          placeholder="INC-1042"
        />
      </div>
      <SegmentedControl
        label="Severity"
        options={severities}
        value={facts.severity}
        onChange={(severity) => set({ severity })}
      />
    </>
  );
}
