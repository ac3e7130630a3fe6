import { create } from 'zustand';
import type { Assignment } from '../../shared/editing/command.ts';
import { edit } from '../../shared/editing/edit.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../shared/model/ids.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { PlanProgress, Proposal } from '../../shared/planner/plan.ts';
import type { Moment, Stage } from '../../shared/words/plan-text.ts';
import { memoise } from './memoise.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** The course of a run: when it began, what it is at, and how best plan and bound came about. */
export interface Run {
  /** By `milliseconds()`. */
  readonly startedAt: number;
  /** How long it took, in milliseconds; null while it goes on. */
  readonly took: number | null;
  readonly stage: Stage;
  readonly trace: readonly Moment[];
}

/** A proposal that was made within a limit, and is judged only against plans within it. */
export interface Limited {
  /** Held turns that may change hands; null where only what is broken was mended. */
  readonly changes: number | null;
  /** True where no plan within the limit is better. */
  readonly proven: boolean;
}

/** The planner's run and what it proposes: shown dashed, part of the workspace only when accepted. */
export interface PlanState {
  readonly phase: 'idle' | 'planning' | 'proposed' | 'failed';
  readonly quarter: QuarterId | null;
  /** Best plan so far, while planning and after. */
  readonly best: PlanProgress | null;
  /** Set when the run has ended. */
  readonly proposal: Proposal | null;
  /** Set from the start of a run, and kept with its proposal. */
  readonly run: Run | null;
  /** The limit that the proposal was made under; null where it had none. */
  readonly limited: Limited | null;
  /** True from two seconds on: then the window offers to use the best plan so far. */
  readonly slow: boolean;
  readonly failure: string | null;
  /** The course of the run that was accepted last in this window, by the digest of its input. */
  readonly accepted: { readonly digest: string; readonly run: Run; readonly proposal: Proposal } | null;
}

export const idlePlan = {
  phase: 'idle',
  quarter: null,
  best: null,
  proposal: null,
  run: null,
  limited: null,
  slow: false,
  failure: null,
} as const satisfies Partial<PlanState>;

export const usePlan = create<PlanState>(() => ({ ...idlePlan, accepted: null }));

/** What is shown over the plan: the proposal, or the best plan so far; null when the plan itself is shown. */
export const shownAssignments = (state: PlanState): readonly Assignment[] | null =>
  (state.proposal ?? state.best)?.assignments ?? null;

const laidOver = memoise(
  (workspace: Workspace, quarter: QuarterId, assignments: readonly Assignment[]): Workspace => {
    const { createdOn } = workspace.about;
    const command = {
      kind: 'accept-plan',
      quarter,
      assignments,
      seed: 0,
      digest: '',
      iterations: 0,
      cost: null,
      bound: null,
      today: createdOn,
    } as const;
    const edited = edit(workspace, command);
    return edited.ok ? edited.value.workspace : workspace;
  },
);

/** The workspace as the window draws it: with the proposal laid over it while there is one. */
export const useShownWorkspace = (): Workspace => useShownOver(useWorkspaceStore((state) => state.workspace));

/** This workspace, with the proposal laid over it while there is one; throws for none. */
export function useShownOver(workspace: Workspace | null): Workspace {
  const assignments = usePlan(shownAssignments);
  const quarter = usePlan((state) => state.quarter);
  if (!workspace) throw new Error('no workspace is open');
  return assignments && quarter ? laidOver(workspace, quarter, assignments) : workspace;
}

const none: ReadonlyMap<ShiftId, PersonId | null> = new Map();
const differences = memoise(
  (workspace: Workspace, assignments: readonly Assignment[]): ReadonlyMap<ShiftId, PersonId | null> => {
    const changed = assignments.filter(
      ({ shift, person }) => (workspace.shifts[shift]?.person ?? null) !== person,
    );
    return new Map(changed.map(({ shift, person }) => [shift, person]));
  },
);

/** What the proposal changes, by slot: these are drawn dashed. Empty while none is shown. */
export function useProposedChanges(): ReadonlyMap<ShiftId, PersonId | null> {
  const workspace = useWorkspaceStore((state) => state.workspace);
  const assignments = usePlan(shownAssignments);
  return workspace && assignments ? differences(workspace, assignments) : none;
}
