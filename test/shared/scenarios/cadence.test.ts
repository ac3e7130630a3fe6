import { expect, test } from 'vitest';
import { reachOf } from '../../../shared/scenarios/cadence.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';
import { evenShares, oneLayer, quarter } from './what-if.ts';

const weekly = aWorkspace({ rotations: [oneLayer] });
const biweekly = aWorkspace({ rotations: [{ ...oneLayer, cadenceWeeks: 2 }] });

test('a cadence is told by its turns, its longest one, and the fairest plan with nothing allowed for', () => {
  // Four people; the worst off by 8 points of penalty, all together 16.
  const shares = { ...evenShares(weekly), rank: [0, 1, 8, 16] as const, allowance: { load: 6, holidays: 0 } };
  expect(reachOf(weekly, quarter, oneLayer.id, shares)).toEqual({
    turns: 13,
    longestDays: 7,
    fairness: 100 - (8 + 4) / 2,
    uneven: 6,
    breaches: 1,
    open: false,
  });
  const longer = { ...evenShares(biweekly), rank: [3, 0, 400, 400] as const };
  // The turn that runs into the quarter began in the one before.
  expect(reachOf(biweekly, quarter, oneLayer.id, longer)).toMatchObject({
    turns: 6,
    longestDays: 14,
    fairness: 0,
    open: true,
  });
});

test('an assessment of another input says nothing', () => {
  expect(reachOf(biweekly, quarter, oneLayer.id, evenShares(weekly))).toBeNull();
  expect(reachOf(weekly, quarter, oneLayer.id, null)).toBeNull();
});
