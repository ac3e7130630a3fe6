import ICAL from 'ical.js';
import { convertIcsCalendar, type IcsDateObject } from 'ts-ics';
import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../shared/calendar/zone.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { Instant, LocalDate, LocalDateTime, LocalTime, ZoneName } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleToday, sampleWorkspace } from '../../../shared/sample/sample.ts';
import { feedChoices, feedOf, outgoingNow, type Feed } from '../../../shared/words/feed-text.ts';
import type { FeedChoice } from '../../../shared/exchange/calendar-publish.ts';
import { aRotation, aShift, aWorkspace } from '../../builders/a-workspace.ts';

const first = '2026-11-23T10:00:00Z' as Instant;
const later = '2026-11-24T10:00:00Z' as Instant;

const feed = (workspace: Workspace, choice: FeedChoice = { kind: 'team' }, now = first): Feed =>
  feedOf(workspace, outgoingNow(workspace, sampleToday, now), choice);

function sent(
  workspace: Workspace,
  choice?: FeedChoice,
  now = first,
): { text: string; workspace: Workspace } {
  const { text, news } = feed(workspace, choice, now);
  if (news.length === 0) return { text, workspace };
  const edited = edit(workspace, { kind: 'publish', events: news });
  if (!edited.ok) throw new Error(JSON.stringify(edited.reason));
  return { text, workspace: edited.value.workspace };
}

interface Read {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
}

/** What ical.js makes of a file: each event with its instants, by the zones that the file itself describes. */
function readByIcal(text: string): readonly Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  const instant = (time: ICAL.Time): string => {
    if (time.isDate) return time.toString();
    const zone = zones.find(
      ({ tzid }) => tzid === (time as unknown as { zone?: { tzid: string } }).zone?.tzid,
    );
    if (zone === undefined) throw new Error(`no zone for ${time.toString()}`);
    const copy = time.clone();
    copy.zone = zone;
    return copy.convertToZone(ICAL.Timezone.utcTimezone).toString();
  };
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string): string => String(component.getFirstPropertyValue(name));
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: value('status'),
      start: instant(event.startDate),
      end: instant(event.endDate),
      summary: event.summary,
    };
  });
}

/** What ts-ics makes of it, which shares no code with ical.js. */
function readByTsIcs(text: string): readonly Read[] {
  const { events = [] } = convertIcsCalendar(undefined, text);
  const instant = (time: IcsDateObject | null | undefined): string => {
    if (time === undefined || time === null) throw new Error('an event does not say when it is');
    const written = time.date.toISOString();
    return time.type === 'DATE' ? written.slice(0, 10) : `${written.slice(0, 19)}Z`;
  };
  return events.map(({ uid, sequence = 0, status = 'CONFIRMED', start, end, summary }) => ({
    uid,
    sequence,
    status,
    start: instant(start),
    end: instant(end),
    summary,
  }));
}

/** What two readers that are not ours and know nothing of each other make of a file: the same. */
function read(text: string): readonly Read[] {
  const events = readByIcal(text);
  expect(readByTsIcs(text)).toEqual(events);
  return events;
}

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
];

describe.each(zones)('in %s', (name) => {
  const zone = name as ZoneName;
  const rotation = aRotation('Team', ['Ann'], { handoff: { weekday: 1, time: '09:00' as LocalTime, zone } });
  const mondays = Array.from({ length: 60 }, (_none, index) =>
    new Date(Date.UTC(2026, 11, 7 + 7 * index)).toISOString().slice(0, 10),
  );
  const shifts = mondays.slice(0, -1).map((day, index) => ({
    ...aShift(day),
    start: `${day}T09:00` as LocalDateTime,
    end: `${mondays[index + 1] ?? ''}T09:00` as LocalDateTime,
  }));
  const workspace = aWorkspace({ rotations: [rotation], shifts });

  test('another reader finds every hand-off at its instant, over all clock changes of a year', () => {
    const events = read(feed(workspace).text);
    expect(events).toHaveLength(59);
    expect(events.map(({ start, end }) => [start, end])).toEqual(
      shifts.map(({ start, end }) => [toInstant(start, zone), toInstant(end, zone)]),
    );
  });
});

test('lines have at most 75 octets, end in CRLF, and keep names of all scripts whole', () => {
  const workspace = sampleWorkspace();
  const name = 'Søren “東京都の当直” Ω'.repeat(6);
  const people = Object.fromEntries(
    Object.entries(workspace.people).map(([id, person]) => [
      id,
      { ...person, name: `${name} ${id}; a, b\\c` },
    ]),
  ) as Workspace['people'];
  const { text } = feed({ ...workspace, people });
  const encoder = new TextEncoder();
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  for (const line of text.slice(0, -2).split('\r\n')) {
    expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\n');
  }
  expect(text).not.toContain('\uFFFD');
  expect(read(text)[0]?.summary).toContain(`${name} person-`);
  expect(read(text)[0]?.summary).toContain('; a, b\\c');
});

test('a plan without changes gives the same file byte for byte, whenever it is asked', () => {
  const once = sent(sampleWorkspace());
  const again = sent(once.workspace, { kind: 'team' }, later);
  expect(again.text).toBe(once.text);
  expect(again.workspace).toBe(once.workspace);
});

test('over a swap the event keeps its UID and counts up; whoever lost it hears that it is off', () => {
  const workspace = sampleWorkspace();
  const shift = Object.values(workspace.shifts).find(
    ({ start }) => start > '2026-12-01' && start < '2026-12-20',
  );
  if (shift === undefined) throw new Error('no such shift');
  const other = Object.values(workspace.people).find(({ id }) => id !== shift.person)?.id as PersonId;
  const before = sent(workspace);
  const swapped = { ...before.workspace.shifts, [shift.id]: { ...shift, person: other } };
  const changed = { ...before.workspace, shifts: swapped };
  const uid = `${shift.id}@workspace-sample.evenwatch`;
  const own = (choice: FeedChoice): Read | undefined =>
    read(feed(changed, choice, later).text).find((event) => event.uid === uid);
  expect(own({ kind: 'team' })).toMatchObject({ sequence: 1, status: 'CONFIRMED' });
  expect(own({ kind: 'person', person: other })).toMatchObject({ sequence: 1, status: 'CONFIRMED' });
  expect(own({ kind: 'person', person: shift.person })).toMatchObject({ sequence: 1, status: 'CANCELLED' });
  const untouched = read(feed(changed, { kind: 'team' }, later).text).filter((event) => event.uid !== uid);
  expect(untouched.every(({ sequence }) => sequence === 0)).toBe(true);
});

test('what is taken off the plan goes out as cancelled until 90 days after its end, and counts up when it comes back', () => {
  const workspace = sampleWorkspace();
  const shift = Object.values(workspace.shifts).find(
    ({ start }) => start > '2026-12-01' && start < '2026-12-20',
  );
  if (shift === undefined) throw new Error('no such shift');
  const { [shift.id]: _gone, ...rest } = workspace.shifts;
  const without = sent({ ...sent(workspace).workspace, shifts: rest }, { kind: 'team' }, later);
  const uid = `${shift.id}@workspace-sample.evenwatch`;
  expect(read(without.text).find((event) => event.uid === uid)).toMatchObject({
    sequence: 1,
    status: 'CANCELLED',
  });
  const back = feed({ ...without.workspace, shifts: workspace.shifts }, { kind: 'team' }, later);
  expect(read(back.text).find((event) => event.uid === uid)).toMatchObject({
    sequence: 2,
    status: 'CONFIRMED',
  });
  const muchLater = outgoingNow(without.workspace, '2027-06-01' as LocalDate, later);
  expect(muchLater.some(({ published }) => published.id === (shift.id as string))).toBe(false);
});

test('undoing the edit after it was published raises the number a second time instead of lowering it', () => {
  const workspace = sampleWorkspace();
  const shift = Object.values(workspace.shifts).find(
    ({ start }) => start > '2026-12-01' && start < '2026-12-20',
  );
  if (shift === undefined) throw new Error('no such shift');
  const other = Object.values(workspace.people).find(({ id }) => id !== shift.person)?.id as PersonId;
  const before = sent(workspace).workspace;
  const moved = sent({
    ...before,
    shifts: { ...before.shifts, [shift.id]: { ...shift, person: other } },
  }).workspace;
  const undone = feed({ ...moved, shifts: before.shifts }, { kind: 'team' }, later);
  const uid = `${shift.id}@workspace-sample.evenwatch`;
  expect(read(undone.text).find((event) => event.uid === uid)).toMatchObject({
    sequence: 2,
    status: 'CONFIRMED',
  });
});

test('days of a turn that somebody covers leave it, and go to the cover', () => {
  const shift = aShift('2027-01-04');
  const cover = {
    ...shift,
    id: `${shift.id}/cover/2027-01-06` as never,
    person: 'person-bo' as PersonId,
    start: '2027-01-06T09:00' as LocalDateTime,
    end: '2027-01-07T09:00' as LocalDateTime,
    covers: shift.id,
  };
  const events = read(feed(aWorkspace({ shifts: [shift, cover] })).text);
  expect(events.map(({ uid, start, end }) => [uid.split('@')[0], start, end])).toEqual([
    [shift.id, '2027-01-04T08:00:00Z', '2027-01-06T08:00:00Z'],
    [cover.id, '2027-01-06T08:00:00Z', '2027-01-07T08:00:00Z'],
    [`${shift.id}/part/2`, '2027-01-07T08:00:00Z', '2027-01-11T08:00:00Z'],
  ]);
});

test('every file can be read, whole days end on the day after, and none says why somebody is away', () => {
  const workspace = sampleWorkspace();
  const leave = Object.fromEntries(
    Object.entries(workspace.leave).map(([id, one]) => [id, { ...one, reason: 'surgery' }]),
  ) as Workspace['leave'];
  for (const choice of feedChoices(workspace)) {
    const { text, events, name } = feed({ ...workspace, leave }, choice);
    expect(read(text), name).toHaveLength(events);
    expect(text).not.toMatch(/surgery|BEGIN:VALARM|ATTENDEE/);
    if (choice.kind === 'holidays')
      expect(text).toMatch(/DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270102/);
  }
});
