import { eachIn, isPlain } from './plain.ts';
import type { Upgrade } from './index.ts';

/** What format 1 scored with: nobody minded the same holiday twice. A plan of then must not read worse today. */
const SAME_HOLIDAY_BEFORE = 0;

/** Format 2 has scenarios, a price for the same holiday two years running, and the cost and bound of accepted plans. */
export const fromFormat1: Upgrade = {
  from: 1,
  upgrade: (workspace) =>
    isPlain(workspace)
      ? {
          ...workspace,
          policies: eachIn(workspace['policies'], (policy) => ({ ...policy, sameHoliday: SAME_HOLIDAY_BEFORE })),
          quarters: eachIn(workspace['quarters'], (quarter) =>
            isPlain(quarter['plan']) ? { ...quarter, plan: { ...quarter['plan'], cost: null, bound: null } } : quarter,
          ),
          scenarios: {},
        }
      : workspace,
};
