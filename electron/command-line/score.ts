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
export const teamJson = (workspace: Workspace, quarter: QuarterId, fairness: TeamFairness) => ({
  quarter,
  score: scoreJson(fairness.score),
  /** S*, the score of the best plan known by cost; null with gaps or conflicts. */
  best: scoreJson(fairness.best?.score ?? null),
  /** How the plan stands to it; `proven` says that no plan costs less. */
  standing: fairness.best === null ? null : { kind: fairness.best.kind, proven: fairness.best.proven, breaches: fairness.best.breaches, wishes: fairness.best.wishes },
  gaps: fairness.gaps,
  conflicts: fairness.conflicts,
  people: peopleJson(workspace, fairness),
});
