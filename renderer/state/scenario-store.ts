import { create } from 'zustand';
import type { Command } from '../../shared/editing/command.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import type { ScenarioId } from '../../shared/model/ids.ts';
import type { Policy } from '../../shared/model/policy.ts';
import type { PlanRecord } from '../../shared/model/quarter.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { proposalSoFar, type PlanProgress, type Proposal } from '../../shared/planner/plan.ts';
import { slotsOfQuarter } from '../../shared/rotation/expand.ts';
import { factsOf, type BranchTerms } from '../../shared/scenarios/branch.ts';
import { noFacts, type Facts } from '../../shared/scenarios/facts.ts';
import { branchBase, layScenario } from '../../shared/scenarios/lay-over.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import { badgeText, type Stage } from '../../shared/words/plan-text.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { adoptRefusalText } from '../../shared/words/scenario-text.ts';
import { stepTitle } from '../../shared/words/step-title.ts';
import { startPlanning } from '../workers/start-planning.ts';
import { announce } from './announce.ts';
import { milliseconds, today } from './clock.ts';
import { memoise } from './memoise.ts';
import { isAsAccepted } from './plan-since.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { useView } from './view-store.ts';
import { openWorkspace, useWorkspaceStore } from './workspace-store.ts';

/** A plan that can stand in a column: the one that stands, or a named one. */
export type SideId = 'present' | ScenarioId;

/** A branch that the planner is at. */
export interface BranchRun {
  readonly name: string;
  readonly quarter: QuarterId;
  /** By `milliseconds()`. */
  readonly startedAt: number;
  readonly stage: Stage;
  readonly best: PlanProgress | null;
  /** No plan of the branch costs less, in cost units; null while nothing is proven. */
  readonly bound: number | null;
}

interface ScenarioState {
  readonly left: SideId;
  readonly right: SideId;
  readonly run: BranchRun | null;
  /** Why the last branch was not planned. */
  readonly failure: string | null;
  /** A policy that the next branch begins with: drafted on its own screen, to be tried here. */
  readonly branchPolicy: Policy | null;
}

const atFirst: ScenarioState = {
  left: 'present',
  right: 'present',
  run: null,
  failure: null,
  branchPolicy: null,
};
export const useScenarios = create<ScenarioState>(() => atFirst);

type Draft = Pick<Scenario, 'id' | 'name' | 'note' | 'quarter'> & { readonly facts: Facts };

/** The same branch and seed give the same plan on every machine. */
const SEED = 1;

let running: { readonly draft: Draft; cancel(): void } | null = null;

const todayHere = () => today(openWorkspace().about.zone);
const newId = (): ScenarioId => `scenario-${crypto.randomUUID().slice(0, 8)}` as ScenarioId;

export const showSide = (side: 'left' | 'right', id: SideId): void => useScenarios.setState({ [side]: id });

/** Opens the form of a branch with this policy in it. */
export function tryPolicy(policy: Policy): void {
  useScenarios.setState({ branchPolicy: policy });
  useView.setState({ screen: 'compare', dialog: 'branch' });
}

/** The policy that the next branch begins with, once: the form after it begins with nothing again. */
export function takeBranchPolicy(): Policy | null {
  const { branchPolicy } = useScenarios.getState();
  if (branchPolicy !== null) useScenarios.setState({ branchPolicy: null });
  return branchPolicy;
}

export function swapSides(): void {
  const { left, right } = useScenarios.getState();
  useScenarios.setState({ left: right, right: left });
}

/** Makes an edit and says so; what refuses it is returned as a sentence, null when it was made. */
function make(command: Command, said: string): string | null {
  const workspace = openWorkspace();
  const made = runCommand(command, stepTitle(command, workspace));
  if (!made.ok) return refusalText(made.reason, workspace);
  showToast({ text: said, undo: true });
  announce(said);
  return null;
}

const slotsNow = (workspace: Workspace, quarter: QuarterId): Scenario['assignments'] =>
  slotsOfQuarter(workspace, quarter).map(({ id }) => ({
    shift: id,
    person: workspace.shifts[id]?.person ?? null,
  }));

/** Keeps the plan that stands under a name. Returns why not, as a sentence. */
export function namePresentPlan(name: string, note: string): string | null {
  const { quarter } = useView.getState();
  const { history } = useWorkspaceStore.getState();
  const workspace = openWorkspace();
  const scenario: Scenario = {
    id: newId(),
    name: name.trim(),
    note: note.trim(),
    quarter,
    createdOn: todayHere(),
    facts: noFacts,
    assignments: slotsNow(workspace, quarter),
    // What was proven of the accepted plan says nothing of one that was changed since.
    plan: isAsAccepted(history, quarter) ? (workspace.quarters[quarter]?.plan ?? null) : null,
  };
  const refusal = make(
    { kind: 'save-scenario', scenario },
    `The plan of ${quarterText(quarter)} is kept as ${scenario.name}.`,
  );
  if (refusal === null) useScenarios.setState({ left: 'present', right: scenario.id });
  return refusal;
}

const recordOf = ({ seed, digest, iterations, cost, bound }: Proposal): PlanRecord => ({
  seed,
  digest,
  iterations,
  acceptedOn: todayHere(),
  cost,
  bound,
});

function keep(draft: Draft, proposal: Proposal): void {
  endRun();
  const scenario: Scenario = {
    ...draft,
    createdOn: todayHere(),
    assignments: proposal.assignments,
    plan: recordOf(proposal),
  };
  const refusal = make(
    { kind: 'save-scenario', scenario },
    `${scenario.name} is planned. ${badgeText(proposal)}.`,
  );
  if (refusal === null) useScenarios.setState({ right: scenario.id });
  else useScenarios.setState({ failure: refusal });
}

function endRun(): void {
  running?.cancel();
  running = null;
  useScenarios.setState({ run: null });
}

function fail(name: string, reason: string): void {
  endRun();
  const text = `${name} was not planned: ${reason}`;
  useScenarios.setState({ failure: text });
  announce(text, 'assertive');
}

function learn(news: Partial<Pick<BranchRun, 'stage' | 'best' | 'bound'>>): void {
  const { run } = useScenarios.getState();
  if (run !== null) useScenarios.setState({ run: { ...run, ...news } });
}

function start(draft: Draft): void {
  endRun();
  const workspace = openWorkspace();
  const now = todayHere();
  const base = branchBase(workspace, draft.quarter, draft.facts, now);
  const run = {
    name: draft.name,
    quarter: draft.quarter,
    startedAt: milliseconds(),
    stage: 'check' as const,
    best: null,
    bound: null,
  };
  useScenarios.setState({ run, failure: null });
  announce(`Planning ${draft.name}.`);
  const handle = startPlanning(
    base,
    draft.quarter,
    { seed: SEED, iterations: null, today: now },
    (message) => {
      if (message.kind === 'done') keep(draft, message.proposal);
      else if (message.kind === 'failed') fail(draft.name, message.reason);
      else if (message.kind === 'progress') learn({ best: message.progress });
      else if (message.kind === 'bound') learn({ bound: message.bound });
      else learn({ stage: message.stage });
    },
  );
  running = { draft, cancel: () => handle.cancel() };
}

/** Branches the quarter on view under other terms, plans the branch beside the window, and keeps it under its name. */
export function branch(name: string, note: string, terms: BranchTerms): void {
  const { quarter } = useView.getState();
  const facts = factsOf(openWorkspace(), quarter, terms, todayHere());
  start({ id: newId(), name: name.trim(), note: note.trim(), quarter, facts });
}

/** Plans a scenario's facts anew, from how things stand today. */
export function planAgain({ id, name, note, quarter, facts }: Scenario): void {
  start({ id, name, note, quarter, facts });
}

/** Ends the run at once and keeps the best plan so far, with what is proven of it. */
export function keepBestSoFar(): void {
  const { run } = useScenarios.getState();
  if (running === null || run === null || run.best === null) return;
  const progress = { ...run.best, bound: run.bound ?? run.best.bound };
  keep(running.draft, proposalSoFar({ quarter: run.quarter, seed: SEED }, progress, 'by-hand'));
}

export function cancelBranch(): void {
  const { run } = useScenarios.getState();
  if (run === null) return;
  endRun();
  announce(`Planning ${run.name} was cancelled. Nothing changed.`);
}

/** Gives a scenario another name or note. Returns why not, as a sentence. */
export const renameScenario = (scenario: Scenario, name: string, note: string): string | null =>
  make(
    { kind: 'save-scenario', scenario: { ...scenario, name: name.trim(), note: note.trim() } },
    `${scenario.name} is now ${name.trim()}.`,
  );

export function removeScenario(scenario: Scenario): void {
  const { left, right } = useScenarios.getState();
  if (
    make(
      { kind: 'remove-scenario', scenario: scenario.id },
      `${scenario.name} is removed. The plan stands as it was.`,
    ) !== null
  )
    return;
  useScenarios.setState({
    left: left === scenario.id ? 'present' : left,
    right: right === scenario.id ? 'present' : right,
  });
}

/** Makes a scenario the plan, as one step. Says why where it cannot be. */
export function adoptScenario(scenario: Scenario): void {
  const workspace = openWorkspace();
  const command = { kind: 'adopt-scenario', scenario: scenario.id, today: todayHere() } as const;
  const made = runCommand(command, stepTitle(command, workspace));
  const text = made.ok
    ? `${scenario.name} is the plan of ${quarterText(scenario.quarter)} now.`
    : adoptRefusalText(made.reason, workspace, layScenario(workspace, scenario, command.today));
  showToast(made.ok ? { text, undo: true } : { text, tone: 'error' });
  announce(text);
}

const laid = memoise(layScenario, 6);

/** The workspace as it would be under a plan: itself for the present one. Null where the plan is gone. */
export function workspaceUnder(workspace: Workspace, side: SideId): Workspace | null {
  if (side === 'present') return workspace;
  const scenario = workspace.scenarios[side];
  return scenario === undefined ? null : laid(workspace, scenario, today(workspace.about.zone));
}

// Another file is another plan: what was branched in the one before is not kept in this one.
useWorkspaceStore.subscribe((now, before) => {
  if (now.file === before.file) return;
  endRun();
  useScenarios.setState(atFirst);
});
