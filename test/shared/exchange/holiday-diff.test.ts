import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import type { SimpleCommand } from '../../../shared/editing/command.ts';
import {
  compareHolidays,
  type HolidayChange,
  type IncomingHoliday,
} from '../../../shared/exchange/holiday-diff.ts';
import {
  additions,
  isFromLibrary,
  keepOurs,
  mend,
  strikeOut,
  takeOver,
} from '../../../shared/exchange/holiday-steps.ts';
import type { Holiday, HolidaySet } from '../../../shared/model/holiday.ts';
import type { HolidayId } from '../../../shared/model/ids.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { changeText } from '../../../shared/words/holiday-text.ts';
import { aHoliday, aHolidaySet, aWorkspace, date } from '../../builders/a-workspace.ts';

const library = 'date-holidays 3.37.0';
const suggestion = (name: string, actual: string, observed: string | null = null): IncomingHoliday => ({
  key: `${actual} ${name}`,
  name,
  actual: date(actual),
  observed: observed === null ? null : date(observed),
  weightPercent: 100,
  tentative: false,
});
const entry = (name: string, actual: string, changes: Partial<Holiday> = {}): Holiday =>
  aHoliday('DE', name, actual, { source: library, ...changes });

const kinds = (changes: readonly HolidayChange[]): readonly string[] =>
  changes.map(({ kind, incoming, holiday }) => `${kind} ${incoming?.name ?? holiday?.name ?? ''}`);

let count = 0;
const newId = (): HolidayId => `holiday-new-${(count += 1)}` as HolidayId;

const start = (entries: readonly Holiday[]): Workspace =>
  aWorkspace({ holidaySets: [aHolidaySet('DE', 2027)], holidays: entries });
const setOf = (workspace: Workspace): HolidaySet => Object.values(workspace.holidaySets)[0] as HolidaySet;
const entriesOf = (workspace: Workspace): readonly Holiday[] => Object.values(workspace.holidays);
const left = (workspace: Workspace, suggested: readonly IncomingHoliday[]): readonly string[] =>
  kinds(
    compareHolidays(entriesOf(workspace), suggested, {
      settled: setOf(workspace).settled,
      canBeGone: isFromLibrary,
    }).filter(({ kind }) => kind !== 'same'),
  );

function after(workspace: Workspace, commands: readonly SimpleCommand[]): Workspace {
  const made = edit(workspace, { kind: 'together', title: 'test', commands });
  if (!made.ok) throw new Error(JSON.stringify(made.reason));
  expect(integrityFindings(made.value.workspace)).toEqual([]);
  return made.value.workspace;
}

test('added, moved, renamed, gone and the same, by date', () => {
  const entries = [
    entry('New Year', '2027-01-01'),
    entry('Epiphany', '2027-01-06'),
    entry('Labour Day', '2027-05-01', { observed: date('2027-05-03') }),
    entry('Old Feast', '2027-06-01'),
  ];
  const changes = compareHolidays(entries, [
    suggestion('new  year', '2027-01-01'),
    suggestion('Three Kings', '2027-01-06'),
    suggestion('Labour Day', '2027-05-01'),
    suggestion('Unity Day', '2027-10-03'),
  ]);
  expect(kinds(changes)).toEqual([
    'same new  year',
    'renamed Three Kings',
    'moved Labour Day',
    'gone Old Feast',
    'added Unity Day',
  ]);
  expect(changes.map((change) => changeText(change, library))).toEqual([
    'new  year, Fri 1 Jan: the same.'.replace('new  year', 'New Year'),
    'Wed 6 Jan is Epiphany here and Three Kings there.',
    'Labour Day is on Sat 1 May, observed Mon 3 May here and on Sat 1 May there.',
    'Old Feast, Tue 1 Jun: no longer in date-holidays 3.37.0.',
    'Unity Day, Sun 3 Oct: not in this set.',
  ]);
});

test('weights are compared with files only, and an entry of one’s own is never gone from a library', () => {
  const entries = [
    entry('Feast', '2027-01-01', { weightPercent: 200 }),
    entry('Ours', '2027-02-02', { source: 'by hand' }),
  ];
  const incoming = [suggestion('Feast', '2027-01-01')];
  expect(kinds(compareHolidays(entries, incoming, { canBeGone: isFromLibrary }))).toEqual(['same Feast']);
  expect(kinds(compareHolidays(entries, incoming, { weights: true }))).toEqual([
    'weighed Feast',
    'gone Ours',
  ]);
});

test('what was mended stays mended, and what was struck out stays out, whatever the next version suggests the same', () => {
  const suggested = [suggestion('Assumption Day', '2027-08-15'), suggestion('Whit Monday', '2027-05-17')];
  let workspace = after(start([]), additions(setOf(start([])), suggested, library, newId));
  expect(left(workspace, suggested)).toEqual([]);
  const find = (name: string) => entriesOf(workspace).find((one) => one.name === name) as Holiday;
  workspace = after(workspace, strikeOut(setOf(workspace), find('Assumption Day')));
  const whit = find('Whit Monday');
  workspace = after(
    workspace,
    mend(setOf(workspace), whit, { ...whit, name: 'Pfingstmontag', actual: date('2027-05-18') }),
  );
  expect(left(workspace, suggested)).toEqual([]);
  expect(entriesOf(workspace).map(({ name, source }) => [name, source])).toEqual([
    ['Pfingstmontag', 'by hand'],
  ]);
  // Mended once more and then struck out: still settled.
  workspace = after(
    workspace,
    mend(setOf(workspace), find('Pfingstmontag'), { ...find('Pfingstmontag'), name: 'Pfingsten' }),
  );
  expect(left(workspace, suggested)).toEqual([]);
  workspace = after(workspace, strikeOut(setOf(workspace), find('Pfingsten')));
  expect(left(workspace, suggested)).toEqual([]);
  // A version that says something new of it is heard.
  expect(left(workspace, [suggestion('Whit Monday', '2027-05-24')])).toEqual(['added Whit Monday']);
});

test('a weight that is changed leaves the entry the library’s', () => {
  const feast = entry('Feast', '2027-01-01');
  const workspace = after(start([feast]), mend(setOf(start([])), feast, { ...feast, weightPercent: 50 }));
  expect(entriesOf(workspace)).toEqual([{ ...feast, weightPercent: 50 }]);
  expect(setOf(workspace).settled).toEqual([]);
});

test('each difference is taken over or settled, and then none is left', () => {
  const entries = [
    entry('Epiphany', '2027-01-06', { weightPercent: 50 }),
    entry('Labour Day', '2027-05-02'),
    entry('Old Feast', '2027-06-01'),
  ];
  const suggested = [
    suggestion('Three Kings', '2027-01-06'),
    suggestion('Labour Day', '2027-05-01'),
    suggestion('Unity Day', '2027-10-03'),
  ];
  const workspace = start(entries);
  const changes = compareHolidays(entries, suggested, { canBeGone: isFromLibrary });
  const taken = after(
    workspace,
    changes.flatMap((change) => takeOver(setOf(workspace), change, library, newId)),
  );
  expect(left(taken, suggested)).toEqual([]);
  expect(entriesOf(taken).map(({ name, weightPercent }) => [name, weightPercent])).toEqual([
    ['Three Kings', 50],
    ['Labour Day', 100],
    ['Unity Day', 100],
  ]);
  let kept = workspace;
  for (const change of changes) kept = after(kept, keepOurs(setOf(kept), change));
  expect(left(kept, suggested)).toEqual([]);
  expect(entriesOf(kept).map(({ name, actual }) => [name, actual])).toEqual(
    entries.map(({ name, actual }) => [name, actual]),
  );
});
