import { create } from 'zustand';
import type { Assessment } from '../../shared/planner/attainable.ts';
import type { QuarterId } from '../../shared/model/dates.ts';

/** What each person could attain at best, by quarter, from the worker; the figures shown are against it. */
interface AssessmentState {
  readonly byQuarter: Readonly<Partial<Record<QuarterId, Assessment>>>;
  /** The quarter that is being assessed now. */
  readonly running: QuarterId | null;
  /** Why there is none, as a sentence; the share then stands in for the attainable one. */
  readonly failed: string | null;
}

export const useAssessments = create<AssessmentState>(() => ({ byQuarter: {}, running: null, failed: null }));
