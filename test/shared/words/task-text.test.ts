import { expect, test } from 'vitest';
import type { TaskPart, TaskSplit } from '../../../shared/fairness/split.ts';
import { countText } from '../../../shared/words/task-text.ts';
import { personIdOf } from '../../builders/a-workspace.ts';

const part = (name: string, count: number, gone = false): TaskPart => ({
  person: personIdOf(name),
  primary: count,
  secondary: 0,
  count,
  weight: 0,
  fairWeight: 0,
  gone,
});

test('whoever has left owns roles but is nobody to split them over', () => {
  const split: TaskSplit = {
    people: [part('Ann', 1), part('Bo', 1), part('Cy', 1), part('Di', 1, true)],
    open: 0,
    counts: [1, 1, 1, 1],
    bestCounts: [2, 1, 1, 0],
    evenByCount: false,
    weightSpread: 0,
  };
  expect(countText(split)).toBe(
    '1/1/1/1: 4 roles over 3 people and 1 who has left could be split 2/1/1 among those who are here.',
  );
});
