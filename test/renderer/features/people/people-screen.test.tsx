import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { PeopleScreen } from '../../../../renderer/features/people/people-screen.tsx';
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
import type { Workspace } from '../../../../shared/model/workspace.ts';
import {
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
} from '../../../builders/a-workspace.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';
import { stubResizeObserver } from '../../stub-resize-observer.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });

beforeAll(() => {
  stubResizeObserver();
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
});
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T12:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function show(workspace: Workspace): Promise<void> {
  outbox.clear();
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(workspace));
  useView.setState({ screen: 'people', quarter: '2027-Q1' as QuarterId, dialog: null });
  render(<PeopleScreen />);
}

const names = (): readonly (string | null)[] =>
  screen.getAllByRole('rowheader').map((head) => within(head).getByRole('button').textContent);
const choose = (name: string) => user.click(screen.getByRole('radio', { name }));
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));

test('an empty team says what to do, and takes pasted names through the preview', async () => {
  await show(aWorkspace({ people: [], rotations: [] }));
  expect(screen.getByText('Nobody is here yet')).toBeTruthy();
  await press('Paste names…');
  await user.type(screen.getByRole('textbox'), 'Ann{Enter}Bo{Enter}ann');
  await press('Preview');
  expect(await screen.findByText('is the same person as in row 1')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Import 2 people' }).getAttribute('aria-disabled')).toBe('true');
  expect(Object.keys(openWorkspace().people)).toEqual([]);
});

test('people are found by other names, without regard to case; those who left stand apart', async () => {
  await show(
    aWorkspace({
      people: [
        aPerson('Ann', { aliases: ['Annie Meyer'] }),
        aPerson('Bo', { position: 1, leavesOn: date('2026-11-30') }),
        aPerson('Cy', { position: 2, archivedOn: date('2026-10-01') }),
        aPerson('Di', { position: 3, joinsOn: date('2027-01-01') }),
      ],
      rotations: [],
    }),
  );
  expect(names()).toEqual(['Ann', 'Di']);
  await choose('Left');
  expect(names()).toEqual(['Bo', 'Cy']);
  await choose('All');
  await user.type(screen.getByRole('searchbox', { name: 'Find a person' }), 'MEYER');
  expect(names()).toEqual(['Ann']);
  await user.type(screen.getByRole('searchbox'), 'x');
  expect(screen.getByText('Nobody is called “MEYERx”')).toBeTruthy();
});

test('weeks are wished for by click and by key, and saved with the person as one step', async () => {
  await show(aWorkspace());
  await press('Ann');
  const strip = screen.getByRole('grid', { name: 'Weeks of 2027' });
  const week = (name: string) => within(strip).getByLabelText(new RegExp(`^${name},`));
  await user.click(week('Week 5'));
  await user.click(week('Week 5'));
  await user.keyboard('{ArrowRight}w{ArrowRight}a{Delete}');
  await press('Save');
  expect(openWorkspace().people[personIdOf('Ann')]?.wishes).toEqual([
    { week: '2027-02-01', kind: 'avoid' },
    { week: '2027-02-08', kind: 'want' },
  ]);
  act(() => void undo());
  expect(openWorkspace().people[personIdOf('Ann')]?.wishes).toEqual([]);
});

test('a week that is over cannot be wished for', async () => {
  await show(aWorkspace());
  await press('Ann');
  await press('Year before');
  const strip = screen.getByRole('grid', { name: 'Weeks of 2026' });
  await user.click(within(strip).getByLabelText(/^Week 48,/));
  await user.click(within(strip).getByLabelText(/^Week 49,/));
  await press('Save');
  expect(openWorkspace().people[personIdOf('Ann')]?.wishes).toEqual([{ week: '2026-11-30', kind: 'want' }]);
});

test('taking somebody out of a rotation whose turns they worked says what it does to those weeks', async () => {
  await show(
    aWorkspace({
      shifts: [aShift('2026-11-02', 'Ann')],
      rotations: [aRotation('Team', ['Ann', 'Bo'], { startsOn: date('2026-10-05') })],
    }),
  );
  await press('Ann');
  await user.click(screen.getByRole('checkbox', { name: 'Primary' }));
  expect(screen.getByRole('status').textContent).toContain('Ann has begun 1 turn of Team');
});

test('archiving waits for what blocks, keeps the turn order, and is taken back with a button', async () => {
  await show(
    aWorkspace({ shifts: [aShift('2027-01-04', 'Ann')], leave: [aLeave('Ann', '2027-02-01', '2027-02-05')] }),
  );
  await press('Ann');
  await press('Archive…');
  const dialog = screen.getByRole('dialog', { name: 'Archive Ann?' });
  expect(within(dialog).getByRole('region', { name: 'To hand over' }).textContent).toContain(
    'Team primary, W1',
  );
  expect(within(dialog).getByRole('region', { name: 'To look at' }).textContent).toContain('Leave, 1–5 Feb');
  await press('Archive');
  expect(openWorkspace().people[personIdOf('Ann')]?.archivedOn).toBeNull();
  await press('Leave the shift open');
  expect(openWorkspace().shifts).toEqual({});
  await press('Archive');
  const archived = openWorkspace();
  expect(archived.people[personIdOf('Ann')]).toMatchObject({
    leavesOn: '2026-12-01',
    archivedOn: '2026-12-02',
  });
  expect(archived.rotations[aRotation().id]?.participants).toHaveLength(4);
  await choose('Left');
  await press('Take back');
  expect(openWorkspace().people[personIdOf('Ann')]).toMatchObject({ leavesOn: null, archivedOn: null });
});

test('a last day still to come is saved as one, and archives nobody yet', async () => {
  await show(aWorkspace({ shifts: [aShift('2027-02-01', 'Ann')] }));
  await press('Ann');
  await press('Archive…');
  const day = within(screen.getByRole('dialog', { name: 'Archive Ann?' })).getByLabelText(
    'Last day in the team',
  );
  await user.clear(day);
  await user.type(day, '2027-01-31');
  await press('Save the last day');
  expect(openWorkspace().people[personIdOf('Ann')]).toMatchObject({
    leavesOn: '2027-01-31',
    archivedOn: null,
  });
});
