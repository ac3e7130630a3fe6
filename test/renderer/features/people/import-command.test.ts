import { expect, test } from 'vitest';
import { importCommand, tooManyForTurns } from '../../../../renderer/features/people/import-command.ts';
import { previewOf } from '../../../../renderer/features/people/import-rows.ts';
import type { ImportedPerson } from '../../../../shared/exchange/people-csv.ts';
import { aPerson, aWorkspace, date, personIdOf, rotationIdOf } from '../../../builders/a-workspace.ts';
import { made } from '../../../shared/editing/try-edit.ts';

const workspace = aWorkspace();
const ann = workspace.people[personIdOf('Ann')] ?? aPerson('Ann');
const bo = workspace.people[personIdOf('Bo')] ?? aPerson('Bo');
const items: readonly ImportedPerson[] = [
  { row: 2, person: { ...ann, fullTimePercent: 80, joinsOn: date('2027-01-04') }, before: ann },
  { row: 3, person: bo, before: bo },
  { row: 4, person: aPerson('Eve', { position: 4 }), before: null },
];
const named = { title: 'Import 2 people', source: 'team.csv' };

test('what the file changes is one step; who stays the same is no part of it', () => {
  const command = importCommand(workspace, items, [], named);
  expect(command).toMatchObject({ kind: 'import-records', source: 'team.csv' });
  const after = made(workspace, command);
  expect(after.people[ann.id]?.fullTimePercent).toBe(80);
  expect(after.people[personIdOf('Eve')]?.name).toBe('Eve');
  expect(after.people[bo.id]).toBe(bo);
  expect(after.rotations).toBe(workspace.rotations);
});

test('newcomers are put at the end of the rotations that were chosen, in the same step', () => {
  const after = made(workspace, importCommand(workspace, items, [rotationIdOf('Team')], named));
  expect(after.rotations[rotationIdOf('Team')]?.participants.map(({ person }) => person)).toEqual(
    ['Ann', 'Bo', 'Cy', 'Di', 'Eve'].map(personIdOf),
  );
  expect(after.people[ann.id]?.fullTimePercent).toBe(80);
});

test('where nobody is new, rotations stay as they are', () => {
  expect(importCommand(workspace, items.slice(0, 2), [rotationIdOf('Team')], named).kind).toBe(
    'import-records',
  );
});

test('more people than one step holds are refused before it is tried', () => {
  expect(tooManyForTurns(498, 2)).toBeNull();
  expect(tooManyForTurns(499, 2)).not.toBeNull();
  expect(tooManyForTurns(10_000, 0)).toBeNull();
});

test('the preview says row by row what is new, changed from what, and the same', () => {
  const { columns, rows } = previewOf(items, new Set());
  expect(columns).toEqual(['Name', 'Full time', 'In the team', 'Time zone']);
  expect(rows.map(({ row, sign }) => [row, sign])).toEqual([
    [2, 'changed'],
    [3, 'same'],
    [4, 'new'],
  ]);
  expect(rows[0]?.cells.slice(0, 3)).toEqual([
    { text: 'Ann' },
    { text: '80 %', before: '100 %' },
    { text: 'from 4 Jan 2027', before: 'always' },
  ]);
});

test('who would change can be left out; who stays the same has no tick', () => {
  const { rows } = previewOf(items, new Set([4]));
  expect(rows.map(({ row, isTaken }) => [row, isTaken])).toEqual([
    [2, true],
    [3, undefined],
    [4, false],
  ]);
});
