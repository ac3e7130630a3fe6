import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DeadlinesScreen } from '../../../../renderer/features/deadlines/deadlines-screen.tsx';
import { undo } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { start } from '../../../../renderer/state/session.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });
vi.stubGlobal('CSS', { escape: (text: string) => text });

async function show(workspace: Workspace = sampleWorkspace()): Promise<void> {
  outbox.clear();
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(workspace));
  render(<DeadlinesScreen />);
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T17:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const click = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));

test('the month lists what is due, with its evidence, and why a day moved', async () => {
  await show();
  const november = screen.getByRole('table', { name: 'Due in November 2026' });
  expect(within(november).getAllByRole('row')).toHaveLength(6);
  expect(within(november).getAllByText('Met')).toHaveLength(5);
  expect(november.textContent).toContain('Tables published, row counts agree with the ledger');
  await click('Next month');
  const december = screen.getByRole('table', { name: 'Due in December 2026' });
  expect(december.textContent).toContain('from Sat 5 Dec: weekend');
});

test('an outcome is recorded with its reason, and undone', async () => {
  await show();
  await click('Next month');
  await click(/^Record… ?Growth report final, Thu 3 Dec$/);
  await user.click(screen.getByRole('radio', { name: 'Waived' }));
  expect(screen.getByRole('button', { name: 'Record as waived' }).getAttribute('aria-disabled')).toBe('true');
  await user.type(screen.getByRole('textbox', { name: 'Reason' }), 'No report this month');
  await click('Record as waived');
  const row = screen.getByRole('row', { name: /Growth report final/ });
  expect(row.textContent).toContain('Waived');
  expect(row.textContent).toContain('No report this month');
  undo();
  expect(Object.values(openWorkspace().deliveries).some(({ outcome }) => outcome === 'waived')).toBe(false);
});

test('a change of a rule ends the old one and keeps what it said of the past', async () => {
  await show();
  await user.click(screen.getByRole('tab', { name: 'Rules' }));
  await click(/^Edit… ?Profit data available$/);
  const day = screen.getByRole('textbox', { name: 'Day' });
  await user.clear(day);
  await user.type(day, '31');
  expect(screen.getByText(/February, April, June, September and November have no 31st/)).toBeTruthy();
  await click('Save');
  const rules = Object.values(openWorkspace().deadlines).filter(
    ({ title }) => title === 'Profit data available',
  );
  expect(rules.map(({ anchor, startsOn, endsOn }) => [anchor, startsOn, endsOn])).toEqual([
    [{ kind: 'day-of-month', day: 5 }, null, '2026-11-22'],
    [{ kind: 'day-of-month', day: 31 }, '2026-11-23', null],
  ]);
});

test('a rule with records is ended, one without is removed', async () => {
  await show();
  await user.click(screen.getByRole('tab', { name: 'Rules' }));
  await click(/^Edit… ?Profit data available$/);
  await click('End today');
  expect(openWorkspace().deadlines['deadline-profit-data' as never]).toMatchObject({ endsOn: '2026-11-23' });
  await click('Add deadline…');
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Board pack');
  await user.click(screen.getAllByRole('button', { name: 'Add deadline' }).at(-1) as HTMLElement);
  expect(Object.values(openWorkspace().deadlines).some(({ title }) => title === 'Board pack')).toBe(true);
  await click(/^Edit… ?Board pack$/);
  await click('Remove');
  expect(Object.values(openWorkspace().deadlines).some(({ title }) => title === 'Board pack')).toBe(false);
});

test('a rule that cannot be kept is told while it is typed', async () => {
  await show();
  await click('Add deadline…');
  const day = screen.getByRole('textbox', { name: 'Day' });
  await user.clear(day);
  await user.type(day, '40');
  expect(screen.getByText('Give a day of the month, 1 to 31.')).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'Reminders, in days before' }));
  await user.type(screen.getByRole('textbox', { name: 'Reminders, in days before' }), '90');
  expect(screen.getByText('Give up to five whole numbers of days, 0 to 60: 5, 2.')).toBeTruthy();
});

test('without rules the screen says what one is', async () => {
  const { deadlines: _rules, deliveries: _records, ...rest } = sampleWorkspace();
  await show({ ...rest, deadlines: {}, deliveries: {} });
  expect(screen.getByText('No deadlines yet')).toBeTruthy();
});
