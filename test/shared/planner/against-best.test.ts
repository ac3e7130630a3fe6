import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Run } from '../../../shared/planner/against-best.ts';
import { assess } from '../../../shared/planner/assess.ts';
import type { Assessment } from '../../../shared/planner/attainable.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { planInput, type Proposal } from '../../../shared/planner/plan.ts';
import { provePlan } from '../../../shared/planner/prove.ts';
import { type Solver, solverOver } from '../../../shared/planner/solver.ts';
import { aPerson, aPolicy, aRotation, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';
import { before, finish, q1, withPlan } from './small-team.ts';

let solver: Solver;
beforeAll(async () => {
  solver = solverOver(await loadHighs());
});

const names = ['Ann', 'Bo', 'Cy', 'Di'];

/** Four people and 13 primary weeks; Ann wants five of them so dearly that the best plan by cost is not the fairest. */
const team = (): Workspace =>
  aWorkspace({
    people: names.map((name, position) =>
      aPerson(name, {
        position,
        wishes:
          name === 'Ann'
            ? ['01-04', '01-18', '02-01', '02-15', '03-01'].map((day) => ({
                week: date(`2027-${day}`),
                kind: 'want' as const,
              }))
            : [],
      }),
    ),
    rotations: [aRotation('Team', names, { layers: aRotation().layers.slice(0, 1) })],
    policies: [aPolicy({ wantedWeek: 16_000 })],
  });

async function proven(
  workspace: Workspace,
  assessment: Assessment,
): Promise<{ readonly proposal: Proposal; readonly run: Run }> {
  const input = planInput(workspace, q1, assessment, before);
  const proposal = finish(input, 50_000);
  const people = Int16Array.from(proposal.assignments, ({ person }) =>
    person === null ? -1 : (input.problem.personAt.get(person) ?? -1),
  );
  const proof = await provePlan(input, people, solver, { nodes: 20_000 });
  expect(proof.status).toBe('proven');
  return { proposal, run: { digest: proposal.digest, bound: proof.bound } };
}

const swapTo = (workspace: Workspace, monday: string, name: string): Workspace => {
  const id = `rotation-team/primary/${monday}` as keyof Workspace['shifts'];
  return {
    ...workspace,
    shifts: {
      ...workspace.shifts,
      [id]: { ...workspace.shifts[id], person: personIdOf(name) },
    },
  };
};

test('the best plan is the best known without a proof, and the best possible with one', async () => {
  const workspace = team();
  const assessment = await assess(workspace, q1, solver);
  const { proposal, run } = await proven(workspace, assessment);
  const plan = withPlan(workspace, proposal);
  expect(judge(plan, q1, assessment).best).toMatchObject({ kind: 'best', proven: false, wishes: 0 });
  expect(judge(plan, q1, assessment, run).best).toMatchObject({ kind: 'best', proven: true, wishes: 0 });
  const record = {
    id: q1,
    closedOn: null,
    policy: 'policy-1',
    carry: [],
    plan: { seed: 1, ...run, iterations: 1, acceptedOn: before, cost: proposal.cost },
  };
  const accepted = { ...plan, quarters: { [q1]: record } } as unknown as Workspace;
  expect(judge(accepted, q1, assessment).best).toMatchObject({ kind: 'best', proven: true });
});

test('a proof of something else says nothing: another input, or a bound below the cost', async () => {
  const workspace = team();
  const assessment = await assess(workspace, q1, solver);
  const { proposal, run } = await proven(workspace, assessment);
  const plan = withPlan(workspace, proposal);
  expect(judge(plan, q1, assessment, { ...run, digest: 'another' }).best?.proven).toBe(false);
  expect(judge(plan, q1, assessment, { ...run, bound: (run.bound ?? 0) - 80 }).best?.proven).toBe(false);
  expect(judge(plan, q1, assessment, { ...run, bound: null }).best?.proven).toBe(false);
  // A run that had to keep a pin proved its bound for plans with that pin alone.
  const [first] = Object.values(plan.shifts);
  if (first === undefined) throw new Error('nothing is planned');
  const pinned = { ...workspace, shifts: { [first.id]: { ...first, pinned: true } } } as Workspace;
  const { digest } = finish(planInput(pinned, q1, assessment, before), 1_000);
  expect(judge(plan, q1, assessment, { ...run, digest }).best?.proven).toBe(false);
});

test('a bound for every plan of the quarter holds for a plan changed by hand, and no other bound does', async () => {
  const workspace = team();
  const assessment = await assess(workspace, q1, solver);
  const { proposal, run } = await proven(workspace, assessment);
  const plan = swapTo(withPlan(workspace, proposal), '2027-01-11', 'Ann');
  const changed = judge(plan, q1, assessment, run).best;
  expect(changed?.bound).toBe(proposal.cost);
  expect(changed?.cost.total).toBeGreaterThan(proposal.cost);
  // What the change against the plan before would cost is no matter of how good the plan is.
  expect(changed?.cost.changed).toBe(0);
  expect(judge(plan, q1, assessment, { ...run, digest: 'another' }).best?.bound).toBeNull();
  const [someone] = Object.values(workspace.people);
  if (someone === undefined) throw new Error('nobody is there');
  const people = { ...workspace.people, [someone.id]: { ...someone, fullTimePercent: 50 } };
  const away: Workspace = { ...workspace, people };
  const other = await assess(away, q1, solver);
  expect(judge({ ...away, shifts: plan.shifts }, q1, other, run).best?.bound).toBeNull();
});

test('a worse plan says how far below the best possible it is, a fairer one what it costs', async () => {
  const workspace = team();
  const assessment = await assess(workspace, q1, solver);
  const { proposal, run } = await proven(workspace, assessment);
  const best = judge(withPlan(workspace, proposal), q1, assessment, run);
  // The wanted weeks are worth more than an even split: the best plan is not the fairest.
  expect(best.people.find(({ person }) => person === personIdOf('Ann'))?.wishes.granted).toBe(5);
  expect(best.score).toBeLessThan(100);
  const plan = withPlan(workspace, proposal);
  const even = judge(swapTo(plan, '2027-03-01', leastOf(plan)), q1, assessment, run);
  expect(even.score).toBeGreaterThan(best.score ?? 100);
  expect(even.best).toMatchObject({ kind: 'fairer', proven: true, score: best.score });
  expect(even.best?.wishes).toBeGreaterThan(0);
  const worse = judge(swapTo(plan, '2027-01-11', 'Ann'), q1, assessment, run);
  expect(worse.best).toMatchObject({ kind: 'below', proven: true, score: best.score });
});

/** Whoever of the others holds least. */
function leastOf(workspace: Workspace): string {
  const held = (name: string): number =>
    Object.values(workspace.shifts).filter(({ person }) => person === personIdOf(name)).length;
  return names.slice(1).toSorted((a, b) => held(a) - held(b))[0] ?? 'Bo';
}

test('with gaps or conflicts, or before the shares are known, nothing is said of the best', async () => {
  const workspace = team();
  const assessment = await assess(workspace, q1, solver);
  const { proposal, run } = await proven(workspace, assessment);
  const plan = withPlan(workspace, proposal);
  const [first = ''] = Object.keys(plan.shifts);
  const { [first as keyof Workspace['shifts']]: gone, ...rest } = plan.shifts;
  expect(gone).toBeDefined();
  expect(judge({ ...plan, shifts: rest as Workspace['shifts'] }, q1, assessment, run)).toMatchObject({
    gaps: 1,
    provisional: true,
    best: null,
  });
  expect(judge(plan, q1, null, run).best).toBeNull();
});

test('a plan fairer than any that was found is allowed its own excess: it is never told off', async () => {
  const workspace = team();
  const assessment = await assess(workspace, q1, solver);
  const { proposal } = await proven(workspace, assessment);
  const strict: Assessment = { ...assessment, allowance: { load: 0, holidays: 0 }, rank: [0, 0, 1e6, 1e6] };
  expect(judge(withPlan(workspace, proposal), q1, strict).score).toBe(100);
  expect(judge(withPlan(workspace, proposal), q1, assessment).score).toBeLessThan(100);
});
