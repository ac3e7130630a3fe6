import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { PolicyScreen } from '../../../../renderer/features/policy/policy-screen.tsx';
import { draftPolicy, usePolicyDraft } from '../../../../renderer/state/policy-draft.ts';
import { undo } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { useScenarios } from '../../../../renderer/state/scenario-store.ts';
import { start } from '../../../../renderer/state/session.ts';
import { useView } from '../../../../renderer/state/view-store.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { PolicyId } from '../../../../shared/model/ids.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import type { Assessment } from '../../../../shared/planner/attainable.ts';
import { aPolicy, aShift, date } from '../../../builders/a-workspace.ts';
import { evenShares, inTurn, planned, quarter } from '../../../shared/scenarios/what-if.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { stubResizeObserver } from '../../stub-resize-observer.ts';

// In place of the workers: everybody can reach the same share, which is so in this team, and no excess has to be.
vi.mock('../../../../renderer/workers/assess-in-worker.ts', () => ({
  askAssessment: (workspace: Workspace, of: QuarterId, found: (assessment: Assessment) => void) => {
    found(evenShares(workspace, of));
    return () => undefined;
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
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(workspace));
  draftPolicy(null);
  useView.setState({ screen: 'policy', quarter, dialog: null });
  render(<PolicyScreen />);
  // It comes last, after what can be seen first.
  await vi.waitUntil(() => document.querySelector('[aria-label=Versions]'), { timeout: 5000 });
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T12:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const slider = () => document.querySelector('input[type=range]') as HTMLInputElement;
const field = (name: string) => screen.getByLabelText(name);
const versions = () => within(screen.getByLabelText('Versions'));

test('the slider sets the weight of uneven load, stop by stop', async () => {
  await show();
  const thumb = slider();
  expect(screen.getByText('Balanced')).toBeTruthy();
  act(() => thumb.focus());
  fireEvent.change(thumb, { target: { value: '4' } });
  expect(usePolicyDraft.getState().terms?.loadBeyondBand).toBe(20);
  expect(screen.getByText('Fairness first')).toBeTruthy();
  expect((field('Uneven load') as HTMLInputElement).value).toBe('4');
  expect(screen.getByText('2 points too far costs 2² = 16 wishes; 4 points costs 64 wishes.')).toBeTruthy();
});

test('a figure outside its limits is told at its field and changes nothing', async () => {
  await show();
  fireEvent.change(field('A weekday'), { target: { value: '101' } });
  expect(screen.getByText('Give a number: 0 to 100 points, in steps of 0.25.')).toBeTruthy();
  expect(usePolicyDraft.getState().terms).toBeNull();
  fireEvent.change(field('A weekday'), { target: { value: '1,5' } });
  expect(usePolicyDraft.getState().terms?.weekdayLoad).toBe(6);
  expect(screen.getByText('was 1')).toBeTruthy();
});

test('nothing is saved while a field holds what cannot be, and the reason names it', async () => {
  await show();
  fireEvent.change(field('A wanted week given'), { target: { value: '3' } });
  fireEvent.change(field('A weekday'), { target: { value: '101' } });
  await user.click(screen.getByText('Save version 2…'));
  expect(document.querySelector('[role=dialog]')).toBeNull();
  expect(screen.getAllByText('Cannot be saved as typed: A weekday').length).toBeGreaterThan(0);
  await user.click(screen.getByText('Discard draft'));
  expect((field('A weekday') as HTMLInputElement).value).toBe('1');
  fireEvent.change(field('A wanted week given'), { target: { value: '3' } });
  await user.click(screen.getByText('Save version 2…'));
  expect(document.querySelector('[role=dialog]')).not.toBeNull();
});

test('a draft becomes the next version from a quarter on, is listed with what it changed, and one undo takes it back', async () => {
  await show();
  fireEvent.change(field('A wanted week given'), { target: { value: '3' } });
  await user.click(screen.getByText('Save version 2…'));
  const dialog = within(document.querySelector('[role=dialog]') as HTMLElement);
  expect(dialog.getByText('A wanted week given: 1 wish → 3 wishes')).toBeTruthy();
  await user.click(dialog.getByText('Save version 2', { selector: 'button' }));
  expect(Object.values(openWorkspace().policies)).toHaveLength(2);
  expect(openWorkspace().policies['policy-2' as PolicyId]).toMatchObject({
    version: 2,
    from: '2027-01-01',
    wantedWeek: 240,
  });
  expect(versions().getByText('A wanted week given: 1 wish → 3 wishes')).toBeTruthy();
  act(() => void undo());
  expect(Object.keys(openWorkspace().policies)).toEqual(['policy-1']);
});

test('an older version is taken up as a draft, and the draft is discarded', async () => {
  const second = aPolicy({
    id: 'policy-2' as PolicyId,
    version: 2,
    from: date('2027-01-01'),
    weekendLoad: 12,
  });
  await show(planned({ policies: [aPolicy(), second] }));
  expect(screen.getByText(/^Version 2, from/)).toBeTruthy();
  await user.click(screen.getByText('Draft from it'));
  expect(usePolicyDraft.getState().terms?.weekendLoad).toBe(8);
  await user.click(screen.getByText('Discard draft'));
  expect(usePolicyDraft.getState().terms).toBeNull();
});

test('how the last quarter and this one would score under the draft is answered while it is drafted', async () => {
  const last = Array.from({ length: 4 }, (_, week) =>
    aShift(`2026-10-${String(5 + 7 * week).padStart(2, '0')}`, 'Ann'),
  );
  await show(planned({ shifts: [...last, ...inTurn()] }));
  const effect = within(await screen.findByLabelText('How would Q4 2026 score?'));
  const cells = (name: string) =>
    [...(effect.getByText(name).closest('tr')?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
  await vi.waitFor(() => expect(cells('Uneven load')[1]).toMatch(/^[\d.]+$/), { timeout: 10_000 });
  expect(cells('Uneven load')[0]).toBe(cells('Uneven load')[1]);
  fireEvent.change(slider(), { target: { value: '4' } });
  // Four times the weight: each part of the price that is uneven load, and nothing else.
  await vi.waitFor(() => {
    const [before, after] = cells('Uneven load').map(Number);
    expect(after).toBeCloseTo(4 * (before ?? 0), 0);
  });
  expect(cells('Uneven holidays')[0]).toBe(cells('Uneven holidays')[1]);
  expect(screen.getByLabelText('And Q1 2027, as it is planned?')).toBeTruthy();
});

test('the draft goes to the Compare screen as the policy of a branch', async () => {
  await show();
  fireEvent.change(slider(), { target: { value: '0' } });
  await user.click(screen.getByText('Try as a branch…'));
  expect(useView.getState()).toMatchObject({ screen: 'compare', dialog: 'branch' });
  expect(useScenarios.getState().branchPolicy).toMatchObject({ version: 2, loadBeyondBand: 1 });
});

test('weeks of rest and caps are rules of rotations and people, saved when their field is left', async () => {
  await show();
  const rest = within(screen.getByLabelText('Weeks of rest by rotation')).getByLabelText('Team');
  fireEvent.change(rest, { target: { value: '2' } });
  fireEvent.blur(rest);
  expect(Object.values(openWorkspace().rotations)[0]?.restWeeks).toBe(2);
  const cap = within(screen.getByLabelText('Cap by person')).getByLabelText('Cy');
  fireEvent.change(cap, { target: { value: '4' } });
  fireEvent.blur(cap);
  expect(Object.values(openWorkspace().people).find(({ name }) => name === 'Cy')?.mostShiftsAQuarter).toBe(4);
  fireEvent.change(cap, { target: { value: 'many' } });
  fireEvent.blur(cap);
  expect(screen.getByText('Give a whole number, 0 to 200, or nothing.')).toBeTruthy();
});
