import type { ReactNode } from 'react';
import { counted } from '../../../shared/words/number-text.ts';
import { perform } from '../../state/actions.ts';
import { quitNow, useQuit } from '../../state/quit.ts';
import { unwrittenText, useUnwritten } from '../../state/unwritten.ts';
import { openDialog, useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { unsavedText } from './save-text.ts';

const close = (): void => openDialog(null);

interface Props {
  readonly isOpen: boolean;
  readonly title: string;
  /** On the button that quits. */
  readonly quit: string;
  readonly losesNothing?: boolean;
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

function QuitQuestion({ isOpen, title, quit, losesNothing = false, instead, children }: Props) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={close}
      isAlert
      actions={
        <>
          <Button autoFocus onPress={close}>
            Keep open
          </Button>
          {instead}
          <Button kind={losesNothing ? 'plain' : 'danger'} onPress={() => void quitNow()}>
            {quit}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

/** Asked only when quitting would lose edits that could not be saved, or what is still being written: that is on no disk yet. */
export function QuitDialog() {
  const isOpen = useView((view) => view.dialog === 'quit');
  const saving = useWorkspaceStore((state) => state.saving);
  const titles = useUnwritten((state) => state.titles);
  const keeps = useQuit((state) => state.keeps);
  if (saving.kind === 'not-saved')
    return (
      <QuitQuestion
        isOpen={isOpen}
        title={`Quit and lose ${counted(saving.waiting, 'unsaved change')}?`}
        quit="Quit and lose them"
        instead={<Button onPress={() => perform('save-copy')}>Save a copy</Button>}
      >
        <p>{unsavedText(saving.problem, saving.waiting)}</p>
        <p className="text-muted">Everything before that is saved.</p>
      </QuitQuestion>
    );
  if (titles.length === 0) return null;
  if (keeps)
    return (
      <QuitQuestion isOpen={isOpen} title="Quit before it is saved?" quit="Quit and save later" losesNothing>
        <p>
          What you wrote of {unwrittenText(titles)} is in no runbook yet. It is kept on this computer and
          offered again under Runbooks.
        </p>
        <p className="text-muted">The plan itself is saved.</p>
      </QuitQuestion>
    );
  return (
    <QuitQuestion isOpen={isOpen} title="Quit and lose what you wrote?" quit="Quit and lose it">
      <p>What you wrote of {unwrittenText(titles)} is not saved yet. Save it under Runbooks first.</p>
      <p className="text-muted">The plan itself is saved.</p>
    </QuitQuestion>
  );
}
