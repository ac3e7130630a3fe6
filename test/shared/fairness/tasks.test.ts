import { expect, test } from 'vitest';
import { dutiesOn } from '../../../shared/fairness/task-duties.ts';
import { nearestCounts, taskSplit } from '../../../shared/fairness/split.ts';
import { people } from '../../../shared/sample/people.ts';
import { tasks } from '../../../shared/sample/tasks.ts';
import { aPerson, aTask, aWorkspace, date } from '../../builders/a-workspace.ts';

test('the split of the sample is computed: 3, 3, 2 and 2, most even by count and not by weight', () => {
  const split = taskSplit(aWorkspace({ people, tasks }), date('2026-11-23'));
  expect(split.people.map(({ count }) => count)).toEqual([3, 3, 2, 2]);
  expect(split.people.map(({ primary }) => primary)).toEqual([2, 1, 1, 1]);
  expect(split.people.map(({ weight }) => weight)).toEqual([12, 11, 9, 7]);
  expect(split.evenByCount).toBe(true);
  expect(split.weightSpread).toBe(5);
});

test('a change of owners counts from its day on', () => {
  const task = aTask('A', 'Ann', 'Bo');
  const handed = {
    ...task,
    ownership: [...task.ownership, { from: date('2027-02-01'), primary: aPerson('Cy').id, secondary: null }],
  };
  const counts = (day: string) =>
    taskSplit(aWorkspace({ tasks: [handed] }), date(day)).people.map(({ count }) => count);
  expect(counts('2027-01-31')).toEqual([1, 1, 0, 0]);
  expect(counts('2027-02-01')).toEqual([0, 0, 1, 0]);
});

test('a role that nobody owns is open, and one of an archived task is none', () => {
  const split = taskSplit(
    aWorkspace({
      tasks: [aTask('A', 'Ann', null), aTask('B', 'Bo', 'Cy', { archivedOn: date('2027-01-04') })],
    }),
    date('2027-01-04'),
  );
  expect([split.open, split.counts]).toEqual([1, [1, 0, 0, 0]]);
});

test('an uneven count is told, with the most even there could be', () => {
  const all = ['A', 'B', 'C'].map((code) => aTask(code, 'Ann', 'Bo'));
  const split = taskSplit(aWorkspace({ tasks: all }), date('2027-01-04'));
  expect([split.counts, split.bestCounts, split.evenByCount]).toEqual([[3, 3, 0, 0], [2, 2, 1, 1], false]);
});

test('half a job is a half of what is fair, by number and by weight', () => {
  const halves = [aPerson('Ann'), aPerson('Bo', { position: 1, fullTimePercent: 50 })];
  const all = [aTask('A', 'Ann', 'Bo'), aTask('B', 'Ann', null)];
  const split = taskSplit(aWorkspace({ people: halves, tasks: all }), date('2027-01-04'));
  expect(split.people.map(({ fairWeight }) => fairWeight)).toEqual([20 / 3, 10 / 3]);
  expect([split.bestCounts, split.evenByCount]).toEqual([[2, 1], true]);
});

test('an owner who has left is shown as gone, and nothing is fair for them', () => {
  const left = [aPerson('Ann', { leavesOn: date('2026-12-31') }), aPerson('Bo', { position: 1 })];
  const split = taskSplit(aWorkspace({ people: left, tasks: [aTask('A', 'Ann', 'Bo')] }), date('2027-01-04'));
  expect(split.people.map(({ gone, fairWeight }) => [gone, fairWeight])).toEqual([
    [true, 0],
    [false, 6],
  ]);
});

test('both roles of a task are duties, the secondary of half the weight', () => {
  const duties = dutiesOn(
    aWorkspace({ tasks: [aTask('A', 'Ann', null, { weeklyLoad: 5 })] }),
    date('2027-01-04'),
  );
  expect(duties.map(({ role, weight, owner }) => [role, weight, owner !== null])).toEqual([
    ['primary', 5, true],
    ['secondary', 2.5, false],
  ]);
});

test('the nearest whole parts add up to the whole', () => {
  expect(nearestCounts([100, 100, 100, 100], 10)).toEqual([3, 3, 2, 2]);
  expect(nearestCounts([100, 50], 3)).toEqual([2, 1]);
  expect(nearestCounts([0, 0], 3)).toEqual([0, 0]);
});
