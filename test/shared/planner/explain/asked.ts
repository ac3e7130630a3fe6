import loadHighs from 'highs';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { costOf } from '../../../../shared/planner/cost.ts';
import { type Situation, situationOf } from '../../../../shared/planner/explain/situation.ts';
import { type Solver, solverOver } from '../../../../shared/planner/solver.ts';
import { before, everyPlan, planned, q1, withPlan } from '../small-team.ts';

export const loadSolver = async (): Promise<Solver> => solverOver(await loadHighs());

/** A workspace with a plan on it, and that plan as it can be asked about. */
export function plannedSituation(workspace: Workspace, iterations = 4000): Situation {
  return situationOf(withPlan(workspace, planned(workspace, iterations)), q1, null, before);
}

/** The least gap weight and then the least cost of all plans that the rules allow and that pass. Only for the smallest teams. */
export function cheapestOf(situation: Situation, passes: (people: Int16Array) => boolean): { readonly open: number; readonly total: number } | null {
  const { input, objective, people: asked } = situation;
  let best: { open: number; total: number } | null = null;
  for (const people of everyPlan(input.problem)) {
    if (!passes(people) || people.some((person, slot) => input.fixed[slot] === 1 && person !== asked[slot])) continue;
    const { open, total } = costOf(objective, people);
    if (best === null || open < best.open || (open === best.open && total < best.total)) best = { open, total };
  }
  return best;
}
