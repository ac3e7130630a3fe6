import type { QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { judge, type TeamFairness } from '../../shared/planner/judge.ts';
import { assessHere, insistOnSomebody, sharesHere } from './assess-here.ts';
import { peopleJson, scoreJson } from './contract.ts';

/** How fair a quarter is, against what is attainable. @throws Stop where there is nothing to score */
export async function scoreHere(workspace: Workspace, quarter: QuarterId): Promise<TeamFairness> {
  insistOnSomebody(workspace, quarter);
  const shares = await sharesHere(workspace, quarter);
  const assessment = assessHere(workspace, quarter, shares);
  return judge(workspace, quarter, assessment);
}

/** What `evenwatch score --json` prints. */
export const teamJson = (workspace: Workspace, quarter: QuarterId, fairness: TeamFairness) => {
  const { score, best, gaps, conflicts } = fairness;
  return {
    quarter,
    score: scoreJson(score),
    /** S*, the score of the best plan by cost, where a proof says that none costs less. */
    bestPossible: best?.proven === true ? scoreJson(best.score) : null,
    /** How the plan stands to the best one known; null with gaps or conflicts. */
    best: best === null ? null : { ...best, score: scoreJson(best.score) },
    gaps,
    conflicts,
    people: peopleJson(workspace, fairness),
  };
};
