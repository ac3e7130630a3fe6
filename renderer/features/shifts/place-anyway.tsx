import { X } from 'lucide-react';
import { askTitle, effectLines } from '../../../shared/words/effect-text.ts';
import { answerConflict, useDrag } from '../../state/drag-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Asks before a hard rule is broken: what would be placed, what stands against it, and what stays marked. */
export function PlaceAnyway() {
  const workspace = useWorkspace();
  const asking = useDrag((drag) => drag.asking);
  if (asking === null || asking.command === null) return null;
  const lines = effectLines(workspace, asking);
  return (
    <Dialog
      title={askTitle(
        workspace,
        asking.command.assignments.map(({ shift }) => shift),
      )}
      isOpen
      isAlert
      onClose={() => answerConflict(false)}
      actions={
        <>
          <Button autoFocus onPress={() => answerConflict(false)}>
            Cancel
          </Button>
          <Button kind="danger" onPress={() => answerConflict(true)}>
            Place anyway
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-1">
        {lines
          .filter(({ kind }) => kind === 'hard')
          .map(({ text }) => (
            <li key={text} className="flex items-baseline gap-2 text-error">
              <X size={13} aria-label="Conflict:" className="shrink-0 translate-y-0.5" />
              {text}
            </li>
          ))}
      </ul>
      <ul className="flex flex-col gap-1 text-body">
        {lines
          .filter(({ kind }) => kind !== 'hard')
          .map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
      </ul>
      <p className="text-body text-muted">
        Placed anyway, the shift stays marked as an accepted conflict. Undo takes it back.
      </p>
    </Dialog>
  );
}
