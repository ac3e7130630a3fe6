import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import type { PlanProgress, Proposal } from '../../shared/planner/plan.ts';
import { knownShares } from './assess-in-worker.ts';
import { askShares, startPlanner } from './ask.ts';

/** What a run tells: better plans as they come, then the proposal; or why there is none. */
export type PlanMessage =
  | { readonly kind: 'progress'; readonly progress: PlanProgress }
  | { readonly kind: 'done'; readonly proposal: Proposal }
  | { readonly kind: 'failed'; readonly reason: string };

export interface PlanOptions {
  readonly seed: number;
  /** Moves to try; null takes as many as the size of the quarter asks for. */
  readonly iterations: number | null;
  /** What has begun by then stays. */
  readonly today: LocalDate;
}

/**
 * Plans a quarter beside the window. The first plan comes at once, by matching alone; meanwhile the attainable shares are worked
 * out, and the search runs against them, so that the proposal is the same on every host.
 *
 * @returns a handle; `cancel` ends both workers at once, and nothing is heard after it
 */
export function startPlanning(workspace: Workspace, quarter: QuarterId, options: PlanOptions, on: (message: PlanMessage) => void): { cancel(): void } {
  const question = { workspace, quarter };
  let stopShares: () => void = () => undefined;
  const finish = (message: PlanMessage): void => {
    if (message.kind === 'done') planner.release();
    else planner.end();
    stopShares();
    on(message);
  };
  const planner = startPlanner((message) => {
    if (message.kind === 'progress') on(message);
    else if (message.kind !== 'assessed') finish(message);
  });
  planner.send({ kind: 'begin', question, seed: options.seed, today: options.today });
  const search = (shares: SharesFound): void => { planner.send({ kind: 'search', shares, iterations: options.iterations }); };
  const known = knownShares(workspace, quarter);
  if (known !== null) search(known);
  else stopShares = askShares(question, search, (reason) => { finish({ kind: 'failed', reason }); });
  return {
    cancel: () => {
      planner.end();
      stopShares();
    },
  };
}
