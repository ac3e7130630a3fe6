import { expect, test } from 'vitest';
import { loadSolver } from '../../../../electron/command-line/load-solver.ts';
import { findShares } from '../../../../shared/planner/assess.ts';
import { planInput, planQuarter, type Proposal } from '../../../../shared/planner/plan.ts';
import { proveProposal } from '../../../../shared/planner/proven-proposal.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleToday, sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { date } from '../../../builders/a-workspace.ts';
import { anyTeam } from '../any-team.ts';
import { q1 } from '../small-team.ts';

/** Shares, search and proof by budgets of moves and nodes, as text: no clock in it anywhere. */
async function planText(workspace: Workspace, solver: Solver, today = date('2026-12-01')): Promise<string> {
  const input = planInput(workspace, q1, await findShares(workspace, q1, solver), today);
  const search = planQuarter(input, { seed: 3, iterations: 40_000 });
  let step = search.next();
  while (step.done !== true) step = search.next();
  const proven: Proposal = await proveProposal(input, step.value, solver, { nodes: 20 });
  return JSON.stringify(proven);
}

test('plan and proof are the same to the byte: in a fresh solver, in one that solved other teams before, on a copied file', { timeout: 60_000 }, async () => {
  const used = await loadSolver();
  for (let seed = 3; seed <= 6; seed++) await planText(anyTeam(seed), used);
  const teams = [anyTeam(2), anyTeam(7), anyTeam(11)];
  for (const [at, team] of teams.entries()) {
    const first = await planText(team, await loadSolver());
    expect(await planText(team, used), `team ${at}`).toBe(first);
    // A file read anew shares no object with the first, so nothing remembered can answer for it.
    expect(await planText(JSON.parse(JSON.stringify(team)) as Workspace, used), `team ${at}`).toBe(first);
    expect((JSON.parse(first) as Proposal).reproducible).toBe(true);
  }
});

test('the sample is planned the same in a fresh and in a used solver', { timeout: 60_000 }, async () => {
  const sample = sampleWorkspace();
  const used = await loadSolver();
  await planText(anyTeam(5), used);
  expect(await planText(sample, used, sampleToday)).toBe(await planText(sample, await loadSolver(), sampleToday));
});
