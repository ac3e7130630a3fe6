import { expect, test } from 'vitest';
import {
  eventsOfWeeks,
  weeksFilling,
  weeksToDraw,
} from '../../../../renderer/features/calendar/drawn-weeks.ts';
import type { CalendarEvent } from '../../../../renderer/features/calendar/to-events.ts';
import { listHeights, mondaysOf, weekHeights } from '../../../../renderer/features/calendar/week-heights.ts';
import { date } from '../../../builders/a-workspace.ts';

const bar = (id: string, start: string, end: string, rank: number): CalendarEvent => ({
  id,
  title: id,
  start,
  end,
  allDay: true,
  rank,
  extendedProps: { kind: 'clocks', text: id },
});

const mondays = mondaysOf({ from: date('2027-01-04'), until: date('2027-02-01') });

test('a week is as high as its highest stack of bars, each below those before it on the same days', () => {
  const events = [
    bar('whole week', '2027-01-04', '2027-01-11', 3),
    bar('Monday', '2027-01-04', '2027-01-05', 1),
    bar('Tuesday', '2027-01-05', '2027-01-06', 2),
    bar('across two weeks', '2027-01-10', '2027-01-13', 4),
  ];
  const [first, second, third] = weekHeights(events, date('2027-01-04'), 4);
  expect(first).toBe(26 + 3 * 24); // a day of its own, the week, and what goes on into the next
  expect(second).toBe(52);
  expect(third).toBe(52);
});

test('an hour of a day counts as that day, and what lies before the range not at all', () => {
  const heights = weekHeights(
    [bar('hours', '2027-01-05T09:00', '2027-01-05T13:00', 1), bar('before', '2026-12-01', '2026-12-05', 1)],
    date('2027-01-04'),
    2,
  );
  expect(heights).toEqual([52, 52]);
});

test('weeks are filled from the top on, and before it only where they end too soon', () => {
  expect(mondays).toEqual(['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25']);
  const heights = [300, 300, 300, 300];
  expect([...weeksFilling(mondays, heights, date('2027-01-11'), 500)]).toEqual(['2027-01-11', '2027-01-18']);
  expect([...weeksFilling(mondays, heights, date('2027-01-25'), 500)]).toEqual(['2027-01-25', '2027-01-18']);
  // A day that is on none of them: from the first on.
  expect([...weeksFilling(mondays, heights, date('2026-06-01'), 200)]).toEqual(['2027-01-04']);
});

test('each week that is not drawn keeps its height by a place holder, and all else is left as it is', () => {
  const events = [
    bar('first', '2027-01-04', '2027-01-11', 1),
    bar('second', '2027-01-11', '2027-01-18', 1),
    bar('long', '2027-01-08', '2027-01-20', 2),
  ];
  const drawn = eventsOfWeeks(events, mondays, [300, 200, 100, 52], new Set([date('2027-01-04')]));
  expect(drawn.map(({ id }) => id)).toEqual([
    'first',
    'long',
    'undrawn 2027-01-11',
    'undrawn 2027-01-18',
    'undrawn 2027-01-25',
  ]);
  expect(drawn[2]?.extendedProps).toEqual({ kind: 'undrawn', height: 174 });
  expect(eventsOfWeeks(events, mondays, [300, 200, 100, 52], new Set(mondays))).toBe(events);
});

test('after a scroll far weeks are no longer drawn, but for the one that the keys are in, and all while the hand holds something', () => {
  const stand = new Map(
    mondays.map((monday, week) => [monday, { top: week * 900, bottom: week * 900 + 900 }]),
  );
  const [first, second, third, fourth] = mondays as [never, never, never, never];
  const pane = { top: 2000, bottom: 2600 };
  const before = new Set([first, second]);
  expect([...weeksToDraw(stand, pane, before, null)].sort()).toEqual([second, third, fourth]);
  expect([...weeksToDraw(stand, pane, before, first)].sort()).toEqual([first, second, third, fourth]);
  expect([...weeksToDraw(stand, pane, before, 'all')].sort()).toEqual([first, second, third, fourth]);
});

test('a week that was asked for and stands nowhere yet is not given up', () => {
  expect([...weeksToDraw(new Map(), { top: 0, bottom: 600 }, new Set([mondays[3]] as never), null)]).toEqual([
    mondays[3],
  ]);
});

test('a week of a list is as high as its lines and the heads of the days that they begin on', () => {
  const events = [
    bar('a', '2027-01-04', '2027-01-05', 1),
    bar('b', '2027-01-04', '2027-01-05', 2),
    bar('c', '2027-01-06', '2027-01-07', 1),
    bar('before', '2026-12-28', '2026-12-29', 1),
  ];
  expect(listHeights(events, date('2027-01-04'), 2)).toEqual([2 * 32 + 3 * 30, 32 + 30]);
});
