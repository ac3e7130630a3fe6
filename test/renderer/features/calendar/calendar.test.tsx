import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Calendar } from '../../../../renderer/features/calendar/calendar.tsx';
import { setZoom } from '../../../../renderer/features/calendar/calendar-view.ts';
import { useDrag } from '../../../../renderer/state/drag-store.ts';
import { setKeeper } from '../../../../renderer/state/keeper.ts';
import { select, showQuarter } from '../../../../renderer/state/view-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import { conventionsOf, neutral } from '../../../../shared/words/conventions.ts';
import { writeDatesBy } from '../../../../shared/words/date-text.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  personIdOf,
  primary,
} from '../../../builders/a-workspace.ts';
import { stubResizeObserver } from '../../stub-resize-observer.ts';

const first = aShiftId('Team', primary, '2027-01-04');

// FullCalendar keeps events hidden until it has measured them, which jsdom never does: roles cannot be asked for here.
function chipOf(shift: string): HTMLElement {
  const chip = document.querySelector<HTMLElement>(`.calendar-chip[data-shift="${shift}"]`);
  if (chip === null) throw new Error(`no chip of ${shift}`);
  return chip;
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z'), toFake: ['Date'] });
  stubResizeObserver();
  vi.stubGlobal('CSS', {
    escape: (text: string) => text.replace(/[^A-Za-z0-9_-]/g, '\\$&'),
    supports: () => false,
  });
  Element.prototype.scrollIntoView = () => {};
  setKeeper({ call: () => new Promise(() => {}), on: () => () => {} });
  const names = ['Ann', 'Bo', 'Cy', 'Di'];
  const workspace = aWorkspace({
    people: names.map((name, position) => aPerson(name, { position })),
    rotations: [
      aRotation('Team', names, {
        layers: [{ name: primary, title: 'Primary', weightPercent: 100 }],
        participants: names.map((name) => ({ person: personIdOf(name), layers: [primary] })),
      }),
    ],
    shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo'), aShift('2027-01-18', 'Cy')],
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
    select([]);
  });
  render(<Calendar />);
});

afterEach(() => {
  useDrag.setState({ held: null, by: null, target: null, preview: null, asking: null });
  cleanup();
  act(() => setZoom('quarter'));
  writeDatesBy(neutral);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('FullCalendar marks every day of the thirteen weeks with data-date: what our hand hits by', () => {
  const days = new Set(
    [...document.querySelectorAll('[data-date]')].map((cell) => cell.getAttribute('data-date')),
  );
  for (const day of ['2027-01-04', '2027-02-14', '2027-04-04']) expect(days).toContain(day);
  expect([...days].filter((day) => /^\d{4}-\d\d-\d\d$/.test(day ?? ''))).toHaveLength(91);
});

test('every shift and gap is one chip that speaks, and only one of them is a tab stop', () => {
  expect(chipOf(first).getAttribute('aria-label')).toBe(
    'TEA P, Team, Primary, week 1, 4 January, Ann, Mon 4 Jan 09:00 to Mon 11 Jan 09:00',
  );
  const chips = [...document.querySelectorAll('.calendar-chip')];
  expect(chips).toHaveLength(13);
  expect(chips.filter((chip) => chip.getAttribute('tabindex') === '0')).toHaveLength(1);
});

test('a shift that goes to somebody else says so in the chip that stands there', () => {
  const other = chipOf(aShiftId('Team', primary, '2027-01-11'));
  const chips = [chipOf(first), other];
  const inside = other.firstElementChild;
  const workspace = openWorkspace();
  const shift = workspace.shifts[first];
  if (shift === undefined) throw new Error('no shift');
  act(() =>
    useWorkspaceStore.setState({
      workspace: {
        ...workspace,
        shifts: { ...workspace.shifts, [first]: { ...shift, person: personIdOf('Di') } },
      },
    }),
  );
  expect(chipOf(first).getAttribute('aria-label')).toContain('Di');
  expect([chipOf(first), chipOf(aShiftId('Team', primary, '2027-01-11'))]).toEqual(chips);
  expect(chips.every((chip) => chip.isConnected)).toBe(true);
  expect(other.firstElementChild).toBe(inside);
});

test('by keys a shift goes to the next person, or is traded for the next week', () => {
  act(() => chipOf(first).focus());
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
  press('m');
  press('ArrowDown');
  press('Enter');
  expect(openWorkspace().shifts[first]?.person).toBe(personIdOf('Bo'));
  act(() => chipOf(aShiftId('Team', primary, '2027-01-11')).focus());
  press('m');
  press('ArrowRight');
  press('Enter');
  expect(openWorkspace().shifts[aShiftId('Team', primary, '2027-01-11')]?.person).toBe(personIdOf('Cy'));
  expect(openWorkspace().shifts[aShiftId('Team', primary, '2027-01-18')]?.person).toBe(personIdOf('Bo'));
});

test.each([
  [
    'weeks from Sunday and 12 hours',
    conventionsOf('en-US'),
    ['Dec 27', '28', '29', '30', '31', 'Jan 1', '2', 'Jan 3'],
    'January 4',
    '9\u00a0AM',
  ],
  [
    'weeks from Saturday',
    { ...neutral, weekStart: 6 },
    ['26 Dec', '27', '28', '29', '30', '31', '1 Jan', '2 Jan'],
    '4 January',
    '09:00',
  ],
  [
    'weeks from Monday',
    conventionsOf('de-DE'),
    ['28 Dec', '29', '30', '31', '1 Jan', '2', '3', '4 Jan'],
    '4 January',
    '09:00',
  ],
])(
  'a reader of %s finds the weeks, days and hours written their way',
  (_name, conventions, days, day, hour) => {
    writeDatesBy(conventions);
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
    act(() => setZoom('month'));
    expect(texts('.calendar-day-top').slice(0, 8)).toEqual(days);
    expect(texts('.calendar-week-number').slice(0, 3)).toEqual(['W53', 'W1', 'W2']);
    act(() => setZoom('week'));
    expect(texts('.calendar-hour')).toContain(hour);
    act(() => setZoom('list'));
    expect(texts('.calendar-list-head')).toContain(day);
  },
);
