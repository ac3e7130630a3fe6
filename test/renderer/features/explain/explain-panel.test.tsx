import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ExplainPanel } from '../../../../renderer/features/explain/explain-panel.tsx';
import { ask, closeExplain, useExplain } from '../../../../renderer/state/explain-store.ts';
import { setKeeper } from '../../../../renderer/state/keeper.ts';
import { idlePlan, usePlan } from '../../../../renderer/state/plan-store.ts';
import { undo } from '../../../../renderer/state/run-command.ts';
import { useToasts } from '../../../../renderer/state/toast-store.ts';
import { select, showQuarter } from '../../../../renderer/state/view-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { AskedPlan, AskedShift, ConflictAnswer } from '../../../../renderer/workers/explain-messages.ts';
import type { LocalDate, QuarterId } from '../../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../../shared/model/ids.ts';
import { alikeConflicts } from '../../../../shared/planner/explain/alike.ts';
import { conflictSets } from '../../../../shared/planner/explain/conflict.ts';
import { atMostChanges, whyNotExact } from '../../../../shared/planner/explain/exact.ts';
import { pricedWaysOut } from '../../../../shared/planner/explain/price-ways.ts';
import { fixNow } from '../../../../shared/planner/explain/replan.ts';
import { situationOf } from '../../../../shared/planner/explain/situation.ts';
import { bestSwaps, type SwapWishes } from '../../../../shared/planner/explain/swaps.ts';
import { whyNot } from '../../../../shared/planner/explain/why-not.ts';
import { whyThisPerson } from '../../../../shared/planner/explain/why.ts';
import { solverOver } from '../../../../shared/planner/solver.ts';
import {
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  personIdOf,
  primary,
} from '../../../builders/a-workspace.ts';

const situation = ({ workspace, quarter, shares, today, proposal }: AskedPlan) =>
  situationOf(workspace, quarter, shares, today, proposal);

const solver = async () => {
  const { default: loadHighs } = await import('highs');
  return solverOver(await loadHighs());
};

/** What every worker waits for before it answers: a test that looks at the time before puts a promise here. */
const gate = vi.hoisted(() => ({ opens: Promise.resolve(), cancelled: 0 }));

const answering = <Value,>(work: () => Value | Promise<Value>) => ({
  answer: gate.opens.then(work),
  cancel: () => {
    gate.cancelled += 1;
  },
});

// The worker's own answers, without its thread.
vi.mock('../../../../renderer/workers/explain.ts', () => ({
  askWhy: (plan: AskedPlan, shift: ShiftId) => answering(() => whyThisPerson(situation(plan), shift)),
  askWhyNot: (plan: AskedPlan, { shift, person }: AskedShift) =>
    answering(() => whyNot(situation(plan), shift, person)),
  askWhyNotExact: (plan: AskedPlan, { shift, person }: AskedShift) =>
    answering(async () => whyNotExact(situation(plan), shift, person, await solver())),
  askSwaps: (plan: AskedPlan, wishes: SwapWishes) => answering(() => bestSwaps(situation(plan), wishes)),
  askFixNow: (plan: AskedPlan) => answering(() => fixNow(situation(plan))),
  askAtMostChanges: (plan: AskedPlan, most: number) =>
    answering(async () => atMostChanges(situation(plan), most, await solver())),
  askConflicts: (plan: AskedPlan) =>
    answering(async (): Promise<readonly ConflictAnswer[]> => {
      const [about, exact] = [situation(plan), await solver()];
      const found = alikeConflicts(await conflictSets(about, exact));
      return Promise.all(
        found.map(async (alike) => ({
          ...alike,
          ways: await pricedWaysOut(about, alike.conflict, [], exact, {}),
        })),
      );
    }),
}));

const user = userEvent.setup();
const turn = (week: string): ShiftId => aShiftId('Team', primary, week);
const holder = (week: string): PersonId | null => openWorkspace().shifts[turn(week)]?.person ?? null;
const slow = { timeout: 15_000 };

/** Three people who take weekly turns; Ann holds five in a row, so that handing one on helps. */
beforeEach(() => {
  gate.opens = Promise.resolve();
  gate.cancelled = 0;
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z'), toFake: ['Date'] });
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
  setKeeper({ call: () => new Promise(() => {}), on: () => () => {} });
  const weeks = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01', '2027-02-08'];
  const workspace = aWorkspace({
    people: ['Ann', 'Bo', 'Cy'].map((name, position) => aPerson(name, { position })),
    rotations: [
      aRotation('Team', ['Ann', 'Bo', 'Cy'], {
        layers: [{ name: primary, title: 'Primary', weightPercent: 100 }],
        participants: ['Ann', 'Bo', 'Cy'].map((name) => ({ person: personIdOf(name), layers: [primary] })),
        endsOn: '2027-02-15' as LocalDate,
      }),
    ],
    shifts: weeks.map((week, index) => aShift(week, index < 5 ? 'Ann' : 'Bo')),
    leave: [aLeave('Cy', '2027-01-05', '2027-01-08')],
  });
  useWorkspaceStore.setState({
    workspace,
    revision: 0,
    phase: 'open',
    history: { undo: [], redo: [] },
    readOnlyBecause: null,
  });
  usePlan.setState({ ...idlePlan, accepted: null });
  showQuarter('2027-Q1' as QuarterId);
  select([]);
  useExplain.setState({ open: false, shift: null, person: null, insisting: null, ofTurn: false });
});

afterEach(() => {
  act(closeExplain);
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('why: the holder, and everybody else with the rule or the price, down to the way to the whole answer', async () => {
  act(() => ask('why', { shift: turn('2027-01-04') }));
  render(<ExplainPanel />);
  expect(document.activeElement?.textContent).toBe('Ask the plan');
  expect(await screen.findByText('Ann holds Team primary, W1 (4–10 Jan)', {}, slow)).toBeTruthy();
  const others = screen.getByRole('region', { name: 'Everybody else' });
  expect(others.textContent).toContain('Cy is on leave 5–8 Jan');
  expect(within(others).getAllByRole('listitem')).toHaveLength(2);
  await user.click(within(others).getByRole('button', { name: 'Why not?' }));
  expect(useExplain.getState()).toMatchObject({ question: 'why-not', person: personIdOf('Bo') });
});

test('why not: a price that the exact solver never raises, and one click that takes the plan', async () => {
  act(() => ask('why-not', { shift: turn('2027-01-11'), person: personIdOf('Bo') }));
  render(<ExplainPanel />);
  await user.click(await screen.findByRole('button', { name: 'Work out the exact price' }, slow));
  expect(await screen.findByText(/, proven$/, {}, slow)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make these changes' }));
  expect(holder('2027-01-11')).toBe(personIdOf('Bo'));
  act(() => void undo());
  expect(holder('2027-01-11')).toBe(personIdOf('Ann'));
});

test('swaps: before and after for who moves and for all others, applied as one step', async () => {
  act(() => ask('swaps', { shift: turn('2027-02-08'), person: null, ofTurn: true }));
  render(<ExplainPanel />);
  const [apply] = await screen.findAllByRole('button', { name: 'Apply' }, slow);
  const [table] = screen.getAllByRole('table', { name: 'Who moves, before and after' });
  expect(within(table as HTMLElement).getAllByRole('row')).toHaveLength(3);
  const before = openWorkspace();
  await user.click(apply as HTMLElement);
  expect(holder('2027-02-08')).not.toBe(personIdOf('Bo'));
  expect(useWorkspaceStore.getState().history.undo.at(-1)?.title).toMatch(
    /^(Ann|Bo) ↔ (Ann|Bo), Team primary/,
  );
  act(() => void undo());
  expect(openWorkspace().shifts).toEqual(before.shifts);
});

test('few changes: a proposal that is judged against plans within its limit alone, and its record claims nothing beyond', async () => {
  act(() => ask('replan'));
  render(<ExplainPanel />);
  await user.click(screen.getByRole('button', { name: 'Propose' }));
  expect(await screen.findByText(/turns? changes? hands/, {}, slow)).toBeTruthy();
  const { phase, limited, proposal } = usePlan.getState();
  expect({ phase, limited }).toEqual({ phase: 'proposed', limited: { changes: 4, proven: true } });
  expect(proposal).toMatchObject({ status: 'heuristic', bound: null });
});

test('clashes: named facts with a click that gives one up, its price beside it', async () => {
  const { workspace } = useWorkspaceStore.getState();
  const away = ['Ann', 'Bo', 'Cy'].map((name) => aLeave(name, '2027-01-25', '2027-01-31'));
  const leave = Object.fromEntries(away.map((one) => [one.id, one]));
  const { [turn('2027-01-25')]: _gone, ...shifts } = workspace?.shifts ?? {};
  if (workspace)
    useWorkspaceStore.setState({
      workspace: { ...workspace, leave: { ...workspace.leave, ...leave }, shifts },
    });
  act(() => ask('clash'));
  render(<ExplainPanel />);
  expect(await screen.findByText(/cannot all hold/, {}, slow)).toBeTruthy();
  expect(screen.getByText('Ann is on leave 25–31 Jan.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make the leave of Bo tentative' }));
  expect(useToasts.getState().toasts.at(-1)?.text).toBe('The leave of Bo is tentative now.');
  const bos = Object.values(openWorkspace().leave).filter(({ person }) => person === personIdOf('Bo'));
  expect(bos.map(({ tentative }) => tentative)).toEqual([true]);
});

test('nothing clashes where a complete plan exists', async () => {
  act(() => ask('clash'));
  render(<ExplainPanel />);
  expect(await screen.findByText(/^Nothing clashes/, {}, slow)).toBeTruthy();
});

test('a shift that is picked on the plan is what is asked about next; Escape closes and goes back', async () => {
  const opener = document.body.appendChild(document.createElement('button'));
  opener.focus();
  act(() => ask('why', { shift: turn('2027-01-04') }));
  const { unmount } = render(<ExplainPanel />);
  act(() => select([turn('2027-02-08')]));
  expect(await screen.findByText('Bo holds Team primary, W6 (8–14 Feb)', {}, slow)).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(useExplain.getState().open).toBe(false);
  expect(document.activeElement).toBe(opener);
  unmount();
  opener.remove();
});

test('an answer about an older plan is dead until the new one is there, and the focus stays in the panel', async () => {
  act(() => ask('swaps', { shift: turn('2027-02-08'), person: null, ofTurn: true }));
  render(<ExplainPanel />);
  const [apply] = await screen.findAllByRole('button', { name: 'Apply' }, slow);
  let open = (): void => undefined;
  gate.opens = new Promise((resolve) => {
    open = resolve;
  });
  await user.click(apply as HTMLElement);
  expect(apply?.closest('[inert]')).toBeTruthy();
  expect(document.activeElement?.textContent).toBe('Working it out again…');
  open();
  await vi.waitFor(() => expect(screen.getByText('Answered.')).toBeTruthy(), slow);
  expect(document.querySelector('[inert]')).toBeNull();
});

test('a question that takes long says for how long, can be stopped, and asked again', async () => {
  gate.opens = new Promise(() => undefined);
  act(() => ask('clash'));
  render(<ExplainPanel />);
  await user.click(await screen.findByRole('button', { name: 'Stop' }, slow));
  expect(screen.getByText('Stopped: nothing is worked out.')).toBeTruthy();
  expect(gate.cancelled).toBe(1);
  gate.opens = Promise.resolve();
  await user.click(screen.getByRole('button', { name: 'Ask again' }));
  expect(await screen.findByText(/^Nothing clashes/, {}, slow)).toBeTruthy();
});
