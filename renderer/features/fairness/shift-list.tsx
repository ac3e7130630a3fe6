import { slotWithDays } from '../../../shared/words/names.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { showShifts } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  readonly entries: readonly { readonly shift: ShiftId; readonly figure: string }[];
  readonly onGo: () => void;
}

/** Turns with what each adds to the number they stand behind, and the way to them on the Board. */
export function ShiftList({ entries, onGo }: Props) {
  const workspace = useShownWorkspace();
  if (entries.length === 0) return <p className="text-muted">No shifts.</p>;
  return (
    <>
      <ul className="flex max-h-72 flex-col overflow-auto">
        {entries.map(({ shift, figure }) => (
          <li
            key={shift}
            className="flex items-baseline justify-between gap-4 border-b border-divider py-1 last:border-0"
          >
            <span>{slotWithDays(workspace, shift)}</span>
            <span className="whitespace-nowrap text-muted">{figure}</span>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        onPress={() => {
          onGo();
          showShifts(entries.map(({ shift }) => shift));
        }}
      >
        Show on the Board
      </Button>
    </>
  );
}
