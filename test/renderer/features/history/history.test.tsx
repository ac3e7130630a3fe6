import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { historyRows } from '../../../../renderer/features/history/history-table.ts';
import { History } from '../../../../renderer/features/history/history.tsx';
import { runCommand } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { start } from '../../../../renderer/state/session.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import type { PersonId } from '../../../../shared/model/ids.ts';
import { aLeave, aWorkspace } from '../../../builders/a-workspace.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });

beforeEach(async () => {
  outbox.clear();
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(aWorkspace()));
});

afterEach(cleanup);

function change(person: string, fullTimePercent: number): void {
  const before = openWorkspace().people[person as PersonId];
  if (before === undefined) throw new Error(`nobody is called ${person}`);
  const made = runCommand(
    { kind: 'save-person', person: { ...before, fullTimePercent } },
    `Change ${before.name} to ${fullTimePercent} per cent`,
  );
  if (!made.ok) throw new Error(made.reason.kind);
}

const row = (title: string): HTMLElement => {
  const found = screen.getByText(title).closest('li');
  if (found === null) throw new Error(`${title} stands in no row`);
  return found;
};

test('a step says when, who and what, and opens to before and after', async () => {
  change('person-ann', 80);
  render(<History />);
  const step = row('Change Ann to 80 per cent');
  expect(within(step).getByText('lead')).toBeDefined();
  await user.click(within(step).getByRole('button', { name: 'Change Ann to 80 per cent' }));
  const [, cells] = within(step).getAllByRole('row');
  expect(cells?.textContent).toBe('Person Annfull time percent10080');
});

test('returning to a step takes back what came after it, and shows it as undone', async () => {
  change('person-ann', 80);
  change('person-ann', 60);
  render(<History />);
  await user.click(within(row('Change Ann to 80 per cent')).getByRole('button', { name: 'Return to here' }));
  expect(openWorkspace().people['person-ann' as PersonId]?.fullTimePercent).toBe(80);
  expect(within(row('Change Ann to 80 per cent')).getByText('you are here')).toBeDefined();
  await user.click(within(row('Change Ann to 60 per cent')).getByRole('button', { name: 'Return to here' }));
  expect(openWorkspace().people['person-ann' as PersonId]?.fullTimePercent).toBe(60);
});

test('words narrow the list, and a search without a find says so and shows all again', async () => {
  change('person-ann', 80);
  change('person-bo', 70);
  render(<History />);
  await user.type(screen.getByRole('searchbox', { name: 'Words' }), 'bo to');
  expect(screen.queryByText('Change Ann to 80 per cent')).toBeNull();
  await user.type(screen.getByRole('searchbox', { name: 'Words' }), ' nowhere');
  expect(screen.getByRole('status').textContent).toContain('None of the 2 steps');
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(screen.getByText('Change Ann to 80 per cent')).toBeDefined();
});

test('as a table every field has a row of its own, and why somebody is away is in none', () => {
  change('person-ann', 80);
  const leave = { ...aLeave('Bo', '2027-02-01', '2027-02-03'), reason: 'Operation' };
  const made = runCommand({ kind: 'save-leave', leave }, 'Add leave of Bo');
  if (!made.ok) throw new Error(made.reason.kind);
  const rows = historyRows(useWorkspaceStore.getState().history.undo, openWorkspace());
  expect(rows[0]?.slice(2)).toEqual([
    'lead',
    'Change Ann to 80 per cent',
    'the person Ann',
    'changed',
    'full time percent',
    '100',
    '80',
  ]);
  expect(rows.some((row) => row.includes('Add leave of Bo'))).toBe(true);
  expect(JSON.stringify(rows)).not.toContain('Operation');
});
