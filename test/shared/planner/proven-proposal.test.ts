import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { planInput, type PlanProgress } from '../../../shared/planner/plan.ts';
import { proveProposal } from '../../../shared/planner/proven-proposal.ts';
import { type MixedOptions, type Solver, solverOver } from '../../../shared/planner/solver.ts';
import { aRotation, aShift, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';
import { before, finish, q1 } from './small-team.ts';

let solver: Solver;
beforeAll(async () => {
  solver = solverOver(await loadHighs());
});

const workspace = aWorkspace({ rotations: [aRotation('Team', undefined, { endsOn: date('2027-02-15'), restWeeks: 1 })] });
const input = planInput(workspace, q1, null, before);
/** A poor plan, so that a proof finds better ones. */
const poor = finish(input, 0);

/** A solver whose exact part does something else. */
const solverThat = (solveMixed: (options: MixedOptions) => never): Solver => ({
  ...solver,
  solveMixed: (_program, options) => Promise.resolve().then(() => solveMixed(options)),
});

test('a proof leaves the proposal as good as it was or better, and says what is known', async () => {
  const bounds: number[] = [];
  const better: PlanProgress[] = [];
  const proven = await proveProposal(input, poor, solver, {}, { bound: (bound) => bounds.push(bound), better: (progress) => better.push(progress) });
  expect(proven).toMatchObject({ status: 'proven', gapWishes: 0, unproven: null, reproducible: true, digest: poor.digest, seed: poor.seed });
  expect(proven.cost).toBeLessThanOrEqual(poor.cost);
  expect(proven.bound).toBe(proven.cost);
  expect(new Set(bounds).size).toBe(bounds.length);
  for (const { cost, assignments } of better) expect({ cost: cost <= poor.cost, slots: assignments.length }).toEqual({ cost: true, slots: poor.assignments.length });
});

test('a solver that runs out of memory leaves the plan, and the bound that it had told', async () => {
  const broken = solverThat(({ onBound }) => {
    onBound?.(-1000, 3);
    throw new Error('memory access out of bounds');
  });
  const left = await proveProposal(input, poor, broken, {});
  expect(left).toMatchObject({ cost: poor.cost, assignments: poor.assignments, reproducible: false, unproven: { reason: 'solver-failed', detail: 'memory access out of bounds' } });
  expect(left.status).toBe('bounded');
  expect(left.bound).toBeLessThan(left.cost);
});

test('a solver that says nothing before it fails leaves nothing known', async () => {
  const broken = solverThat(() => { throw new Error('gone'); });
  expect(await proveProposal(input, poor, broken, {})).toMatchObject({ status: 'heuristic', bound: null, gapWishes: null });
});

test('a solver that contradicts the scorer is not believed', async () => {
  const liar: Solver = {
    ...solver,
    solveMixed: () => Promise.resolve({ status: 'optimal', x: null, bound: 10_000_000, nodes: 1, seconds: 0 }),
  };
  const left = await proveProposal(input, poor, liar, {});
  // Its rounding may be the liar: the plan stands, and no bound is claimed.
  expect(left).toMatchObject({ cost: poor.cost, status: 'heuristic', bound: null, gapWishes: null, unproven: { reason: 'limit' } });
});

test('a stop by nodes is reproducible and bounded, one by the clock is not', async () => {
  const stopped = (status: 'out-of-time' | 'out-of-nodes'): Solver => ({
    ...solver,
    solveMixed: () => Promise.resolve({ status, x: null, bound: -500, nodes: 4, seconds: 1 }),
  });
  expect(await proveProposal(input, poor, stopped('out-of-nodes'), { nodes: 4 })).toMatchObject({ status: 'bounded', reproducible: true, nodes: 4, unproven: { reason: 'limit' } });
  expect(await proveProposal(input, poor, stopped('out-of-time'), { seconds: 1 })).toMatchObject({ status: 'bounded', reproducible: false });
});

test('a proposal of another input is refused, as a bug', async () => {
  await expect(proveProposal(input, { ...poor, digest: 'another' }, solver, {})).rejects.toThrow('another');
});

test('whoever is no longer in the team keeps what they have worked', async () => {
  const shift = aShift('2027-01-04', 'Ann', { person: personIdOf('Gone') });
  const held = planInput({ ...workspace, shifts: { [shift.id]: shift } }, q1, null, date('2027-01-11'));
  const proven = await proveProposal(held, finish(held, 2000), solver, {});
  expect(proven.assignments.find((one) => one.shift === shift.id)?.person).toBe(personIdOf('Gone'));
  expect(proven.status).toBe('proven');
});
