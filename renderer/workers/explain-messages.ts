import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../shared/model/ids.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import type { CoverAdvice } from '../../shared/planner/covers/propose.ts';
import type { AlikeConflicts } from '../../shared/planner/explain/alike.ts';
import type { StructuralCause } from '../../shared/planner/explain/cause.ts';
import type { LimitedReplan } from '../../shared/planner/explain/exact.ts';
import type { PricedWayOut } from '../../shared/planner/explain/price-ways.ts';
import type { Replan } from '../../shared/planner/explain/replan.ts';
import type { Swap, SwapWishes } from '../../shared/planner/explain/swaps.ts';
import type { WhyNot } from '../../shared/planner/explain/why-not.ts';
import type { WhyThisPerson } from '../../shared/planner/explain/why.ts';
import type { PlannedSlot } from '../../shared/planner/plan.ts';

/** The plan that is asked about. */
export interface AskedPlan {
  readonly workspace: Workspace;
  readonly quarter: QuarterId;
  /** What has begun by then stays. */
  readonly today: LocalDate;
  /** Attainable shares, where they are known; null takes the targets for attainable. */
  readonly shares: SharesFound | null;
  /** A proposal that was not taken over yet; null asks about the shifts of the workspace. */
  readonly proposal: readonly PlannedSlot[] | null;
}

/** Somebody in a turn, as a question: "and if Ann took it?" */
export interface AskedShift {
  readonly shift: ShiftId;
  readonly person: PersonId;
}

/** A conflict, or several that are alike, with its ways out, priced. */
export interface ConflictAnswer extends AlikeConflicts {
  readonly ways: readonly PricedWayOut[];
}

/** What can be asked: the details of each question, and its answer. */
export interface Questions {
  readonly why: { readonly details: { readonly shift: ShiftId }; readonly answer: WhyThisPerson };
  readonly 'why-not': { readonly details: AskedShift; readonly answer: WhyNot };
  readonly 'why-not-exact': { readonly details: AskedShift; readonly answer: WhyNot };
  readonly swaps: { readonly details: SwapWishes; readonly answer: readonly Swap[] };
  readonly 'fix-now': { readonly details: Readonly<Record<string, never>>; readonly answer: Replan };
  readonly 'at-most': {
    readonly details: { readonly changes: number };
    readonly answer: LimitedReplan | null;
  };
  readonly conflicts: {
    readonly details: { readonly asked: readonly AskedShift[] };
    readonly answer: readonly ConflictAnswer[];
  };
  readonly covers: { readonly details: Readonly<Record<string, never>>; readonly answer: CoverAdvice };
  readonly cause: { readonly details: { readonly person: PersonId }; readonly answer: StructuralCause };
}

export type QuestionKind = keyof Questions;

export type ToExplainer = {
  readonly [Kind in QuestionKind]: {
    readonly kind: Kind;
    readonly plan: AskedPlan;
    readonly details: Questions[Kind]['details'];
  };
}[QuestionKind];

export type FromExplainer =
  | { readonly kind: 'answer'; readonly answer: Questions[QuestionKind]['answer'] }
  | { readonly kind: 'failed'; readonly reason: string };
