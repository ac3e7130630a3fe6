import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { isBetter, type Weighed } from '../../../shared/planner/better.ts';
import { checkShifts } from '../../../shared/planner/check.ts';
import { costOf, fullObjective } from '../../../shared/planner/cost.ts';
import { planInput, type PlanInput } from '../../../shared/planner/plan.ts';
import { OPEN } from '../../../shared/planner/problem.ts';
import { decisionOf } from '../../../shared/planner/proof/decision.ts';
import { satisfies } from '../../../shared/planner/proof/feasible.ts';
import { proofProgram } from '../../../shared/planner/proof/proof-program.ts';
import { type ProofOptions, provePlan } from '../../../shared/planner/prove.ts';
import { type Solver, solverOver } from '../../../shared/planner/solver.ts';
import { aimOfInstance, instances, makeInstance } from '../../bench/instances.ts';
import { aHoliday, aHolidaySet, aLeave, aPerson, aRotation, aShift, aWorkspace, date, personIdOf, secondary } from '../../builders/a-workspace.ts';
import { anyTeam } from './any-team.ts';
import { before, everyPlan, finish, q1, smallTeam } from './small-team.ts';

let solver: Solver;
beforeAll(async () => {
  solver = solverOver(await loadHighs());
});

const inputOf = (workspace: Workspace, today: LocalDate = before): PlanInput => planInput(workspace, q1, null, today);

/** What a plan by ids is in the numbers of its problem. */
function numbers({ problem }: PlanInput, assignments: readonly { person: string | null }[]): Int16Array {
  return Int16Array.from(assignments, ({ person }) => (person === null ? OPEN : (problem.personAt.get(person as never) ?? -2)));
}

const searched = (input: PlanInput, moves = 5000): Int16Array => numbers(input, finish(input, moves).assignments);

/** The best plan by trying every one; null where there are too many to try. */
function bestOfAll(input: PlanInput, allowed: (people: Int16Array) => boolean): Weighed | null {
  const objective = fullObjective(input.problem, input.aim, input.present);
  let best: Weighed | null = null;
  for (const people of everyPlan(input.problem)) {
    if (!allowed(people)) continue;
    const next = { people, cost: costOf(objective, people) };
    if (best === null || isBetter(next, best)) best = { ...next, people: Int16Array.from(people) };
  }
  return best;
}

/** Small teams whose plans can all be tried in a moment. */
const tinyTeams = Array.from({ length: 60 }, (_, seed) => inputOf(smallTeam(seed))).filter(({ problem }) => {
  const plans = problem.slots.reduce((all, __, slot) => all * (1 + (problem.candidates.starts[slot + 1] ?? 0) - (problem.candidates.starts[slot] ?? 0)), 1);
  return problem.slots.length > 0 && plans < 20_000;
});

async function agrees(input: PlanInput, options: ProofOptions, allowed: (people: Int16Array) => boolean, incumbent: Int16Array | null): Promise<void> {
  const best = bestOfAll(input, allowed);
  const proof = await provePlan(input, incumbent, solver, options);
  if (best === null) {
    expect(proof.status).toBe('infeasible');
    return;
  }
  expect(proof.status).toBe('proven');
  expect({ open: proof.cost?.open, total: proof.cost?.total, bound: proof.bound }).toEqual({ open: best.cost.open, total: best.cost.total, bound: best.cost.total });
  expect(proof.people !== null && allowed(proof.people)).toBe(true);
}

test('the proven plan is the best of every plan there is, with gaps and caps, from a plan and from nothing', { timeout: 60_000 }, async () => {
  expect(tinyTeams.length).toBeGreaterThan(20);
  for (const input of tinyTeams) {
    await agrees(input, {}, () => true, null);
    await agrees(input, {}, () => true, searched(input, 500));
  }
});

test('with somebody pinned, somebody forbidden, or few changes allowed, it is the best of those plans', async () => {
  for (const input of tinyTeams.slice(0, 14)) {
    const { problem } = input;
    const slot = problem.slots.length - 1;
    const person = problem.candidates.items[problem.candidates.starts[slot] ?? 0] ?? 0;
    await agrees(input, { pins: [{ slot, person }] }, (people) => people[slot] === person, searched(input, 500));
    await agrees(input, { forbid: [{ slot, person }] }, (people) => people[slot] !== person, searched(input, 500));
    const present = searched(input, 20);
    const few = (people: Int16Array) => present.filter((holder, at) => holder >= 0 && people[at] !== holder).length <= 1;
    await agrees({ ...input, present }, { maxChanges: 1 }, few, null);
  }
});

for (const name of ['a', 'b'] as const) {
  test(`instance ${name} of the design is solved to its known optimum, and proven`, { timeout: 60_000 }, async () => {
    const made = makeInstance(instances[name].terms);
    const { problem } = made;
    const none = new Int16Array(problem.slots.length).fill(OPEN);
    const nothing = new Uint8Array(problem.slots.length);
    const input: PlanInput = { problem, aim: aimOfInstance(made, instances[name].attainable), present: none, fixed: nothing, closed: nothing, holders: problem.slots.map(() => null) };
    const proof = await provePlan(input, searched(input, 300_000), solver, { nodes: 2000 });
    expect(proof).toMatchObject({ status: 'proven', bound: instances[name].optimum, cost: { total: instances[name].optimum, open: 0 } });
  });
}

/** Teams with everything a rule asks about, on a day in the middle of their quarter. */
const anyInputs = Array.from({ length: 24 }, (_, seed) => inputOf(anyTeam(seed + 1), date('2027-01-20')));

test('what the program says a plan costs is what the scorer says, for any team and any plan that keeps the rules', () => {
  for (const [seed, input] of anyInputs.entries()) {
    const decision = decisionOf(input, { pins: [], forbid: [], maxChanges: null });
    if (decision === null) throw new Error('nothing was demanded');
    for (const moves of [0, 3000]) {
      const people = searched(input, moves);
      const loads = input.problem.people.map((_, person) => people.reduce((sum, holder, slot) => sum + (holder === person ? (input.problem.load[slot] ?? 0) : 0), 0));
      const form = proofProgram(decision, { atMost: 1000 }, loads.map((load) => new Set([load])));
      const x = form.encode(people);
      if (x === null) throw new Error(`team ${seed + 1}: a slot is held by somebody who may not`);
      expect(satisfies(form.program, x), `team ${seed + 1}`).toBe(true);
      expect(form.program.cost.reduce((sum, price, column) => sum + price * (x[column] ?? 0), form.offset)).toBeCloseTo(costOf(fullObjective(input.problem, input.aim, input.present), people).total, 4);
      expect([...form.decode(x)]).toEqual([...people]);
    }
  }
});

test('for any team the bound never exceeds a plan, whatever the nodes; what is proven keeps every rule and all that stays', { timeout: 60_000 }, async () => {
  for (const [seed, input] of anyInputs.entries()) {
    const people = searched(input, 3000);
    const { total } = costOf(fullObjective(input.problem, input.aim, input.present), people);
    const proof = await provePlan(input, people, solver, { nodes: seed % 3 === 0 ? 0 : 30 });
    const found = proof.people ?? people;
    expect(proof.bound, `team ${seed + 1}`).toBeLessThanOrEqual(proof.cost?.total ?? -Infinity);
    expect(proof.cost?.total).toBeLessThanOrEqual((proof.cost?.open ?? 0) < costOf(fullObjective(input.problem, input.aim, input.present), people).open ? Infinity : total);
    for (const [slot, stays] of input.fixed.entries()) if (stays === 1) expect(found[slot]).toBe(input.present[slot]);
  }
});

/** The proven plan as a workspace, asked of the rules themselves. */
async function provenWeeks(workspace: Workspace, today = before, start: Int16Array | null = null) {
  const input = inputOf(workspace, today);
  const proof = await provePlan(input, start, solver);
  const { people } = proof;
  if (people === null) throw new Error(`no plan: ${proof.status}`);
  const shifts = input.problem.slots.flatMap((slot, at) => {
    const person = input.problem.people[people[at] ?? OPEN]?.id;
    return person === undefined ? [] : [{ ...aShift('2027-01-04'), ...slot, person }];
  });
  const planned = { ...workspace, shifts: { ...workspace.shifts, ...Object.fromEntries(shifts.map((shift) => [shift.id, shift])) } };
  const hard = checkShifts(planned, shifts.map(({ id }) => id)).filter(({ severity }) => severity === 'hard');
  return { proof, hard, holder: (part: string) => shifts.filter(({ id }) => id.includes(part)).map(({ person }) => person) };
}

test('a turn of two weeks is one decision: leave in either week bars it, and its holder has both', async () => {
  const rotation = aRotation('Team', ['Ann', 'Bo'], { cadenceWeeks: 2, layers: aRotation().layers.slice(0, 1), endsOn: date('2027-03-01') });
  const people = ['Ann', 'Bo'].map((name) => aPerson(name));
  const { proof, hard, holder } = await provenWeeks(aWorkspace({ people, rotations: [rotation], leave: [aLeave('Ann', '2027-01-13', '2027-01-13')] }));
  expect(proof.status).toBe('proven');
  expect(hard).toEqual([]);
  expect(holder('2027-01-04')).toEqual([personIdOf('Bo')]);
  expect(holder('rotation-team')).toHaveLength(4);
});

test('weekly and bi-weekly rotations together: the proven plan is the best of all, and nobody is in two places', async () => {
  const weekly = aRotation('Team', ['Ann', 'Bo', 'Cy'], { endsOn: date('2027-02-01'), layers: aRotation().layers.slice(0, 1) });
  const biweekly = aRotation('Second', ['Ann', 'Bo', 'Cy'], { cadenceWeeks: 2, endsOn: date('2027-02-01'), layers: aRotation().layers.slice(0, 1) });
  const workspace = aWorkspace({ people: ['Ann', 'Bo', 'Cy'].map((name) => aPerson(name)), rotations: [weekly, biweekly] });
  const { proof, hard } = await provenWeeks(workspace);
  expect({ status: proof.status, open: proof.cost?.open, hard }).toEqual({ status: 'proven', open: 0, hard: [] });
  await agrees(inputOf(workspace), {}, () => true, null);
});

test('a stand-in takes a watch only where one of the pair is away, and the proof knows their price', async () => {
  const watch = aRotation('Watch', ['Ann', 'Bo'], { kind: 'watch', factorPercent: 50, standIns: [personIdOf('Cy')], endsOn: date('2027-02-15') });
  const people = ['Ann', 'Bo', 'Cy'].map((name) => aPerson(name));
  const { proof, holder } = await provenWeeks(aWorkspace({ people, rotations: [watch], leave: [aLeave('Ann', '2027-01-11', '2027-01-15')] }));
  expect(holder('2027-01-11')).toContain(personIdOf('Cy'));
  expect(proof.status).toBe('proven');
});

test('a pin and turns that have begun stay, whatever they cost', async () => {
  const pinned = aShift('2027-02-01', 'Ann', { pinned: true });
  const worked = ['2027-01-04', '2027-01-11'].map((day) => aShift(day, 'Ann'));
  const { proof, holder } = await provenWeeks(aWorkspace({ shifts: [pinned, ...worked] }), date('2027-01-18'));
  expect(proof.status).toBe('proven');
  expect(['2027-01-04', '2027-01-11', '2027-02-01'].map((day) => holder(`primary/${day}`))).toEqual(Array.from({ length: 3 }, () => [personIdOf('Ann')]));
});

test('the plan that stands is left only for what is better by the price of its changes', async () => {
  const workspace = aWorkspace({ rotations: [aRotation('Team', undefined, { endsOn: date('2027-02-15') })] });
  const input = inputOf(workspace);
  const first = await provePlan(input, null, solver);
  const again = await provePlan({ ...input, present: first.people ?? input.present }, null, solver);
  expect([...(again.people ?? [])]).toEqual([...(first.people ?? [])]);
  expect(again.cost?.changed).toBe(0);
});

test('where people are too few, as little as can be stays open: secondaries before primaries', async () => {
  const workspace = aWorkspace({ people: [aPerson('Ann')], rotations: [aRotation('Team', ['Ann'], { endsOn: date('2027-02-01') })] });
  const { proof, holder } = await provenWeeks(workspace);
  expect(proof).toMatchObject({ status: 'proven', cost: { open: 4 * 2 } });
  expect([holder('/primary/').length, holder('/secondary/').length]).toEqual([4, 0]);
});

test('nobody, no slots, and nobody who may: proven, with nothing to prove', async () => {
  const nobody = inputOf(aWorkspace({ people: [], rotations: [aRotation('Team', [])] }));
  expect(await provePlan(nobody, null, solver)).toMatchObject({ status: 'proven', cost: { total: 0, open: 13 * 5 } });
  const noSlots = inputOf(aWorkspace({ rotations: [] }));
  expect(await provePlan(noSlots, null, solver)).toMatchObject({ status: 'proven', bound: 0, cost: { total: 0, open: 0 } });
});

test('pins that contradict each other or a rule have no plan, and say so', async () => {
  const rotation = aRotation('Team', ['Ann', 'Bo'], { endsOn: date('2027-01-18') });
  const input = inputOf(aWorkspace({ people: [aPerson('Ann'), aPerson('Bo')], rotations: [rotation], leave: [aLeave('Bo', '2027-01-04', '2027-01-08')] }));
  const at = (layer: string, day: string) => input.problem.slots.findIndex(({ id }) => id === `rotation-team/${layer}/${day}`);
  const both = [{ slot: at('primary', '2027-01-11'), person: 0 }, { slot: at('secondary', '2027-01-11'), person: 0 }];
  expect((await provePlan(input, null, solver, { pins: both })).status).toBe('infeasible');
  expect((await provePlan(input, null, solver, { pins: [{ slot: at('primary', '2027-01-04'), person: 1 }] })).status).toBe('infeasible');
  const twice = [0, 1].map((person) => ({ slot: at('primary', '2027-01-11'), person }));
  expect((await provePlan(input, null, solver, { pins: twice })).status).toBe('infeasible');
});

test('holidays, by the calendar of each person, are in the proof', async () => {
  const rotation = aRotation('Team', ['Ann', 'Bo'], { endsOn: date('2027-02-01'), layers: aRotation().layers.slice(0, 1) });
  const people = [aPerson('Ann', { region: 'US' }), aPerson('Bo', { region: 'DE' })];
  const { proof, holder } = await provenWeeks(
    aWorkspace({ people, rotations: [rotation], holidaySets: [aHolidaySet('US', 2027)], holidays: [aHoliday('US', 'King', '2027-01-18')] }),
  );
  expect(proof.status).toBe('proven');
  expect(holder('2027-01-18')).toEqual([personIdOf('Bo')]);
});

test('the same input, plan and nodes give the same proof, in a solver used before and in a fresh one', async () => {
  const made = makeInstance(instances.b.terms);
  const { problem } = made;
  const nothing = new Uint8Array(problem.slots.length);
  const input: PlanInput = { problem, aim: aimOfInstance(made, instances.b.attainable), present: new Int16Array(problem.slots.length).fill(OPEN), fixed: nothing, closed: nothing, holders: problem.slots.map(() => null) };
  const start = searched(input, 2000);
  const proofs = [await provePlan(input, start, solver, { nodes: 5 }), await provePlan(input, start, solver, { nodes: 5 }), await provePlan(input, start, solverOver(await loadHighs()), { nodes: 5 })];
  expect(proofs[1]).toEqual(proofs[0]);
  expect(proofs[2]).toEqual(proofs[0]);
});

test('bounds only rise, better plans only get cheaper, and both are told as they come', async () => {
  const made = makeInstance(instances.b.terms);
  const { problem } = made;
  const nothing = new Uint8Array(problem.slots.length);
  const input: PlanInput = { problem, aim: aimOfInstance(made, instances.b.attainable), present: new Int16Array(problem.slots.length).fill(OPEN), fixed: nothing, closed: nothing, holders: problem.slots.map(() => null) };
  const bounds: number[] = [];
  const costs: number[] = [];
  await provePlan(input, searched(input, 0), solver, { onBound: (bound) => bounds.push(bound), onBetter: ({ cost }) => costs.push(cost.total) });
  expect(bounds.length).toBeGreaterThan(0);
  expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
  expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  expect(costs.at(-1)).toBe(instances.b.optimum);
});

test('a team of a junior who takes secondaries only is proven like any other', async () => {
  const rotation = aRotation('Team', undefined, { endsOn: date('2027-02-15') });
  const participants = rotation.participants.map((one) => (one.person === personIdOf('Di') ? { ...one, layers: [secondary] } : one));
  const { proof, hard } = await provenWeeks(aWorkspace({ rotations: [{ ...rotation, participants }] }));
  expect({ status: proof.status, hard }).toEqual({ status: 'proven', hard: [] });
});
