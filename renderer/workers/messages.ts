import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import type { Assessment } from '../../shared/planner/attainable.ts';
import type { PlanProgress, Proposal } from '../../shared/planner/plan.ts';

/** A quarter of a workspace: what every run is about. */
export interface Question {
  readonly workspace: Workspace;
  readonly quarter: QuarterId;
}

/** Work for the planner: a first plan at once, then the search against known shares; or the last part of an assessment. */
export type ToPlanner =
  /** Works once for nothing, and answers nothing: the next message then finds the code compiled. */
  | { readonly kind: 'warm'; readonly question: Question; readonly today: LocalDate }
  | { readonly kind: 'begin'; readonly question: Question; readonly seed: number; readonly today: LocalDate }
  /** Null shares: the solver failed, and the search aims at the plain targets instead. */
  | { readonly kind: 'search'; readonly shares: SharesFound | null; readonly iterations: number | null }
  | { readonly kind: 'assess'; readonly question: Question; readonly shares: SharesFound };

export type FromPlanner =
  | { readonly kind: 'progress'; readonly progress: PlanProgress }
  | { readonly kind: 'done'; readonly proposal: Proposal }
  | { readonly kind: 'assessed'; readonly assessment: Assessment }
  | { readonly kind: 'failed'; readonly reason: string };

/** Work for the prover: attainable shares; or the proof of a proposal that the planner made against them. */
export type ToProver =
  | { readonly kind: 'shares'; readonly question: Question }
  | { readonly kind: 'prove'; readonly question: Question; readonly shares: SharesFound; readonly today: LocalDate; readonly proposal: Proposal; readonly seconds: number };

export type FromProver =
  | { readonly kind: 'shares'; readonly shares: SharesFound }
  /** No plan costs less than the bound, in cost units. */
  | { readonly kind: 'bound'; readonly bound: number; readonly nodes: number }
  | { readonly kind: 'progress'; readonly progress: PlanProgress }
  | { readonly kind: 'done'; readonly proposal: Proposal }
  | { readonly kind: 'failed'; readonly reason: string };
