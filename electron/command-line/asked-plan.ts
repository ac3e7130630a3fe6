import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import { type Situation, situationOf } from '../../shared/planner/explain/situation.ts';
import { type Certainty, planMoves, planQuarter } from '../../shared/planner/plan.ts';
import { OPEN } from '../../shared/planner/problem.ts';
import { PROOF_SECONDS, proveProposal } from '../../shared/planner/proven-proposal.ts';
import type { Solver } from '../../shared/planner/solver.ts';
import { insistOnSomebody, sharesHere } from './assess-here.ts';
import { loadSolver } from './load-solver.ts';

/** A plan on the command line that can be asked about. */
export interface AskedPlan {
  readonly situation: Situation;
  /** `proposed` where nobody holds a turn yet that could be planned: then the planner's own plan is asked about. */
  readonly plan: 'standing' | 'proposed';
  /** What is proven of a proposed plan; null of one that stands. */
  readonly certainty: Pick<Certainty, 'status' | 'bound' | 'gapWishes'> | null;
  readonly shares: SharesFound;
  readonly solver: Solver;
}

export interface AskRequest {
  readonly quarter: QuarterId;
  readonly today: LocalDate;
  readonly seed: number;
  /** Seconds that one exact answer may take; null takes the usual ones. */
  readonly limit: number | null;
}

/** The plan of a quarter as it stands, or the best one where there is none yet. @throws Stop where there is nothing to plan */
export async function askedPlan(
  workspace: Workspace,
  { quarter, today, seed, limit }: AskRequest,
): Promise<AskedPlan> {
  insistOnSomebody(workspace, quarter);
  const [shares, solver] = [await sharesHere(workspace, quarter), await loadSolver()];
  const standing = situationOf(workspace, quarter, shares, today);
  const { input, movable, people } = standing;
  if (people.some((person, slot) => movable[slot] === 1 && person !== OPEN))
    return { situation: standing, plan: 'standing', certainty: null, shares, solver };
  const run = planQuarter(input, { seed, iterations: planMoves(input.problem) });
  let step = run.next();
  while (step.done !== true) step = run.next();
  const proposal = await proveProposal(input, step.value, solver, { seconds: limit ?? PROOF_SECONDS });
  const situation = situationOf(workspace, quarter, shares, today, proposal.assignments);
  const { status, bound, gapWishes } = proposal;
  return { situation, plan: 'proposed', certainty: { status, bound, gapWishes }, shares, solver };
}
