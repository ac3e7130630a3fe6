import { expect, test } from 'vitest';
import { placeCache } from '../../../../renderer/features/calendar/places.ts';
import type { CalendarEvent } from '../../../../renderer/features/calendar/to-events.ts';

const bar = (id: string, text: string, terms: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id,
  title: text,
  start: '2027-01-04',
  end: '2027-01-11',
  allDay: true,
  rank: 1,
  extendedProps: { kind: 'clocks', text },
  ...terms,
});

test('the list stays the same while events only say something else', () => {
  const cache = placeCache();
  const first = cache.keep([bar('one', 'Ann'), bar('two', 'Bo')]);
  expect(cache.keep([bar('one', 'Bo'), bar('two', 'Ann')])).toBe(first);
});

test.each([
  { start: '2027-01-05' },
  { end: '2027-01-10' },
  { start: '2027-01-04T09:00', end: '2027-01-04T13:00', allDay: false },
  { rank: 2 },
])('an event that lies elsewhere, %o, is a new place in a new list, and others stay', (terms) => {
  const cache = placeCache();
  const [one, two] = cache.keep([bar('one', 'Ann'), bar('two', 'Bo')]);
  const moved = cache.keep([bar('one', 'Ann'), bar('two', 'Bo', terms)]);
  expect(moved[0]).toBe(one);
  expect(moved[1]).not.toBe(two);
  expect(moved[1]).toMatchObject(terms);
});

test('an event that comes or goes makes a new list', () => {
  const cache = placeCache();
  const first = cache.keep([bar('one', 'Ann')]);
  const both = cache.keep([bar('one', 'Ann'), bar('two', 'Bo')]);
  expect(both.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(both[0]).toBe(first[0]);
  expect(cache.keep([bar('two', 'Bo')]).map(({ id }) => id)).toEqual(['two']);
});
