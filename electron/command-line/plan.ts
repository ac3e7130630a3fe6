import { performance } from 'node:perf_hooks';
import { edit } from '../../shared/editing/edit.ts';
import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { checkQuarter } from '../../shared/planner/check.ts';
import type { Finding } from '../../shared/planner/finding.ts';
import { judge, type TeamFairness } from '../../shared/planner/judge.ts';
import { type PlanInput, planInput, planMoves, planQuarter, type Proposal, proposalSoFar } from '../../shared/planner/plan.ts';
import { PROOF_SECONDS, proveProposal } from '../../shared/planner/proven-proposal.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import { policyOf } from '../../shared/fairness/policy-of.ts';
import { type Demanded, demandPins, limitedPlan, withMovedPins } from './demands.ts';
import { assessHere, insistOnSomebody, sharesHere } from './assess-here.ts';
import { type ConflictTold, conflictsHere, conflictsJson } from './conflicts.ts';
import { assignmentJson, findingJson, isOpenTrouble, scoreJson } from './contract.ts';
import { loadSolver } from './load-solver.ts';
import { Stop } from './outcome.ts';

export interface Planned {
  readonly proposal: Proposal;
  /** The workspace with the plan accepted. */
  readonly workspace: Workspace;
  readonly fairness: TeamFairness;
  readonly findings: readonly Finding[];
  /** Why there is no complete plan; empty where there is. */
  readonly conflicts: readonly ConflictTold[];
  /** Most held turns that were allowed to change; null was no limit. */
  readonly maxChanges: number | null;
  readonly seconds: number;
}

export interface PlanRequest {
  readonly quarter: QuarterId;
  readonly seed: number;
  /** Seconds; null is no limit. */
  readonly limit: number | null;
  /** Whether the plan is proven after the search, as the window does. */
  readonly prove: boolean;
  /** Most held turns that may go to somebody else; null is no limit. */
  readonly maxChanges: number | null;
  /** Who must hold which turn, as typed. */
  readonly pins: readonly string[];
  readonly today: LocalDate;
}

/** Runs the search to its end, or until time is up: then the best plan so far is the proposal, and is not reproducible. */
function search(input: PlanInput, { quarter, seed }: PlanRequest, outOfTime: () => boolean): Proposal {
  const run = planQuarter(input, { seed, iterations: planMoves(input.problem) });
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return step.value;
    if (outOfTime()) return proposalSoFar({ quarter, seed }, step.value, 'limit');
  }
}

/** Proves a proposal within the time that is left. A search that the clock ended leaves none. */
async function prove(input: PlanInput, proposal: Proposal, { limit }: PlanRequest, elapsed: () => number): Promise<Proposal> {
  const left = limit === null ? PROOF_SECONDS : Math.min(PROOF_SECONDS, limit - elapsed());
  return left <= 0 ? { ...proposal, reproducible: false } : proveProposal(input, proposal, await loadSolver(), { seconds: left });
}

function accept(workspace: Workspace, { quarter, seed, today, maxChanges }: PlanRequest, { assignments, digest, iterations, cost, bound: proven }: Proposal): Workspace {
  // What was proven within some changes is not proven of the quarter.
  const bound = maxChanges === null ? proven : null;
  const edited = edit(workspace, { kind: 'accept-plan', quarter, assignments: [...assignments], seed, digest, iterations, cost, bound, today });
  if (edited.ok) return edited.value.workspace;
  if (edited.reason.kind === 'no-change') return workspace;
  throw new Stop(`The plan could not be taken over: ${refusalText(edited.reason, workspace)}`);
}

/** The plan of what is demanded: within some changes, or searched and, where it was asked for, proven. */
async function make(demanded: Demanded, request: PlanRequest, shares: SharesFound, elapsed: () => number): Promise<Proposal> {
  const { limit, maxChanges } = request;
  if (maxChanges !== null) {
    const seconds = Math.max(0, Math.min(PROOF_SECONDS, (limit ?? Infinity) - elapsed()));
    return limitedPlan(demanded, shares, { ...request, maxChanges, seconds });
  }
  const input = planInput(demanded.workspace, request.quarter, shares, request.today);
  const searched = search(input, request, () => limit !== null && elapsed() >= limit);
  return request.prove ? prove(input, searched, request, elapsed) : searched;
}

/** Plans a quarter of a workspace. @throws Stop where there is nothing to plan */
export async function planHere(workspace: Workspace, request: PlanRequest): Promise<Planned> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  insistOnSomebody(workspace, request.quarter);
  const shares = await sharesHere(workspace, request.quarter);
  const demanded = await demandPins(workspace, request.quarter, shares, request.today, request.pins);
  const made = await make(demanded, request, shares, elapsed);
  const found = withMovedPins(made, demanded.moved, policyOf(workspace, request.quarter).changedSlot);
  const assessment = assessHere(workspace, request.quarter, shares);
  const planned = accept(demanded.workspace, request, found);
  const findings = checkQuarter(planned, request.quarter);
  const { quarter, today, prove: priced, maxChanges } = request;
  const conflicts = findings.some(isOpenTrouble) ? await conflictsHere(planned, quarter, shares, today, priced) : [];
  const fairness = judge(planned, quarter, assessment);
  return { proposal: found, workspace: planned, fairness, findings, conflicts, maxChanges, seconds: elapsed() };
}

/** What `evenwatch plan --json` prints. What is best possible is known only of a plan that is proven best: its own score. */
export function planJson({ proposal, workspace, fairness, findings, conflicts, maxChanges, seconds }: Planned) {
  const { quarter, seed, digest, iterations, nodes, reproducible, assignments, cost, terms, status, bound, gapWishes } = proposal;
  return {
    quarter,
    seed,
    digest,
    seconds: Math.round(seconds * 1000) / 1000,
    score: scoreJson(fairness.score),
    bestPossible: status === 'proven' && maxChanges === null ? scoreJson(fairness.score) : null,
    status,
    gapWishes,
    assignments: assignments.map((assignment) => assignmentJson(workspace, assignment)),
    findings: findings.map((finding) => findingJson(workspace, finding)),
    conflicts: conflictsJson(workspace, conflicts),
    /** The limit that `status` and `gapWishes` speak of; null is none. */
    maxChanges,
    iterations,
    nodes,
    reproducible,
    cost,
    bound,
    terms: { rest: terms.rest, load: terms.load, holidays: terms.holidays, sameHoliday: terms.sameHoliday, wishes: terms.wishes, changed: terms.changed },
  };
}

export const planHasTrouble = ({ findings }: Planned): boolean => findings.some(isOpenTrouble);
