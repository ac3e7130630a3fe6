import { type LeaveFile, type Mapping, rememberable } from '../../../shared/exchange/leave-file.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { counted } from '../../../shared/words/number-text.ts';

const OUT = 'out';
/** More names than this are no team's; the lead would rather mend the file. */
const MOST = 40;

interface Props {
  readonly file: LeaveFile;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
  readonly remembers: boolean;
  readonly onRemembers: (remembers: boolean) => void;
}

const entries = (count: number): string => counted(count, 'entry', 'entries');

/** Whoever the file names and nobody is called so: asked once each, left out until it is said who is meant. */
export function ImportUnknown({ file: { unknown }, mapping, onMapping, remembers, onRemembers }: Props) {
  const workspace = useWorkspace();
  if (unknown.length === 0) return null;
  const people = Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position)
    .map(({ id, name }) => ({ id: id, title: name }));
  const options = [{ id: OUT, title: 'Left out' }, ...people];
  const choose = (said: string, id: string): void =>
    onMapping(new Map([...mapping, [said, id === OUT ? null : (id as PersonId)]]));
  const rest = unknown.length - MOST;
  return (
    <div role="group" aria-label="Who is meant" className="flex flex-col gap-2">
      <p className="font-medium">
        Who is meant? Nobody in the plan has these names; what is not answered is left out.
      </p>
      <div className="grid max-h-44 grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-3 overflow-auto">
        {unknown.slice(0, MOST).map(({ said, count }) => (
          <Select
            key={said}
            label={`${said.length > 60 ? `${said.slice(0, 60)}…` : said} (${entries(count)})`}
            options={options}
            value={mapping.get(said) ?? OUT}
            onChange={(id) => choose(said, id)}
          />
        ))}
      </div>
      {rest > 0 ? <p className="text-muted">And {rest} more, which are left out.</p> : null}
      {rememberable(unknown).length === 0 ? null : (
        <Checkbox checked={remembers} onChange={onRemembers}>
          Remember these names: the next file finds them by itself
        </Checkbox>
      )}
    </div>
  );
}
