import { beforeAll, expect, test } from 'vitest';
import { keyOf, type Claim } from '../../../../shared/planner/explain/claims.ts';
import { conflictModel, conflictProgram, partsOf } from '../../../../shared/planner/explain/conflict-program.ts';
import { conflictSets } from '../../../../shared/planner/explain/conflict.ts';
import { situationOf } from '../../../../shared/planner/explain/situation.ts';
import { smallestClash } from '../../../../shared/planner/explain/smallest-set.ts';
import { OPEN } from '../../../../shared/planner/problem.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { aLeave, aPerson, aRotation, aShift, aShiftId, aWorkspace, date, personIdOf, primary, secondary } from '../../../builders/a-workspace.ts';
import { before, everyPlan, q1, smallTeam } from '../small-team.ts';
import { loadSolver } from './asked.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const asked = (workspace: Workspace) => situationOf(workspace, q1, null, before);
const keys = (claims: readonly Claim[]): readonly string[] => claims.map(keyOf).sort();
const conflictsOf = async (workspace: Workspace) => (await conflictSets(asked(workspace), solver)).map(({ claims }) => keys(claims));

/** Whether the rules leave a plan in which every slot is held. */
function hasPlan(workspace: Workspace): boolean {
  const { problem } = asked(workspace).input;
  for (const people of everyPlan(problem)) if (people.every((person, slot) => person !== OPEN || problem.gapWeight[slot] === 1)) return true;
  return false;
}

test('a team that has a complete plan has no conflict, and one that has none has one, on every tiny team', async () => {
  const counts = { plan: 0, none: 0 };
  for (let seed = 1; seed <= 60; seed++) {
    const workspace = smallTeam(seed);
    if (asked(workspace).input.problem.slots.length > 6) continue;
    const conflicts = await conflictsOf(workspace);
    const complete = hasPlan(workspace);
    expect(conflicts.length === 0, `team ${seed}`).toBe(complete);
    counts[complete ? 'plan' : 'none'] += 1;
  }
  expect(Math.min(counts.plan, counts.none)).toBeGreaterThan(8);
}, 60_000);

/** By trying all of them: the fewest claims of a part that cannot all hold. Only for a handful of claims. */
async function fewest(workspace: Workspace): Promise<readonly number[]> {
  const model = conflictModel(asked(workspace), []);
  const sizes: number[] = [];
  for (const part of partsOf(model)) {
    const { program, columns, claims } = conflictProgram(model, part);
    if (claims.length > 10) return [];
    let least = Infinity;
    for (let set = 0; set < 1 << claims.length; set++) {
      const size = claims.filter((_, claim) => (set >> claim) & 1).length;
      if (size >= least) continue;
      const upper = Float64Array.from(program.upper);
      columns.forEach((column, claim) => { if ((set >> claim) & 1) upper[column] = 0; });
      const { status } = await solver.solveMixed({ ...program, upper }, { start: null, gap: 0.99 });
      if (status === 'infeasible') least = size;
    }
    if (least < Infinity) sizes.push(least);
  }
  return sizes;
}

test('the set is the smallest of all sets of claims that clash', async () => {
  let compared = 0;
  for (let seed = 1; seed <= 60 && compared < 4; seed++) {
    const workspace = smallTeam(seed);
    const conflicts = await conflictSets(asked(workspace), solver);
    if (conflicts.length === 0) continue;
    const sizes = await fewest(workspace);
    if (sizes.length === 0) continue;
    expect(conflicts.map(({ claims }) => claims.length), `team ${seed}`).toEqual(sizes);
    expect(conflicts.every(({ smallest }) => smallest)).toBe(true);
    compared += 1;
  }
  expect(compared).toBe(4);
}, 120_000);

test('after too many rounds it is a conflict, of which no claim can be left out, and is not called the smallest', async () => {
  const leave = ['Bo', 'Cy', 'Di'].map((name) => aLeave(name, '2027-02-15', '2027-02-19'));
  const model = conflictModel(asked(aWorkspace({ leave })), []);
  const part = partsOf(model).find((one) => one.some((slot) => model.situation.input.problem.slots[slot]?.start.startsWith('2027-02-15'))) ?? [];
  const program = conflictProgram(model, part);
  const found = await smallestClash(program, solver, 0);
  expect(found?.smallest).toBe(false);
  const exact = await smallestClash(program, solver);
  expect(exact?.smallest).toBe(true);
  expect(exact?.claims.length).toBeLessThanOrEqual(found?.claims.length ?? 0);
  for (const left of found?.claims ?? []) {
    const upper = Float64Array.from(program.program.upper);
    for (const claim of found?.claims ?? []) if (claim !== left) upper[program.columns[claim] ?? 0] = 0;
    expect((await solver.solveMixed({ ...program.program, upper }, { start: null, gap: 0.99 })).status).toBe('optimal');
  }
});

const [w7primary, w7secondary] = [aShiftId('Team', primary, '2027-02-15'), aShiftId('Team', secondary, '2027-02-15')];

test('three of four on leave: both turns, one at a time, the participants and each leave, in that week', async () => {
  const leave = ['Bo', 'Cy', 'Di'].map((name) => aLeave(name, '2027-02-15', '2027-02-19'));
  const [conflict, ...others] = await conflictSets(asked(aWorkspace({ leave })), solver);
  expect(others).toEqual([]);
  expect(keys(conflict?.claims ?? [])).toEqual(
    [`held ${w7primary}`, `held ${w7secondary}`, 'one-at-a-time ', ...leave.map(({ id }) => `leave ${id}`)].sort(),
  );
  expect(conflict).toMatchObject({ smallest: true, shifts: [w7primary, w7secondary], people: [personIdOf('Ann')] });
});

test('somebody outside the rotation who is there makes its participants part of the conflict', async () => {
  const people = ['Ann', 'Bo'].map((name, position) => aPerson(name, { position }));
  const conflicts = await conflictsOf(
    aWorkspace({ people, rotations: [aRotation('Team', ['Ann'], { endsOn: date('2027-01-11') })] }),
  );
  const turns = [aShiftId('Team', primary, '2027-01-04'), aShiftId('Team', secondary, '2027-01-04')];
  expect(conflicts).toEqual([[...turns.map((turn) => `held ${turn}`), 'one-at-a-time ', 'participants rotation-team'].sort()]);
});

test('a cap that reaches over weeks is a conflict of the whole quarter, named with the turns that break it', async () => {
  const people = ['Ann', 'Bo'].map((name, position) => aPerson(name, { position, mostShiftsAQuarter: name === 'Ann' ? 1 : null }));
  const layers = aRotation().layers.slice(0, 1);
  const rotation = aRotation('Team', ['Ann', 'Bo'], { endsOn: date('2027-01-25'), layers });
  const leave = ['2027-01-04', '2027-01-18'].map((day) => aLeave('Bo', day, day));
  const conflicts = await conflictsOf(aWorkspace({ people, rotations: [rotation], leave }));
  const turns = ['2027-01-04', '2027-01-18'].map((day) => `held ${aShiftId('Team', primary, day)}`);
  expect(conflicts).toEqual([['cap person-ann', ...leave.map(({ id }) => `leave ${id}`), ...turns].sort()]);
});

test('a pin on somebody who is away, and two pins at once, clash by their own names; accepted ones do not', async () => {
  const pinned = aShift('2027-02-15', 'Ann', { pinned: true });
  const other = aShift('2027-02-15', 'Ann', { pinned: true, layer: secondary, id: w7secondary });
  const leave = aLeave('Ann', '2027-02-15', '2027-02-19');
  expect(await conflictsOf(aWorkspace({ shifts: [pinned], leave: [leave] }))).toEqual([[`leave ${leave.id}`, `pin ${w7primary} person-ann`]]);
  expect(await conflictsOf(aWorkspace({ shifts: [pinned, other] }))).toEqual([
    ['one-at-a-time ', `pin ${w7primary} person-ann`, `pin ${w7secondary} person-ann`],
  ]);
  const accepted = [{ ...pinned, accepted: ['two-roles-two-people' as const] }, { ...other, accepted: ['two-roles-two-people' as const] }];
  expect(await conflictsOf(aWorkspace({ shifts: accepted }))).toEqual([]);
  expect(await conflictsOf(aWorkspace({ shifts: [{ ...pinned, accepted: ['on-leave'] }], leave: [leave] }))).toEqual([]);
});

test('pins of the question clash with the file, with each other and with the rules', async () => {
  const situation = asked(aWorkspace({ shifts: [aShift('2027-02-15', 'Bo', { pinned: true })], leave: [aLeave('Cy', '2027-02-22', '2027-02-26')] }));
  const slotOf = (id: string) => situation.input.problem.slots.findIndex((slot) => slot.id === id);
  const found = async (...pins: readonly (readonly [id: string, name: string])[]) =>
    (await conflictSets(situation, solver, pins.map(([id, name]) => ({ slot: slotOf(id), person: personIdOf(name) })))).map(({ claims }) => keys(claims));
  expect(await found([w7primary, 'Ann'])).toEqual([[`pin ${w7primary} person-ann`, `pin ${w7primary} person-bo`]]);
  const w8 = aShiftId('Team', primary, '2027-02-22');
  expect(await found([w8, 'Cy'])).toEqual([['leave leave-cy-2027-02-22', `pin ${w8} person-cy`]]);
  expect(await found([w8, 'Ann'], [w8, 'Di'])).toEqual([[`pin ${w8} person-ann`, `pin ${w8} person-di`]]);
  expect(await found([w8, 'Ann'])).toEqual([]);
});

test('two conflicts of two weeks are told as two', async () => {
  const all = ['Ann', 'Bo', 'Cy', 'Di'];
  const leave = ['2027-01-11', '2027-03-01'].flatMap((day) => all.map((name) => aLeave(name, day, day)));
  const conflicts = await conflictSets(asked(aWorkspace({ leave })), solver);
  expect(conflicts.map(({ shifts, claims }) => [shifts.length, claims.length])).toEqual([[1, 5], [1, 5]]);
  expect(conflicts.every(({ people }) => people.length === 0)).toBe(true);
});

test('what cannot be filled any more is no conflict, and neither is a shadow that nobody takes', async () => {
  const shadow = { name: 'shadow' as typeof primary, title: 'Shadow', weightPercent: 0 };
  const rotation = aRotation('Team', ['Ann', 'Bo'], { layers: [...aRotation().layers, shadow] });
  const people = ['Ann', 'Bo'].map((name, position) => aPerson(name, { position }));
  const workspace = aWorkspace({ people, rotations: [rotation] });
  expect(await conflictSets(situationOf(workspace, q1, null, date('2027-02-10')), solver)).toEqual([]);
  expect(asked(workspace).input.problem.slotAt.has(aShiftId('Team', shadow.name, '2027-01-04'))).toBe(false);
});
