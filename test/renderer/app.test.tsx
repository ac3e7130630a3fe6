import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { App } from '../../renderer/app.tsx';
import { bindKeys, bindMenu } from '../../renderer/state/actions.ts';
import { runCommand } from '../../renderer/state/run-command.ts';
import { outbox } from '../../renderer/state/saving.ts';
import { bindQuit } from '../../renderer/state/quit.ts';
import { closeWorkspace, start } from '../../renderer/state/session.ts';
import { useToasts } from '../../renderer/state/toast-store.ts';
import { useUnwritten } from '../../renderer/state/unwritten.ts';
import { useView, type ScreenName } from '../../renderer/state/view-store.ts';
import { closedWorkspace, openWorkspace, useWorkspaceStore } from '../../renderer/state/workspace-store.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import { memoryBridge } from '../support/memory-bridge.ts';
import { stubResizeObserver } from './stub-resize-observer.ts';

let bridge = memoryBridge();
let unbind: (() => void)[] = [];
const user = userEvent.setup();

beforeAll(() => {
  // jsdom lays nothing out; parts that measure themselves get a fixed size by never hearing of another.
  stubResizeObserver();
  Element.prototype.scrollIntoView = () => undefined;
  // Ids and names that are looked up here hold nothing that would have to be escaped.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});

beforeEach(async () => {
  outbox.clear();
  useToasts.setState({ toasts: [] });
  useView.setState({ screen: 'board', dialog: null, panelOpen: true });
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  bridge = memoryBridge();
  await start(bridge);
  unbind = [bindKeys(window), bindMenu(window)];
  bindQuit(window);
  render(<App />);
});

afterEach(() => {
  for (const stop of unbind) stop();
  cleanup();
});

/** Opens the sample; on History unless told, whose few elements are quick to search by role. */
async function openSample(at: ScreenName = 'history'): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Open sample quarter' }));
  act(() => useView.setState({ screen: at }));
  await screen.findByRole('navigation', { name: 'Screens' });
}

const rename = (name: string): void =>
  act(() => {
    const made = runCommand(
      { kind: 'save-about', about: { ...openWorkspace().about, name } },
      `Rename to ${name}`,
    );
    if (!made.ok) throw new Error(made.reason.kind);
  });

test('a first start offers the sample, a new plan and a file', () => {
  expect(screen.getByRole('heading', { level: 1, name: 'Evenwatch' })).toBeTruthy();
  for (const name of ['Open sample quarter', 'New plan', 'Open…'])
    expect(screen.getByRole('button', { name })).toBeTruthy();
});

test('one click opens the sample in a window with all its landmarks', async () => {
  await openSample('board');
  for (const role of ['banner', 'navigation', 'main', 'contentinfo'] as const)
    expect(screen.getByRole(role)).toBeTruthy();
  expect(screen.getByRole('complementary', { name: 'Fairness' })).toBeTruthy();
  expect(within(screen.getByRole('contentinfo')).getByText('Saved')).toBeTruthy();
});

test('every button of every screen has a name', async () => {
  await openSample('board');
  for (const name of ['Board', 'Fairness', 'History']) {
    await user.click(
      within(screen.getByRole('navigation', { name: 'Screens' })).getByRole('button', { name }),
    );
    expect(screen.getByRole('main', { name })).toBeTruthy();
    for (const button of screen.getAllByRole('button'))
      expect(button.getAttribute('aria-label') ?? button.textContent, button.outerHTML).not.toBe('');
  }
});

test('undo says what it would take back, and does it', async () => {
  await openSample();
  expect(screen.getByRole('button', { name: 'Undo' }).getAttribute('aria-disabled')).toBe('true');
  rename('Night shift');
  expect(await screen.findByRole('heading', { level: 1, name: 'Night shift' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('Night shift'));
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Night shift' })).toBeTruthy();
});

test('what cannot be saved stays in a banner until a retry saves it', async () => {
  await openSample();
  bridge.keeper.fail('workspace.apply', { kind: 'disk', tried: 'write', file: '/plan.json', code: 'ENOSPC' });
  rename('Night shift');
  const banner = await screen.findByRole('group', { name: 'Problem' });
  expect(banner.textContent).toContain('1 change is not saved');
  expect(screen.getByText('Not saved: disk full')).toBeTruthy();
  bridge.keeper.fail('workspace.apply', null);
  await user.click(within(banner).getByRole('button', { name: 'Retry' }));
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Problem' })).toBeNull());
  expect(bridge.keeper.kept()?.workspace.about.name).toBe('Night shift');
});

test('a host that quits waits for the last edit, then the workspace is closed', async () => {
  await openSample();
  rename('Night shift');
  bridge.keeper.send('app.quit', null);
  await waitFor(() => expect(bridge.keeper.calls.at(-1)).toBe('workspace.close'));
  expect(bridge.keeper.calls.indexOf('workspace.apply')).toBeLessThan(
    bridge.keeper.calls.indexOf('workspace.close'),
  );
});

test('a host that quits over unsaved edits has to ask, and keeping them open is the safe answer', async () => {
  await openSample();
  bridge.keeper.fail('workspace.apply', { kind: 'disk', tried: 'write', file: '/plan.json', code: 'ENOSPC' });
  rename('Night shift');
  await outbox.settled();
  bridge.keeper.send('app.quit', null);
  const dialog = await screen.findByRole('alertdialog', { name: 'Quit and lose 1 unsaved change?' });
  const keep = within(dialog).getByRole('button', { name: 'Keep open' });
  await waitFor(() => expect(document.activeElement).toBe(keep));
  await user.click(keep);
  expect(bridge.keeper.calls).not.toContain('workspace.close');
  expect(openWorkspace().about.name).toBe('Night shift');
});

test('what is still being written is asked about before it is lost, and keeps the plan open until then', async () => {
  await openSample();
  act(() => useUnwritten.setState({ titles: ['Profit', 'Growth'] }));
  onTestFinished(() => useUnwritten.setState({ titles: [] }));
  await act(() => closeWorkspace());
  bridge.keeper.send('app.quit', null);
  const dialog = await screen.findByRole('alertdialog', { name: 'Quit and lose what you wrote?' });
  expect(dialog.textContent).toContain('What you wrote of Profit and Growth is not saved yet.');
  expect(bridge.keeper.calls).not.toContain('workspace.close');
  await user.click(within(dialog).getByRole('button', { name: 'Quit and lose it' }));
  expect(bridge.keeper.calls).toContain('workspace.close');
});

test('what is still being written and kept on the disk may be left, and nobody says that it is lost', async () => {
  await openSample();
  act(() => useUnwritten.setState({ titles: ['Profit'], keep: () => Promise.resolve(true) }));
  onTestFinished(() => useUnwritten.setState({ titles: [], keep: () => Promise.resolve(false) }));
  bridge.keeper.send('app.quit', null);
  const dialog = await screen.findByRole('alertdialog', { name: 'Quit before it is saved?' });
  expect(dialog.textContent).toContain('What you wrote of Profit is in no runbook yet.');
  await user.click(within(dialog).getByRole('button', { name: 'Quit and save later' }));
  expect(bridge.keeper.calls).toContain('workspace.close');
});

test('a menu entry of the host runs the action of its name', async () => {
  await openSample();
  bridge.keeper.send('menu.action', { action: 'show-history' });
  expect(await screen.findByRole('main', { name: 'History' })).toBeTruthy();
});

test('history goes back to any step, and forth again', async () => {
  await openSample();
  const first = openWorkspace().about.name;
  rename('B');
  rename('C');
  const rows = await within(screen.getByRole('main')).findAllByRole('listitem');
  expect(rows.map((row) => row.textContent.replace(/^\d\d:\d\d/, 'At '))).toEqual([
    'At Rename to C1 recordleadyou are here',
    'At Rename to B1 recordleadReturn to here',
  ]);
  await user.click(screen.getAllByRole('button', { name: 'Return to here' })[1] as HTMLElement);
  expect(openWorkspace().about.name).toBe(first);
  await user.click(screen.getAllByRole('button', { name: 'Return to here' })[0] as HTMLElement);
  expect(openWorkspace().about.name).toBe('C');
});

test('a number of the fairness screen opens to the shifts behind it', async () => {
  await openSample();
  act(() => useView.setState({ screen: 'fairness', quarter: '2026-Q4' as QuarterId }));
  // The screen is fetched when it is first opened, which takes its time on a busy machine.
  const tables = await screen.findAllByRole('table', { name: /^Turns that .* holds/ }, { timeout: 15_000 });
  const [table] = tables;
  if (!table) throw new Error('no turns');
  expect(within(table).getAllByRole('button', { name: /show on the Board$/ }).length).toBeGreaterThan(3);
  const [all] = screen.getAllByRole('button', { name: /^Show all \d+ on the Board$/ });
  if (!all) throw new Error('no way to the Board');
  await user.click(all);
  expect(useView.getState().screen).toBe('board');
  expect(useView.getState().selection.length).toBeGreaterThan(3);
});

test('the chord that plans is heard on a button too, which would take Enter for itself', async () => {
  await openSample();
  act(() => useWorkspaceStore.setState({ workspace: { ...openWorkspace(), people: {} } }));
  screen.getByRole('button', { name: 'Menu' }).focus();
  await user.keyboard('{Control>}{Enter}{/Control}');
  // Why it cannot be run is the answer of the action, and the menu stayed shut.
  await waitFor(() =>
    expect(useToasts.getState().toasts.map(({ text }) => text)).toContain('Nobody is in this plan yet.'),
  );
  expect(screen.queryByRole('menu')).toBeNull();
});

test('the command menu finds an action by name and runs it', async () => {
  await openSample();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('searchbox'), 'next quarter');
  const before = useView.getState().quarter;
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(useView.getState().quarter).not.toBe(before));
});

test('a problem with opening is told on the start screen, with what to do', async () => {
  bridge.keeper.fail('workspace.open', {
    kind: 'damaged',
    file: '/plan.json',
    detail: 'it breaks off at line 7',
    keptAs: '/plan.json.damaged',
  });
  await user.click(screen.getByRole('button', { name: 'Open sample quarter' }));
  const alerts = await screen.findAllByRole('alert');
  expect(alerts.map((alert) => alert.textContent).join(' ')).toContain(
    'The original is kept as /plan.json.damaged.',
  );
});
