import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TasksScreen } from '../../../../renderer/features/tasks/tasks-screen.tsx';
import { cycleRole } from '../../../../renderer/features/tasks/task-acts.ts';
import { showDay, usualDay } from '../../../../renderer/features/tasks/tasks-desk.ts';
import { nextPlace } from '../../../../renderer/features/tasks/use-matrix-keys.ts';
import { undo } from '../../../../renderer/state/run-command.ts';
import { useToasts } from '../../../../renderer/state/toast-store.ts';
import { showQuarter } from '../../../../renderer/state/view-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import { emptyHistory } from '../../../../shared/editing/history.ts';
import { ownersAt } from '../../../../shared/editing/task-owners.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { aPerson, aTask, aWorkspace, date, personIdOf } from '../../../builders/a-workspace.ts';

const day = date('2027-01-01');
const a = aTask('A', 'Ann', 'Bo');
const team = (): Workspace => aWorkspace({ tasks: [a, aTask('B', 'Cy', null, { position: 1 })] });

function open(workspace: Workspace, readOnlyBecause: string | null = null): void {
  useWorkspaceStore.setState({
    phase: 'open',
    workspace,
    revision: 1,
    history: emptyHistory,
    readOnlyBecause,
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z'), toFake: ['Date'] });
  showQuarter('2027-Q1' as QuarterId);
  showDay(null);
  useToasts.setState({ toasts: [] });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const owners = () => ownersAt(openWorkspace().tasks[a.id] ?? a, day);
const ann = personIdOf('Ann');
const bo = personIdOf('Bo');
const di = personIdOf('Di');

test('a change begins with the quarter on view, or today once that has begun', () => {
  expect(usualDay('2027-Q1' as QuarterId, date('2026-11-23'))).toBe('2027-01-01');
  expect(usualDay('2027-Q1' as QuarterId, date('2027-02-03'))).toBe('2027-02-03');
});

test('clicks go through the roles and end where they began, each a step to undo', () => {
  open(team());
  const seen = [1, 2, 3].map(() => {
    cycleRole(day, a.id, di);
    return owners();
  });
  expect(seen).toEqual([
    { primary: di, secondary: bo },
    { primary: ann, secondary: di },
    { primary: ann, secondary: bo },
  ]);
  undo();
  expect(owners()).toEqual({ primary: ann, secondary: di });
});

test('keys walk the matrix and stop at its edges', () => {
  const size = { rows: 3, columns: 5 };
  const press = (key: string, ctrlKey = false) =>
    nextPlace({ key, ctrlKey, metaKey: false }, { row: 1, column: 4 }, size);
  expect(press('ArrowRight')).toEqual({ row: 1, column: 4 });
  expect(press('ArrowUp')).toEqual({ row: 0, column: 4 });
  expect(press('Home')).toEqual({ row: 1, column: 0 });
  expect(press('End', true)).toEqual({ row: 2, column: 4 });
  expect(press('x')).toBeNull();
});

test('each cell says whose it is, open roles have a column, and sums are computed', () => {
  open(team());
  render(<TasksScreen />);
  const grid = screen.getByRole('grid', { name: 'Owners of tasks on Fri 1 Jan 2027' });
  expect(within(grid).getByRole('gridcell', { name: 'A, Ann: primary owner' })).toBeDefined();
  expect(within(grid).getByRole('gridcell', { name: 'B: open: secondary' })).toBeDefined();
  const roles = within(grid).getByRole('row', { name: /^Roles/ });
  expect(roles.textContent).toBe('Roles111013');
  const tabStops = grid.querySelectorAll('td[tabindex="0"]');
  expect(tabStops).toHaveLength(1);
});

test('keys set a role in its cell and say so', async () => {
  open(team());
  render(<TasksScreen />);
  screen.getByRole('gridcell', { name: 'A, Di: no role' }).focus();
  await userEvent.keyboard('s');
  expect(owners()).toEqual({ primary: ann, secondary: di });
  expect(useToasts.getState().toasts[0]?.text).toBe('Di takes A secondary from Fri 1 Jan 2027.');
  await userEvent.keyboard('{Delete}');
  expect(owners()).toEqual({ primary: ann, secondary: null });
});

test('an owner who has left is told from the team, and nothing can be given to them', async () => {
  const people = [aPerson('Ann', { leavesOn: date('2026-12-31') }), aPerson('Bo', { position: 1 })];
  open(aWorkspace({ people, tasks: [a] }));
  render(<TasksScreen />);
  expect(screen.getByRole('columnheader', { name: 'Ann, not in the team' })).toBeDefined();
  screen.getByRole('gridcell', { name: 'A, Ann: primary owner' }).focus();
  await userEvent.keyboard('s');
  expect(owners()).toEqual({ primary: ann, secondary: bo });
  expect(useToasts.getState().toasts[0]?.text).toBe('Ann is not in the team on that day.');
  await userEvent.keyboard('{Delete}');
  expect(owners()).toEqual({ primary: null, secondary: bo });
});

test('a plan that is read only changes nothing and says why', async () => {
  open(team(), 'it is of a newer version');
  render(<TasksScreen />);
  screen.getByRole('gridcell', { name: 'A, Di: no role' }).focus();
  await userEvent.keyboard('p');
  expect(owners()).toEqual({ primary: ann, secondary: bo });
  expect(useToasts.getState().toasts[0]?.text).toBe('Read only: it is of a newer version');
});

test('a plan without tasks says what they are for and how to begin', () => {
  open(aWorkspace());
  render(<TasksScreen />);
  expect(screen.getByText('No tasks yet')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Add task…' })).toBeDefined();
});
