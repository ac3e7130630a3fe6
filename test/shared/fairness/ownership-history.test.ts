import { expect, test } from 'vitest';
import {
  firstOwnedQuarter,
  ownershipHistory,
  quartersUntil,
} from '../../../shared/fairness/ownership-history.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { aTask, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

const last = '2027-Q2' as QuarterId;
const owners = (from: string, primary: string) => ({
  from: date(from),
  primary: personIdOf(primary),
  secondary: null,
});
const history = (workspace: ReturnType<typeof aWorkspace>) =>
  ownershipHistory(workspace, quartersUntil(last, 4));

test('quarters count back from the last one', () => {
  expect(quartersUntil(last, 4)).toEqual(['2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2']);
});

test('a quarter shows who owned a task as it began, and every change within it', () => {
  const task = {
    ...aTask('A', 'Ann', null),
    ownership: [owners('2026-09-01', 'Ann'), owners('2027-01-01', 'Bo'), owners('2027-02-15', 'Cy')],
  };
  const [row] = history(aWorkspace({ tasks: [task] }));
  expect(row?.quarters.map(({ atStart }) => atStart?.primary ?? null)).toEqual([
    null,
    'person-ann',
    'person-bo',
    'person-cy',
  ]);
  expect(row?.quarters.map(({ changes }) => changes.map(({ from }) => from))).toEqual([
    ['2026-09-01'],
    [],
    ['2027-02-15'],
    [],
  ]);
  expect(row?.quarters.map(({ changedAtStart }) => changedAtStart)).toEqual([false, false, true, false]);
});

test('an archived task says when, has no owners after it, and is left out once it is over', () => {
  const archived = aTask('A', 'Ann', null, { archivedOn: date('2027-02-01') });
  const [row] = history(aWorkspace({ tasks: [archived] }));
  expect(row?.quarters.map(({ archivedOn }) => archivedOn)).toEqual([null, null, '2027-02-01', null]);
  expect(row?.quarters.at(-1)?.atStart).toBeNull();
  expect(history(aWorkspace({ tasks: [{ ...archived, archivedOn: date('2026-07-01') }] }))).toEqual([]);
});

test('the first quarter with owners is where the history begins', () => {
  expect(firstOwnedQuarter(aWorkspace({ tasks: [aTask('A', 'Ann', null)] }))).toBe('2026-Q1');
  expect(firstOwnedQuarter(aWorkspace({ tasks: [] }))).toBeNull();
});
