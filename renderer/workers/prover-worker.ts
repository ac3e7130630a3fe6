import loadHighs from 'highs';
import wasmUrl from 'highs/runtime?url';
import { findShares } from '../../shared/planner/assess.ts';
import { planInput } from '../../shared/planner/plan.ts';
import { proveProposal } from '../../shared/planner/proven-proposal.ts';
import { type Solver, solverOver } from '../../shared/planner/solver.ts';
import type { FromProver, ToProver } from './messages.ts';
import { serve } from './serve.ts';

/** At most ten bounds a second: the picture of a run shows no more. */
const QUIET = 100;

/** Begins to load with the worker, so that whoever asks later waits less. */
const loading = loadHighs({ locateFile: () => wasmUrl }).then(solverOver);
// Whoever asks is told of a failure; nobody asking is no unhandled one.
loading.catch(() => undefined);

type Prove = Extract<ToProver, { kind: 'prove' }>;

async function prove({ question, shares, today, proposal, seconds }: Prove, solver: Solver, post: (message: FromProver) => void): Promise<void> {
  const input = planInput(question.workspace, question.quarter, shares, today);
  let sentAt = -Infinity;
  const proven = await proveProposal(input, proposal, solver, { seconds }, {
    bound: (bound, nodes) => {
      if (performance.now() - sentAt < QUIET) return;
      sentAt = performance.now();
      post({ kind: 'bound', bound, nodes });
    },
    better: (progress) => { post({ kind: 'progress', progress }); },
  });
  post({ kind: 'done', proposal: proven });
}

serve<ToProver, FromProver>(async (message, post) => {
  const solver = await loading;
  if (message.kind === 'prove') await prove(message, solver, post);
  else post({ kind: 'shares', shares: await findShares(message.question.workspace, message.question.quarter, solver) });
});
