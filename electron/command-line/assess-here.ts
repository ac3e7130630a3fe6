import type { QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { completeAssessment, findShares, type SharesFound } from '../../shared/planner/assess.ts';
import type { Assessment } from '../../shared/planner/attainable.ts';
import { problemOf } from '../../shared/planner/problem-of.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import { loadSolver } from './load-solver.ts';
import { Stop } from './outcome.ts';

/** A quarter that nobody can be on call in has no plan and no score. @throws Stop that says why */
export function insistOnSomebody(workspace: Workspace, quarter: QuarterId): void {
  const { slots, people } = problemOf(workspace, quarter);
  const name = quarterText(quarter);
  if (slots.length === 0) throw new Stop(`There is nothing on call in ${name}: no rotation has a turn that begins in it. Check when the rotations start and end, or name another --quarter.`);
  if (people.length === 0) throw new Stop(`Nobody can be on call in ${name}: it has ${slots.length} turns, and no one takes part in a rotation then. Add participants, or name another --quarter.`);
}

export const sharesHere = async (workspace: Workspace, quarter: QuarterId): Promise<SharesFound> =>
  findShares(workspace, quarter, await loadSolver());

/** Completes an assessment: whatever a search was given in time, what its plan is scored against is the same. */
export function assessHere(workspace: Workspace, quarter: QuarterId, shares: SharesFound): Assessment {
  const run = completeAssessment(workspace, quarter, shares);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}
