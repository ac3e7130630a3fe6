import { expect, test } from 'vitest';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { personId } from '../../../shared/sample/people.ts';
import { q1 } from './small-team.ts';

const workspace = sampleWorkspace();
const problem = problemOf(workspace, q1);
const priceOf = (shift: string, engineer: number): number | undefined => {
  const slot = problem.slots.findIndex(({ id }) => id === shift);
  const person = problem.people.findIndex(({ id }) => id === personId(engineer));
  return problem.price[slot * problem.people.length + person];
};

test('a wanted week earns a wish for a turn of one’s own, and nothing for standing in', () => {
  // Engineer 3 asked for the week of 11 January, is one of the growth pair, and may stand in on profit.
  expect(priceOf('rotation-growth/primary/2027-01-11', 3)).toBe(-80);
  expect(priceOf('rotation-profit/primary/2027-01-11', 3)).toBe(80);
});

test('an avoided week costs two wishes whatever the duty, and standing in one more', () => {
  // Engineer 3 asked to be free in the week of 1 February.
  expect(priceOf('rotation-growth/primary/2027-02-01', 3)).toBe(160);
  expect(priceOf('rotation-profit/primary/2027-02-01', 3)).toBe(240);
});
