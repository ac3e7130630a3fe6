import type { PersonId } from '../../../shared/model/ids.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { Select } from '../../ui/select.tsx';

interface Props {
  readonly label: string;
  readonly person: PersonId | null;
  /** What nobody in particular is called; null where somebody has to be chosen. */
  readonly everybody: string | null;
  /** Left out of the list. */
  readonly without?: PersonId | null;
  readonly onChange: (person: PersonId | null) => void;
}

const ALL = 'everybody';

/** One of the team, or everybody. */
export function PersonPicker({ label, person, everybody, without = null, onChange }: Props) {
  const workspace = useShownWorkspace();
  const people = Object.values(workspace.people)
    .filter(({ id, archivedOn }) => id !== without && archivedOn === null)
    .sort((a, b) => a.position - b.position)
    .map(({ id, name }) => ({ id: id, title: name }));
  const options = everybody === null ? people : [{ id: ALL, title: everybody }, ...people];
  return (
    <Select
      label={label}
      options={options}
      value={person ?? (everybody === null ? (people[0]?.id ?? '') : ALL)}
      onChange={(id) => onChange(id === ALL ? null : (id as PersonId))}
    />
  );
}
