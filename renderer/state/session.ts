import type { Bridge, Opened, OpenSource, RecentWorkspace, Reply } from '../../shared/contract/channels.ts';
import { dateOf, quarterOf, quarterRange, nextQuarter, daysBetween } from '../../shared/calendar/days.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { slotsOfQuarter } from '../../shared/rotation/expand.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import { announce } from './announce.ts';
import { today } from './clock.ts';
import { download, pickFile } from './files.ts';
import { keeper, setKeeper } from './keeper.ts';
import { followPreferences } from './preferences.ts';
import { outbox, show } from './saving.ts';
import { unwritten, unwrittenText, useUnwritten } from './unwritten.ts';
import { showToast } from './toast-store.ts';
import { showAll, useView } from './view-store.ts';
import { closedWorkspace, useWorkspaceStore } from './workspace-store.ts';

/** Opens what was open last; else the start screen. Called once, when the window has its bridge. */
export async function start(bridge: Bridge): Promise<void> {
  setKeeper(bridge);
  // Asked all at once, shown in this order: no date is drawn before it is known how dates are written.
  const asked = {
    host: bridge.call('host.info', null),
    preferences: bridge.call('preferences.read', null),
    last: bridge.call('workspace.open', { source: { kind: 'last' } }),
  };
  const host = await asked.host;
  if (host.ok) useWorkspaceStore.setState({ host: host.value });
  followPreferences(await asked.preferences);
  showAnswer(await asked.last);
}

/** Whether this plan can be left now without losing anything; if not, says why. */
async function mayLeave(): Promise<boolean> {
  const settled = await outbox.settled();
  const titles = unwritten();
  let reason = '';
  if (settled === 'not-saved') reason = 'Some changes are not saved yet. Retry or save a copy first.';
  else if (titles.length > 0)
    reason = `What you wrote of ${unwrittenText(titles)} is not saved. Save or discard it first, under Runbooks.`;
  if (reason !== '') showToast({ text: reason, tone: 'error' });
  // What was saved or discarded a moment ago must not be offered again.
  else await useUnwritten.getState().keep();
  return reason === '';
}

/** Opens a workspace and shows it; a problem stays on the start screen as a sentence. False when nothing was opened. */
export async function open(source: OpenSource, quarter?: QuarterId): Promise<boolean> {
  if (!(await mayLeave())) return false;
  return showAnswer(await keeper().call('workspace.open', { source }), quarter);
}

function showAnswer(reply: Reply<Opened | null>, quarter?: QuarterId): boolean {
  const wasOpen = useWorkspaceStore.getState().phase === 'open';
  if (!reply.ok) {
    if (wasOpen && reply.problem.kind !== 'cancelled')
      showToast({ text: problemText(reply.problem), tone: 'error' });
    if (!wasOpen)
      useWorkspaceStore.setState({
        phase: 'start',
        problem: reply.problem.kind === 'cancelled' ? null : reply.problem,
      });
    return false;
  }
  if (reply.value === null) {
    if (!wasOpen) useWorkspaceStore.setState({ phase: 'start' });
    return false;
  }
  useView.setState({
    screen: 'board',
    filter: showAll,
    selection: [],
    runbook: null,
    quarter: quarter ?? quarterToShow(reply.value.workspace),
  });
  show(reply.value);
  announce(`${reply.value.workspace.about.name} is open.`);
  return true;
}

/** Asks for a file and opens it: with the host's dialog on the desktop, with the page's own in the browser host. */
export async function chooseAndOpen(): Promise<void> {
  if (useWorkspaceStore.getState().host?.host !== 'browser') {
    await open({ kind: 'choose' });
    return;
  }
  const file = await pickFile('.json,application/json');
  if (file) await open({ kind: 'content', ...file });
}

/**
 * The quarter that wants attention: the present one until it has a plan; from its middle on the next, which is to be
 * planned then. Where turns begin only later, the first quarter that has some: an empty one would look like a lost plan.
 */
export function quarterToShow(workspace: Workspace): QuarterId {
  const day = today(workspace.about.zone);
  const present = quarterOf(day);
  const { from, until } = quarterRange(present);
  const planned = Object.values(workspace.shifts).some(({ start }) => quarterOf(dateOf(start)) === present);
  const second = daysBetween(from, day) * 2 > daysBetween(from, until);
  if (planned && second) return nextQuarter(present);
  return firstWithTurns(workspace, present) ?? present;
}

/** The present quarter or the first within two years in which somebody takes a turn; null when nobody does. */
function firstWithTurns(workspace: Workspace, present: QuarterId): QuarterId | null {
  let quarter = present;
  for (let ahead = 0; ahead < 8; ahead++) {
    if (slotsOfQuarter(workspace, quarter).length > 0) return quarter;
    quarter = nextQuarter(quarter);
  }
  return null;
}

export async function recentWorkspaces(): Promise<readonly RecentWorkspace[]> {
  const reply = await keeper().call('workspace.recent', null);
  return reply.ok ? reply.value : [];
}

/** Takes a plan off the list of recent ones; false when the list could not be written. */
export async function forgetWorkspace(file: string): Promise<boolean> {
  const reply = await keeper().call('workspace.forget', { file });
  if (!reply.ok) showToast({ text: problemText(reply.problem), tone: 'error' });
  return reply.ok;
}

/** Back to the start screen, once everything is saved. */
export async function closeWorkspace(): Promise<void> {
  if (!(await mayLeave())) return;
  const reply = await keeper().call('workspace.close', { quitting: false });
  outbox.clear();
  // A last checkpoint that failed is told where the lead is next: the plan is closed, and its journal has every edit.
  useWorkspaceStore.setState({
    ...closedWorkspace,
    phase: 'start',
    problem: reply.ok ? null : reply.problem,
  });
}

/** Writes what the window shows, saved or not, to a file of its own. */
export async function saveCopy(): Promise<void> {
  const { workspace, revision } = useWorkspaceStore.getState();
  if (!workspace) return;
  const reply = await keeper().call('workspace.saveCopy', { workspace, revision });
  if (!reply.ok) {
    if (reply.problem.kind !== 'cancelled') showToast({ text: problemText(reply.problem), tone: 'error' });
    return;
  }
  const { file, text } = reply.value;
  if (text !== null) {
    download(`${workspace.about.name}.json`, text);
    showToast({ text: 'A copy was given to the browser’s downloads.' });
  } else if (file !== null) showToast({ text: `A copy was written to ${file}.` });
}
