import loadHighs from 'highs';
import { expect, test } from 'vitest';
import {
  isEmpty,
  lastQuarterBefore,
  sameAttainable,
  seenBy,
} from '../../../../renderer/features/policy/quarter-effect.ts';
import { termsOf } from '../../../../shared/fairness/next-policy.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import { assess } from '../../../../shared/planner/assess.ts';
import { solverOver } from '../../../../shared/planner/solver.ts';
import { underPolicy } from '../../../../shared/scenarios/facts.ts';
import { aPolicy, aShift } from '../../../builders/a-workspace.ts';
import { planned, quarter } from '../../../shared/scenarios/what-if.ts';

const now = termsOf(aPolicy());

test('the last quarter is the latest before this one in which somebody held a shift', () => {
  expect(lastQuarterBefore(planned(), quarter)).toBeNull();
  const shifts = [aShift('2026-05-04'), aShift('2026-11-02'), aShift('2027-01-04')];
  expect(lastQuarterBefore(planned({ shifts }), quarter)).toBe('2026-Q4');
  expect(lastQuarterBefore(planned({ shifts }), '2026-Q4' as QuarterId)).toBe('2026-Q2');
  expect(isEmpty(planned({ shifts }), '2026-Q3' as QuarterId)).toBe(true);
});

test('nothing is priced before what is attainable is known', () => {
  expect(seenBy(planned(), quarter, null)).toEqual({ score: null, price: null });
});

test('a draft that changes only prices is priced at once, exactly as after asking the solver again', async () => {
  const solver = solverOver(await loadHighs());
  const workspace = planned();
  const known = await assess(workspace, quarter, solver);
  const draft = { ...now, loadBeyondBand: 20, holidayBalance: 40, wantedWeek: 400 };
  const tried = underPolicy(workspace, quarter, { ...aPolicy(), ...draft });
  const quick = sameAttainable(tried, quarter, known, now, draft);
  const exact = await assess(tried, quarter, solver);
  expect(quick?.attainable).toEqual(exact.attainable);
  expect(seenBy(tried, quarter, quick).price).toEqual(seenBy(tried, quarter, exact).price);
  // Ann has four weeks, the others three: 108 q over three, with a share of 117 and a band of 18, costs nothing more or less.
  expect(seenBy(workspace, quarter, known).price?.load).toBe(5 * 9 ** 2);
  expect(seenBy(tried, quarter, exact).price?.load).toBe(20 * 9 ** 2);
});

test('a draft that weighs days otherwise has to ask the solver', () => {
  const draft = { ...now, weekendLoad: 20 };
  expect(sameAttainable(planned(), quarter, null, now, now)).toBeNull();
  expect(sameAttainable(planned(), quarter, {} as never, now, draft)).toBeNull();
});
