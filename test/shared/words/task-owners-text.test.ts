import { expect, test } from 'vitest';
import { handOver, lookAfter } from '../../../shared/editing/task-owners.ts';
import { taskSplit } from '../../../shared/fairness/split.ts';
import { people } from '../../../shared/sample/people.ts';
import { pipelines, taskId, tasks } from '../../../shared/sample/tasks.ts';
import {
  handedOverText,
  handOverLines,
  handOverRefusalText,
} from '../../../shared/words/task-owners-text.ts';
import { aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

const day = date('2027-01-01');
const workspace = aWorkspace({ people, tasks, pipelines });
const engineer = (number: number) => personIdOf(`Engineer ${number}`);

function linesOf(
  task: string,
  role: 'primary' | 'secondary',
  from: number,
  onTask: string,
  to: number,
): readonly string[] {
  const held = { task: taskId(task), role, person: engineer(from) };
  const made = handOver(workspace, day, held, { task: taskId(onTask), person: engineer(to) });
  if (!made.ok) return [handOverRefusalText(workspace, made.reason)];
  const after = taskSplit(lookAfter(workspace, day, made.value), day);
  return handOverLines(workspace, made.value, taskSplit(workspace, day), after).map(
    ({ text, trend }) => `${text}${trend === undefined ? '' : ` (${trend})`}`,
  );
}

test('before a drop everybody affected is named, with what they then have', () => {
  expect(linesOf('A', 'primary', 1, 'A', 4)).toEqual([
    'Engineer 4 takes A primary (1 point a week)',
    'Engineer 1: 3 → 2 roles, 3 → 2 points a week (better)',
    'Engineer 4: 2 → 3 roles, 1.75 → 2.75 points a week (better)',
    'Apart 1.25 → 0.75 points a week (better)',
  ]);
});

test('what stays as it is is said once', () => {
  expect(linesOf('D', 'secondary', 1, 'C', 3)).toContain('Engineer 1: 3 roles, 3 → 4 points a week (worse)');
});

test('a refusal names the person and the task', () => {
  expect(linesOf('A', 'primary', 1, 'B', 2)).toEqual([
    'Engineer 2 would own both roles of A, Unit-level profit: a task needs two people.',
  ]);
});

test('what was done is told with its day, and many roles by their number', () => {
  const one = { task: taskId('A'), role: 'primary', from: engineer(1), to: engineer(4) } as const;
  const other = { task: taskId('B'), role: 'secondary', from: engineer(3), to: null } as const;
  expect(handedOverText(workspace, [one, other], day)).toBe(
    'Engineer 4 takes A primary and Engineer 3 gives up B secondary, from Fri 1 Jan 2027.',
  );
  expect(handedOverText(workspace, [one, other, one], day)).toBe('3 roles change hands from Fri 1 Jan 2027.');
});
