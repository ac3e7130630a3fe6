import type { Changes } from '../../shared/editing/command.ts';
import { proposalSoFar, type Proposal } from '../../shared/planner/plan.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import { counted } from '../../shared/words/number-text.ts';
import { badgeText, elapsedText, type Moment } from '../../shared/words/plan-text.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { stepTitle } from '../../shared/words/step-title.ts';
import { startPlanning, type PlanMessage } from '../workers/start-planning.ts';
import { announce } from './announce.ts';
import { milliseconds, today } from './clock.ts';
import { idlePlan, usePlan, type Limited, type Run } from './plan-store.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { useView } from './view-store.ts';
import { openWorkspace, useWorkspaceStore } from './workspace-store.ts';

/** The same quarter and seed give the same plan on every machine. */
const SEED = 1;
/** After this long a run is slow enough to be ended with the best plan so far. */
const SLOW_AFTER = 2000;

let running: { cancel(): void } | null = null;
let slowTimer: ReturnType<typeof setTimeout> | undefined;

function endRun(): void {
  running?.cancel();
  running = null;
  clearTimeout(slowTimer);
}

/** Plans the quarter on view in the worker. The first plan shows at once, better ones replace it as they come. */
export function planQuarter(): void {
  endRun();
  const { quarter } = useView.getState();
  const workspace = openWorkspace();
  const run: Run = { startedAt: milliseconds(), took: null, stage: 'check', trace: [] };
  usePlan.setState({ ...idlePlan, phase: 'planning', quarter, run });
  slowTimer = setTimeout(() => usePlan.setState({ slow: true }), SLOW_AFTER);
  const options = { seed: SEED, iterations: null, today: today(workspace.about.zone) };
  running = startPlanning(workspace, quarter, options, hear);
}

/** Adds to the course of the run what has just been learnt; a moment that tells nothing new is left out. */
function note(learnt: Partial<Pick<Moment, 'best' | 'bound'>> & Partial<Pick<Run, 'stage'>>): void {
  const { run } = usePlan.getState();
  if (run === null) return;
  const { stage, ...figures } = learnt;
  const last = run.trace.at(-1);
  const at = milliseconds() - run.startedAt;
  const moment: Moment = { best: last?.best ?? null, bound: last?.bound ?? null, ...figures, at };
  const isNews = moment.best !== (last?.best ?? null) || moment.bound !== (last?.bound ?? null);
  usePlan.setState({
    run: { ...run, stage: stage ?? run.stage, trace: isNews ? [...run.trace, moment] : run.trace },
  });
}

function hear(message: PlanMessage): void {
  switch (message.kind) {
    case 'stage':
      return note({ stage: message.stage });
    case 'progress':
      usePlan.setState({ best: message.progress });
      return note({ best: message.progress.cost });
    case 'bound': {
      const { best } = usePlan.getState();
      if (best !== null) usePlan.setState({ best: { ...best, bound: message.bound } });
      return note({ bound: message.bound });
    }
    case 'done':
      return propose(message.proposal);
    case 'failed':
      return fail(message.reason);
  }
}

/**
 * Shows a plan that a question led to as a proposal, in place of whatever was proposed.
 *
 * @param limited the limit that it was made under: then nothing is said of plans beyond it
 */
export function showProposal(proposal: Proposal, run: Run, limited: Limited | null): void {
  endRun();
  usePlan.setState({ ...idlePlan, phase: 'proposed', quarter: proposal.quarter, proposal, run, limited });
}

/** Ends the run with a proposal, and says how good it is known to be. */
function propose(proposal: Proposal): void {
  endRun();
  note({ best: proposal.cost, ...(proposal.bound === null ? {} : { bound: proposal.bound }) });
  const { run } = usePlan.getState();
  const took = run === null ? 0 : milliseconds() - run.startedAt;
  usePlan.setState({
    phase: 'proposed',
    proposal,
    slow: false,
    run: run === null ? null : { ...run, took },
  });
  announce(`A plan is proposed after ${elapsedText(took)}. ${badgeText(proposal)}. Accept or discard it.`);
}

function fail(reason: string): void {
  endRun();
  usePlan.setState({ ...idlePlan, phase: 'failed', failure: reason });
  const text = `The quarter was not planned: ${reason}`;
  showToast({ text, tone: 'error' });
  announce(text, 'assertive');
}

/** Ends the run at once. With `keepBest` the best plan so far becomes the proposal, else nothing is proposed. */
export function stopPlanning(keepBest: boolean): void {
  const { best, phase, quarter } = usePlan.getState();
  if (phase !== 'planning') return;
  endRun();
  if (keepBest && best !== null && quarter !== null)
    return propose(proposalSoFar({ quarter, seed: SEED }, best, 'by-hand'));
  usePlan.setState(idlePlan);
  announce('Planning cancelled. Nothing changed.');
}

const shiftsText = (changes: Changes): string => {
  const count = changes.filter(({ table }) => table === 'shifts').length;
  return counted(count, 'shift changed', 'shifts changed');
};

/** Makes the proposal the plan, as one step. False when there is none, or when it is refused. */
export function acceptPlan(): boolean {
  const { proposal, run } = usePlan.getState();
  if (!proposal) return false;
  const { quarter, seed, digest, iterations, assignments, cost, bound } = proposal;
  const { about } = openWorkspace();
  const command = {
    kind: 'accept-plan',
    quarter,
    assignments,
    seed,
    digest,
    iterations,
    cost,
    bound,
    today: today(about.zone),
  } as const;
  const made = runCommand(command, stepTitle(command, openWorkspace()));
  if (!made.ok && made.reason.kind !== 'no-change') {
    showToast({ text: refusalText(made.reason, openWorkspace()), tone: 'error' });
    return false;
  }
  usePlan.setState({ ...idlePlan, ...(run === null ? {} : { accepted: { digest, run, proposal } }) });
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
  usePlan.setState(idlePlan);
  announce('Proposal discarded. Nothing changed.');
}

// A proposal belongs to the workspace and quarter it was made for: an edit in between makes it a guess.
useWorkspaceStore.subscribe((now, before) => {
  if (now.workspace !== before.workspace && usePlan.getState().phase !== 'idle') {
    endRun();
    usePlan.setState(idlePlan);
  }
});
useView.subscribe((now, before) => {
  if (now.quarter !== before.quarter) discardPlan();
});
