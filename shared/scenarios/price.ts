import type { QuarterId } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assessment } from '../planner/attainable.ts';
import { type Cost, costOf, fullObjective } from '../planner/cost.ts';
import { aimFor } from '../planner/plan.ts';
import { peopleOnPlan } from '../planner/problem.ts';
import { problemOf } from '../planner/problem-of.ts';

/**
 * The price of a quarter's shifts as they stand, by its terms, in cost units; changes cost nothing, for nothing is compared.
 *
 * @param assessment null, or of another problem, takes the targets for attainable
 */
export function priceOf(workspace: Workspace, quarter: QuarterId, assessment: Assessment | null): Cost {
  const problem = problemOf(workspace, quarter);
  return costOf(
    fullObjective(problem, aimFor(workspace, problem, assessment), null),
    peopleOnPlan(workspace, problem),
  );
}
