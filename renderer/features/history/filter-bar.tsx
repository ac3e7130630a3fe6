import { recordsOf } from '../../../shared/model/tables.ts';
import { changedTables } from '../../../shared/words/change-text.ts';
import { tableName } from '../../../shared/words/recovery-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { StepFilter } from './step-filter.ts';

interface Props {
  readonly filter: StepFilter;
  readonly onChange: (filter: StepFilter) => void;
}

/** Narrows the list: by words of the step, by whom it is about, by what was changed. */
export function FilterBar({ filter, onChange }: Props) {
  const workspace = useWorkspace();
  const people = recordsOf(workspace, 'people').toSorted((one, other) => one.position - other.position);
  return (
    <div className="grid grid-cols-3 gap-3">
      <Field
        label="Words"
        type="search"
        value={filter.text}
        placeholder="Profit, leave, plan"
        onChange={(text) => onChange({ ...filter, text })}
      />
      <Select
        label="About"
        value={filter.person ?? 'everybody'}
        options={[
          { id: 'everybody', title: 'Everybody' },
          ...people.map(({ id, name }) => ({ id: id, title: name })),
        ]}
        onChange={(id) => onChange({ ...filter, person: id === 'everybody' ? null : id })}
      />
      <Select
        label="What"
        value={filter.table ?? 'all'}
        options={[
          { id: 'all', title: 'Everything' },
          ...changedTables.map((table) => ({ id: table, title: tableName(table) })),
        ]}
        onChange={(id) => onChange({ ...filter, table: changedTables.find((table) => table === id) ?? null })}
      />
    </div>
  );
}
