import type { ShiftId } from '../../../shared/model/ids.ts';
import type { SlotChange } from '../../../shared/planner/explain/situation.ts';
import { changeText } from '../../../shared/words/ask-text.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';

/** So many are read at a glance; the rest opens. */
const AT_ONCE = 6;

function Lines({ changes }: { readonly changes: readonly SlotChange[] }) {
  const workspace = useShownWorkspace();
  return (
    <ul className="flex flex-col gap-0.5">
      {changes.map((change) => (
        <li key={change.shift}>{changeText(workspace, change)}</li>
      ))}
    </ul>
  );
}

interface Props {
  readonly changes: readonly SlotChange[];
  /** The turn that was asked about: it is named first. */
  readonly first?: ShiftId | null;
}

/** The turns that another plan gives to somebody else. */
export function ChangeList({ changes, first = null }: Props) {
  const ordered = changes.toSorted((a, b) => Number(b.shift === first) - Number(a.shift === first));
  const rest = ordered.slice(AT_ONCE);
  return (
    <div>
      <Lines changes={ordered.slice(0, AT_ONCE)} />
      {rest.length === 0 ? null : (
        <details>
          <summary className="text-label text-muted">And {rest.length} more</summary>
          <Lines changes={rest} />
        </details>
      )}
    </div>
  );
}
