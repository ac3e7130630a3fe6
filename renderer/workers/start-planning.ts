import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import type { PlanProgress, Proposal } from '../../shared/planner/plan.ts';
import { PROOF_SECONDS, unprovenBy } from '../../shared/planner/proven-proposal.ts';
import { knownShares } from './assess-in-worker.ts';
import { askShares, type Run, startPlanner, startProver } from './ask.ts';
import type { FromProver, ToProver } from './messages.ts';

/** What a run tells: better plans and bounds as they come, then the proposal; or why there is none. */
export type PlanMessage =
  | { readonly kind: 'stage'; readonly stage: 'shares' | 'search' | 'prove' }
  | { readonly kind: 'progress'; readonly progress: PlanProgress }
  /** No plan costs less than the bound, in cost units. */
  | { readonly kind: 'bound'; readonly bound: number; readonly nodes: number }
  | { readonly kind: 'done'; readonly proposal: Proposal }
  | { readonly kind: 'failed'; readonly reason: string };

export interface PlanOptions {
  readonly seed: number;
  /** Moves to try; null takes as many as the size of the quarter asks for. */
  readonly iterations: number | null;
  /** What has begun by then stays. */
  readonly today: LocalDate;
}

/** The proof of one run, in a worker of its own. Whatever becomes of it, the proposal comes back with what is known by then. */
function startProof(on: (message: PlanMessage) => void): { prove(message: Extract<ToProver, { kind: 'prove' }>): void; end(): void } {
  let proposal: Proposal | null = null;
  let better: PlanProgress | null = null;
  let bound: number | null = null;
  let died: string | null = null;
  const give = (reason: string): void => {
    prover.end();
    died = reason;
    if (proposal !== null) on({ kind: 'done', proposal: unprovenBy(proposal, better, bound, reason) });
  };
  const hear = (message: FromProver): void => {
    if (message.kind === 'failed') return give(message.reason);
    if (message.kind === 'shares') return;
    if (message.kind === 'bound') ({ bound } = message);
    else if (message.kind === 'progress') better = message.progress;
    else prover.end();
    on(message);
  };
  const prover: Run<ToProver> = startProver(hear);
  return {
    prove: (message) => {
      ({ proposal } = message);
      if (died !== null) return give(died);
      prover.send(message);
    },
    end: () => { prover.end(); },
  };
}

/**
 * Plans a quarter beside the window. The first plan comes at once, by matching alone; meanwhile the attainable shares are worked
 * out, and the search runs against them; then its plan is proven, in a worker of its own. A solver that fails, or a worker that
 * dies, leaves the plan of the search, which then says why nothing is proven of it.
 *
 * @returns a handle; `cancel` ends all workers at once, and nothing is heard after it
 */
export function startPlanning(workspace: Workspace, quarter: QuarterId, options: PlanOptions, on: (message: PlanMessage) => void): { cancel(): void } {
  const question = { workspace, quarter };
  const { seed, iterations, today } = options;
  let stopShares: () => void = () => undefined;
  let shares: SharesFound | null = knownShares(workspace, quarter);
  let sharesFailed: string | null = null;
  let proof: ReturnType<typeof startProof> | null = null;

  const searched = (proposal: Proposal): void => {
    planner.release();
    if (shares === null) {
      on({ kind: 'done', proposal: unprovenBy(proposal, null, null, sharesFailed ?? '') });
      return;
    }
    on({ kind: 'stage', stage: 'prove' });
    proof ??= startProof(on);
    proof.prove({ kind: 'prove', question, shares, today, proposal, seconds: PROOF_SECONDS });
  };
  const planner = startPlanner((message) => {
    if (message.kind === 'failed') {
      cancel();
      on(message);
    } else if (message.kind === 'done') searched(message.proposal);
    else if (message.kind === 'progress') {
      on(message);
      // The solver loads while the search runs, but never before the first plan is there.
      if (shares !== null) proof ??= startProof(on);
    }
  });
  const cancel = (): void => {
    planner.end();
    proof?.end();
    stopShares();
  };
  const search = (found: SharesFound | null): void => {
    shares = found;
    on({ kind: 'stage', stage: 'search' });
    planner.send({ kind: 'search', shares: found, iterations });
  };

  planner.send({ kind: 'begin', question, seed, today });
  if (shares !== null) search(shares);
  else {
    on({ kind: 'stage', stage: 'shares' });
    stopShares = askShares(question, search, (reason) => {
      sharesFailed = reason;
      search(null);
    });
  }
  return { cancel };
}
