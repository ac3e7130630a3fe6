import { create } from 'zustand';
import type {
  OnCallsRead,
  RemoteDirectory,
  RemoteWindow,
  StepResult,
} from '../../../shared/contract/services.ts';
import type { MappedPerson, MappedRotation } from '../../../shared/model/connection.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Preview } from './pagerduty-preview.ts';

/** What was read from PagerDuty and what is planned with it; kept while another tab or screen is looked at, never with the plan. */
interface PagerDutyState {
  /** The workspace file that it belongs to. */
  readonly file: string | null;
  /** What is being done now, as "Reading …"; null when nothing is. */
  readonly busy: string | null;
  /** What went wrong last, as a sentence. */
  readonly problem: string | null;
  readonly directory: RemoteDirectory | null;
  /** How it is mapped on the screen; kept with the plan once it is saved. */
  readonly people: readonly MappedPerson[];
  readonly rotations: readonly MappedRotation[];
  /** Who was on call when that was last asked. */
  readonly onCalls: OnCallsRead | null;
  readonly quarter: QuarterId | null;
  readonly window: RemoteWindow | null;
  readonly preview: Preview | null;
  /** What became of the last run; null before one, and after another preview. */
  readonly results: readonly StepResult[] | null;
}

export const usePagerDuty = create<PagerDutyState>(() => ({
  file: null,
  busy: null,
  problem: null,
  directory: null,
  people: [],
  rotations: [],
  onCalls: null,
  quarter: null,
  window: null,
  preview: null,
  results: null,
}));
