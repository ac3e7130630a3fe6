import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/days.ts';
import { commandSchema } from '../../../shared/editing/command.ts';
import { edit } from '../../../shared/editing/edit.ts';
import { diffLeave, leaveImportCommand } from '../../../shared/exchange/leave-diff.ts';
import { readLeaveCalendar } from '../../../shared/exchange/leave-ics.ts';
import type { LeaveFile } from '../../../shared/exchange/leave-file.ts';
import type { LeaveId, PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aPerson, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

interface Entry {
  /** Days after 4 January 2027. */
  readonly at: number;
  readonly days: number;
  /** Weeks in a row. */
  readonly weeks: number;
}

const compact = (at: number): string => addDays(date('2027-01-04'), at).replaceAll('-', '');

const calendarOf = (entries: readonly Entry[]): string =>
  [
    'BEGIN:VCALENDAR',
    ...entries.flatMap(({ at, days, weeks }, place) => [
      'BEGIN:VEVENT',
      `UID:u${place}`,
      'SUMMARY:Off',
      `DTSTART;VALUE=DATE:${compact(at)}`,
      `DTEND;VALUE=DATE:${compact(at + days)}`,
      ...(weeks > 1 ? [`RRULE:FREQ=WEEKLY;COUNT=${weeks}`] : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const fileOf = (workspace: Workspace, entries: readonly Entry[], owner: PersonId): LeaveFile =>
  readLeaveCalendar(workspace, calendarOf(entries), {
    from: date('2027-01-01'),
    until: date('2028-01-01'),
    floating: null,
    owner,
    take: 'all',
    keepTitles: false,
    mapping: new Map(),
  }).file;

const diffOf = (workspace: Workspace, entries: readonly Entry[], merges: boolean) =>
  diffLeave(workspace, fileOf(workspace, entries, personIdOf('Ann')), merges);

const imported = (workspace: Workspace, entries: readonly Entry[], merges: boolean): Workspace => {
  const { rows } = diffOf(workspace, entries, merges);
  const command = leaveImportCommand(rows, [], { title: 'Import', source: 'ann.ics' });
  if (command === null) return workspace;
  const edited = edit(workspace, command);
  if (!edited.ok) throw new Error(`refused: ${JSON.stringify(edited)}`);
  return edited.value.workspace;
};

const daysOff = ({ leave }: Workspace): ReadonlySet<string> => {
  const days = new Set<string>();
  for (const { from, to } of Object.values(leave))
    for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  return days;
};

const versions = fc.array(
  fc.record({
    at: fc.nat(25),
    days: fc.integer({ min: 1, max: 4 }),
    weeks: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);

test.each([false, true])(
  'a newer version of a calendar has all days of its first import, and once more changes nothing (merging: %s)',
  (merges) => {
    fc.assert(
      fc.property(versions, versions, (older, newer) => {
        const over = imported(imported(aWorkspace(), older, merges), newer, merges);
        const fresh = daysOff(imported(aWorkspace(), newer, merges));
        const kept = daysOff(over);
        expect([...fresh].filter((day) => !kept.has(day))).toEqual([]);
        expect(diffOf(over, newer, merges).rows.filter(({ sign }) => /new|changed|gone/.test(sign))).toEqual(
          [],
        );
      }),
      { numRuns: 60, seed: 9 },
    );
  },
);

test('an entry that moves by a day, and two that change places, keep their days', () => {
  const one = (at: number) => ({ at, days: 1, weeks: 1 });
  const moved = imported(
    imported(aWorkspace(), [{ at: 0, days: 3, weeks: 2 }], false),
    [{ at: 1, days: 3, weeks: 2 }],
    false,
  );
  expect([...daysOff(moved)].sort()).toEqual(
    ['05', '06', '07', '12', '13', '14'].map((day) => `2027-01-${day}`),
  );
  const swapped = imported(imported(aWorkspace(), [one(0), one(1)], false), [one(1), one(0)], false);
  expect([...daysOff(swapped)].sort()).toEqual(['2027-01-04', '2027-01-05']);
});

test('entries that meet in one file become one leave in one row where that is wished', () => {
  const entries = [
    { at: 0, days: 3, weeks: 1 },
    { at: 2, days: 3, weeks: 1 },
    { at: 0, days: 5, weeks: 1 },
  ];
  expect(
    diffOf(aWorkspace(), entries, true).rows.map(({ sign, leave }) => [sign, leave.from, leave.to]),
  ).toEqual([['new', '2027-01-04', '2027-01-08']]);
});

test('the ledger is read once, however many entries the file has', () => {
  let reads = 0;
  const workspace = aWorkspace();
  const watched = new Proxy(workspace, {
    get: (target, name, receiver: unknown): unknown => {
      if (name === 'compTime') reads += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  diffOf(
    watched,
    Array.from({ length: 40 }, (_, place) => ({ at: 7 * place, days: 2, weeks: 1 })),
    false,
  );
  expect(reads).toBeLessThan(5);
});

test('a newer version of a team’s calendar with hundreds of days changed and gone is one step', () => {
  const people = Array.from({ length: 12 }, (_, position) => aPerson(`P${position}`, { position }));
  const take = (workspace: Workspace, entries: readonly Entry[]) => {
    const files = people.map(({ id }) => fileOf(workspace, entries, id));
    const file = {
      ...(files[0] as LeaveFile),
      absences: files.flatMap(({ absences }) => absences),
    };
    const { rows } = diffLeave(workspace, file, false);
    const command = leaveImportCommand(rows, [], { title: 'Import', source: 'team.ics' });
    const made = edit(workspace, commandSchema.parse(command));
    if (!made.ok) throw new Error(`refused: ${JSON.stringify(made)}`);
    const count = (sign: string) => rows.filter((row) => row.sign === sign).length;
    return { workspace: made.value.workspace, changed: count('changed'), gone: count('gone') };
  };
  const first = take(aWorkspace({ people }), [{ at: 0, days: 1, weeks: 50 }]);
  expect(Object.keys(first.workspace.leave)).toHaveLength(600);
  const second = take(first.workspace, [{ at: 0, days: 2, weeks: 4 }]);
  expect([second.changed, second.gone]).toEqual([48, 552]);
  expect(Object.keys(second.workspace.leave)).toHaveLength(48);
});

test('an entry that is left out stays as the plan has it, and is in nobody’s way', () => {
  const entries = [
    { at: 0, days: 3, weeks: 1 },
    { at: 2, days: 3, weeks: 1 },
  ];
  const owner = personIdOf('Ann');
  const shown = (workspace: Workspace, list: readonly Entry[], without: readonly LeaveId[]) =>
    diffLeave(workspace, fileOf(workspace, list, owner), false, new Set(without)).rows;
  const [first, second] = shown(aWorkspace(), entries, []);
  expect([first?.sign, second?.sign]).toEqual(['new', 'left-out']);
  // Without the first, the second overlaps nothing.
  const rows = shown(aWorkspace(), entries, first?.entries ?? []);
  expect(rows.map(({ sign, note, leave }) => [sign, note, leave.from])).toEqual([
    ['left-out', 'Not ticked', '2027-01-04'],
    ['new', '', '2027-01-06'],
  ]);
  const before = imported(aWorkspace(), [entries[0] as Entry], false);
  const [moved] = shown(before, [{ at: 1, days: 3, weeks: 1 }], []);
  expect(moved?.sign).toBe('changed');
  expect(
    shown(before, [{ at: 1, days: 3, weeks: 1 }], moved?.entries ?? []).map(({ sign, leave }) => [
      sign,
      leave.from,
    ]),
  ).toEqual([['left-out', '2027-01-04']]);
});

test('leave that has gone from the file stays where the lead says so', () => {
  const before = imported(aWorkspace(), [{ at: 0, days: 1, weeks: 3 }], false);
  const file = fileOf(before, [{ at: 0, days: 1, weeks: 1 }], personIdOf('Ann'));
  const rows = diffLeave(before, file, false).rows;
  const [, one, other] = rows;
  expect(rows.map(({ sign }) => sign)).toEqual(['same', 'gone', 'gone']);
  const kept = diffLeave(before, file, false, new Set(one?.entries ?? [])).rows;
  expect(kept.map(({ sign }) => sign)).toEqual(['same', 'gone', 'left-out']);
  const command = leaveImportCommand(kept, [], { title: 'Import', source: 'ann.ics' });
  expect(command).toMatchObject({ gone: [other?.leave.id], records: [] });
});
