import { expect, test } from 'vitest';
import { plannedChange } from '../../../shared/editing/planned-change.ts';
import { fromDay, previewChange, type QuarterChange } from '../../../shared/editing/rotation-change.ts';
import { planInput, planQuarter, type PlannedSlot } from '../../../shared/planner/plan.ts';
import { date } from '../../builders/a-workspace.ts';
import { early, oneLayer, planned, quarter } from '../scenarios/what-if.ts';

const workspace = planned();
const biweekly = fromDay(workspace, oneLayer, { ...oneLayer, cadenceWeeks: 2 }, date('2027-02-01'), early);
const next = biweekly.kind === 'succeed-rotation' ? biweekly.next.id : oneLayer.id;
const change = previewChange(workspace, biweekly, next, quarter, early) as QuarterChange;

function planOf({ after }: QuarterChange): readonly PlannedSlot[] {
  const run = planQuarter(planInput(after, quarter, null, early), { seed: 1, iterations: 500 });
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value.assignments;
}

test('a change of cadence is shown planned: each turn with its holder, and what everybody would hold', () => {
  const result = plannedChange(workspace, change, next, planOf(change), early);
  if ('kind' in result) throw new Error(result.kind);
  expect(result.turns).toHaveLength(change.duty.after.turns);
  expect(result.turns.flatMap(({ holders }) => holders).every(({ person }) => person !== null)).toBe(true);
  expect(result.turns[0]?.start.slice(0, 10)).toBe('2027-01-04');
  expect(result.turns.at(-1)?.start.slice(0, 10)).toBe('2027-03-29');
  const turns = result.people.reduce((sum, { turnsAfter }) => sum + turnsAfter, 0);
  expect(turns).toBeLessThanOrEqual(change.duty.after.turns);
  expect(Object.keys(workspace.rotations)).toEqual([oneLayer.id]);
});

test('a plan of other turns is refused, not shown', () => {
  const other = [
    { ...(planOf(change)[0] as PlannedSlot), shift: 'rotation-none/primary/2027-01-04' as never },
  ];
  expect(plannedChange(workspace, change, next, other, early)).toMatchObject({ kind: 'unknown-record' });
});
