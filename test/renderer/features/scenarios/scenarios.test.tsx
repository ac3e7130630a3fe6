import loadHighs from 'highs';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Scenarios } from '../../../../renderer/features/scenarios/scenarios.tsx';
import { undo } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { tryPolicy, useScenarios } from '../../../../renderer/state/scenario-store.ts';
import { start } from '../../../../renderer/state/session.ts';
import { useToasts } from '../../../../renderer/state/toast-store.ts';
import { useView } from '../../../../renderer/state/view-store.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import type { PlanMessage, PlanOptions } from '../../../../renderer/workers/start-planning.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { assess } from '../../../../shared/planner/assess.ts';
import type { Assessment } from '../../../../shared/planner/attainable.ts';
import { planInput, planQuarter } from '../../../../shared/planner/plan.ts';
import { solverOver } from '../../../../shared/planner/solver.ts';
import { slotsOfQuarter } from '../../../../shared/rotation/expand.ts';
import { aPolicy, aShift, personIdOf } from '../../../builders/a-workspace.ts';
import { planned, quarter } from '../../../shared/scenarios/what-if.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { stubResizeObserver } from '../../stub-resize-observer.ts';

/** Set by a test whose planner is to stay at its work or to fail, or that waits for the scores. */
const planner = vi.hoisted(() => ({
  does: 'plan',
  cancelled: 0,
  assesses: false,
}));

// In place of the workers: the same planner and the same solver, in this thread, with few moves.
vi.mock('../../../../renderer/workers/start-planning.ts', () => ({
  startPlanning: (
    workspace: Workspace,
    of: QuarterId,
    options: PlanOptions,
    on: (message: PlanMessage) => void,
  ) => {
    const input = planInput(workspace, of, null, options.today);
    const run = planQuarter(input, { seed: options.seed, iterations: 2000 });
    setTimeout(() => {
      if (planner.does === 'fail') return on({ kind: 'failed', reason: 'the solver ran out of memory' });
      let step = run.next();
      if (step.done !== true) on({ kind: 'progress', progress: step.value });
      if (planner.does === 'stay') return;
      while (step.done !== true) step = run.next();
      on({ kind: 'done', proposal: step.value });
    });
    return {
      cancel: () => {
        planner.cancelled += 1;
      },
    };
  },
}));
vi.mock('../../../../renderer/workers/assess-in-worker.ts', () => ({
  askAssessment: (workspace: Workspace, of: QuarterId, found: (assessment: Assessment) => void) => {
    let stopped = !planner.assesses;
    if (planner.assesses)
      void loadHighs()
        .then((highs) => assess(workspace, of, solverOver(highs)))
        .then((assessment) => {
          if (!stopped) found(assessment);
        });
    return () => {
      stopped = true;
    };
  },
  knownShares: () => null,
}));

const user = userEvent.setup({ pointerEventsCheck: 0 });

beforeAll(() => {
  stubResizeObserver();
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
});

async function show(workspace: Workspace = planned()): Promise<void> {
  outbox.clear();
  useToasts.setState({ toasts: [] });
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(workspace));
  useScenarios.setState({ left: 'present', right: 'present', run: null, failure: null, branchPolicy: null });
  useView.setState({ screen: 'compare', quarter, dialog: null });
  render(<Scenarios />);
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T12:00:00Z'), toFake: ['Date'] });
  planner.does = 'plan';
  planner.cancelled = 0;
  planner.assesses = false;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

// By text rather than by role: asking jsdom for the role of everything on the page takes seconds.
const press = (text: string, where: Pick<typeof screen, 'getByText'> = screen) =>
  user.click(where.getByText(text));
function dialog() {
  const open = document.querySelector<HTMLElement>('[role=dialog]');
  if (open === null) throw new Error('no dialog is open');
  return within(open);
}
const people = () => screen.findByText(/^Everybody under both plans/);
const kept = () => Object.values(openWorkspace().scenarios);

async function branchBiweekly(): Promise<void> {
  await press('Try bi-weekly…');
  await press('Plan the branch', dialog());
  await people();
}

test('the plan that stands is kept under a name, and the plan itself does not change', async () => {
  await show();
  const { shifts } = openWorkspace();
  await press('Name the present plan…');
  await press('Keep under this name', dialog());
  expect(dialog().getByText('Give the plan a name.')).toBeTruthy();
  fireEvent.change(dialog().getByLabelText('Name'), { target: { value: 'As agreed' } });
  await press('Keep under this name', dialog());
  expect(kept().map(({ name, assignments }) => [name, assignments.length])).toEqual([['As agreed', 13]]);
  expect(openWorkspace().shifts).toBe(shifts);
  expect(screen.getByText('Under the facts of today.')).toBeTruthy();
  await press('Name the present plan…');
  for (const [name, reason] of [
    ['as AGREED', 'Another plan of this quarter has this name.'],
    ['present plan', 'Present plan is what the plan that stands is called.'],
  ] as const) {
    fireEvent.change(dialog().getByLabelText('Name'), { target: { value: name } });
    await press('Keep under this name', dialog());
    expect(dialog().getByText(reason)).toBeTruthy();
  }
  expect(kept()).toHaveLength(1);
});

test('a bi-weekly branch is planned, stands beside the present plan, and is adopted and undone in one step', async () => {
  await show();
  await branchBiweekly();
  expect(screen.getByText('Team: turns every two weeks from Mon 4 Jan')).toBeTruthy();
  expect((await people()).closest('table')?.rows).toHaveLength(5);
  await press('Use this plan');
  expect(slotsOfQuarter(openWorkspace(), quarter)).toHaveLength(7);
  expect(openWorkspace().shifts[aShift('2027-01-04').id]).toBeUndefined();
  expect(screen.getAllByText('This is the plan that stands.').length).toBeGreaterThan(0);
  act(() => void undo());
  expect(slotsOfQuarter(openWorkspace(), quarter)).toHaveLength(13);
  expect(openWorkspace().shifts[aShift('2027-01-04').id]?.person).toBe(personIdOf('Ann'));
});

test('both scores come once what is attainable is known under each of the two plans', async () => {
  planner.assesses = true;
  await show();
  await branchBiweekly();
  const row = (await screen.findByText('Fairness')).closest('tr');
  const cells = () => [...(row?.querySelectorAll('td') ?? [])].slice(0, 2).map((cell) => cell.textContent);
  await vi.waitFor(() => expect(cells().every((text) => /^\d+(\.\d)?$/.test(text ?? ''))).toBe(true), {
    timeout: 15_000,
  });
});

test('a branch without somebody says so, and lists them as not in it', async () => {
  await show();
  await press('Branch…');
  await press('Cy', dialog());
  await press('Plan the branch', dialog());
  await people();
  expect(screen.getByText('Without Cy from Mon 4 Jan')).toBeTruthy();
  expect(screen.getByText('Cy').closest('tr')?.textContent).toMatch(/Not in it/);
  expect(kept()[0]?.name).toBe('Without Cy');
  expect(kept()[0]?.assignments.every(({ person }) => person !== null && person !== personIdOf('Cy'))).toBe(
    true,
  );
});

test('a run can be ended with nothing, or with the best plan so far', async () => {
  planner.does = 'stay';
  await show();
  await press('Try bi-weekly…');
  await press('Plan the branch', dialog());
  await screen.findByText('Planning Every two weeks…');
  await press('Cancel', within(screen.getByLabelText('Planning a branch')));
  expect(planner.cancelled).toBe(1);
  expect(kept()).toEqual([]);
  await press('Try bi-weekly…');
  await press('Plan the branch', dialog());
  await screen.findByText('Planning Every two weeks…');
  await user.click(await screen.findByText('Use best so far', {}, { timeout: 5000 }));
  expect(kept().map(({ name, assignments }) => [name, assignments.length])).toEqual([['Every two weeks', 7]]);
});

test('why a branch was not planned is said, and nothing is kept', async () => {
  planner.does = 'fail';
  await show();
  await press('Try bi-weekly…');
  await press('Plan the branch', dialog());
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Every two weeks was not planned: the solver ran out of memory',
  );
  expect(kept()).toEqual([]);
});

test('a drafted policy comes into the form of a branch, and only into the next one', async () => {
  await show();
  act(() => tryPolicy(aPolicy({ loadBeyondBand: 20, weekendLoad: 12 })));
  expect(
    dialog().getByText(
      /A weekend day: 2 points → 3 points; Uneven load: 1 wish a point² → 4 wishes a point²/,
    ),
  ).toBeTruthy();
  await press('Plan the branch', dialog());
  await people();
  expect(kept()[0]).toMatchObject({
    name: 'Another policy',
    facts: { policy: { loadBeyondBand: 20, weekendLoad: 12 } },
  });
  await press('Branch…');
  expect(dialog().getAllByText('As now').length).toBeGreaterThan(0);
});

test('a named plan is renamed, planned again and removed from its menu', async () => {
  await show();
  await branchBiweekly();
  await user.click(screen.getByLabelText('More for Every two weeks'));
  await press('Rename…');
  fireEvent.change(dialog().getByLabelText('Name'), { target: { value: 'Fortnights' } });
  await press('Rename', dialog());
  expect(kept()[0]?.name).toBe('Fortnights');
  await user.click(screen.getByLabelText('More for Fortnights'));
  await press('Plan it again, from today');
  await vi.waitFor(() => expect(useScenarios.getState().run).toBeNull());
  expect(kept()).toHaveLength(1);
  await user.click(screen.getByLabelText('More for Fortnights'));
  await press('Remove');
  expect(kept()).toEqual([]);
  expect(screen.getByText('Nothing to compare Q1 2027 with yet')).toBeTruthy();
});
