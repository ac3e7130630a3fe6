import { expect, test } from 'vitest';
import { previewOf } from '../../../renderer/features/holidays/import-preview-rows.ts';
import { missingSets, regionsKept, setFor } from '../../../shared/calendar/holiday-sets.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { FileHoliday } from '../../../shared/exchange/holiday-file.ts';
import { changesOf, holidayCommands } from '../../../shared/exchange/holiday-import.ts';
import type { HolidayId, HolidaySetId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { lockedProblems } from '../../../shared/words/holiday-import-text.ts';
import { aHoliday, aHolidaySet, aPerson, aWorkspace, date } from '../../builders/a-workspace.ts';

const newSetId = () => `holidays-${crypto.randomUUID()}` as HolidaySetId;
const newHolidayId = () => `holiday-${crypto.randomUUID()}` as HolidayId;

const row = (name: string, actual: string, region: string | null = null): FileHoliday => ({
  key: null,
  name,
  actual: date(actual),
  observed: null,
  weightPercent: 100,
  tentative: false,
  region,
  row: 2,
});
const start = (locked = false): Workspace =>
  aWorkspace({
    holidaySets: [aHolidaySet('DE', 2027, { locked })],
    holidays: [aHoliday('DE', 'New Year', '2027-01-01'), aHoliday('DE', 'Old Feast', '2027-02-02')],
  });

function after(workspace: Workspace, items: readonly FileHoliday[], removes: boolean): Workspace {
  const commands = holidayCommands(
    changesOf(workspace, items, 'DE', true, newSetId),
    removes,
    'file days.csv',
    true,
    newHolidayId,
  );
  const made = edit(workspace, { kind: 'together', title: 'import', commands });
  if (!made.ok) throw new Error(JSON.stringify(made.reason));
  return made.value.workspace;
}
const days = (workspace: Workspace): readonly string[] =>
  Object.values(workspace.holidays)
    .map(({ set, actual, name }) => `${set} ${actual} ${name}`)
    .sort();

test('a file goes to the sets of its regions and years; new ones are made, and what it lacks stays unless removed', () => {
  const items = [
    row('New Year', '2027-01-01'),
    row('Feast', '2027-02-02'),
    row('Fête', '2027-05-05', 'FR'),
    row('Later', '2028-02-29'),
  ];
  expect(days(after(start(), items, false))).toEqual([
    'holidays-de-2027 2027-01-01 New Year',
    'holidays-de-2027 2027-02-02 Feast',
    'holidays-de-2028 2028-02-29 Later',
    'holidays-fr-2027 2027-05-05 Fête',
  ]);
  expect(days(after(start(), [row('Other', '2027-03-03')], false))).toHaveLength(3);
  expect(days(after(start(), [row('Other', '2027-03-03')], true))).toEqual([
    'holidays-de-2027 2027-03-03 Other',
  ]);
  // A name that moves to the day of one that goes.
  expect(days(after(start(), [row('New Year', '2027-02-02')], true))).toEqual([
    'holidays-de-2027 2027-02-02 New Year',
  ]);
});

test('the preview says of each row what it changes, and from what', () => {
  const sets = changesOf(
    start(),
    [row('Feast', '2027-02-02'), row('New Year', '2027-01-02')],
    'DE',
    true,
    newSetId,
  );
  expect(
    previewOf(sets, true).map(({ sign, cells }) => [sign, cells.map(({ text, before }) => before ?? text)]),
  ).toEqual([
    ['changed', ['Germany 2027', 'New Year', '2027-01-01', '', '100 %']],
    ['changed', ['Germany 2027', 'Old Feast', '2027-02-02', '', '100 %']],
  ]);
});

test('a locked set is an error where the file would change it, and none where it says the same', () => {
  const wrong = changesOf(start(true), [row('Feast', '2027-02-02')], 'DE', true, newSetId);
  expect(lockedProblems(wrong)).toMatchObject([{ severity: 'error' }]);
  const same = [row('New Year', '2027-01-01'), row('Old Feast', '2027-02-02')];
  expect(lockedProblems(changesOf(start(true), same, 'DE', true, newSetId))).toEqual([]);
});

test('whose holidays are missing: by each person’s region, the country’s set standing in', () => {
  const people = [aPerson('Ann', { region: 'DE-BY' }), aPerson('Bo', { region: 'JP' }), aPerson('Cy')];
  const workspace = aWorkspace({ people, holidaySets: [aHolidaySet('DE', 2027)] });
  expect(setFor(workspace, 'DE-BY', 2027)?.id).toBe('holidays-de-2027');
  expect([...regionsKept(workspace)]).toEqual([
    ['DE-BY', 1],
    ['JP', 1],
  ]);
  expect(missingSets(workspace, [2027, 2028])).toEqual([
    { region: 'JP', year: 2027, people: 1 },
    { region: 'DE-BY', year: 2028, people: 1 },
    { region: 'JP', year: 2028, people: 1 },
  ]);
});
