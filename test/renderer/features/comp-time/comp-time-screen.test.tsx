import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CompTimeScreen } from '../../../../renderer/features/comp-time/comp-time-screen.tsx';
import { undo } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { start } from '../../../../renderer/state/session.ts';
import { useToasts } from '../../../../renderer/state/toast-store.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import { balanceOf } from '../../../../shared/comp-time/balance.ts';
import type { PersonId, WorkspaceId } from '../../../../shared/model/ids.ts';
import type { CompTimeTerms } from '../../../../shared/model/policy.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { date } from '../../../builders/a-workspace.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });
vi.stubGlobal('CSS', { escape: (text: string) => text });

async function show(workspace: Workspace = sampleWorkspace()): Promise<void> {
  outbox.clear();
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(workspace));
  useToasts.setState({ toasts: [] });
  render(<CompTimeScreen />);
}

/** The sample under other terms, in a workspace of its own, its holidays not credited yet. */
function underTerms(name: string, terms: Partial<CompTimeTerms>): Workspace {
  const sample = sampleWorkspace();
  const policies = Object.fromEntries(
    Object.entries(sample.policies).map(([id, policy]) => [
      id,
      { ...policy, compTime: { ...policy.compTime, ...terms } },
    ]),
  ) as Workspace['policies'];
  const { compTime: _lines, ...rest } = sample;
  return {
    ...rest,
    policies,
    compTime: {},
    about: { ...sample.about, id: `workspace-${name}` as WorkspaceId },
  };
}

const openOf = (number: number): number =>
  balanceOf(openWorkspace(), `person-engineer-${number}` as PersonId, date('2026-11-23')).open;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T17:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('balances add up in the row of each person and of the team', async () => {
  await show();
  const table = screen.getByRole('table', { name: 'Balances of comp time today' });
  const cells = (name: string) =>
    within(within(table).getByRole('row', { name: new RegExp(`^${name}`) }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent);
  expect(cells('Engineer 4').slice(0, 6)).toEqual(['15 h 15 min', '–', '–', '–', '15 h 15 min', '8 h']);
  expect(cells('Team').slice(0, 6)).toEqual(['52 h', '–', '–', '–', '52 h', '8 h']);
});

test('what waits is approved as one step, which one undo takes back', async () => {
  await show(underTerms('by-lead', { approval: 'lead' }));
  expect(openOf(4)).toBe(0);
  await user.click(screen.getByRole('button', { name: /^Approve \d+$/ }));
  expect(openOf(4)).toBe(915);
  expect(screen.getByRole('button', { name: 'Approve' }).getAttribute('aria-disabled')).toBe('true');
  undo();
  expect(openOf(4)).toBe(0);
});

test('where the policy approves by itself, opening the screen credits once, and an undo is respected', async () => {
  await show(underTerms('by-itself', { approval: 'automatic' }));
  await vi.waitFor(() => expect(openOf(4)).toBe(915));
  expect(useToasts.getState().toasts.map(({ undo: offered }) => offered)).toEqual([true]);
  undo();
  expect(openOf(4)).toBe(0);
  cleanup();
  render(<CompTimeScreen />);
  expect(await screen.findByRole('button', { name: /^Approve \d+$/ })).toBeDefined();
  expect(openOf(4)).toBe(0);
});

test('more than the balance holds is booked only once the lead agreed to the debt', async () => {
  await show();
  await user.click(screen.getByRole('button', { name: 'Book time off…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Book time off' });
  const time = within(dialog).getByLabelText('Takes off the balance');
  await user.clear(time);
  await user.type(time, '16 h');
  await user.click(within(dialog).getByRole('button', { name: 'Book 16 h' }));
  expect(openOf(1)).toBe(900);
  await user.click(
    within(dialog).getByRole('checkbox', { name: 'I agree that the balance goes below zero' }),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Book 16 h' }));
  expect(openOf(1)).toBe(-60);
  const booked = Object.values(openWorkspace().leave).filter(({ person }) => person === 'person-engineer-1');
  expect(booked.filter(({ kind }) => kind === 'comp-time')).toHaveLength(1);
  undo();
  expect(openOf(1)).toBe(900);
  expect(Object.values(openWorkspace().leave)).toEqual(Object.values(sampleWorkspace().leave));
});
