import { checkQuarter } from '../../shared/planner/check.ts';
import type { Assessment } from '../../shared/planner/attainable.ts';
import type { Finding } from '../../shared/planner/finding.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { judge, type TeamFairness } from '../../shared/planner/judge.ts';
import { useAssessments } from './assessment-store.ts';
import { useFollowedShown } from './followed.ts';
import { memoise } from './memoise.ts';
import { usePlan, useShownWorkspace } from './plan-store.ts';
import { useView } from './view-store.ts';

const judged = memoise(judge);

/** What the rules find in a quarter: remembered for the quarters of a year and the ones beside them. */
export const findingsOf = memoise(checkQuarter, 6);

/** What each person could attain at best in the quarter on view; null until the worker has worked it out. */
export function useAssessment(): Assessment | null {
  const quarter = useView((view) => view.quarter);
  return useAssessments((state) => state.byQuarter[quarter] ?? null);
}

/** How fair the quarter on view is, a shown proposal included; one frame behind a drop. */
export function useFairness(): TeamFairness {
  const workspace = useFollowedShown();
  const quarter = useView((view) => view.quarter);
  // A proposal may have proven that it is the best possible.
  const run = usePlan((plan) => plan.proposal);
  return judged(workspace, quarter, useAssessment(), run);
}

/** Gaps, conflicts and warnings of the quarter on view, a shown proposal included. */
export const useFindings = (): readonly Finding[] => useFindingsIn(useShownWorkspace());

/** What was found in this workspace, in the quarter on view. */
export function useFindingsIn(workspace: Workspace): readonly Finding[] {
  const quarter = useView((view) => view.quarter);
  return findingsOf(workspace, quarter);
}
