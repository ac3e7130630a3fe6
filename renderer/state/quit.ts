import { create } from 'zustand';
import { keeper } from './keeper.ts';
import { outbox } from './saving.ts';
import { unwritten, useUnwritten } from './unwritten.ts';
import { openDialog } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** Whether what is still being written is on the disk, so that quitting loses nothing. */
export const useQuit = create<{ readonly keeps: boolean }>(() => ({ keeps: false }));

/** Lets the host go: it ends once the workspace is closed. */
export async function quitNow(): Promise<void> {
  outbox.clear();
  await keeper().call('workspace.close', { quitting: true });
}

/** The host wants to quit: it waits for the last acknowledgement, or for the lead when something cannot be saved, or is still being written. */
async function quit(): Promise<void> {
  const settled = await outbox.settled();
  // Also where nothing is written any more: what was discarded a moment ago must not be offered tomorrow.
  const keeps = await useUnwritten.getState().keep();
  if (settled === 'saved' && unwritten().length === 0) return quitNow();
  useQuit.setState({ keeps });
  openDialog('quit');
}

/** Follows the host's wish to quit; in a browser tab it asks before unsaved edits would be lost. */
export function bindQuit(page: Window): void {
  keeper().on('app.quit', () => void quit());
  page.addEventListener('beforeunload', (event) => {
    const { host } = useWorkspaceStore.getState();
    if (host?.host === 'browser' && outbox.waiting() + unwritten().length > 0) event.preventDefault();
  });
}
