import type { Acknowledged, Opened } from '../../shared/contract/channels.ts';
import { digestOf } from '../../shared/editing/changes.ts';
import { historyOf } from '../../shared/editing/history.ts';
import { announce } from './announce.ts';
import { keeper } from './keeper.ts';
import { createOutbox, type Letter } from './outbox.ts';
import { showToast } from './toast-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** The window's one outbox. Everything that edits goes through it. */
export const outbox = createOutbox({
  send: ({ baseRevision, title, command }) =>
    keeper().call('workspace.apply', { baseRevision, title, command }),
  alreadyKept,
  onState: (saving) => useWorkspaceStore.setState({ saving }),
  onDiverged: (letter, kept) => void takeKeptCopy(letter, kept),
});

/** Shows what the keeper has opened, with the history its journal tells. */
export function show(opened: Opened): void {
  outbox.clear();
  useWorkspaceStore.setState({
    phase: 'open',
    workspace: opened.workspace,
    file: opened.file,
    revision: opened.revision,
    readOnlyBecause: opened.readOnlyBecause,
    history: historyOf(opened.recentLines),
    notices: opened.notices,
    problem: null,
  });
}

async function reopened(): Promise<Opened | null> {
  const { file } = useWorkspaceStore.getState();
  if (file === null) return null;
  const reply = await keeper().call('workspace.open', { source: { kind: 'file', file } });
  return reply.ok ? reply.value : null;
}

/** The answer was lost, perhaps not the edit: the journal tells whether the keeper has it, by revision and digest. */
async function alreadyKept(letter: Letter): Promise<boolean> {
  const opened = await reopened();
  const line = opened?.recentLines.find(({ revision }) => revision === letter.baseRevision + 1);
  return line !== undefined && digestOf(line.changes) === letter.digest;
}

async function takeKeptCopy(letter: Letter, kept: Acknowledged): Promise<void> {
  console.error('The keeper made other changes than the window', { letter, kept });
  await reload();
  const text = `“${letter.title}” was saved differently from what was shown. What is on the disk is shown now.`;
  showToast({ text, tone: 'error' });
  announce(text, 'assertive');
}

/** Throws away what the window has not saved, and shows what is on the disk. */
export async function reload(): Promise<boolean> {
  const opened = await reopened();
  if (!opened) return false;
  show(opened);
  return true;
}
