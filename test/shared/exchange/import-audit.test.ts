import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, mondayOf } from '../../../shared/calendar/days.ts';
import { auditOf, type AuditFinding } from '../../../shared/exchange/import-audit.ts';
import { readOutsideFile } from '../../../shared/exchange/outside-file.ts';
import { suggestedRoles, suggestedWho } from '../../../shared/exchange/outside-suggest.ts';
import { takeOutside, type OutsideTake } from '../../../shared/exchange/outside-take.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { collisions } from '../../../shared/rotation/turn-order.ts';
import { auditLines } from '../../../shared/words/audit-text.ts';
import { aPerson, aRotation, aWorkspace, primary, zone } from '../../builders/a-workspace.ts';

const today = '2027-01-04' as LocalDate;
const until = '2028-04-01' as LocalDate;

/** Two lists of Opsgenie that begin on Monday 4 January 2027, 09:00 in Berlin; letters are people, `-` is nobody. */
function rotations(
  lists: Readonly<Record<string, string>>,
  more: object = {},
  weeks: Readonly<Record<string, number>> = {},
) {
  return JSON.stringify({
    data: [
      {
        id: 'S',
        name: 'Team',
        timezone: 'Europe/Berlin',
        rotations: Object.entries(lists).map(([name, letters]) => ({
          id: name,
          name,
          startDate: '2027-01-04T08:00:00Z',
          type: 'weekly',
          length: weeks[name] ?? 1,
          participants: [...letters].map((letter) =>
            letter === '-' ? { type: 'none' } : { type: 'user', id: letter, username: letter },
          ),
          ...more,
        })),
      },
    ],
  });
}

interface Looked {
  readonly take: OutsideTake;
  readonly findings: readonly AuditFinding[];
}

function look(text: string, workspace: Workspace = aWorkspace(), day = today): Looked {
  const file = readOutsideFile(text, zone);
  if (file.kind !== 'schedules') throw new Error(`read as ${JSON.stringify(file)}`);
  const people = suggestedWho(workspace, file.export);
  const terms = { people, roles: suggestedRoles(workspace, file.export), today: day, until };
  const take = takeOutside(workspace, file.export, terms);
  return { take, findings: auditOf(workspace, take, terms) };
}

function only<Kind extends AuditFinding['kind']>(
  findings: readonly AuditFinding[],
  kind: Kind,
): Extract<AuditFinding, { kind: Kind }> {
  const found = findings.filter((one): one is Extract<AuditFinding, { kind: Kind }> => one.kind === kind);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} findings of ${kind}`);
  return found[0];
}

/** The week that a day lies in, the first of the lists being 1. */
const weekNumber = (moment: string): number =>
  Math.round((Date.parse(mondayOf(moment.slice(0, 10) as LocalDate)) - Date.parse(today)) / 604_800_000) + 1;

describe('one person in two lists at once', () => {
  test.each([
    ['ABCDE', 'BCDE', [17, 18, 19, 20, 37, 38, 39, 40]],
    ['ABCDEF', 'CDEF', [9, 10, 11, 12, 21, 22, 23, 24, 33, 34, 35, 36]],
  ])('%s beside %s', (one, other, weeks) => {
    const { times, round } = only(look(rotations({ Primary: one, Secondary: other })).findings, 'collision');
    const found = times.map(({ start }) => weekNumber(start)).filter((week) => week <= 40);
    expect(found).toEqual(weeks);
    expect(round).toEqual({ days: one.length === 5 ? 140 : 84, lists: [one.length, 4] });
  });

  test.each([
    ['ABCDE', 'BCDEA'],
    ['ABCDEF', 'BCDE'],
  ])('never: %s beside %s', (one, other) => {
    const { findings } = look(rotations({ Primary: one, Secondary: other }));
    expect(findings.filter(({ kind }) => kind === 'collision')).toEqual([]);
  });

  test('lists of different cadence: ABCD for two weeks each beside BCDA', () => {
    const { findings } = look(rotations({ Primary: 'ABCD', Secondary: 'BCDA' }, {}, { Primary: 2 }));
    const weeks = only(findings, 'collision').times.map(({ start }) => weekNumber(start));
    expect(weeks.filter((week) => week <= 16)).toEqual([6, 7, 14, 15]);
  });

  test('in the very weeks in which arithmetic has them, for any two lists', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'ABCDEF'), { minLength: 1, maxLength: 6 });
    const ids = (letters: readonly string[]): readonly PersonId[] => letters as readonly PersonId[];
    fc.assert(
      fc.property(list, list, (one, other) => {
        const { findings } = look(rotations({ Primary: one.join(''), Secondary: other.join('') }));
        const weeks = findings.flatMap((found) =>
          found.kind === 'collision'
            ? found.times.flatMap(({ start, end }) => {
                const [first, last] = [weekNumber(start), weekNumber(end)];
                return Array.from({ length: last - first }, (_, index) => first + index);
              })
            : [],
        );
        const cycle = collisions(
          { order: ids(one), weeks: 1, offset: 0 },
          { order: ids(other), weeks: 1, offset: 0 },
        );
        // Joined turns of one person are told as one stretch, whatever number of weeks it is.
        const within = (all: readonly number[]): readonly number[] =>
          [...new Set(all)].filter((week) => week <= 30).sort((a, b) => a - b);
        const round = (one.length * other.length) / gcd(one.length, other.length);
        const expected = Array.from({ length: 31 }, (_, rounds) =>
          cycle.map(({ week }) => rounds * round + week + 1),
        ).flat();
        expect(within(weeks)).toEqual(within(expected));
      }),
      { numRuns: 25 },
    );
  });
});

const gcd = (one: number, other: number): number => (other === 0 ? one : gcd(other, one % other));

test('weeks of 167 and 169 hours are named, in Berlin on 22 March and 25 October 2027', () => {
  const { times } = only(look(rotations({ Primary: 'ABCDE' })).findings, 'clock-change');
  expect(
    times.filter(({ start }) => start < '2028').map(({ start, minutes }) => [start, minutes / 60]),
  ).toEqual([
    ['2027-03-22T09:00', 167],
    ['2027-10-25T09:00', 169],
  ]);
});

test('a hand-off at a time that the clocks skip, or show twice', () => {
  const daily = (start: string, startDate: string) =>
    rotations({ Primary: 'AB' }, { type: 'daily', startDate: `${startDate}T${start}:00Z` });
  // 02:30 in Berlin.
  const { times } = only(look(daily('01:30', '2027-03-01')).findings, 'impossible-time');
  expect(times.slice(0, 2)).toEqual([
    { at: '2027-03-28T02:30', is: 'skipped' },
    { at: '2027-10-31T02:30', is: 'twice' },
  ]);
});

test('a gap of nobody is told with its dates; hours that no week has are told once', () => {
  const { findings } = look(rotations({ Primary: 'AB-' }));
  const gaps = only(findings, 'gap');
  expect(gaps.times[0]).toEqual({ start: '2027-01-18T09:00', end: '2027-01-25T09:00' });
  const timeRestriction = {
    type: 'weekday-and-time-of-day',
    restrictions: [
      { startDay: 'monday', startHour: 9, startMin: 0, endDay: 'friday', endHour: 17, endMin: 0 },
    ],
  };
  const office = look(rotations({ Primary: 'AB' }, { timeRestriction })).findings;
  expect(office.filter(({ kind }) => kind === 'gap')).toEqual([]);
  expect(only(office, 'hole')).toMatchObject({
    from: '2027-01-08',
    hours: [{ from: { weekday: 5, time: '17:00' }, until: { weekday: 1, time: '09:00' } }],
  });
});

test('two parts of one role fill the hours that each leaves', () => {
  const hours = (name: string, startHour: number, endHour: number) => ({
    id: name,
    name: `Primary ${name}`,
    startDate: '2027-01-04T08:00:00Z',
    type: 'weekly',
    participants: [{ type: 'user', id: 'A', username: 'Ann' }],
    timeRestriction: { type: 'time-of-day', restriction: { startHour, startMin: 0, endHour, endMin: 0 } },
  });
  const text = JSON.stringify({
    data: [
      {
        id: 'S',
        name: 'Team',
        timezone: 'Europe/Berlin',
        rotations: [hours('day', 9, 21), hours('night', 21, 9)],
      },
    ],
  });
  const { findings, take } = look(text);
  expect(findings.map(({ kind }) => kind)).toEqual(['clock-change']);
  expect(take.roles.map(({ turns }) => turns.every(({ wanted }) => wanted === 'person-ann'))).toEqual([true]);
});

test('turns of people who left, or whom nobody knows, are named and not taken', () => {
  const workspace = aWorkspace({
    people: [
      aPerson('Ann', { leavesOn: '2027-01-20' as LocalDate }),
      aPerson('Bo', { archivedOn: '2027-02-01' as LocalDate }),
    ],
    rotations: [aRotation('Team', [])],
  });
  const text = rotations({ Primary: 'ABX' })
    .replaceAll('"username":"A"', '"username":"Ann"')
    .replaceAll('"username":"B"', '"username":"Bo"');
  const { findings, take } = look(text, workspace);
  const left = findings.filter((one) => one.kind === 'left');
  expect(left.map(({ person, times }) => [person, times[0]?.start])).toEqual([
    ['person-ann', '2027-01-25T09:00'],
    ['person-bo', '2027-02-01T09:00'],
  ]);
  const { user, times } = only(findings, 'unknown');
  expect([user, times[0]?.start]).toEqual(['X', '2027-01-18T09:00']);
  expect(take.roles[0]?.turns.map(({ slot, wanted }) => [slot.start.slice(0, 10), wanted])).toEqual([
    ['2027-01-04', 'person-ann'],
    ['2027-01-11', 'person-bo'],
  ]);
  expect(take.roles[0]?.gone[0]).toMatchObject({ person: 'person-ann' });
});

test('a rule says nothing of what has begun; what the tool worked out says what was', () => {
  const later = addDays(today, 24);
  const ruled = look(
    rotations({ Primary: 'A' }).replaceAll('"username":"A"', '"username":"Ann"'),
    aWorkspace(),
    later,
  );
  expect(ruled.take.roles[0]?.turns[0]?.slot.start).toBe('2027-02-01T09:00');
  const final = {
    user_pk: 'A',
    user_username: 'Ann',
    shift_start: '2027-01-04T08:00:00Z',
    shift_end: '2027-01-18T08:00:00Z',
  };
  const text = JSON.stringify({
    schedules: [{ id: 'S', name: 'Team primary', time_zone: 'Europe/Berlin', final_shifts: [final] }],
  });
  const was = look(text, aWorkspace(), later);
  expect(was.take.roles[0]?.turns.map(({ slot }) => slot.start)).toEqual([
    '2027-01-04T09:00',
    '2027-01-11T09:00',
  ]);
  expect(was.take.roles[0]?.role.layer).toBe(primary);
});

test('every finding is a sentence with its dates', () => {
  const workspace = aWorkspace();
  const { findings } = look(rotations({ Primary: 'AB-', Secondary: 'BA' }), workspace);
  const lines = auditLines(workspace, findings, new Map([['A', 'Ann']]));
  expect(lines[0]?.what).toBe(
    'Team, Primary and Team, Secondary name the same person 38 times. Lists of 3 and 2 that go round side by side meet like this again every 6 weeks.',
  );
  expect(lines[0]?.dates[0]).toBe('Ann: W4, Mon 25 Jan 2027 09:00 to Mon 1 Feb 2027 09:00');
  for (const { what, title } of lines) expect(`${title}: ${what}`).not.toMatch(/undefined|NaN|\[object/);
});

test('many people who are unknown are one thing to do, with the dates of each', () => {
  const { findings } = look(rotations({ Primary: 'VWXYZ' }));
  const [line, ...more] = auditLines(aWorkspace(), findings, new Map());
  expect(line?.what).toBe('V; W; X; Y; Z. Left out until you say who it is.');
  expect(line?.dates[0]).toBe('V: W1, Mon 4 Jan 2027 09:00 to Mon 11 Jan 2027 09:00');
  expect(more.map(({ title }) => title)).toEqual(['Turns over a change of the clocks']);
});
