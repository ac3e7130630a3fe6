import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LeaveScreen } from '../../../../renderer/features/leave/leave-screen.tsx';
import { setLeave } from '../../../../renderer/features/leave/leave-store.ts';
import { useAnnouncements } from '../../../../renderer/state/announce.ts';
import { setKeeper } from '../../../../renderer/state/keeper.ts';
import { undo } from '../../../../renderer/state/run-command.ts';
import { useToasts } from '../../../../renderer/state/toast-store.ts';
import { showQuarter } from '../../../../renderer/state/view-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
} from '../../../builders/a-workspace.ts';
import { stubResizeObserver } from '../../stub-resize-observer.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z'), toFake: ['Date'] });
  stubResizeObserver();
  // jsdom has no CSS object, which React Aria asks for when a dialog opens.
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^A-Za-z0-9_-]/g, '\\$&') });
  setKeeper({ call: () => new Promise(() => {}), on: () => () => {} });
  useWorkspaceStore.setState({
    workspace: aWorkspace({
      people: ['Ann', 'Bo'].map((name, position) => aPerson(name, { position, region: 'US' })),
      rotations: [aRotation('Team', ['Ann', 'Bo'])],
      shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo', { pinned: true })],
      leave: [
        aLeave('Ann', '2027-01-20', '2027-01-22'),
        aLeave('Bo', '2027-01-12', '2027-01-13', { reason: 'Clinic' }),
      ],
      holidaySets: [aHolidaySet('US', 2027)],
      holidays: [aHoliday('US', 'Martin Luther King Day', '2027-01-18')],
    }),
    revision: 0,
    phase: 'open',
    history: { undo: [], redo: [] },
    readOnlyBecause: null,
  });
  useToasts.setState({ toasts: [] });
  act(() => {
    showQuarter('2027-Q1' as QuarterId);
    setLeave({
      span: 'quarter',
      cursor: null,
      anchor: null,
      draft: null,
      form: null,
      merging: null,
      conflictsOpen: true,
    });
  });
  render(<LeaveScreen />);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const grid = (): HTMLElement => screen.getByRole('grid', { name: 'Leave, Q1 2027' });
const key = (name: string, options: object = {}) => fireEvent.keyDown(grid(), { key: name, ...options });
const cursor = (): string =>
  document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label') ??
  '';
const at = (day: string, person = 'Ann'): void =>
  act(() => setLeave({ cursor: { person: personIdOf(person), day: date(day) }, anchor: null }));
const leaveOf = (person: string): readonly string[] =>
  Object.values(openWorkspace().leave)
    .filter((leave) => leave.person === personIdOf(person))
    .map(({ from, to, part }) => `${from} ${to} ${part}`)
    .sort();

test('is a grid of people with their days of leave, each bar with its dates, length and conflict', () => {
  expect(screen.getByRole('rowheader', { name: 'Ann, 3 days of leave' })).toBeTruthy();
  expect(screen.getByRole('gridcell', { name: 'Leave, 20–22 Jan, 3 days' })).toBeTruthy();
  expect(
    screen.getByRole('gridcell', { name: /^Leave, 12–13 Jan, 2 days, conflict with Team primary, W2/ }),
  ).toBeTruthy();
  expect(document.body.textContent).not.toContain('Clinic');
});

test('the keys walk over days and people, and say what lies there', () => {
  act(() => grid().focus());
  expect(cursor()).toBe('Ann, Fri 1 Jan, free');
  at('2027-01-17');
  key('ArrowRight');
  expect(cursor()).toBe('Ann, Mon 18 Jan, Martin Luther King Day');
  key('PageDown');
  expect(cursor()).toBe('Ann, Thu 18 Feb, free');
  key('End');
  key('ArrowDown');
  expect(cursor()).toBe('Bo, Wed 31 Mar, free');
});

test('days chosen with Shift become leave through the form, and one undo takes it back', () => {
  at('2027-02-01');
  key('ArrowRight', { shiftKey: true });
  key('ArrowRight', { shiftKey: true });
  expect(cursor()).toContain('chosen 1–3 Feb');
  key('Enter');
  const form = within(screen.getByRole('dialog', { name: 'Add leave' }));
  expect(form.getByLabelText<HTMLInputElement>('First day').value).toBe('2027-02-01');
  expect(form.getByLabelText<HTMLInputElement>('Last day').value).toBe('2027-02-03');
  fireEvent.click(form.getByRole('button', { name: 'Add leave' }));
  expect(leaveOf('Ann')).toEqual(['2027-01-20 2027-01-22 day', '2027-02-01 2027-02-03 day']);
  act(() => void undo());
  expect(leaveOf('Ann')).toEqual(['2027-01-20 2027-01-22 day']);
});

test('a leave is picked up, moved, stretched and put down by keys, and every step is said', () => {
  at('2027-01-20');
  key('m');
  key('ArrowRight');
  key('ArrowRight', { shiftKey: true });
  key('ArrowLeft', { altKey: true });
  expect(useAnnouncements.getState().assertive.text).toContain('leave 20–24 Jan');
  key('Enter');
  expect(leaveOf('Ann')).toEqual(['2027-01-20 2027-01-24 day']);
});

test('Escape puts back what the keys hold', () => {
  at('2027-01-20');
  key('m');
  key('ArrowRight');
  key('Escape');
  expect(leaveOf('Ann')).toEqual(['2027-01-20 2027-01-22 day']);
  expect(useAnnouncements.getState().assertive.text).toBe('Cancelled. Nothing changed.');
});

test('leave that is dropped over other leave asks, and becomes one on wish', () => {
  act(() => {
    useWorkspaceStore.setState({
      workspace: {
        ...openWorkspace(),
        leave: {
          ...openWorkspace().leave,
          ...aWorkspace({ leave: [aLeave('Ann', '2027-01-25', '2027-01-26')] }).leave,
        },
      },
    });
  });
  at('2027-01-20');
  key('m');
  for (let step = 0; step < 4; step++) key('ArrowRight');
  key('Enter');
  const dialog = within(screen.getByRole('dialog', { name: 'Ann has leave on these days' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Merge into 24–26 Jan' }));
  expect(leaveOf('Ann')).toEqual(['2027-01-24 2027-01-26 day']);
});

test('the form says what stands against it, keeps half days to one day and refuses an end before the start', () => {
  at('2027-01-05');
  key('Enter');
  const form = within(screen.getByRole('dialog', { name: 'Add leave' }));
  expect(form.getByRole('status').textContent).toContain('Holds Team primary, W1 (4–10 Jan)');
  fireEvent.click(form.getByRole('radio', { name: 'Morning' }));
  expect(form.getByRole('status').textContent).toContain('half a day');
  fireEvent.change(form.getByLabelText('Last day'), { target: { value: '2027-01-04' } });
  expect(form.getByText('The last day is before the first.')).toBeTruthy();
  fireEvent.click(form.getByRole('button', { name: 'Add leave' }));
  expect(leaveOf('Ann')).toEqual(['2027-01-20 2027-01-22 day']);
});

test('Delete takes the leave at the cursor away', () => {
  at('2027-01-21');
  key('Delete');
  expect(leaveOf('Ann')).toEqual([]);
});

test('conflicts stand with what a repair can do; unpinning lets a plan move the turn', () => {
  const panel = within(screen.getByRole('complementary', { name: 'Conflicts' }));
  expect(panel.getByRole('heading', { name: '1 conflict' })).toBeTruthy();
  expect(panel.getByText('1 turn: 1 is pinned.')).toBeTruthy();
  const fix = panel.getByRole('button', { name: 'Fix now' });
  expect(fix.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(panel.getByRole('button', { name: 'Unpin 1' }));
  expect(panel.getByText('1 turn: 1 can be planned anew.')).toBeTruthy();
  expect(fix.getAttribute('aria-disabled')).not.toBe('true');
});

test('a file that may only be looked at refuses the hand with its reason', () => {
  act(() => useWorkspaceStore.setState({ readOnlyBecause: 'newer version' }));
  at('2027-01-20');
  key('m');
  expect(useToasts.getState().toasts.at(-1)?.text).toBe('Read only: newer version');
  expect(screen.getByRole('button', { name: 'Add leave' }).getAttribute('aria-disabled')).toBe('true');
});
