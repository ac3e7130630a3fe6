import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import { diffLeave, leaveImportCommand, remembered } from '../../../shared/exchange/leave-diff.ts';
import { readLeaveCalendar, type LeaveCalendarTerms } from '../../../shared/exchange/leave-ics.ts';
import type { ZoneName } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aLeave, aPerson, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

const team = (changes: Partial<Workspace> = {}): Workspace => ({
  ...aWorkspace({
    people: [
      aPerson('Ann', { name: 'Ann Arbor', email: 'ann@example.org', position: 0 }),
      aPerson('Bo', { name: 'Bo Diddley', zone: 'America/New_York' as ZoneName, position: 1 }),
    ],
    leave: [aLeave('Ann', '2027-01-11', '2027-01-15', { reason: 'Sea' })],
  }),
  ...changes,
});

const terms: LeaveCalendarTerms = {
  from: date('2027-01-01'),
  until: date('2028-01-01'),
  floating: null,
  owner: null,
  take: 'absences',
  keepTitles: false,
  mapping: new Map<string, PersonId | null>(),
};

const event = (uid: string, title: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n');
const days = (from: string, until: string) => [`DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${until}`];

const signs = (
  workspace: Workspace,
  text: string,
  changes: Partial<LeaveCalendarTerms> = {},
  merges = false,
) =>
  diffLeave(workspace, readLeaveCalendar(workspace, text, { ...terms, ...changes }).file, merges).rows.map(
    ({ sign, leave }) => `${sign} ${leave.person} ${leave.from} ${leave.to} ${leave.part}`,
  );

test('matches people by address, by name, and by whole names in a title, never by a part of one', () => {
  const text = calendar(
    event('1', 'Off', ...days('20270201', '20270206'), 'ORGANIZER:mailto:ANN@example.org'),
    event('2', 'Bo Diddley - Vacation', ...days('20270201', '20270203')),
    event('3', 'Vacation: ann  arbor', ...days('20270301', '20270302')),
    event('4', 'Ann on holiday', ...days('20270401', '20270402')),
  );
  const { file } = readLeaveCalendar(team(), text, terms);
  expect(file.absences.map(({ person, from }) => [person, from])).toEqual([
    ['person-ann', '2027-02-01'],
    ['person-bo', '2027-02-01'],
    ['person-ann', '2027-03-01'],
  ]);
  expect(file.unknown).toEqual([{ said: 'Ann on holiday', kind: 'title', count: 1 }]);
});

test('whoever is asked about is taken once the lead says who is meant, and left out where that is nobody', () => {
  const text = calendar(
    event('4', 'Off', ...days('20270401', '20270402'), 'ATTENDEE;CN=Annie:mailto:a@b.example'),
  );
  const mapping = (person: PersonId | null) => ({ mapping: new Map([['Annie', person]]) });
  expect(readLeaveCalendar(team(), text, terms).file.unknown).toEqual([
    { said: 'Annie', kind: 'name', count: 1 },
  ]);
  expect(signs(team(), text, mapping(personIdOf('Ann')))).toEqual([
    'new person-ann 2027-04-01 2027-04-01 day',
  ]);
  expect(signs(team(), text, mapping(null))).toEqual([]);
  const [ann] = remembered(team(), mapping(personIdOf('Ann')).mapping, ['Annie']);
  expect(ann?.aliases).toEqual(['Annie']);
});

test('days begin on the clock of whose they are', () => {
  const text = calendar(
    event(
      '1',
      'Ann Arbor',
      'DTSTART:20270201T230000Z',
      'DTEND:20270202T230000Z',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    ),
    event(
      '2',
      'Bo Diddley',
      'DTSTART:20270202T050000Z',
      'DTEND:20270203T050000Z',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    ),
    event(
      '3',
      'Bo Diddley',
      'DTSTART:20270301T090000',
      'DTEND:20270301T130000',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    ),
  );
  expect(signs(team(), text)).toEqual([
    'new person-ann 2027-02-02 2027-02-02 day',
    'new person-bo 2027-02-02 2027-02-02 day',
    'new person-bo 2027-03-01 2027-03-01 morning',
  ]);
  // Nine in Berlin is three at night in New York: the floating one is then too short there.
  expect(signs(team(), text, { floating: 'Europe/Berlin' as ZoneName }).slice(2)).toEqual([]);
});

test('meetings, what is marked as free and short appointments are counted, not taken', () => {
  const text = calendar(
    event('1', 'Ann Arbor', 'DTSTART:20270201T080000Z', 'DTEND:20270201T120000Z'),
    event('2', 'Ann Arbor', ...days('20270202', '20270203'), 'TRANSP:TRANSPARENT'),
    event(
      '3',
      'Ann Arbor',
      'DTSTART:20270203T080000Z',
      'DTEND:20270203T090000Z',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    ),
  );
  expect(readLeaveCalendar(team(), text, terms)).toMatchObject({
    file: { absences: [] },
    leftOut: { free: 1, meetings: 1, short: 1 },
  });
  expect(signs(team(), text, { take: 'all' })).toEqual(['new person-ann 2027-02-01 2027-02-01 morning']);
});

test('titles are kept as reasons only where the lead asks for them', () => {
  const text = calendar(event('1', 'Ann Arbor - Clinic', ...days('20270201', '20270202')));
  const reasons = (keepTitles: boolean) =>
    readLeaveCalendar(team(), text, { ...terms, keepTitles }).file.absences.map(({ reason }) => reason);
  expect(reasons(false)).toEqual(['']);
  expect(reasons(true)).toEqual(['Ann Arbor - Clinic']);
});

test('overlapping leave is told and left out, or made one with what is there, whose reason stays', () => {
  const text = calendar(event('1', 'Ann Arbor', ...days('20270114', '20270121')));
  const workspace = team();
  const { file } = readLeaveCalendar(workspace, text, terms);
  const told = diffLeave(workspace, file, false);
  expect(told.rows).toMatchObject([{ sign: 'left-out' }]);
  expect(told.problems).toMatchObject([{ severity: 'loss', row: 2 }]);
  const [merged] = diffLeave(workspace, file, true).rows;
  expect(merged).toMatchObject({
    sign: 'changed',
    leave: { from: '2027-01-11', to: '2027-01-20', reason: 'Sea' },
  });
});

test('the same file again changes nothing; its next version changes, adds and takes back, as one step', () => {
  const first = calendar(
    event('1', 'Ann Arbor', ...days('20270201', '20270203')),
    event('2', 'Bo Diddley', ...days('20270301', '20270303')),
    event('3', 'Bo Diddley', ...days('20270401', '20270402')),
    event('4', 'Ann Arbor', ...days('20270111', '20270116')),
  );
  const imported = (workspace: Workspace, text: string): Workspace => {
    const { rows } = diffLeave(workspace, readLeaveCalendar(workspace, text, terms).file, false);
    const command = leaveImportCommand(rows, [], { title: 'Import', source: 'team.ics' });
    const edited = command === null ? null : edit(workspace, command);
    if (edited?.ok !== true) throw new Error(`refused: ${JSON.stringify(edited)}`);
    return edited.value.workspace;
  };
  const once = imported(team(), first);
  expect(signs(once, first)).toEqual([
    'same person-ann 2027-01-11 2027-01-15 day',
    'same person-ann 2027-02-01 2027-02-02 day',
    'same person-bo 2027-03-01 2027-03-02 day',
    'same person-bo 2027-04-01 2027-04-01 day',
  ]);
  const second = calendar(
    event('1', 'Ann Arbor', ...days('20270202', '20270204')),
    event('2', 'Bo Diddley', ...days('20270301', '20270303'), 'STATUS:CANCELLED'),
    event('3', 'Bo Diddley', ...days('20270401', '20270402')),
    event('5', 'Bo Diddley', ...days('20270501', '20270502')),
  );
  expect(signs(once, second)).toEqual([
    'changed person-ann 2027-02-02 2027-02-03 day',
    'same person-bo 2027-04-01 2027-04-01 day',
    'new person-bo 2027-05-01 2027-05-01 day',
    'gone person-bo 2027-03-01 2027-03-02 day',
  ]);
  const twice = imported(once, second);
  expect(
    Object.values(twice.leave)
      .map(({ from }) => from)
      .sort(),
  ).toEqual(['2027-01-11', '2027-02-02', '2027-04-01', '2027-05-01']);
});

test('nobody who is archived by then gets leave', () => {
  const workspace = team({
    people: {
      ...team().people,
      [personIdOf('Bo')]: { ...aPerson('Bo', { name: 'Bo Diddley' }), archivedOn: date('2027-03-01') },
    },
  });
  const text = calendar(
    event('1', 'Bo Diddley', ...days('20270201', '20270202')),
    event('2', 'Bo Diddley', ...days('20270401', '20270402')),
  );
  expect(signs(workspace, text)).toEqual([
    'new person-bo 2027-02-01 2027-02-01 day',
    'left-out person-bo 2027-04-01 2027-04-01 day',
  ]);
});

test('two halves of one day from one series are both taken, on whatever clock their person lives', () => {
  const text = calendar(
    event(
      '1',
      'Bo Diddley - Off',
      'DTSTART;TZID=America/New_York:20270201T090000',
      'DURATION:PT4H',
      'RRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=2',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    ),
  );
  const { file } = readLeaveCalendar(team(), text, terms);
  expect(file.absences.map(({ from, part }) => [from, part])).toEqual([
    ['2027-02-01', 'morning'],
    ['2027-02-01', 'afternoon'],
  ]);
  expect(signs(team(), text)).toHaveLength(2);
});

test('what somebody declined is not their leave, by the names in it and in their own calendar', () => {
  const text = calendar(
    event(
      '1',
      'Offsite',
      ...days('20270201', '20270203'),
      'ORGANIZER;CN=Office:mailto:office@example.org',
      'ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org',
      'ATTENDEE;CN=Bo Diddley;PARTSTAT=ACCEPTED:mailto:bo@example.org',
    ),
    event(
      '2',
      'Retreat',
      ...days('20270301', '20270303'),
      'ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org',
    ),
    event(
      '3',
      'Bo Diddley - Off',
      ...days('20270401', '20270402'),
      'ATTENDEE;PARTSTAT=DECLINED:mailto:x@example.org',
    ),
  );
  const byNames = readLeaveCalendar(team(), text, terms);
  expect(byNames.file.absences.map(({ person }) => person)).toEqual(['person-bo', 'person-bo']);
  expect(byNames.leftOut.declined).toBe(1);
  expect(byNames.file.unknown).toEqual([]);
  const own = readLeaveCalendar(team(), text, { ...terms, owner: personIdOf('Ann') });
  expect(own.file.absences.map(({ from }) => from)).toEqual(['2027-04-01']);
  expect(own.leftOut.declined).toBe(2);
});
