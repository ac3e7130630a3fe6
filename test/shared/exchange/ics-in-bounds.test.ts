import { expect, test } from 'vitest';
import { readCalendar } from '../../../shared/exchange/ics-in.ts';
import type { ZoneName } from '../../../shared/model/dates.ts';
import { calendarProblemText } from '../../../shared/words/ics-text.ts';
import { date } from '../../builders/a-workspace.ts';

const wish = { zone: 'Europe/Berlin' as ZoneName, from: date('2027-01-01'), until: date('2028-01-01') };

const read = (...lines: readonly string[]) =>
  readCalendar(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'), wish);
const event = (...lines: readonly string[]) => [
  'BEGIN:VEVENT',
  'UID:a',
  'SUMMARY:Off',
  ...lines,
  'END:VEVENT',
];

const zone = (rule: string) => [
  'BEGIN:VTIMEZONE',
  'TZID:Made up',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  `RRULE:${rule}`,
  'END:STANDARD',
  'END:VTIMEZONE',
];

test.each(['FREQ=SECONDLY', 'FREQ=DAILY', 'FREQ=YEARLY;BYSECOND=1,2,3', 'FREQ=YEARLY;INTERVAL=0'])(
  'a zone whose clocks change by %s is not known, and takes no time',
  (rule) => {
    const { items, problems } = read(
      ...zone(rule),
      ...event('DTSTART;TZID=Made up:20270104T090000', 'DTEND;TZID=Made up:20270104T180000'),
    );
    expect(items).toMatchObject([{ from: '2027-01-04', start: '2027-01-04T09:00' }]);
    expect(problems.map(({ kind }) => kind)).toContain('unknown-zone');
  },
  2_000,
);

test('a zone whose clocks change by the year is read as the file describes it', () => {
  const { items, problems } = read(
    ...zone('FREQ=YEARLY;INTERVAL=1;BYMONTH=1;BYDAY=1SU'),
    ...event('DTSTART;TZID=Made up:20270104T090000', 'DTEND;TZID=Made up:20270104T180000'),
  );
  expect(items).toMatchObject([{ start: '2027-01-04T08:00' }]);
  expect(problems).toEqual([]);
});

test.each([
  ['FREQ=DAILY;INTERVAL=2000000000', 'INTERVAL=2000000000'],
  ['FREQ=YEARLY;BYWEEKNO=20', 'BYWEEKNO'],
  ['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1', 'BYSETPOS'],
])(
  '%s is named and brings no day',
  (rule, part) => {
    const { items, problems } = read(...event('DTSTART;VALUE=DATE:20270104', `RRULE:${rule}`));
    expect(items).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'unsupported-rule', severity: 'error', detail: part }]);
    expect(problems.map(calendarProblemText)).toEqual([
      `“Off” repeats by a rule that is not read: ${part}. None of its days are taken.`,
    ]);
  },
  2_000,
);

test('a rule with no interval at all brings no day', () => {
  const { items, problems } = read(...event('DTSTART;VALUE=DATE:20270104', 'RRULE:FREQ=DAILY;INTERVAL=0'));
  expect(items).toEqual([]);
  expect(problems).toMatchObject([{ severity: 'error' }]);
}, 2_000);

test.each([
  ['opened and never closed', 'BEGIN:A\r\n'.repeat(20_000)],
  ['closed by other names', 'BEGIN:A\r\nEND:B\r\n'.repeat(20_000)],
])('20,000 components in one another, %s, are one problem with its line', (_, text) => {
  const { items, problems } = readCalendar(`BEGIN:VCALENDAR\r\n${text}`, wish);
  expect(items).toEqual([]);
  expect(problems.map(({ kind }) => kind)).toEqual(['too-deep']);
  expect(problems.map(calendarProblemText)).toEqual([
    'From this line on the file is nested deeper than any calendar. Export it again.',
  ]);
});
