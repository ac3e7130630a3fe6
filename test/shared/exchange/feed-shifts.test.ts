import { describe, expect, test } from 'vitest';
import { nameInTitle, readFeed, type FeedShifts } from '../../../shared/exchange/feed-shifts.ts';
import { changedTurns } from '../../../shared/exchange/held-turns.ts';
import type { Instant, LocalDate, LocalTime, ZoneName } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { feedProblems } from '../../../shared/words/feed-in-text.ts';
import { feedOf, outgoingNow } from '../../../shared/words/feed-text.ts';
import { aPerson, aRotation, aShift, aWorkspace, primary } from '../../builders/a-workspace.ts';

const from = '2027-01-01' as LocalDate;
const until = '2027-04-01' as LocalDate;

const event = (title: string, start: string, end: string, more = ''): string =>
  `BEGIN:VEVENT\r\nUID:${title}${start}\r\n${more}DTSTART:${start}\r\nDTEND:${end}\r\nSUMMARY:${title}\r\nEND:VEVENT\r\n`;
const calendar = (...events: string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Feed\r\n${events.join('')}END:VCALENDAR\r\n`;

function feed(
  text: string,
  workspace: Workspace = aWorkspace(),
  mapping = new Map<string, PersonId | null>(),
): FeedShifts {
  const rotation = Object.values(workspace.rotations)[0];
  if (rotation === undefined) throw new Error('no rotation');
  return readFeed(workspace, text, { rotation, layer: primary, from, until, mapping });
}

test.each([
  ['On Call - Ann Arbor - Profit primary', 'Ann Arbor'],
  ['Ann Arbor On-Call (Acme: Profit)', 'Ann Arbor'],
  ['Ann Arbor On-Call (Acme: Profit) Begins*', 'Ann Arbor'],
  ['Profit Primary shift: Ann Arbor', 'Ann Arbor'],
  ['[L1] ann@example.com', 'ann@example.com'],
  ['On-call PRIMARY · Profit · Ann Arbor', 'Ann Arbor'],
  ['Ann Arbor', 'Ann Arbor'],
])('the name in %s', (title, name) => {
  expect(nameInTitle(title)).toBe(name);
});

test('times in UTC fill the turns whose instants they are', () => {
  // 09:00 in Berlin is 08:00 UTC in winter.
  const { turns, open } = feed(
    calendar(
      event('On Call - Ann - Team', '20270104T080000Z', '20270111T080000Z'),
      event('On Call - Bo - Team', '20270111T080000Z', '20270118T080000Z'),
    ),
  );
  expect(turns.map(({ slot, wanted, others }) => [slot.start, wanted, others])).toEqual([
    ['2027-01-04T09:00', 'person-ann', []],
    ['2027-01-11T09:00', 'person-bo', []],
  ]);
  expect(open).toEqual([]);
});

test('people are known by address and by what the lead said, never by a part of a name', () => {
  const workspace = aWorkspace({
    people: [aPerson('Ann', { email: 'ann@example.com' }), aPerson('Bo'), aPerson('Cy'), aPerson('Di')],
  });
  const text = calendar(
    event('Somebody', '20270104T080000Z', '20270111T080000Z', 'ATTENDEE:mailto:ANN@example.com\r\n'),
    event('On Call - Bob - Team', '20270111T080000Z', '20270118T080000Z'),
  );
  const first = feed(text, workspace);
  expect(first.turns.map(({ wanted }) => wanted)).toEqual(['person-ann']);
  expect([...first.unknown]).toEqual([['Bob', 1]]);
  expect(feedProblems(workspace, first).map(({ what }) => what)).toContainEqual(
    expect.stringContaining('Bob: nobody here'),
  );
  const mapped = feed(text, workspace, new Map([['Bob', 'person-bo' as PersonId]]));
  expect(mapped.turns.map(({ wanted }) => wanted)).toEqual(['person-ann', 'person-bo']);
  const left = feed(text, workspace, new Map([['Bob', null]]));
  expect(left.unknown.size).toBe(0);
  expect(left.open.map(({ start }) => start)).toEqual(['2027-01-11T09:00']);
});

test('who serves part of a turn is named, and whoever serves most holds it', () => {
  const read = feed(
    calendar(
      event('Ann', '20270104T080000Z', '20270109T080000Z'),
      event('Bo', '20270109T080000Z', '20270110T080000Z'),
    ),
  );
  expect(read.turns).toMatchObject([{ wanted: 'person-ann', others: ['person-bo'] }]);
  expect(read.partly).toHaveLength(1);
  const said = feedProblems(aWorkspace(), read).map(({ what }) => what);
  expect(said).toContainEqual(expect.stringContaining('Bo serves part of it'));
  expect(said).toContainEqual(expect.stringContaining('Not served from end to end'));
});

test('a sliver of a turn, from a feed whose hand-offs lie elsewhere, changes nothing', () => {
  const read = feed(calendar(event('Bo', '20270111T020000Z', '20270118T080000Z')));
  expect(read.turns.map(({ slot, wanted }) => [slot.start, wanted])).toEqual([
    ['2027-01-11T09:00', 'person-bo'],
  ]);
  expect(read.partly.map(({ start }) => start)).toEqual(['2027-01-04T09:00']);
});

describe.each(['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata'])('in %s', (zone) => {
  test('what we give away comes back as it was, over clock changes', () => {
    const rotation = aRotation('Team', ['Ann', 'Bo'], {
      handoff: { weekday: 1, time: '09:00' as LocalTime, zone: zone as ZoneName },
    });
    const days = ['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22', '2027-03-29'];
    const shifts = days.map((day, index) => aShift(day, index % 2 === 0 ? 'Ann' : 'Bo'));
    const workspace = aWorkspace({ rotations: [rotation], shifts });
    const events = outgoingNow(workspace, '2027-02-01' as LocalDate, '2027-02-01T10:00:00Z' as Instant);
    const { text } = feedOf(workspace, events, { kind: 'team' });
    const read = feed(text, workspace);
    expect(read.turns).toHaveLength(5);
    expect(changedTurns(read)).toEqual([]);
    expect(read.partly).toEqual([]);
    const empty = feed(text, aWorkspace({ rotations: [rotation] }));
    expect(changedTurns(empty).map(({ wanted }) => wanted)).toEqual(shifts.map(({ person }) => person));
  });
});

test.each([
  ['a page of HTML', '<!doctype html><html><body>Sign in</body></html>'],
  ['nothing', ''],
  [
    'a rule without end',
    calendar(event('Ann', '20270104T080000Z', '20270104T090000Z', 'RRULE:FREQ=SECONDLY\r\n')),
  ],
  ['lines that are not folded and have no colon', calendar('BEGIN:VEVENT\r\nDTSTART\r\nrubbish\r\n')],
])('%s is told and changes nothing', (_what, text) => {
  const read = feed(text);
  expect(changedTurns(read)).toEqual([]);
  expect(feedProblems(aWorkspace(), read).length).toBeGreaterThan(0);
});

test('50 MB are refused at once', () => {
  const read = feed(`BEGIN:VCALENDAR\r\n${'X'.repeat(50_000_000)}`);
  expect(read.calendar.problems).toMatchObject([{ kind: 'too-large' }]);
});
