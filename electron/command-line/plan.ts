import { performance } from 'node:perf_hooks';
import { edit } from '../../shared/editing/edit.ts';
import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { checkQuarter } from '../../shared/planner/check.ts';
import type { Finding } from '../../shared/planner/finding.ts';
import { judge, type TeamFairness } from '../../shared/planner/judge.ts';
import { planInput, planMoves, planQuarter, type Proposal } from '../../shared/planner/plan.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { assessHere, insistOnSomebody, sharesHere } from './assess-here.ts';
import { assignmentJson, findingJson, isOpenTrouble, scoreJson } from './contract.ts';
import { Stop } from './outcome.ts';

export interface Planned {
  readonly proposal: Proposal;
  /** The workspace with the plan accepted. */
  readonly workspace: Workspace;
  readonly fairness: TeamFairness;
  readonly findings: readonly Finding[];
  readonly seconds: number;
}

export interface PlanRequest {
  readonly quarter: QuarterId;
  readonly seed: number;
  /** Seconds; null is no limit. */
  readonly limit: number | null;
  readonly today: LocalDate;
}

/** Runs the search to its end, or until time is up: then the best plan so far is the proposal, and is not reproducible. */
function search(workspace: Workspace, { quarter, seed, today }: PlanRequest, shares: Parameters<typeof planInput>[2], outOfTime: () => boolean): Proposal {
  const input = planInput(workspace, quarter, shares, today);
  const run = planQuarter(input, { seed, iterations: planMoves(input.problem) });
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return step.value;
    if (!outOfTime()) continue;
    const { cost, terms, assignments, done, digest } = step.value;
    return { quarter, seed, digest, iterations: done, assignments, cost, terms, reproducible: false };
  }
}

function accept(workspace: Workspace, { quarter, seed, today }: PlanRequest, { assignments, digest, iterations, cost }: Proposal): Workspace {
  const edited = edit(workspace, { kind: 'accept-plan', quarter, assignments: [...assignments], seed, digest, iterations, cost, bound: null, today });
  if (edited.ok) return edited.value.workspace;
  if (edited.reason.kind === 'no-change') return workspace;
  throw new Stop(`The plan could not be taken over: ${refusalText(edited.reason, workspace)}`);
}

/** Plans a quarter of a workspace. @throws Stop where there is nothing to plan */
export async function planHere(workspace: Workspace, request: PlanRequest): Promise<Planned> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const outOfTime = () => request.limit !== null && elapsed() >= request.limit;
  insistOnSomebody(workspace, request.quarter);
  const shares = await sharesHere(workspace, request.quarter);
  const found = search(workspace, request, shares, outOfTime);
  const assessment = assessHere(workspace, request.quarter, shares);
  const planned = accept(workspace, request, found);
  return {
    proposal: found,
    workspace: planned,
    fairness: judge(planned, request.quarter, assessment),
    findings: checkQuarter(planned, request.quarter),
    seconds: elapsed(),
  };
}

/** What `evenwatch plan --json` prints. Without the exact solver there is no bound: what is best possible stays unknown. */
export function planJson({ proposal, workspace, fairness, findings, seconds }: Planned) {
  const { quarter, seed, digest, iterations, reproducible, assignments, cost, terms } = proposal;
  return {
    quarter,
    seed,
    digest,
    seconds: Math.round(seconds * 1000) / 1000,
    score: scoreJson(fairness.score),
    bestPossible: null,
    status: 'heuristic' as const,
    gapWishes: null,
    assignments: assignments.map((assignment) => assignmentJson(workspace, assignment)),
    findings: findings.map((finding) => findingJson(workspace, finding)),
    iterations,
    reproducible,
    cost,
    terms: { rest: terms.rest, load: terms.load, holidays: terms.holidays, sameHoliday: terms.sameHoliday, wishes: terms.wishes, changed: terms.changed },
  };
}

export const planHasTrouble = ({ findings }: Planned): boolean => findings.some(isOpenTrouble);
