import { create } from 'zustand';
import type { Assignment, Changes } from '../../shared/editing/command.ts';
import { edit } from '../../shared/editing/edit.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../shared/model/ids.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { PlanProgress, Proposal } from '../../shared/planner/plan.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { stepTitle } from '../../shared/words/step-title.ts';
import { startPlanning } from '../workers/start-planning.ts';
import { announce } from './announce.ts';
import { milliseconds, today } from './clock.ts';
import { memoise } from './memoise.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { useView } from './view-store.ts';
import { openWorkspace, useWorkspaceStore } from './workspace-store.ts';

/** The planner's run and what it proposes: shown dashed, part of the workspace only when accepted. */
export interface PlanState {
  readonly phase: 'idle' | 'planning' | 'proposed' | 'failed';
  readonly quarter: QuarterId | null;
  /** Best plan so far, while planning and after. */
  readonly best: PlanProgress | null;
  /** Set when the run has ended. */
  readonly proposal: Proposal | null;
  /** True from two seconds on: then the window shows progress, Use best so far and Cancel. */
  readonly slow: boolean;
  readonly failure: string | null;
}

const idle: PlanState = {
  phase: 'idle',
  quarter: null,
  best: null,
  proposal: null,
  slow: false,
  failure: null,
};

export const usePlan = create<PlanState>(() => idle);

/** The same quarter and seed give the same plan on every machine. */
const SEED = 1;
/** After this long a run is slow enough to show its progress. */
const SLOW_AFTER = 2000;

let run: { cancel(): void } | null = null;
let slowTimer: ReturnType<typeof setTimeout> | undefined;

function endRun(): void {
  run?.cancel();
  run = null;
  clearTimeout(slowTimer);
}

/** Plans the quarter on view in the worker. The first plan shows at once, better ones replace it as they come. */
export function planQuarter(): void {
  endRun();
  const { quarter } = useView.getState();
  const workspace = openWorkspace();
  const startedAt = milliseconds();
  usePlan.setState({ ...idle, phase: 'planning', quarter });
  slowTimer = setTimeout(() => usePlan.setState({ slow: true }), SLOW_AFTER);
  run = startPlanning(
    workspace,
    quarter,
    { seed: SEED, iterations: null, today: today(workspace.about.zone) },
    (message) => {
      if (message.kind === 'progress') usePlan.setState({ best: message.progress });
      else if (message.kind === 'done') propose(message.proposal, startedAt);
      else fail(message.reason);
    },
  );
}

function propose(proposal: Proposal, startedAt: number): void {
  endRun();
  usePlan.setState({ phase: 'proposed', proposal, slow: false });
  const seconds = ((milliseconds() - startedAt) / 1000).toFixed(1);
  announce(`A plan is proposed after ${seconds} s. Accept or discard it.`);
}

function fail(reason: string): void {
  endRun();
  usePlan.setState({ ...idle, phase: 'failed', failure: reason });
  showToast({ text: `The quarter was not planned: ${reason}`, tone: 'error' });
}

/** Ends the run. With `keepBest` the best plan so far becomes the proposal, else nothing is proposed. */
export function stopPlanning(keepBest: boolean): void {
  const { best, quarter, phase } = usePlan.getState();
  if (phase !== 'planning') return;
  endRun();
  if (!keepBest || !best || !quarter) {
    usePlan.setState(idle);
    announce('Planning cancelled. Nothing changed.');
    return;
  }
  const proposal: Proposal = {
    quarter,
    seed: SEED,
    digest: best.digest,
    iterations: best.done,
    assignments: best.assignments,
    cost: best.cost,
    terms: best.terms,
    reproducible: false,
  };
  usePlan.setState({ phase: 'proposed', proposal, slow: false });
  announce('The best plan so far is proposed. Accept or discard it.');
}

const shiftsText = (changes: Changes): string => {
  const count = changes.filter(({ table }) => table === 'shifts').length;
  return count === 1 ? '1 shift changed' : `${count} shifts changed`;
};

/** Makes the proposal the plan, as one step. False when there is none, or when it is refused. */
export function acceptPlan(): boolean {
  const { proposal } = usePlan.getState();
  if (!proposal) return false;
  const { quarter, seed, digest, iterations, assignments, cost } = proposal;
  const { about } = openWorkspace();
  const command = {
    kind: 'accept-plan',
    quarter,
    assignments,
    seed,
    digest,
    iterations,
    cost,
    bound: null,
    today: today(about.zone),
  } as const;
  const made = runCommand(command, stepTitle(command, openWorkspace()));
  if (!made.ok && made.reason.kind !== 'no-change') {
    showToast({ text: refusalText(made.reason, openWorkspace()), tone: 'error' });
    return false;
  }
  usePlan.setState(idle);
  const text = made.ok
    ? `${quarterText(quarter)} is planned: ${shiftsText(made.value)}.`
    : 'The plan stands as it was: the proposal changes nothing.';
  showToast({ text, undo: made.ok });
  announce(text);
  return true;
}

/** Takes the proposal away; the plan stays as it was. */
export function discardPlan(): void {
  if (usePlan.getState().phase === 'idle') return;
  endRun();
  usePlan.setState(idle);
  announce('Proposal discarded. Nothing changed.');
}

// A proposal belongs to the workspace and quarter it was made for: an edit in between makes it a guess.
useWorkspaceStore.subscribe((now, before) => {
  if (now.workspace !== before.workspace && usePlan.getState().phase !== 'idle') {
    endRun();
    usePlan.setState(idle);
  }
});
useView.subscribe((now, before) => {
  if (now.quarter !== before.quarter) discardPlan();
});

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
export function useShownWorkspace(): Workspace {
  const workspace = useWorkspaceStore((state) => state.workspace);
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
