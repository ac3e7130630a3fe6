import { expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/days.ts';
import { decodeText } from '../../../shared/exchange/decode.ts';
import {
  guessHolidayColumns,
  holidaysOfCalendar,
  holidaysOfTable,
} from '../../../shared/exchange/holiday-file.ts';
import { readCalendar } from '../../../shared/exchange/ics-in.ts';
import { readTable } from '../../../shared/exchange/table-file.ts';
import { date, zone } from '../../builders/a-workspace.ts';
import { processorTime } from '../../support/processor-time.ts';

const read = (text: string) => {
  const table = readTable(text);
  return holidaysOfTable(table, guessHolidayColumns(table.columns));
};

test('a table with all its columns, and one with the least', () => {
  const full = read(
    'date,observed,name,region,weight,tentative\n2027-12-25,2027-12-27,Christmas Day,gb-eng,100 %,no\n2027-03-09,,Eid,TR,50,yes\n',
  );
  expect(full.problems).toEqual([]);
  expect(full.items).toEqual([
    {
      key: null,
      name: 'Christmas Day',
      actual: '2027-12-25',
      observed: '2027-12-27',
      weightPercent: 100,
      tentative: false,
      region: 'GB-ENG',
      row: 2,
    },
    {
      key: null,
      name: 'Eid',
      actual: '2027-03-09',
      observed: null,
      weightPercent: 50,
      tentative: true,
      region: 'TR',
      row: 3,
    },
  ]);
  const least = read('Datum;Feiertag\n1.1.2027;Neujahr\n29.2.2028;Schalttag\n');
  expect(least.items.map(({ name, actual }) => [name, actual])).toEqual([
    ['Neujahr', '2027-01-01'],
    ['Schalttag', '2028-02-29'],
  ]);
});

test('every cell that is wrong is named by row and column', () => {
  const { items, problems } = read(
    [
      'date,name,observed,region,weight,tentative',
      '2027-02-29,Leap,,,,',
      ',No day,,,,',
      '03/04/2027,Either,,,,',
      '2027-05-01,,,,,',
      '2027-06-01,Region,,Bavaria,,',
      '2027-07-01,Weight,,,heavy,',
      '2027-08-01,Tentative,,,,perhaps',
      '2027-09-01,Observed,2028-09-01,,,',
      '2027-10-01,Fine,,,,',
    ].join('\n'),
  );
  expect(items.map(({ name }) => name)).toEqual(['Fine']);
  expect(problems.map(({ row, column, severity }) => `${row} ${column} ${severity}`)).toEqual([
    '2 date error',
    '3 date error',
    '4 date error',
    '5 name error',
    '6 region error',
    '7 weight error',
    '8 tentative error',
    '9 observed error',
  ]);
});

test('two holidays on one day and one name twice are errors, but not in two regions', () => {
  const { problems } = read(
    'date,name,region\n2027-01-01,One,US\n2027-01-01,Two,US\n2027-02-01,one,US\n2027-01-01,One,CA\n',
  );
  expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual(['3 date', '4 name']);
});

test('without a column for day or name nothing is read, and it is said which is missing', () => {
  const { items, problems } = read('what,when\nNew Year,2027-01-01\n');
  expect(items).toEqual([]);
  expect(problems.map(({ what }) => what)).toEqual([
    'no column is chosen for the date',
    'no column is chosen for the name',
  ]);
});

test('letters survive Windows-1252 and UTF-16', () => {
  const latin = decodeText(
    Uint8Array.from(
      [...'date,name\n2027-05-01,F'].map((one) => one.charCodeAt(0)).concat([0xea, 0x74, 0x65]),
    ),
  );
  expect(read(latin.text).items[0]?.name).toBe('Fête');
  const wide = new Uint8Array(
    new Uint16Array([0xfeff, ...[...'date,name\n2027-05-01,Fête'].map((one) => one.charCodeAt(0))]).buffer,
  );
  expect(read(decodeText(wide).text).items[0]?.name).toBe('Fête');
});

test('ten thousand rows are read, and a table of a hundred thousand is refused, both in a bounded time', () => {
  const rows = (count: number): string =>
    `date,name\n${Array.from({ length: count }, (_, row) => `${1970 + (row % 200)}-01-01,Day ${row}`).join('\n')}`;
  const worked = processorTime();
  const long = read(rows(100_000));
  expect(long.items).toEqual([]);
  expect(long.problems.some(({ what }) => what.includes('split it'))).toBe(true);
  expect(worked()).toBeLessThan(5_000);
});

const calendar = (events: string): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events}\r\nEND:VCALENDAR\r\n`;
const event = (lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

test('a calendar: whole days, exclusive ends, series year by year; a time of day is no holiday', () => {
  const text = calendar(
    [
      event([
        'UID:1',
        'SUMMARY:Labour Day',
        'DTSTART;VALUE=DATE:20260501',
        'DTEND;VALUE=DATE:20260502',
        'RRULE:FREQ=YEARLY',
      ]),
      event(['UID:2', 'SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20271225', 'DTEND;VALUE=DATE:20271227']),
      event(['UID:3', 'SUMMARY:Party', 'DTSTART:20270601T160000Z', 'DTEND:20270601T180000Z']),
    ].join('\r\n'),
  );
  const { items } = readCalendar(text, { zone, from: date('2027-01-01'), until: date('2029-01-01') });
  const { items: holidays, problems } = holidaysOfCalendar(items);
  expect(holidays.map(({ name, actual }) => `${actual} ${name}`)).toEqual([
    '2027-05-01 Labour Day',
    '2027-12-25 Christmas',
    '2027-12-26 Christmas, day 2',
    '2028-05-01 Labour Day',
  ]);
  expect(problems).toMatchObject([{ severity: 'loss', what: expect.stringContaining('Party') as string }]);
});

const longEvents = (count: number, days: number) => {
  const items = Array.from({ length: count }, (_, place) => ({
    ...sampleItem,
    title: `Event ${place}`,
    to: addDays(sampleItem.from, days - 1),
  }));
  return holidaysOfCalendar(items);
};
const sampleItem = ((): Parameters<typeof holidaysOfCalendar>[0][number] => {
  const text = calendar(event(['UID:1', 'SUMMARY:Fair', 'DTSTART;VALUE=DATE:20270301']));
  const [item] = readCalendar(text, { zone, from: date('2027-01-01'), until: date('2028-01-01') }).items;
  if (item === undefined) throw new Error('there is no event');
  return item;
})();

test('what is cut off an event of more than a month is told', () => {
  const { items, problems } = longEvents(1, 38);
  expect(items).toHaveLength(31);
  expect(problems).toMatchObject([
    { severity: 'loss', what: '“Event 0” lasts 38 days: only the first 31 are taken as holidays' },
  ]);
});

test('a calendar of thousands of long events is refused in a bounded time', () => {
  const worked = processorTime();
  const { items, problems } = longEvents(2_000, 38);
  expect(items).toEqual([]);
  expect(problems.find(({ severity }) => severity === 'error')?.what).toContain('62,000 holidays');
  expect(worked()).toBeLessThan(3_000);
});
