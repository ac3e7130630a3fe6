import loadHighs from 'highs';
import wasmUrl from 'highs/runtime?url';
import { findShares } from '../../shared/planner/assess.ts';
import { solverOver } from '../../shared/planner/solver.ts';
import type { FromProver, ToProver } from './messages.ts';
import { serve } from './serve.ts';

serve<ToProver, FromProver>(async ({ question }, post) => {
  const highs = await loadHighs({ locateFile: () => wasmUrl });
  post({ kind: 'shares', shares: await findShares(question.workspace, question.quarter, solverOver(highs)) });
});
