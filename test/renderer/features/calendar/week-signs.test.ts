import { expect, test } from 'vitest';
import type { CalendarEvent, Segment } from '../../../../renderer/features/calendar/to-events.ts';
import { weekSigns } from '../../../../renderer/features/calendar/week-signs.ts';
import { mondaysOf } from '../../../../renderer/features/calendar/week-heights.ts';
import { date } from '../../../builders/a-workspace.ts';

const face = {
  code: 'TEA',
  role: 'P',
  filled: true,
  hue: 0,
  person: { name: 'Ann', position: 0, givenNameIsUnique: true },
  pinned: false,
  conflict: null,
  accepted: false,
  proposed: false,
  looksOn: false,
};

const event = (start: string, extendedProps: CalendarEvent['extendedProps']): CalendarEvent => ({
  id: start,
  title: '',
  start,
  end: '2027-02-01',
  allDay: true,
  rank: 0,
  extendedProps,
});
const shift = (start: string, own: Partial<Segment['face']>, begins = true): CalendarEvent =>
  event(start, {
    kind: 'shift',
    days: 7,
    segments: [{ begins, face: { ...face, ...own } } as Segment],
  });
const holiday = (start: string, name: string): CalendarEvent =>
  event(start, { kind: 'holiday', name, tentative: false } as CalendarEvent['extendedProps']);

test('each week names its gaps, its open conflicts and its holidays, once', () => {
  const signs = weekSigns(
    [
      shift('2027-01-04', { person: null }),
      shift('2027-01-04', { person: null, looksOn: true }),
      shift('2027-01-04', { conflict: 'Leave' }),
      shift('2027-01-04', { conflict: 'Leave', accepted: true }),
      shift('2027-01-11', { person: null }, false),
      holiday('2027-01-12', 'Day of Rest'),
      holiday('2027-01-12', 'Day of Rest'),
    ],
    mondaysOf({ from: date('2027-01-04'), until: date('2027-01-18') }),
  );
  expect(signs).toEqual([
    { monday: '2027-01-04', gaps: 1, conflicts: 1, holidays: [] },
    { monday: '2027-01-11', gaps: 0, conflicts: 0, holidays: ['Day of Rest'] },
  ]);
});
