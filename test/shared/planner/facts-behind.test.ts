import { expect, test } from 'vitest';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { assessmentKey } from '../../../shared/planner/assess.ts';
import { factsBehind } from '../../../shared/planner/facts-behind.ts';
import { tenYears } from '../../builders/ten-years.ts';

const q1 = '2027-Q1' as QuarterId;
const large = tenYears();
/** No quarter was ever closed: the carry is worked out from eight quarters back. */
const open: Workspace = { ...large, quarters: {} };

test.each([
  ['closed quarters', large, q1],
  ['quarters that were never closed', open, q1],
  ['a quarter long past', open, '2020-Q3' as QuarterId],
])('an assessment rests on nothing that is left out: %s', (_what, workspace, quarter) => {
  expect(assessmentKey(factsBehind(workspace, quarter), quarter)).toBe(assessmentKey(workspace, quarter));
});

test('the eight quarters of the carry are kept, and six before them', () => {
  const behind = factsBehind(open, q1);
  const starts = Object.values(behind.shifts).map(({ start }) => start);
  const oldest = starts.toSorted()[0] ?? '';
  expect(oldest > '2023-06-26' && oldest < '2023-07-10').toBe(true);
});

test('most of ten years stays where it is', () => {
  const sizes = (workspace: Workspace): number => JSON.stringify(workspace).length;
  expect(sizes(factsBehind(large, q1))).toBeLessThan(sizes(large) / 3);
});
