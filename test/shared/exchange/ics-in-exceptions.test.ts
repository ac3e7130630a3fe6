import { describe, expect, test } from 'vitest';
import { readCalendar } from '../../../shared/exchange/ics-in.ts';
import type { ZoneName } from '../../../shared/model/dates.ts';
import { date } from '../../builders/a-workspace.ts';

const wish = { zone: 'Europe/Berlin' as ZoneName, from: date('2027-01-01'), until: date('2028-01-01') };
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:one@x', 'SUMMARY:Off', ...lines, 'END:VEVENT'].join('\r\n');
const read = (...events: readonly string[]) =>
  readCalendar(['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'), wish);
const starts = (...events: readonly string[]) =>
  read(...events).items.map(({ start, from }) => start ?? from);

const weekly = (...lines: readonly string[]): string =>
  event(
    'DTSTART;TZID=Europe/Berlin:20270315T090000',
    'DTEND;TZID=Europe/Berlin:20270315T180000',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    ...lines,
  );
const others = ['2027-03-15T09:00', '2027-03-22T09:00', '2027-04-05T09:00'];

describe('an exception to one occurrence is found', () => {
  // 29 March 09:00 in Berlin: summer time has begun there, and two weeks ago in New York.
  test.each([
    ['in UTC', ':20270329T070000Z'],
    ['in its own zone', ';TZID=Europe/Berlin:20270329T090000'],
    ['under the Windows name of that', ';TZID="W. Europe Standard Time":20270329T090000'],
    ['in a zone to the west', ';TZID=America/New_York:20270329T030000'],
    ['in a zone where it is evening', ';TZID=Australia/Sydney:20270329T180000'],
    ['without a zone', ':20270329T090000'],
    ['as a day', ';VALUE=DATE:20270329'],
  ])('%s', (_, value) => {
    expect(starts(weekly(`EXDATE${value}`))).toEqual(others);
    const moved = event(
      `RECURRENCE-ID${value}`,
      'DTSTART;TZID=Europe/Berlin:20270330T090000',
      'DTEND;TZID=Europe/Berlin:20270330T180000',
    );
    const { items } = read(weekly(), moved);
    expect(items.map(({ start, occurrence }) => [start, occurrence])).toContainEqual([
      '2027-03-30T09:00',
      '2027-03-29',
    ]);
    expect(items).toHaveLength(4);
    expect(items.map(({ start }) => start)).not.toContain('2027-03-29T09:00');
  });

  test('on the clock of a series that is written in UTC, and on that of one that says no zone', () => {
    const lines = ['DTEND:20270104T170000Z', 'RRULE:FREQ=DAILY;COUNT=2'];
    expect(
      starts(event('DTSTART:20270104T080000Z', ...lines, 'EXDATE;TZID=Europe/Berlin:20270105T090000')),
    ).toEqual(['2027-01-04T09:00']);
    expect(
      starts(
        event(
          'DTSTART:20270104T090000',
          'DTEND:20270104T180000',
          'RRULE:FREQ=DAILY;COUNT=2',
          'EXDATE:20270105T080000Z',
        ),
      ),
    ).toEqual(['2027-01-04T09:00']);
  });

  test('of a series of whole days, written as midnight of somebody’s clock', () => {
    const days = (exception: string) =>
      starts(event('DTSTART;VALUE=DATE:20270104', 'RRULE:FREQ=DAILY;COUNT=3', `EXDATE${exception}`));
    expect(days(':20270105T000000Z')).toEqual(['2027-01-04', '2027-01-06']);
    expect(days(':20270104T230000Z')).toEqual(['2027-01-04', '2027-01-06']);
    expect(days(';TZID=America/New_York:20270105T000000')).toEqual(['2027-01-04', '2027-01-06']);
  });

  test('an extra day in another zone is no second one of the same moment', () => {
    expect(starts(weekly('RDATE;TZID=America/New_York:20270322T040000'))).toHaveLength(4);
  });

  test('of two versions of one exception, the newer counts, whatever zone it is written in', () => {
    const { items, losses } = read(
      weekly(),
      event(
        'RECURRENCE-ID:20270329T070000Z',
        'SEQUENCE:2',
        'DTSTART;TZID=Europe/Berlin:20270331T090000',
        'DTEND;TZID=Europe/Berlin:20270331T180000',
      ),
      event(
        'RECURRENCE-ID;TZID=Europe/Berlin:20270329T090000',
        'SEQUENCE:1',
        'DTSTART;TZID=Europe/Berlin:20270330T090000',
        'DTEND;TZID=Europe/Berlin:20270330T180000',
      ),
    );
    expect(items.map(({ from }) => from)).toEqual(['2027-03-15', '2027-03-22', '2027-03-31', '2027-04-05']);
    expect(losses).toMatchObject([{ kind: 'superseded', count: 1 }]);
  });
});

test('a change of all that follow is read for its own day, and told', () => {
  const { items, losses } = read(
    weekly(),
    event(
      'RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270322T090000',
      'DTSTART;TZID=Europe/Berlin:20270323T090000',
      'DTEND;TZID=Europe/Berlin:20270323T180000',
    ),
  );
  expect(items.map(({ from }) => from)).toEqual(['2027-03-15', '2027-03-23', '2027-03-29', '2027-04-05']);
  expect(losses).toEqual([{ kind: 'following', count: 1, examples: ['Off'] }]);
});

test('two occurrences of one series on one day have each their own place', () => {
  const { items } = read(
    event(
      'DTSTART;TZID=Europe/Berlin:20270104T090000',
      'DURATION:PT4H',
      'RRULE:FREQ=DAILY;BYHOUR=9,13;COUNT=4',
    ),
  );
  expect(items.map(({ from, part, at }) => [from, part, at])).toEqual([
    ['2027-01-04', 'morning', '2027-01-04T09:00'],
    ['2027-01-04', 'afternoon', '2027-01-04T13:00'],
    ['2027-01-05', 'morning', '2027-01-05T09:00'],
    ['2027-01-05', 'afternoon', '2027-01-05T13:00'],
  ]);
});

test('a guest who said no is not among the people of an event, and is counted once', () => {
  const { items, losses } = read(
    event(
      'DTSTART;VALUE=DATE:20270104',
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'ORGANIZER;CN=Ann:mailto:ann@example.org',
      'ATTENDEE;CN=Bo;PARTSTAT=DECLINED:mailto:bo@example.org',
      'ATTENDEE;CN=Cem;PARTSTAT=TENTATIVE:mailto:cem@example.org',
    ),
  );
  expect(items[0]?.people.map(({ name }) => name)).toEqual(['Ann', 'Cem']);
  expect(items[0]?.declined).toEqual([{ name: 'Bo', email: 'bo@example.org' }]);
  expect(losses).toEqual([{ kind: 'declined', count: 1, examples: ['Bo'] }]);
});
