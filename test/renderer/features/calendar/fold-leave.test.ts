import { expect, test } from 'vitest';
import { foldLeave } from '../../../../renderer/features/calendar/fold-leave.ts';
import { leaveEvent, type CalendarEvent } from '../../../../renderer/features/calendar/to-events.ts';
import { aLeave, aPerson, aWorkspace, date } from '../../../builders/a-workspace.ts';

const names = Array.from({ length: 9 }, (_none, index) => `P${index + 1}`);
const workspace = aWorkspace({ people: names.map((name, position) => aPerson(name, { position })) });
const away = (name: string, from: string, to: string): CalendarEvent =>
  leaveEvent(workspace, aLeave(name, from, to));

const range = { from: date('2027-01-04'), until: date('2027-02-01') };
const none = new Set<never>();
const namesIn = (events: readonly CalendarEvent[]): readonly string[] =>
  events.flatMap(({ extendedProps }) => (extendedProps.kind === 'leave' ? [extendedProps.name] : []));
const moreIn = (events: readonly CalendarEvent[]) =>
  events.flatMap(({ start, end, extendedProps }) =>
    extendedProps.kind === 'more-leave'
      ? [{ start, end, count: extendedProps.names.length, isOpen: extendedProps.isOpen }]
      : [],
  );

test('up to five who are away on a day are all drawn, each on a line of their own', () => {
  const events = names.slice(0, 5).map((name) => away(name, '2027-01-05', '2027-01-07'));
  const drawn = foldLeave(events, range, none);
  expect(namesIn(drawn)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5']);
  expect(moreIn(drawn)).toEqual([]);
  expect(new Set(drawn.map(({ rank }) => rank)).size).toBe(5);
});

test('of nine four are drawn, and one line says how many others there are, over the days that they are away', () => {
  const events = names.map((name, index) =>
    away(name, index < 4 ? '2027-01-04' : '2027-01-06', index === 8 ? '2027-01-13' : '2027-01-07'),
  );
  const drawn = foldLeave(events, range, none);
  expect(namesIn(drawn)).toEqual(['P1', 'P2', 'P3', 'P4']);
  expect(moreIn(drawn)).toEqual([
    { start: '2027-01-06', end: '2027-01-11', count: 5, isOpen: false },
    // The last of them is still away in the week after, where their leave is not drawn either.
    { start: '2027-01-11', end: '2027-01-14', count: 1, isOpen: false },
  ]);
});

test('in a week that is opened all are drawn, and a line folds them again', () => {
  const events = names.map((name) => away(name, '2027-01-05', '2027-01-07'));
  const drawn = foldLeave(events, range, new Set([date('2027-01-04')]));
  expect(namesIn(drawn)).toEqual(names);
  expect(moreIn(drawn)).toEqual([{ start: '2027-01-05', end: '2027-01-08', count: 5, isOpen: true }]);
});

test('a line that is free again is taken by whoever leaves next, so that two people after each other need one line', () => {
  const drawn = foldLeave(
    [away('P2', '2027-01-08', '2027-01-09'), away('P1', '2027-01-05', '2027-01-07')],
    range,
    none,
  );
  expect(new Set(drawn.map(({ rank }) => rank)).size).toBe(1);
});

test('of two hundred people leave stands above the duties and below holidays and deadlines', () => {
  const events = Array.from({ length: 200 }, (_none, index) => ({
    ...away('P1', '2027-01-05', '2027-01-07'),
    id: `leave ${index}`,
  }));
  const ranks = foldLeave(events, range, new Set([date('2027-01-04')])).map(({ rank }) => rank);
  expect(Math.min(...ranks)).toBeGreaterThan(20 - 1);
  expect(Math.max(...ranks)).toBeLessThan(100);
});
