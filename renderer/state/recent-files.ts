import { counted } from '../../shared/words/number-text.ts';
import { isOwnPlan } from '../../shared/words/plan-file.ts';
import type { OpenSource } from '../../shared/contract/channels.ts';
import { backText, openedInsteadText } from '../../shared/words/drop-text.ts';
import { shownName } from '../../shared/words/window-title-text.ts';
import { keeper } from './keeper.ts';
import { forgetWorkspace, open, recentWorkspaces } from './session.ts';
import { showToast } from './toast-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/**
 * Takes the files that lie elsewhere off the list of recent plans. Those in Evenwatch's own folder stay: the list is the only way to
 * them, and so does the one that is open.
 */
export async function clearRecent(): Promise<void> {
  const { host, file: current } = useWorkspaceStore.getState();
  const own = host?.dataFolder;
  const all = await recentWorkspaces();
  const others = all.filter(({ file }) => file !== current && (own === undefined || !isOwnPlan(file, own)));
  let cleared = 0;
  for (const { file } of others) if (await forgetWorkspace(file)) cleared += 1;
  const what = cleared === 0 ? 'No file to clear' : counted(cleared, 'file cleared', 'files cleared');
  showToast({
    text: `${what} from the list${cleared === 0 ? '' : ', and left where it lies'}. Plans that Evenwatch keeps itself stay on it.`,
  });
}

function planOnView(): { readonly file: string | null; readonly name: string } {
  const { file, workspace, host } = useWorkspaceStore.getState();
  const plan = workspace?.about.name ?? '';
  return { file, name: shownName({ plan, file, dataFolder: host?.dataFolder ?? null }) };
}

/** Opens a plan that somebody handed to the window from outside, with a way back to the one whose place it takes. */
export async function openInstead(source: OpenSource): Promise<void> {
  const { file, name: before } = planOnView();
  const opened = await open(source);
  const now = planOnView();
  if (!opened || file === null || file === now.file) return;
  showToast({
    text: openedInsteadText(now.name, before),
    action: { title: backText(before), run: () => void open({ kind: 'file', file }) },
  });
}

/** Opens the files that the host names: chosen in its menu, opened by double click, named by another start. */
export const bindNamedFiles = (): (() => void) =>
  keeper().on('file.open', ({ file }) => void openInstead({ kind: 'file', file }));
