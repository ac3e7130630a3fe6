import { describe, expect, test } from 'vitest';
import { MOST_CHARACTERS, readCalendar } from '../../../shared/exchange/ics-in.ts';
import { MOST_ITEMS } from '../../../shared/exchange/ics-in-items.ts';
import type { ZoneName } from '../../../shared/model/dates.ts';
import { date } from '../../builders/a-workspace.ts';

const wish = { zone: 'Europe/Berlin' as ZoneName, from: date('2027-01-01'), until: date('2028-01-01') };

const file = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): string =>
  [
    'BEGIN:VEVENT',
    ...(lines.some((line) => line.startsWith('UID')) ? [] : ['UID:one@x']),
    ...lines,
    'END:VEVENT',
  ].join('\r\n');
const read = (...events: readonly string[]) => readCalendar(file(...events), wish);
const days = (...events: readonly string[]) =>
  read(...events).items.map(({ from, to, part }) => `${from} ${to} ${part}`);
const kinds = (...events: readonly string[]) =>
  read(...events).problems.map(({ kind, severity }) => `${kind} ${severity}`);

describe('whole days', () => {
  test('the end is the day after the last', () => {
    expect(days(event('DTSTART;VALUE=DATE:20270201', 'DTEND;VALUE=DATE:20270206'))).toEqual([
      '2027-02-01 2027-02-05 day',
    ]);
  });

  test('a day without its type, without an end, or with an end on itself is one day', () => {
    expect(days(event('DTSTART:20270201'))).toEqual(['2027-02-01 2027-02-01 day']);
    expect(days(event('DTSTART;VALUE=DATE:20270201'))).toEqual(['2027-02-01 2027-02-01 day']);
    expect(days(event('DTSTART:20270201', 'DTEND:20270201'))).toEqual(['2027-02-01 2027-02-01 day']);
    expect(days(event('DTSTART:2027-02-01'))).toEqual(['2027-02-01 2027-02-01 day']);
  });

  test('a length in days or weeks stands for an end', () => {
    expect(days(event('DTSTART;VALUE=DATE:20270201', 'DURATION:P3D'))).toEqual(['2027-02-01 2027-02-03 day']);
    expect(days(event('DTSTART;VALUE=DATE:20270201', 'DURATION:P1W'))).toEqual(['2027-02-01 2027-02-07 day']);
  });
});

describe('times', () => {
  const timed = (start: string, end: string) => days(event(`DTSTART${start}`, `DTEND${end}`));

  test('are days and halves of the zone asked for: UTC, IANA, Windows and described zones alike', () => {
    expect(timed(':20270201T080000Z', ':20270201T170000Z')).toEqual(['2027-02-01 2027-02-01 day']);
    expect(timed(';TZID=Europe/Berlin:20270201T090000', ';TZID=Europe/Berlin:20270201T130000')).toEqual([
      '2027-02-01 2027-02-01 morning',
    ]);
    expect(
      timed(
        ';TZID="W. Europe Standard Time":20270201T130000',
        ';TZID="W. Europe Standard Time":20270201T180000',
      ),
    ).toEqual(['2027-02-01 2027-02-01 afternoon']);
    // Nine in Sydney is eleven at night of the day before in Berlin.
    expect(timed(';TZID=Australia/Sydney:20270202T090000', ';TZID=Australia/Sydney:20270203T090000')).toEqual(
      ['2027-02-01 2027-02-02 day'],
    );
    expect(
      timed(
        ';TZID=/mozilla.org/20070129_1/America/New_York:20270201T180000',
        ';TZID=/mozilla.org/20070129_1/America/New_York:20270202T180000',
      ),
    ).toEqual(['2027-02-02 2027-02-02 day']);
  });

  test('a zone that only the file describes is read by its rules, in winter and in summer', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      'BEGIN:STANDARD',
      'DTSTART:16011028T030000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'TZOFFSETFROM:-0400',
      'TZOFFSETTO:-0500',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010325T020000',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'TZOFFSETFROM:-0500',
      'TZOFFSETTO:-0400',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ].join('\r\n');
    const at = (day: string) =>
      event(`UID:${day}`, `DTSTART;TZID=Customized Time Zone:${day}T120000`, 'DURATION:PT5H');
    const { items, floating } = read(zone, at('20270201'), at('20270701'));
    expect(items.map(({ start }) => start)).toEqual(['2027-02-01T18:00', '2027-07-01T18:00']);
    expect(floating).toBe(0);
  });

  test('without seconds they are read; without a zone they are counted and read in the zone asked for', () => {
    const { items, floating, problems } = read(event('DTSTART:20270201T0900', 'DTEND:20270201T1800'));
    expect(items.map(({ from, part, start }) => [from, part, start])).toEqual([
      ['2027-02-01', 'day', '2027-02-01T09:00'],
    ]);
    expect(floating).toBe(1);
    expect(problems).toEqual([]);
  });

  test('an unknown zone warns, and counts as none', () => {
    const { items, floating, problems } = read(
      event(
        'SUMMARY:Away',
        'DTSTART;TZID=Mars/Olympus:20270201T090000',
        'DTEND;TZID=Mars/Olympus:20270201T180000',
      ),
    );
    expect(items).toHaveLength(1);
    expect(floating).toBe(1);
    expect(problems[0]).toMatchObject({
      kind: 'unknown-zone',
      severity: 'warning',
      detail: 'Mars/Olympus',
      title: 'Away',
    });
  });

  test('from Friday afternoon to Monday noon is a half day, a weekend and another half', () => {
    const [item] = read(
      event('DTSTART;TZID=Europe/Berlin:20270205T130000', 'DTEND;TZID=Europe/Berlin:20270208T120000'),
    ).items;
    expect(item?.pieces).toEqual([
      { from: '2027-02-05', to: '2027-02-05', part: 'afternoon' },
      { from: '2027-02-06', to: '2027-02-07', part: 'day' },
      { from: '2027-02-08', to: '2027-02-08', part: 'morning' },
    ]);
    expect(item).toMatchObject({ from: '2027-02-05', to: '2027-02-08', part: 'day' });
  });

  test('an hour at the dentist takes no half day away', () => {
    const [item] = read(
      event('DTSTART;TZID=Europe/Berlin:20270205T100000', 'DTEND;TZID=Europe/Berlin:20270205T110000'),
    ).items;
    expect(item?.pieces).toEqual([]);
  });

  test('a midnight ends the day before', () => {
    expect(timed(';TZID=Europe/Berlin:20270201T000000', ';TZID=Europe/Berlin:20270203T000000')).toEqual([
      '2027-02-01 2027-02-02 day',
    ]);
  });

  test('24:00 is the midnight after, 25:00 and 30 February are no times', () => {
    expect(timed(';TZID=Europe/Berlin:20270201T090000', ';TZID=Europe/Berlin:20270201T240000')).toEqual([
      '2027-02-01 2027-02-01 day',
    ]);
    expect(kinds(event('DTSTART:20270201T250000Z'))).toEqual(['unreadable-time error']);
    expect(kinds(event('DTSTART;VALUE=DATE:20270230'))).toEqual(['unreadable-time error']);
  });
});

describe('series', () => {
  test('are expanded inside the window, less exceptions, with changed occurrences in their place', () => {
    const { items, cancelled } = read(
      event('RRULE:FREQ=WEEKLY;COUNT=6', 'DTSTART;VALUE=DATE:20270104', 'EXDATE;VALUE=DATE:20270111'),
      event('RECURRENCE-ID;VALUE=DATE:20270118', 'DTSTART;VALUE=DATE:20270119'),
      event('RECURRENCE-ID;VALUE=DATE:20270125', 'DTSTART;VALUE=DATE:20270125', 'STATUS:CANCELLED'),
    );
    expect(items.map(({ from, occurrence }) => [from, occurrence])).toEqual([
      ['2027-01-04', '2027-01-04'],
      ['2027-01-19', '2027-01-18'],
      ['2027-02-01', '2027-02-01'],
      ['2027-02-08', '2027-02-08'],
    ]);
    expect(cancelled).toMatchObject([{ uid: 'one@x', occurrence: '2027-01-25' }]);
  });

  test('an exception in UTC is found on the clock of its series, over a change to summer time', () => {
    expect(
      days(
        event(
          'DTSTART;TZID=Europe/Berlin:20270315T090000',
          'DTEND;TZID=Europe/Berlin:20270315T180000',
          'RRULE:FREQ=WEEKLY;UNTIL=20270405T070000Z',
          'EXDATE:20270329T070000Z',
        ),
      ),
    ).toEqual(['2027-03-15 2027-03-15 day', '2027-03-22 2027-03-22 day', '2027-04-05 2027-04-05 day']);
  });

  test('a yearly 29 February is there in leap years only', () => {
    const leap = readCalendar(file(event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY')), {
      ...wish,
      from: date('2024-01-01'),
      until: date('2033-01-01'),
    });
    expect(leap.items.map(({ from }) => from)).toEqual(['2024-02-29', '2028-02-29', '2032-02-29']);
  });

  test('the first Monday of September comes by its rule, and extra days count once', () => {
    expect(
      days(
        event(
          'DTSTART;VALUE=DATE:20200907',
          'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO',
          'RDATE;VALUE=DATE:20270906,20271224',
        ),
      ),
    ).toEqual(['2027-09-06 2027-09-06 day', '2027-12-24 2027-12-24 day']);
  });

  test('a rule that can never come true ends, as does one that comes by the hour or that cannot be read', () => {
    const start = 'DTSTART;VALUE=DATE:20270104';
    expect(kinds(event(start, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'))).toEqual(['endless-rule error']);
    expect(kinds(event(start, 'RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU'))).toEqual(['endless-rule error']);
    expect(kinds(event(start, 'RRULE:FREQ=HOURLY'))).toEqual(['repeats-within-a-day error']);
    expect(kinds(event(start, 'RRULE:FREQ=SOMETIMES'))).toEqual(['unreadable-rule error']);
    expect(kinds(event(start, 'RRULE:FREQ=MONTHLY;BYMONTHDAY=77'))).toEqual(['unreadable-rule error']);
  });

  test('more than a thousand occurrences are cut, with a warning', () => {
    const found = readCalendar(file(event('DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=DAILY')), {
      ...wish,
      until: date('2037-01-01'),
    });
    expect(found.items).toHaveLength(1000);
    expect(found.problems).toMatchObject([{ kind: 'too-many-repeats', severity: 'warning' }]);
  });
});

describe('files as they come', () => {
  test('folded lines, bare LF, a byte order mark, several calendars and one without an end are read', () => {
    const text = `\uFEFFBEGIN:VCALENDAR\nX-WR-CALNAME:Off\nBEGIN:VEVENT\nUID:a\nSUMMARY:Ann\n  Arbor\\, away\nDTSTART;VALUE=D\n ATE:20270201\nEND:VEVENT\nEND:VCALENDAR\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:b\nDTSTART:20270301\nEND:VEVENT`;
    const { items, names, problems } = readCalendar(text, wish);
    expect(items.map(({ title, from }) => [title, from])).toEqual([
      ['Ann Arbor, away', '2027-02-01'],
      ['', '2027-03-01'],
    ]);
    expect(names).toEqual(['Off']);
    expect(problems).toMatchObject([{ kind: 'cut-off', property: 'VCALENDAR', line: 11 }]);
  });

  test('a bad line is dropped and listed by its number, and the rest of the event is read', () => {
    const { items, problems } = read(event('DTSTART:20270201', 'this line has no colon', 'SUMMARY:Away'));
    expect(items).toMatchObject([{ title: 'Away', from: '2027-02-01' }]);
    expect(problems).toMatchObject([{ kind: 'unreadable-line', severity: 'warning', line: 6 }]);
  });

  test('an event that does not say when it is, or ends before it starts, is named with its line', () => {
    expect(read(event('SUMMARY:When?')).problems).toMatchObject([
      { kind: 'no-start', title: 'When?', line: 3 },
    ]);
    expect(kinds(event('DTSTART:20270205', 'DTEND:20270201'))).toEqual(['ends-before-start error']);
    expect(kinds(event('DTSTART:tomorrow'))).toEqual(['unreadable-time error']);
  });

  test('other things in it, days outside the window and cancelled events are counted', () => {
    const { items, losses, cancelled } = read(
      'BEGIN:VTODO\r\nSUMMARY:Buy milk\r\nEND:VTODO',
      event('UID:old', 'SUMMARY:Long ago', 'DTSTART:20200101'),
      event('UID:gone', 'SUMMARY:Off', 'STATUS:CANCELLED', 'DTSTART:20270201'),
      event('UID:two', 'SEQUENCE:1', 'SUMMARY:New', 'DTSTART:20270202'),
      event('UID:two', 'SEQUENCE:0', 'SUMMARY:Old', 'DTSTART:20270203'),
    );
    expect(items.map(({ title }) => title)).toEqual(['New']);
    expect(cancelled.map(({ uid }) => uid)).toEqual(['gone']);
    expect(Object.fromEntries(losses.map(({ kind, count }) => [kind, count]))).toEqual({
      'not-an-event': 1,
      superseded: 1,
      cancelled: 1,
      'outside-window': 1,
    });
  });

  test('METHOD:CANCEL takes back all that it holds', () => {
    const text = file('METHOD:CANCEL', event('DTSTART:20270201'));
    expect(readCalendar(text, wish)).toMatchObject({
      items: [],
      cancelled: [{ uid: 'one@x', occurrence: null }],
    });
  });

  test('people, tentative and out of office are told', () => {
    const [item] = read(
      event(
        'DTSTART:20270201',
        'ORGANIZER;CN="Ann Arbor":mailto:ann@example.org',
        'ATTENDEE:bo@example.org',
        'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
        'STATUS:TENTATIVE',
      ),
    ).items;
    expect(item).toMatchObject({
      tentative: true,
      busyness: 'out-of-office',
      people: [
        { name: 'Ann Arbor', email: 'ann@example.org' },
        { name: null, email: 'bo@example.org' },
      ],
    });
  });

  test('what is no calendar, too large, or too much says so', () => {
    expect(readCalendar('name,from,to\nAnn,2027-01-01,2027-01-02', wish).problems).toMatchObject([
      { kind: 'no-calendar' },
    ]);
    expect(readCalendar('x'.repeat(MOST_CHARACTERS + 1), wish).problems).toMatchObject([
      { kind: 'too-large' },
    ]);
    const many = Array.from({ length: MOST_ITEMS + 50 }, (_, index) =>
      event(`UID:${index}`, 'DTSTART:20270201'),
    );
    const { items, problems } = read(...many);
    expect(items.length).toBe(MOST_ITEMS + 1);
    expect(problems).toMatchObject([{ kind: 'too-many-items' }]);
  });
});
