import { expect, test } from 'vitest';
import { taskSplit } from '../../../shared/fairness/tasks.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aPerson, aTask, aWorkspace, date } from '../../builders/a-workspace.ts';

test('the split of the sample is computed: 3, 3, 2 and 2, most even by count and not by weight', () => {
  const split = taskSplit(sampleWorkspace(), date('2026-11-23'));
  expect(split.people.map(({ count }) => count)).toEqual([3, 3, 2, 2]);
  expect(split.people.map(({ primary }) => primary)).toEqual([2, 1, 1, 1]);
  expect([split.evenByCount, split.evenByWeight]).toEqual([true, false]);
  expect(split.bestWeightSpread).toBeLessThan(split.weightSpread);
});

test('a change of owners counts from its day on', () => {
  const task = aTask('A', 'Ann', 'Bo');
  const handed = { ...task, ownership: [...task.ownership, { from: date('2027-02-01'), primary: aPerson('Cy').id, secondary: null }] };
  const counts = (day: string) => taskSplit(aWorkspace({ tasks: [handed] }), date(day)).people.map(({ count }) => count);
  expect(counts('2027-01-31')).toEqual([1, 1, 0, 0]);
  expect(counts('2027-02-01')).toEqual([0, 0, 1, 0]);
});

test('an uneven count is told, with the most even there could be', () => {
  const tasks = ['A', 'B', 'C'].map((code) => aTask(code, 'Ann', 'Bo'));
  const split = taskSplit(aWorkspace({ tasks }), date('2027-01-04'));
  expect([split.counts, split.bestCounts, split.evenByCount]).toEqual([[3, 3, 0, 0], [2, 2, 1, 1], false]);
});

test('equal tasks, one primary and one secondary each, are even by weight too', () => {
  const owners = [['Ann', 'Bo'], ['Bo', 'Cy'], ['Cy', 'Di'], ['Di', 'Ann']] as const;
  const split = taskSplit(aWorkspace({ tasks: owners.map(([one, other], place) => aTask(`T${place}`, one, other)) }), date('2027-01-04'));
  expect([split.evenByCount, split.evenByWeight, split.weightSpread]).toEqual([true, true, 0]);
});
