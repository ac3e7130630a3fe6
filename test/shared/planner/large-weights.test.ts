import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import type { Policy } from '../../../shared/model/policy.ts';
import { isBetter, type Weighed } from '../../../shared/planner/better.ts';
import { costOf, fullObjective } from '../../../shared/planner/cost.ts';
import { planInput, type PlanInput } from '../../../shared/planner/plan.ts';
import { provePlan } from '../../../shared/planner/prove.ts';
import { type Solver, solverOver } from '../../../shared/planner/solver.ts';
import { before, everyPlan, q1, smallTeam } from './small-team.ts';

/** Weights at the limits of a policy: with them a plan costs hundreds of millions. */
const steepLoads: Partial<Policy> = {
  loadBeyondBand: 100,
  weekdayLoad: 400,
  weekendLoad: 400,
  holidayLoad: 400,
};
const everythingDear: Partial<Policy> = {
  ...steepLoads,
  weekdayLoad: 397,
  weekendLoad: 211,
  holidayBalance: 1000,
  restBreach: 100_000,
  sameHoliday: 100_000,
  avoidedWeek: 100_000,
  wantedWeek: 100_000,
  changedSlot: 100_000,
  standIn: 100_000,
};
const withoutDivisor: Partial<Policy> = {
  loadBeyondBand: 97,
  weekdayLoad: 7,
  weekendLoad: 13,
  holidayLoad: 29,
  holidayBalance: 991,
  restBreach: 99_991,
  avoidedWeek: 99_989,
  wantedWeek: 1,
  standIn: 3,
};

let solver: Solver;
beforeAll(async () => {
  solver = solverOver(await loadHighs());
});

function inputUnder(seed: number, weights: Partial<Policy>): PlanInput {
  const workspace = smallTeam(seed);
  const policies = Object.fromEntries(
    Object.entries(workspace.policies).map(([id, policy]) => [id, { ...policy, ...weights }]),
  );
  return planInput({ ...workspace, policies }, q1, null, before);
}

const planCount = ({ problem: { slots, candidates } }: PlanInput): number =>
  slots.reduce(
    (all, __, slot) => all * (1 + (candidates.starts[slot + 1] ?? 0) - (candidates.starts[slot] ?? 0)),
    1,
  );

/** The best of every plan there is, and every seventh complete one to begin a proof from. */
function everyWay(input: PlanInput): { readonly best: Weighed; readonly some: readonly Int16Array[] } {
  const objective = fullObjective(input.problem, input.aim, input.present);
  let best: Weighed | null = null;
  const complete: Int16Array[] = [];
  for (const plan of everyPlan(input.problem)) {
    const next = { people: Int16Array.from(plan), cost: costOf(objective, plan) };
    if (best === null || isBetter(next, best)) best = next;
    if (next.cost.open === 0) complete.push(next.people);
  }
  if (best === null) throw new Error('not even an empty plan');
  return { best, some: complete.filter((__, place) => place % 7 === 0) };
}

/** What is claimed of the best must hold; proven or not, nothing may be thrown. */
async function claimsHold(
  input: PlanInput,
  best: Weighed,
  incumbent: Int16Array | null,
  nodes: number | null,
): Promise<boolean> {
  const bounds: number[] = [];
  const proof = await provePlan(input, incumbent, solver, {
    ...(nodes === null ? {} : { nodes }),
    onBound: (bound) => bounds.push(bound),
  });
  if (proof.cost?.open === best.cost.open)
    expect(Math.max(proof.bound, ...bounds)).toBeLessThanOrEqual(best.cost.total);
  if (proof.status === 'proven')
    expect([proof.cost?.open, proof.cost?.total]).toEqual([best.cost.open, best.cost.total]);
  expect(proof.status).not.toBe('infeasible');
  return proof.status === 'proven';
}

for (const [seed, weights] of [
  [141, everythingDear],
  [236, steepLoads],
  [391, steepLoads],
] as const) {
  test(
    `team ${seed} under the largest weights: no bound exceeds the best of every plan, wherever the proof begins`,
    { timeout: 60_000 },
    async () => {
      const input = inputUnder(seed, weights);
      const { best, some } = everyWay(input);
      for (const incumbent of [null, ...some.slice(0, 20)]) await claimsHold(input, best, incumbent, null);
    },
  );
}

test(
  'for tiny teams under weights at the limits no bound exceeds the best of every plan',
  { timeout: 60_000 },
  async () => {
    let proven = 0;
    let asked = 0;
    for (let seed = 100; seed < 125; seed++) {
      for (const weights of [steepLoads, everythingDear, withoutDivisor]) {
        const input = inputUnder(seed, weights);
        if (input.problem.slots.length === 0 || planCount(input) > 1000) continue;
        const { best } = everyWay(input);
        asked += 1;
        if (await claimsHold(input, best, null, null)) proven += 1;
        await claimsHold(input, best, best.people, 0);
      }
    }
    expect(asked).toBeGreaterThan(20);
    expect(proven / asked).toBeGreaterThan(0.5);
  },
);
