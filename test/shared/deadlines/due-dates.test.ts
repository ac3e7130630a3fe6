import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessCalendar, dueDates } from '../../../shared/deadlines/due-dates.ts';
import type { Anchor, Deadline } from '../../../shared/model/deadline.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aHoliday, aHolidaySet, aWorkspace, date, zone } from '../../builders/a-workspace.ts';

const year = { from: date('2027-01-01'), until: date('2028-01-01') };

function rule(
  anchor: Anchor,
  convention: Deadline['convention'] = 'none',
  holidayRegion: string | null = 'US',
): Deadline {
  return {
    id: 'deadline-1' as never,
    title: 'Data ready',
    pipeline: 'pipeline-1' as never,
    task: null,
    anchor,
    time: null,
    zone,
    holidayRegion,
    convention,
    remindDaysBefore: [],
    ownerRole: 'primary',
    consumer: '',
    startsOn: null,
    endsOn: null,
    position: 0,
  };
}

/** Public holidays of 2027 from the laws of each place, with substitutes; England's and Japan's as their governments publish them. */
const holidays: Readonly<Record<string, readonly (readonly [string, string?])[]>> = {
  US: [
    ['2027-01-01'],
    ['2027-01-18'],
    ['2027-02-15'],
    ['2027-05-31'],
    ['2027-06-19', '2027-06-18'],
    ['2027-07-04', '2027-07-05'],
    ['2027-09-06'],
    ['2027-10-11'],
    ['2027-11-11'],
    ['2027-11-25'],
    ['2027-12-25', '2027-12-24'],
  ],
  'GB-ENG': [
    ['2027-01-01'],
    ['2027-03-26'],
    ['2027-03-29'],
    ['2027-05-03'],
    ['2027-05-31'],
    ['2027-08-30'],
    ['2027-12-25', '2027-12-27'],
    ['2027-12-26', '2027-12-28'],
  ],
  'DE-BY': [
    ['2027-01-01'],
    ['2027-01-06'],
    ['2027-03-26'],
    ['2027-03-29'],
    ['2027-05-01'],
    ['2027-05-06'],
    ['2027-05-17'],
    ['2027-05-27'],
    ['2027-08-15'],
    ['2027-10-03'],
    ['2027-11-01'],
    ['2027-12-25'],
    ['2027-12-26'],
  ],
  JP: [
    ['2027-01-01'],
    ['2027-01-11'],
    ['2027-02-11'],
    ['2027-02-23'],
    ['2027-03-21', '2027-03-22'],
    ['2027-04-29'],
    ['2027-05-03'],
    ['2027-05-04'],
    ['2027-05-05'],
    ['2027-07-19'],
    ['2027-08-11'],
    ['2027-09-20'],
    ['2027-09-23'],
    ['2027-10-11'],
    ['2027-11-03'],
    ['2027-11-23'],
  ],
};

function world(): Workspace {
  const regions = Object.keys(holidays);
  return aWorkspace({
    holidaySets: regions.map((region) => aHolidaySet(region, 2027)),
    holidays: regions.flatMap((region) =>
      (holidays[region] ?? []).map(([actual, observed]) =>
        aHoliday(region, `Holiday ${actual}`, actual, {
          observed: observed === undefined ? null : date(observed),
        }),
      ),
    ),
  });
}

test.each([
  ['US', 8],
  ['GB-ENG', 8],
  ['DE-BY', 7],
  ['JP', 10],
])('of the 24 thirds and fifths of 2027, %s moves %i', (region, moved) => {
  const days = [3, 5].flatMap((day) =>
    dueDates(world(), rule({ kind: 'day-of-month', day }, 'none', region), year),
  );
  expect(days).toHaveLength(24);
  expect(days.filter(({ dayOff }) => dayOff !== null)).toHaveLength(moved);
});

test('3 January 2027, a Sunday, would move to 31 December, before the period ends: refused', () => {
  const first = dueDates(world(), rule({ kind: 'day-of-month', day: 3 }, 'preceding'), year)[0];
  expect(first).toEqual({
    nominal: '2027-01-03',
    due: null,
    dayOff: { kind: 'weekend' },
    refusal: 'before-period-ends',
  });
});

test('3 May 2027 in England would move to 30 April: refused', () => {
  const may = dueDates(world(), rule({ kind: 'day-of-month', day: 3 }, 'preceding', 'GB-ENG'), {
    from: date('2027-05-01'),
    until: date('2027-06-01'),
  });
  expect(may).toEqual([
    {
      nominal: '2027-05-03',
      due: null,
      dayOff: { kind: 'holiday', name: 'Holiday 2027-05-03' },
      refusal: 'before-period-ends',
    },
  ]);
});

test.each<[Deadline['convention'], number, string, string]>([
  ['none', 3, '2027-01-01', '2027-01-03'],
  ['following', 3, '2027-01-01', '2027-01-04'],
  ['modified-preceding', 3, '2027-01-01', '2027-01-04'],
  ['preceding', 5, '2027-06-01', '2027-06-04'],
  ['modified-preceding', 5, '2027-06-01', '2027-06-04'],
  ['following', 31, '2027-01-01', '2027-02-01'],
  ['modified-following', 31, '2027-01-01', '2027-01-29'],
  ['following', 5, '2027-07-01', '2027-07-06'],
  ['preceding', 5, '2027-07-01', '2027-07-02'],
])('by %s, day %i of the month from %s is due on %s', (convention, day, month, due) => {
  const days = dueDates(world(), rule({ kind: 'day-of-month', day }, convention), {
    from: date('2026-12-01'),
    until: date('2027-12-01'),
  });
  expect(days.find(({ nominal }) => nominal.slice(0, 7) === month.slice(0, 7))?.due).toBe(due);
});

test('a day that a month does not have is its last', () => {
  const days = dueDates(world(), rule({ kind: 'day-of-month', day: 31 }), year).map(({ due }) => due);
  expect(days[1]).toBe('2027-02-28');
  expect(days[3]).toBe('2027-04-30');
});

test('an occurrence that moves over the edge of a quarter is found on the side where it is due', () => {
  const last = rule({ kind: 'day-of-month', day: 31 }, 'following');
  const first = dueDates(world(), last, { from: date('2027-02-01'), until: date('2027-02-28') });
  expect(first.map(({ nominal, due }) => [nominal, due])).toEqual([['2027-01-31', '2027-02-01']]);
  expect(dueDates(world(), last, { from: date('2027-01-01'), until: date('2027-02-01') })).toEqual([]);
});

test('business days are counted past weekends and holidays', () => {
  // January 2027: Friday the 1st is a holiday; Monday the 4th is the first business day.
  const third = dueDates(world(), rule({ kind: 'business-day', nth: 3 }), year).map(({ due }) => due);
  expect(third[0]).toBe('2027-01-06');
  expect(third[6]).toBe('2027-07-06');
  const last = dueDates(world(), rule({ kind: 'last-business-day' }), year).map(({ due }) => due);
  expect([last[0], last[4], last[11]]).toEqual(['2027-01-29', '2027-05-28', '2027-12-31']);
});

test('a weekday comes every week, and every one is due', () => {
  const fridays = dueDates(world(), rule({ kind: 'weekday', weekday: 5 }), {
    from: date('2027-01-01'),
    until: date('2027-04-01'),
  });
  expect(fridays).toHaveLength(13);
  expect(fridays[0]?.due).toBe('2027-01-01');
  expect(fridays.at(-1)?.due).toBe('2027-03-26');
  const moved = dueDates(world(), rule({ kind: 'weekday', weekday: 1 }, 'following'), year).map(
    ({ due }) => due,
  );
  expect(moved).toContain('2027-01-19');
  expect(moved).not.toContain('2027-01-18');
});

test('days after the end of a quarter are counted from its last day', () => {
  const days = dueDates(world(), rule({ kind: 'after-quarter-end', days: 45 }), year).map(({ due }) => due);
  expect(days).toEqual(['2027-02-14', '2027-05-15', '2027-08-14', '2027-11-14']);
  expect(dueDates(world(), rule({ kind: 'after-quarter-end', days: 0 }), year).map(({ due }) => due)).toEqual(
    ['2027-03-31', '2027-06-30', '2027-09-30', '2027-12-31'],
  );
  expect(dueDates(world(), rule({ kind: 'after-quarter-end', days: 92 }), year)).toHaveLength(4);
  const early = dueDates(world(), rule({ kind: 'after-quarter-end', days: 1 }, 'preceding'), year)[0];
  expect(early).toMatchObject({ nominal: '2027-01-01', due: null, refusal: 'before-period-ends' });
});

test('without a region only weekends move a day', () => {
  expect(businessCalendar(world(), null)(date('2027-07-05'))).toBeNull();
  expect(businessCalendar(world(), 'US')(date('2027-07-05'))).toEqual({
    kind: 'holiday',
    name: 'Holiday 2027-07-04',
  });
});

test('what is moved is due on a business day, in order, and each range has its own', () => {
  const anchors: fc.Arbitrary<Anchor> = fc.oneof(
    fc.record({ kind: fc.constant('day-of-month' as const), day: fc.integer({ min: 1, max: 31 }) }),
    fc.record({ kind: fc.constant('business-day' as const), nth: fc.integer({ min: 1, max: 23 }) }),
    fc.record({ kind: fc.constant('weekday' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ kind: fc.constant('after-quarter-end' as const), days: fc.integer({ min: 0, max: 92 }) }),
  );
  const conventions = fc.constantFrom<Deadline['convention']>(
    'following',
    'preceding',
    'modified-following',
    'modified-preceding',
  );
  const workspace = world();
  const open = businessCalendar(workspace, 'US');
  fc.assert(
    fc.property(anchors, conventions, (anchor, convention) => {
      const whole = dueDates(workspace, rule(anchor, convention), year);
      for (const { due } of whole) if (due !== null) expect(open(due)).toBeNull();
      const places = whole.map(({ due, nominal }) => due ?? nominal);
      expect(places).toEqual([...places].sort());
      const halves = [
        { from: year.from, until: date('2027-06-15') },
        { from: date('2027-06-15'), until: year.until },
      ].flatMap((half) => dueDates(workspace, rule(anchor, convention), half));
      expect(halves).toEqual(whole);
    }),
    { seed: 4, numRuns: 150 },
  );
});

test('a rule is due only while it is in force, by the day that it names', () => {
  const deadline = {
    ...rule({ kind: 'day-of-month', day: 3 }, 'following'),
    startsOn: date('2027-02-03'),
    endsOn: date('2027-04-30'),
  };
  expect(dueDates(aWorkspace(), deadline, year).map(({ nominal }) => nominal)).toEqual([
    '2027-02-03',
    '2027-03-03',
    '2027-04-03',
  ]);
});
