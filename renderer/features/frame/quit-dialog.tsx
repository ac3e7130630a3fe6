import { perform } from '../../state/actions.ts';
import { quitNow } from '../../state/quit.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { unsavedText } from './save-text.ts';
import { counted } from '../../../shared/words/number-text.ts';

/** Asked only when quitting would lose edits that could not be saved. */
export function QuitDialog() {
  const isOpen = useView((view) => view.dialog === 'quit');
  const saving = useWorkspaceStore((state) => state.saving);
  const close = () => openDialog(null);
  if (saving.kind !== 'not-saved') return null;
  const changes = counted(saving.waiting, 'unsaved change');
  return (
    <Dialog
      title={`Quit and lose ${changes}?`}
      isOpen={isOpen}
      onClose={close}
      isAlert
      actions={
        <>
          <Button autoFocus onPress={close}>
            Keep open
          </Button>
          <Button onPress={() => perform('save-copy')}>Save a copy</Button>
          <Button kind="danger" onPress={() => void quitNow()}>
            Quit and lose them
          </Button>
        </>
      }
    >
      <p>{unsavedText(saving.problem, saving.waiting)}</p>
      <p className="text-muted">Everything before that is saved.</p>
    </Dialog>
  );
}
