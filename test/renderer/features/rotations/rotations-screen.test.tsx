import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { RotationsScreen } from '../../../../renderer/features/rotations/rotations-screen.tsx';
import { undo } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { start } from '../../../../renderer/state/session.ts';
import { useView } from '../../../../renderer/state/view-store.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { RotationId, ShiftId } from '../../../../shared/model/ids.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import type { Assessment } from '../../../../shared/planner/attainable.ts';
import { aWorkspace, date } from '../../../builders/a-workspace.ts';
import { evenShares, oneLayer, planned, quarter } from '../../../shared/scenarios/what-if.ts';
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
  useView.setState({ screen: 'rotations', quarter, dialog: null });
  render(<RotationsScreen />);
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2027-01-13T12:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const team = () => openWorkspace().rotations[oneLayer.id];
const dialog = () => within(document.querySelector('[role=dialog]') as HTMLElement);
const turns = () =>
  within(screen.getByLabelText('What comes of it'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('the list says cadence, hand-off and people, and the next six turns who holds them', async () => {
  await show();
  expect(screen.getByText('Every week, Monday 09:00')).toBeTruthy();
  expect(screen.getByText('4 people')).toBeTruthy();
  expect(turns()).toHaveLength(6);
  expect(turns()[0]).toMatch(/^Mon 11 Jan 09:00 running/);
  expect(turns()[1]).toMatch(/^Mon 18 Jan 09:00 W3/);
});

test('the next turns follow what is typed, before it is saved', async () => {
  await show(planned({ shifts: [] }));
  await user.click(screen.getByText('Every two weeks'));
  type('at', '13:30');
  expect(turns().map((row) => row?.slice(0, 16))).toEqual([
    'Mon 11 Jan 13:30',
    'Mon 25 Jan 13:30',
    'Mon 8 Feb 13:30 ',
    'Mon 22 Feb 13:30',
    'Mon 8 Mar 13:30 ',
    'Mon 22 Mar 13:30',
  ]);
  type('at', '1330');
  expect(screen.getByText('Give a time, such as 14:30.')).toBeTruthy();
  expect(screen.getByText('Shown once every field can be saved.')).toBeTruthy();
  expect(team()?.cadenceWeeks).toBe(1);
});

test('what touches nothing that was worked is saved at once, and one undo takes it back', async () => {
  await show();
  type('Name', 'Everybody');
  await user.click(screen.getByText('Save'));
  expect(team()?.name).toBe('Everybody');
  act(() => void undo());
  expect(team()?.name).toBe('Team');
});

test('another cadence begins on a day: previewed in figures, made as one step, with what was worked as it was', async () => {
  await show();
  await user.click(screen.getByText('Every two weeks'));
  await user.click(screen.getByText('Save…'));
  expect(dialog().getByText(/would change what has been worked: its hand-offs\./)).toBeTruthy();
  const day = dialog().getByLabelText('The new terms begin on');
  expect((day as HTMLInputElement).value).toBe('2027-01-18');
  fireEvent.change(day, { target: { value: '2027-02-01' } });
  expect(dialog().getByText('9 turns in Q1 2027 instead of 13')).toBeTruthy();
  expect(dialog().getByText('5 gaps to fill: plan the quarter after the change')).toBeTruthy();
  expect(
    within(dialog().getByRole('table', { name: /^Who holds more or less/ })).getAllByRole('row'),
  ).toHaveLength(5);
  const before = openWorkspace().shifts;
  await user.click(dialog().getByText('Change from Mon 1 Feb 2027'));
  const after = openWorkspace();
  expect(after.rotations[oneLayer.id]).toMatchObject({ cadenceWeeks: 1, endsOn: '2027-02-01' });
  expect(after.rotations['rotation-team-2' as RotationId]).toMatchObject({
    cadenceWeeks: 2,
    startsOn: '2027-02-01',
  });
  expect(after.shifts['rotation-team/primary/2027-01-04' as ShiftId]).toBe(
    before['rotation-team/primary/2027-01-04' as ShiftId],
  );
  // The rotation that goes on is what is looked at now, and the way back to the older terms is a click.
  await user.click(screen.getByText('Continues older terms'));
  expect(screen.getByText(/Goes on under other terms from Mon 1 Feb 2027/)).toBeTruthy();
  act(() => void undo());
  expect(Object.keys(openWorkspace().rotations)).toEqual([oneLayer.id]);
});

test('a day that cannot be is told, and nothing can be saved with it', async () => {
  await show();
  await user.click(screen.getByText('Every two weeks'));
  await user.click(screen.getByText('Save…'));
  fireEvent.change(dialog().getByLabelText('The new terms begin on'), { target: { value: '2027-01-04' } });
  expect(dialog().getByText(/new terms begin after today/)).toBeTruthy();
  await user.click(dialog().getByText('Change from Mon 4 Jan 2027'));
  expect(Object.keys(openWorkspace().rotations)).toEqual([oneLayer.id]);
});

test('another weight is asked about: from a day on, or as a correction of all turns', async () => {
  await show();
  type('Counts, in % of an ordinary duty', '150');
  await user.click(screen.getByText('Save…'));
  await user.click(dialog().getByText('All turns, those worked too'));
  expect(dialog().getByText(/past points and checks are worked out anew/)).toBeTruthy();
  await user.click(dialog().getByText('Change all turns'));
  expect(team()?.factorPercent).toBe(150);
  expect(Object.keys(openWorkspace().rotations)).toHaveLength(1);
});

test('both cadences are held side by side when asked', async () => {
  await show();
  await user.click(screen.getByText('Every two weeks'));
  await user.click(screen.getByText('Save…'));
  await user.click(dialog().getByText('Compare every week with every two weeks'));
  const table = within(dialog().getByRole('table', { name: /under both cadences$/ }));
  await vi.waitFor(() =>
    expect(table.getByText('Turns in the quarter').closest('tr')?.textContent).toBe(
      'Turns in the quarter138',
    ),
  );
  expect(table.getByText(/^Fairness of the fairest plan/).closest('tr')?.textContent).toMatch(/100100$/);
});

test('a shadow is added, nobody is in it at first, and it opens no gap', async () => {
  await show();
  await user.click(screen.getByText('Add layer'));
  await user.click(screen.getByText('Shadow: looks on, carries no duty'));
  expect(screen.getByText('Looks on, carries no duty')).toBeTruthy();
  const group = within(screen.getByRole('group', { name: 'Layers of Ann' }));
  expect(group.getByText('Shadow').closest('label')?.querySelector('input')?.checked).toBe(false);
  await user.click(screen.getByText('Save…'));
  expect(dialog().getByText('No gap in it')).toBeTruthy();
});

test('the order changes by keys and buttons, and is saved without asking', async () => {
  await show();
  fireEvent.keyDown(screen.getByLabelText(/^Move Ann, 1 of 4/), { key: 'ArrowDown' });
  await user.click(screen.getByLabelText('Move Di up'));
  await user.click(screen.getByText('Save'));
  expect(team()?.participants.map(({ person }) => person)).toEqual([
    'person-bo',
    'person-ann',
    'person-di',
    'person-cy',
  ]);
});

test('whoever is left without a layer is named, and nothing is saved until that is mended', async () => {
  await show();
  const group = within(screen.getByRole('group', { name: 'Layers of Cy' }));
  await user.click(group.getByText('Primary'));
  expect(screen.getByText('Cy takes turns in no layer: choose one, or take them out.')).toBeTruthy();
  await user.click(screen.getByText('Save'));
  expect(screen.getByRole('alert').textContent).toBe('Not saved: one field has to be mended first.');
  await user.click(screen.getByText('Discard changes'));
  expect(screen.queryByText(/takes turns in no layer/)).toBeNull();
  expect(team()).toEqual(oneLayer);
});

test('taking somebody out who holds planned turns asks from when, and opens these', async () => {
  await show();
  await user.click(screen.getByLabelText('Take Di out'));
  await user.click(screen.getByText('Save…'));
  expect(dialog().getByText(/^3 planned turns are with somebody who takes none/)).toBeTruthy();
  expect(dialog().getByText('3 gaps to fill: plan the quarter after the change')).toBeTruthy();
});

test('ending a rotation says what it takes out, and takes it out as one step', async () => {
  await show();
  await user.click(screen.getByLabelText('More for Team'));
  await user.click(screen.getByText('End…'));
  fireEvent.change(dialog().getByLabelText('No turn begins from'), { target: { value: '2027-03-01' } });
  expect(dialog().getByText(/^5 planned turns from Mon 1 Mar 2027 on are taken out\./)).toBeTruthy();
  await user.click(dialog().getByText('End Team', { selector: 'button' }));
  expect(team()?.endsOn).toBe('2027-03-01');
  expect(Object.keys(openWorkspace().shifts)).toHaveLength(8);
  act(() => void undo());
  expect(Object.keys(openWorkspace().shifts)).toHaveLength(13);
});

test('an empty plan offers three beginnings; one of them is there once it is added', async () => {
  await show(aWorkspace({ rotations: [] }));
  expect(screen.getAllByRole('button', { name: /^Use / })).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: 'Use team on call' }));
  expect(screen.getByText('Not saved yet')).toBeTruthy();
  expect(openWorkspace().rotations).toEqual({});
  await user.click(screen.getByText('Add rotation'));
  expect(Object.values(openWorkspace().rotations)).toMatchObject([
    { name: 'Team', startsOn: date('2027-01-18') },
  ]);
});

test('lists of different length are foretold to collide, with person and week', async () => {
  const five = [...oneLayer.participants];
  await show(planned({ rotations: [{ ...oneLayer, participants: five }], shifts: [] }));
  await user.click(screen.getByText('Add layer'));
  await user.click(screen.getByText('Secondary: counts 50 %'));
  await user.click(within(screen.getByRole('group', { name: 'Layers of Ann' })).getByText('Secondary'));
  expect(screen.getByText(/^In W\d+ \(.+\) the list has .+ as primary and secondary/)).toBeTruthy();
});

test('what is read only can be looked at, and says why nothing is saved', async () => {
  await show();
  act(() => useWorkspaceStore.setState({ readOnlyBecause: 'newer version' }));
  type('Name', 'Other');
  expect(screen.getByText('Save').getAttribute('aria-disabled')).toBe('true');
});
