import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PlanHeader } from '../../../../renderer/features/plan/plan-header.tsx';
import { useAnnouncements } from '../../../../renderer/state/announce.ts';
import { setKeeper } from '../../../../renderer/state/keeper.ts';
import { planQuarter } from '../../../../renderer/state/planning.ts';
import { idlePlan, usePlan } from '../../../../renderer/state/plan-store.ts';
import { runCommand } from '../../../../renderer/state/run-command.ts';
import { showQuarter } from '../../../../renderer/state/view-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { PlanMessage, PlanOptions } from '../../../../renderer/workers/start-planning.ts';
import type { Cost } from '../../../../shared/planner/cost.ts';
import { certaintyOf, type Proposal } from '../../../../shared/planner/plan.ts';
import {
  aPerson,
  aRotation,
  aShiftId,
  aWorkspace,
  personIdOf,
  primary,
} from '../../../builders/a-workspace.ts';

let tell: (message: PlanMessage) => void = () => undefined;
const cancelled = vi.fn();

vi.mock('../../../../renderer/workers/start-planning.ts', () => ({
  startPlanning: (_workspace: unknown, _quarter: unknown, _options: PlanOptions, on: typeof tell) => {
    tell = on;
    return { cancel: cancelled };
  },
}));

const q1 = '2027-Q1' as QuarterId;
const user = userEvent.setup();
const turn = aShiftId('Team', primary, '2027-01-04');
const assignments = [{ shift: turn, person: personIdOf('Ann') }];
const noTerms: Cost = {
  total: 0,
  rest: 0,
  load: 0,
  holidays: 0,
  sameHoliday: 0,
  wishes: 0,
  standIns: 0,
  refused: 0,
  changed: 0,
  open: 0,
  breaches: 0,
};

const progress = (cost: number): PlanMessage => ({
  kind: 'progress',
  progress: {
    cost,
    terms: { ...noTerms, total: cost },
    assignments,
    by: 'anneal',
    done: 1,
    of: 2,
    bound: null,
    digest: 'd',
  },
});

const proposalOf = (cost: number, bound: number | null): Proposal => ({
  quarter: q1,
  seed: 1,
  digest: 'd',
  iterations: 500,
  assignments,
  cost,
  terms: { ...noTerms, total: cost, wishes: cost },
  nodes: 3,
  reproducible: true,
  ...certaintyOf(cost, bound, { reason: 'solver-failed', detail: 'out of memory' }),
});

const hear = (...messages: readonly PlanMessage[]): void =>
  act(() => messages.forEach((message) => tell(message)));

beforeEach(() => {
  // jsdom has no CSS object; names that are looked up here hold nothing that would have to be escaped.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  setKeeper({ call: () => new Promise(() => {}), on: () => () => {} });
  cancelled.mockClear();
  const workspace = aWorkspace({
    people: ['Ann', 'Bo'].map((name, position) => aPerson(name, { position })),
    rotations: [
      aRotation('Team', ['Ann', 'Bo'], { layers: [{ name: primary, title: 'Primary', weightPercent: 100 }] }),
    ],
  });
  useWorkspaceStore.setState({
    workspace,
    revision: 0,
    phase: 'open',
    history: { undo: [], redo: [] },
    readOnlyBecause: null,
  });
  usePlan.setState({ ...idlePlan, accepted: null });
  showQuarter(q1);
  render(<PlanHeader />);
});

afterEach(() => {
  usePlan.setState({ ...idlePlan, accepted: null });
  cleanup();
  vi.unstubAllGlobals();
});

test('nothing is said of a quarter that was never planned', () => {
  expect(screen.queryByRole('region')).toBeNull();
});

test('a run says what it is at, how far the best plan is from the bound, and draws both with words beside', () => {
  act(planQuarter);
  expect(screen.getByText('Planning Q1 2027…')).toBeTruthy();
  hear({ kind: 'stage', stage: 'search' }, progress(1000));
  const region = screen.getByRole('region', { name: 'Proposal' });
  expect(region.textContent).toContain('Looking for better plans');
  expect(region.textContent).not.toContain('from the best');
  hear({ kind: 'stage', stage: 'prove' }, { kind: 'bound', bound: 900, nodes: 1 });
  expect(region.textContent).toContain('at most 2 wishes from the best');
  const picture = within(region).getByRole('img');
  expect(picture.getAttribute('aria-label')).toContain('No plan can cost less than 11.2');
  expect(picture.querySelectorAll('polyline')).toHaveLength(2);
});

test('cancelling ends the workers at once, and nothing is proposed', async () => {
  act(planQuarter);
  hear(progress(1000));
  cancelled.mockClear();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(cancelled).toHaveBeenCalledOnce();
  expect(screen.queryByRole('region')).toBeNull();
  expect(useAnnouncements.getState().polite.text).toBe('Planning cancelled. Nothing changed.');
});

test('the best plan so far keeps the bound that was reached, and says who stopped it', async () => {
  act(planQuarter);
  hear(progress(1000), { kind: 'bound', bound: 900, nodes: 1 });
  act(() => usePlan.setState({ slow: true }));
  await user.click(screen.getByRole('button', { name: 'Use best so far' }));
  await user.click(screen.getByRole('button', { name: /^At most 2 wishes from the best/ }));
  expect(screen.getByRole('dialog').textContent).toContain('stopped by hand');
});

test.each([
  [1000, 1000, 'Proven best'],
  [1000, 995, 'At most 1 wish from the best'],
  [1000, 910, 'At most 2 wishes from the best'],
  [1000, null, 'Best plan found'],
])('a proposal of cost %s with bound %s is told as “%s”', (cost, bound, text) => {
  act(planQuarter);
  hear({ kind: 'done', proposal: proposalOf(cost, bound) });
  expect(screen.getByRole('button', { name: `${text}: show what was proven` })).toBeTruthy();
});

test('the cost is told by what it is for, wishes granted apart from those refused, and what a wish is', async () => {
  act(planQuarter);
  const terms = { ...noTerms, total: 240, wishes: 240, standIns: 160, refused: 320 };
  hear({ kind: 'done', proposal: { ...proposalOf(240, 240), terms } });
  await user.click(screen.getByRole('button', { name: /^Proven best/ }));
  const dialog = screen.getByRole('dialog');
  const figureOf = (name: string) => within(dialog).getByText(name).nextElementSibling?.textContent;
  expect(figureOf('Stand-ins on watches')).toBe('2');
  expect(figureOf('Wishes refused')).toBe('4');
  expect(figureOf('Wishes granted')).toBe('−3');
  expect(figureOf('Seed')).toBe('1');
  expect(figureOf('Moves tried')).toBe('500');
  expect(dialog.textContent).toContain('granting somebody a wanted week is worth');
  expect(dialog.textContent).toContain('The same run again gives the same plan.');
});

test('after Accept, focus is on what was proven of the plan, and not lost', async () => {
  act(planQuarter);
  hear({ kind: 'done', proposal: proposalOf(1000, 1000) });
  await user.click(screen.getByRole('button', { name: 'Accept plan' }));
  await vi.waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Proven best/ })),
  );
});

test('gaps of the plan that stands lead to what keeps them open', async () => {
  act(planQuarter);
  hear({ kind: 'done', proposal: proposalOf(1000, 1000) });
  await user.click(screen.getByRole('button', { name: 'Accept plan' }));
  const region = screen.getByRole('region', { name: 'Plan' });
  expect(within(region).getByRole('button', { name: /^\d+ gaps: why\?$/ })).toBeTruthy();
});

test('where there is no proof, the badge opens to the reason', async () => {
  act(planQuarter);
  hear({ kind: 'done', proposal: proposalOf(1000, null) });
  await user.click(screen.getByRole('button', { name: /^Best plan found/ }));
  expect(screen.getByRole('dialog').textContent).toContain('The solver gave up: out of memory.');
});

test('an accepted plan keeps its badge until somebody else holds a shift, and gets it back with undo', async () => {
  act(planQuarter);
  hear({ kind: 'done', proposal: proposalOf(1000, 1000) });
  await user.click(screen.getByRole('button', { name: 'Accept plan' }));
  const region = screen.getByRole('region', { name: 'Plan' });
  expect(region.textContent).toContain('unchanged since');
  expect(within(region).getByRole('button', { name: /^Proven best/ })).toBeTruthy();
  act(() => {
    const { about } = openWorkspace();
    const today = about.createdOn;
    runCommand(
      {
        kind: 'assign-shifts',
        assignments: [{ shift: turn, person: personIdOf('Bo') }],
        accept: [],
        today,
        reason: '',
      },
      'Bo',
    );
  });
  expect(region.textContent).toContain('1 shift changed since');
  expect(within(region).getByRole('button', { name: /^Was proven best/ })).toBeTruthy();
});

test('a run that fails says why, and leaves no spinner', () => {
  act(planQuarter);
  hear({ kind: 'failed', reason: 'the worker died' });
  expect(screen.queryByRole('region', { name: 'Proposal' })).toBeNull();
  expect(useAnnouncements.getState().assertive.text).toContain('the worker died');
});
