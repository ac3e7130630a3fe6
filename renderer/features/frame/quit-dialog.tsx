import { perform } from '../../state/actions.ts';
import { quitNow } from '../../state/quit.ts';
import { unwrittenText, useUnwritten } from '../../state/unwritten.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { unsavedText } from './save-text.ts';
import { counted } from '../../../shared/words/number-text.ts';

const close = (): void => openDialog(null);

/** What somebody writes in a form is on no disk yet. */
function QuitUnwritten({ isOpen, titles }: { readonly isOpen: boolean; readonly titles: readonly string[] }) {
  return (
    <Dialog
      title="Quit and lose what you wrote?"
      isOpen={isOpen}
      onClose={close}
      isAlert
      actions={
        <>
          <Button autoFocus onPress={close}>
            Keep open
          </Button>
          <Button kind="danger" onPress={() => void quitNow()}>
            Quit and lose it
          </Button>
        </>
      }
    >
      <p>What you wrote of {unwrittenText(titles)} is not saved yet. Save it under Runbooks first.</p>
      <p className="text-muted">The plan itself is saved.</p>
    </Dialog>
  );
}

/** Asked only when quitting would lose edits that could not be saved, or what is still being written. */
export function QuitDialog() {
  const isOpen = useView((view) => view.dialog === 'quit');
  const saving = useWorkspaceStore((state) => state.saving);
  const titles = useUnwritten((state) => state.titles);
  if (saving.kind !== 'not-saved')
    return titles.length === 0 ? null : <QuitUnwritten isOpen={isOpen} titles={titles} />;
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
