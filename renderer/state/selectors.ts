import { checkQuarter } from '../../shared/planner/check.ts';
import type { Assessment } from '../../shared/planner/attainable.ts';
import type { Finding } from '../../shared/planner/finding.ts';
import { judge, type TeamFairness } from '../../shared/planner/judge.ts';
import { useAssessments } from './assessment-store.ts';
import { memoise } from './memoise.ts';
import { usePlan, useShownWorkspace } from './plan-store.ts';
import { useView } from './view-store.ts';

const judged = memoise(judge);
const checked = memoise(checkQuarter);

/** What each person could attain at best in the quarter on view; null until the worker has worked it out. */
export function useAssessment(): Assessment | null {
  const quarter = useView((view) => view.quarter);
  return useAssessments((state) => state.byQuarter[quarter] ?? null);
}

/** How fair the quarter on view is, a shown proposal included. */
export function useFairness(): TeamFairness {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  // A proposal may have proven that it is the best possible.
  const run = usePlan((plan) => plan.proposal);
  return judged(workspace, quarter, useAssessment(), run);
}

/** Gaps, conflicts and warnings of the quarter on view, a shown proposal included. */
export function useFindings(): readonly Finding[] {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  return checked(workspace, quarter);
}
