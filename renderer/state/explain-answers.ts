import type { PersonId, ShiftId } from '../../shared/model/ids.ts';
import type { CoverAdvice } from '../../shared/planner/covers/propose.ts';
import type { Replan } from '../../shared/planner/explain/replan.ts';
import type { LimitedReplan } from '../../shared/planner/explain/exact.ts';
import type { Swap } from '../../shared/planner/explain/swaps.ts';
import type { WhyNot } from '../../shared/planner/explain/why-not.ts';
import type { WhyThisPerson } from '../../shared/planner/explain/why.ts';
import {
  askAtMostChanges,
  askConflicts,
  askCovers,
  askFixNow,
  askSwaps,
  askWhy,
  askWhyNot,
  askWhyNotExact,
  type Asking,
} from '../workers/explain.ts';
import type { AskedPlan, AskedShift, ConflictAnswer } from '../workers/explain-messages.ts';

export type { ConflictAnswer };
import { useAssessments } from './assessment-store.ts';
import { today } from './clock.ts';
import { shownAssignments, usePlan } from './plan-store.ts';
import { useAnswer, type Answer } from './use-answer.ts';
import { useView } from './view-store.ts';
import { openWorkspace, useWorkspace } from './workspace-store.ts';

/** The plan on view as it is asked about now: the one that stands, or the proposal over it. */
export function planOnView(): AskedPlan {
  const workspace = openWorkspace();
  const { quarter } = useView.getState();
  return {
    workspace,
    quarter,
    today: today(workspace.about.zone),
    shares: useAssessments.getState().byQuarter[quarter] ?? null,
    proposal: shownAssignments(usePlan.getState()),
  };
}

/** Asks about the plan on view, anew whenever it or the question changes. */
function useAsked<Value>(
  begin: ((plan: AskedPlan) => Asking<Value>) | null,
  about: readonly unknown[],
): Answer<Value> {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const shares = useAssessments((state) => state.byQuarter[quarter] ?? null);
  const proposal = usePlan(shownAssignments);
  return useAnswer(begin === null ? null : () => begin(planOnView()), [
    workspace,
    quarter,
    shares,
    proposal,
    ...about,
  ]);
}

export const useWhy = (shift: ShiftId): Answer<WhyThisPerson> =>
  useAsked((plan) => askWhy(plan, shift), [shift]);

export const useWhyNot = ({ shift, person }: AskedShift): Answer<WhyNot> =>
  useAsked((plan) => askWhyNot(plan, { shift, person }), [shift, person]);

/** The exact price; null asks nothing. */
export const useWhyNotExact = (asked: AskedShift | null): Answer<WhyNot> =>
  useAsked(asked === null ? null : (plan) => askWhyNotExact(plan, asked), [asked?.shift, asked?.person]);

/** Exchanges that this person is part of, or that hand on this turn; null are those of everybody. */
export const useSwaps = (person: PersonId | null, shift: ShiftId | null): Answer<readonly Swap[]> =>
  useAsked(
    (plan) => {
      const allowance = useAssessments.getState().byQuarter[plan.quarter]?.allowance;
      return askSwaps(plan, {
        ...(person === null ? {} : { person }),
        ...(shift === null ? {} : { shift }),
        ...(allowance === undefined ? {} : { allowance }),
      });
    },
    [person, shift],
  );

/** What clashes, with a pin that is insisted on or without. */
export const useConflicts = (insisting: AskedShift | null): Answer<readonly ConflictAnswer[]> =>
  useAsked(
    (plan) => askConflicts(plan, insisting === null ? [] : [insisting]),
    [insisting?.shift, insisting?.person],
  );

/** Better owners of single holidays of the plan that stands. */
export const useCoverAdvice = (): Answer<CoverAdvice> => useAsked((plan) => askCovers(plan), []);

export const fixNowOnView = (): Asking<Replan> => askFixNow(planOnView());

export const atMostOnView = (changes: number): Asking<LimitedReplan | null> =>
  askAtMostChanges(planOnView(), changes);
