import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Board } from '../../../../renderer/features/board/board.tsx';
import { chipBox } from '../../../../renderer/features/board/layout.ts';
import type { PlacedChip } from '../../../../renderer/features/board/rows.ts';
import { ShiftLayer } from '../../../../renderer/features/shifts/shift-layer.tsx';
import { useAnnouncements } from '../../../../renderer/state/announce.ts';
import { makeMove, useDrag } from '../../../../renderer/state/drag-store.ts';
import { setKeeper } from '../../../../renderer/state/keeper.ts';
import { undo } from '../../../../renderer/state/run-command.ts';
import { closeDesk } from '../../../../renderer/state/shift-desk.ts';
import { select, setPivot, setZoom, showQuarter, useView } from '../../../../renderer/state/view-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { ShiftId } from '../../../../shared/model/ids.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  personIdOf,
  primary,
} from '../../../builders/a-workspace.ts';
import { stubResizeObserver } from '../../stub-resize-observer.ts';

// Asked once for every chip that is drawn.
vi.mock(import('../../../../renderer/features/board/layout.ts'), async (load) => {
  const layout = await load();
  return { ...layout, chipBox: vi.fn(layout.chipBox) };
});

const turn = (week: string): ShiftId => aShiftId('Team', primary, week);
const holder = (week: string) => openWorkspace().shifts[turn(week)]?.person ?? null;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z'), toFake: ['Date'] });
  stubResizeObserver();
  // jsdom has no CSS object; ids of shifts need only their slashes escaped.
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^A-Za-z0-9_-]/g, '\\$&') });
  setKeeper({ call: () => new Promise(() => {}), on: () => () => {} });
  const workspace = aWorkspace({
    people: ['Ann Arbor', 'Bo Diddley', 'Cy Twombly', 'Di Prima'].map((name, position) =>
      aPerson(name, { id: personIdOf(name.split(' ')[0] ?? name), position }),
    ),
    rotations: [
      aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], {
        layers: [{ name: primary, title: 'Primary', weightPercent: 100 }],
        participants: ['Ann', 'Bo', 'Cy', 'Di'].map((name) => ({
          person: personIdOf(name),
          layers: [primary],
        })),
      }),
    ],
    shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo'), aShift('2027-01-18', 'Cy')],
    leave: [aLeave('Cy', '2027-01-05', '2027-01-06')],
    holidaySets: [aHolidaySet('US', 2027)],
    holidays: [aHoliday('US', 'Martin Luther King Day', '2027-01-18')],
  });
  useWorkspaceStore.setState({
    workspace,
    revision: 0,
    phase: 'open',
    history: { undo: [], redo: [] },
    readOnlyBecause: null,
  });
  act(() => {
    showQuarter('2027-Q1' as QuarterId);
    setPivot('people');
    setZoom('quarter');
    select([]);
  });
  render(
    <>
      <Board />
      <ShiftLayer />
    </>,
  );
});

afterEach(() => {
  act(closeDesk);
  useDrag.setState({ held: null, by: null, target: null, preview: null, stuck: null, asking: null });
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const chip = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
const key = (name: string, options: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...options });

test('is a grid with its name, its counts, heads that speak, and chips that say who, what and when', () => {
  const grid = screen.getByRole('grid', { name: 'On-call plan, Q1 2027' });
  expect(grid.getAttribute('aria-colcount')).toBe('14');
  expect(grid.getAttribute('aria-rowcount')).toBe('6');
  expect(screen.getByRole('rowheader', { name: /^Ann Arbor, 9 points/ })).toBeTruthy();
  expect(
    screen.getByRole('columnheader', { name: /^Week 3, 18 January, Martin Luther King Day/ }),
  ).toBeTruthy();
  expect(chip(/^TEA P, Team, Primary, week 1, 4 January, Ann Arbor$/)).toBeTruthy();
  expect(within(grid).getByRole('gridcell', { name: 'Cy Twombly, week 1, on leave' })).toBeTruthy();
});

test('has one tab stop, and arrow keys carry it along', () => {
  const stops = () => [...document.querySelectorAll('.board-grid [tabindex="0"]')];
  expect(stops()).toHaveLength(1);
  act(() => chip(/week 1, 4 January, Ann/).focus());
  key('ArrowRight');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Ann Arbor, week 2, free');
  key('ArrowDown');
  expect(document.activeElement?.getAttribute('data-shift')).toBe(turn('2027-01-11'));
  key('Home');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Bo Diddley, week 1, free');
  expect(stops()).toHaveLength(1);
});

test('a shift is picked up, aimed, dropped and taken back by keys alone, and every step is said', () => {
  act(() => chip(/week 1, 4 January, Ann/).focus());
  key('m');
  expect(useDrag.getState().held).toEqual({ kind: 'slot', slot: turn('2027-01-04') });
  key('ArrowDown');
  expect(useAnnouncements.getState().assertive.text).toContain('Bo Diddley takes Team primary, W1');
  expect(holder('2027-01-04')).toBe(personIdOf('Ann'));
  key('Enter');
  expect(holder('2027-01-04')).toBe(personIdOf('Bo'));
  expect(useAnnouncements.getState().polite.text).toContain('Bo Diddley takes Team primary, W1');
  expect(document.activeElement?.getAttribute('data-shift')).toBe(turn('2027-01-04'));
  act(() => void undo());
  expect(holder('2027-01-04')).toBe(personIdOf('Ann'));
});

test('a shift that changes hands has only the rows of these two people drawn again', () => {
  vi.mocked(chipBox).mockClear();
  act(() => void makeMove({ kind: 'give', shift: turn('2027-01-04'), to: personIdOf('Bo') }));
  expect(holder('2027-01-04')).toBe(personIdOf('Bo'));
  const drawn = new Set(vi.mocked(chipBox).mock.calls.map(([lying]) => (lying as PlacedChip).slot.id));
  expect([...drawn].sort()).toEqual([turn('2027-01-04'), turn('2027-01-11')]);
});

test('Escape lets go, and nothing has changed', () => {
  const before = openWorkspace();
  act(() => chip(/week 1, 4 January, Ann/).focus());
  key('m');
  key('ArrowDown');
  key('Escape');
  expect(openWorkspace()).toBe(before);
  expect(useDrag.getState().held).toBeNull();
  expect(useAnnouncements.getState().assertive.text).toBe('Cancelled. Nothing changed.');
});

test('a drop on leave asks first: Cancel leaves all as it was, Place anyway marks the shift', async () => {
  const aimAtCy = () => {
    act(() => chip(/week 1, 4 January, Ann/).focus());
    key('m');
    key('ArrowDown');
    key('ArrowDown');
    key('Enter');
  };
  aimAtCy();
  const dialog = await screen.findByRole(
    'alertdialog',
    { name: 'Place Team primary W1 anyway?' },
    { timeout: 10_000 },
  );
  expect(dialog.textContent).toContain('Cy Twombly is on leave 5–6 Jan');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(holder('2027-01-04')).toBe(personIdOf('Ann'));
  aimAtCy();
  fireEvent.click(
    within(await screen.findByRole('alertdialog', undefined, { timeout: 10_000 })).getByRole('button', {
      name: 'Place anyway',
    }),
  );
  expect(holder('2027-01-04')).toBe(personIdOf('Cy'));
  expect(openWorkspace().shifts[turn('2027-01-04')]?.accepted).toEqual(['on-leave']);
  expect(chip(/week 1, 4 January, Cy Twombly, accepted conflict: leave/)).toBeTruthy();
});

test('Ctrl+Enter places a conflict without asking', () => {
  act(() => chip(/week 1, 4 January, Ann/).focus());
  key('m');
  key('ArrowDown');
  key('ArrowDown');
  key('Enter', { ctrlKey: true });
  expect(holder('2027-01-04')).toBe(personIdOf('Cy'));
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('Delete leaves a gap, P releases the pin that a hand edit set, Alt+Down nudges to the next person', () => {
  act(() => chip(/week 2, 11 January, Bo/).focus());
  key('ArrowDown', { altKey: true });
  expect(holder('2027-01-11')).toBe(personIdOf('Cy'));
  expect(openWorkspace().shifts[turn('2027-01-11')]?.pinned).toBe(true);
  key('p');
  expect(openWorkspace().shifts[turn('2027-01-11')]?.pinned).toBe(false);
  key('Delete');
  expect(holder('2027-01-11')).toBeNull();
  expect(chip(/week 2, 11 January, gap, nobody assigned/)).toBeTruthy();
});

test('a right click opens the menu, and Give to… lists everybody with conflicts last and named', async () => {
  fireEvent.contextMenu(chip(/week 1, 4 January, Ann/));
  const menu = await screen.findByRole('menu', { name: /Actions for Team primary W1/ }, { timeout: 10_000 });
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent?.replace(/[A-Z]$|Del$|Enter$|Alt.*$/, '')),
  ).toContain('Give to…');
  act(closeDesk);
  act(() => chip(/week 1, 4 January, Ann/).focus());
  key('g');
  // The list is fetched when it is first asked for.
  const options = await screen.findAllByRole('option', undefined, { timeout: 10_000 });
  expect(options).toHaveLength(3);
  expect(options[2]?.textContent).toContain('Cy Twombly is on leave 5–6 Jan');
});

test('both pivots stack for a small team, and a shift stands in either', () => {
  act(() => setPivot('both'));
  expect(screen.getAllByRole('button', { name: /week 1, 4 January, Ann/ })).toHaveLength(2);
  expect(screen.getByRole('rowheader', { name: 'Team, Primary' })).toBeTruthy();
});

test('Shift and arrows select along a duty, M moves the selection together, one undo takes all back', () => {
  act(() => chip(/week 1, 4 January, Ann/).focus());
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight', shiftKey: true });
  key('ArrowDown', { shiftKey: true });
  expect(useView.getState().selection).toEqual([turn('2027-01-04'), turn('2027-01-11')]);
  key('m');
  expect(useDrag.getState().held).toEqual({
    kind: 'slots',
    lead: turn('2027-01-11'),
    slots: [turn('2027-01-04'), turn('2027-01-11')],
  });
  key('ArrowDown');
  key('Enter', { ctrlKey: true });
  expect([holder('2027-01-04'), holder('2027-01-11')]).toEqual([personIdOf('Bo'), personIdOf('Cy')]);
  act(() => void undo());
  expect([holder('2027-01-04'), holder('2027-01-11')]).toEqual([personIdOf('Ann'), personIdOf('Bo')]);
});

test('a full stop does to another shift what was done last, and says when there is nothing', () => {
  act(() => chip(/week 1, 4 January, Ann/).focus());
  key('m');
  key('ArrowDown');
  key('ArrowDown');
  key('ArrowDown');
  key('Enter', { ctrlKey: true });
  expect(holder('2027-01-04')).toBe(personIdOf('Di'));
  act(() => chip(/week 2, 11 January, Bo/).focus());
  key('.');
  expect(holder('2027-01-11')).toBe(personIdOf('Di'));
  act(() => chip(/week 2, 11 January, Di/).focus());
  key('.');
  expect(useAnnouncements.getState().assertive.text).toContain('changes nothing here');
});

test('days off are picked up, carried by days and weeks, and put down by keys', () => {
  const away = screen.getByRole('gridcell', { name: 'Cy Twombly, week 1, on leave' });
  act(() => away.focus());
  key('m');
  expect(useDrag.getState().held?.kind).toBe('leave');
  key('ArrowRight');
  key('ArrowRight', { shiftKey: true });
  expect(document.querySelector('.ghost-card')?.textContent).toContain('on leave 13–14 Jan, was 5–6 Jan');
  key('Enter');
  const [leave] = Object.values(openWorkspace().leave);
  expect([leave?.from, leave?.to]).toEqual(['2027-01-13', '2027-01-14']);
  act(() => void undo());
  expect(Object.values(openWorkspace().leave)[0]?.from).toBe('2027-01-05');
});

test('a week that is over is corrected with a reason, which the title of the step keeps', async () => {
  vi.setSystemTime(new Date('2027-02-01T12:00:00Z'));
  act(() => chip(/week 1, 4 January, Ann/).focus());
  key('m');
  key('ArrowDown');
  key('Enter');
  expect(holder('2027-01-04')).toBe(personIdOf('Ann'));
  const dialog = await screen.findByRole(
    'alertdialog',
    { name: 'Correct Team primary W1?' },
    { timeout: 10_000 },
  );
  const correct = within(dialog).getByRole('button', { name: 'Correct' });
  expect(correct.getAttribute('aria-disabled') ?? correct.getAttribute('disabled')).not.toBeNull();
  fireEvent.change(within(dialog).getByRole('textbox', { name: 'Reason' }), {
    target: { value: 'They swapped by phone' },
  });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Correct' }));
  expect(holder('2027-01-04')).toBe(personIdOf('Bo'));
  expect(openWorkspace().shifts[turn('2027-01-04')]?.note).toBe('They swapped by phone');
  expect(useWorkspaceStore.getState().history.undo.at(-1)?.title).toContain(
    '(correction: They swapped by phone)',
  );
});

test('V and a letter choose pivot and time; the year stands in one grid of its weeks', () => {
  act(() => chip(/week 1, 4 January, Ann/).focus());
  key('v');
  key('y');
  const year = screen.getByRole('grid', { name: 'On-call plan, 2027' });
  expect(year.getAttribute('aria-colcount')).toBe('53');
  expect(chip(/^TEA P, Team, Primary, week 1, 4 January, Ann Arbor$/)).toBeTruthy();
  key('v');
  key('q');
  expect(screen.getByRole('grid', { name: 'On-call plan, Q1 2027' })).toBeTruthy();
});
