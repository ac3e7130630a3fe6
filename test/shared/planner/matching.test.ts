import { expect, test } from 'vitest';
import { cheapestPairing } from '../../../shared/planner/hungarian.ts';
import { shortageAt } from '../../../shared/planner/matching.ts';
import { planInput } from '../../../shared/planner/plan.ts';
import { OPEN } from '../../../shared/planner/problem.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { random } from '../../../shared/planner/random.ts';
import { aLeave, aPerson, aRotation, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';
import { before, everyPlan, planned, q1, smallTeam, withPlan } from './small-team.ts';

test('the cheapest pairing is that of trying all', () => {
  const next = random(3);
  const cheapest = (costs: Float64Array, rows: number, columns: number, row = 0, used = 0): number => {
    if (row === rows) return 0;
    let least = Infinity;
    for (let column = 0; column < columns; column++) {
      if (used & (1 << column)) continue;
      least = Math.min(least, (costs[row * columns + column] ?? 0) + cheapest(costs, rows, columns, row + 1, used | (1 << column)));
    }
    return least;
  };
  for (let round = 0; round < 200; round++) {
    const rows = 1 + Math.floor(next() * 4);
    const columns = rows + Math.floor(next() * 3);
    const costs = Float64Array.from({ length: rows * columns }, () => Math.floor(next() * 200) - 100);
    const pairing = cheapestPairing(costs, rows, columns);
    expect(new Set(pairing).size).toBe(rows);
    expect([...pairing].reduce((sum, column, row) => sum + (costs[row * columns + column] ?? 0), 0)).toBe(cheapest(costs, rows, columns));
  }
});

test('a shortage names the turns of a week and the too few people for them', () => {
  const rotation = aRotation('Team', ['Ann', 'Bo', 'Cy'], { endsOn: date('2027-01-18') });
  const leave = ['Bo', 'Cy'].map((name) => aLeave(name, '2027-01-11', '2027-01-15'));
  const workspace = aWorkspace({ people: ['Ann', 'Bo', 'Cy'].map((name) => aPerson(name)), rotations: [rotation], leave });
  const { problem } = planInput(workspace, q1, null, before);
  const plan = planned(workspace, 1000);
  const people = Int16Array.from(plan.assignments, ({ person }) => (person === null ? OPEN : (problem.personAt.get(person) ?? OPEN)));
  const shortage = shortageAt(problem, people, people.indexOf(OPEN));
  expect(shortage?.slots.map((slot) => problem.slots[slot]?.id)).toEqual(['rotation-team/primary/2027-01-11', 'rotation-team/secondary/2027-01-11']);
  expect(shortage?.people.map((person) => problem.people[person]?.id)).toEqual([personIdOf('Ann')]);
});

test('adding somebody never opens a slot, nor adds a breach of rest to a complete plan', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const workspace = smallTeam(seed);
    const someone = aPerson('Zoe', { position: 9 });
    const rotations = Object.fromEntries(
      Object.values(workspace.rotations).map((rotation) => [rotation.id, { ...rotation, participants: [...rotation.participants, { person: someone.id, layers: rotation.layers.map(({ name }) => name) }] }]),
    ) as typeof workspace.rotations;
    const larger = { ...workspace, people: { ...workspace.people, [someone.id]: someone }, rotations };
    if (problemOf(larger, q1).slots.length > 6) continue;
    const [was, is] = [planned(workspace, 20_000).terms, planned(larger, 20_000).terms];
    expect(is.open, `team ${seed}`).toBeLessThanOrEqual(was.open);
    if (was.open === 0) expect(is.breaches, `team ${seed}`).toBeLessThanOrEqual(was.breaches);
  }
});

test('what stays open is what no plan could fill: a planned quarter of a small team has the least gaps', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const workspace = smallTeam(seed);
    const { problem } = planInput(workspace, q1, null, before);
    if (problem.slots.length > 6) continue;
    let least = Infinity;
    for (const people of everyPlan(problem)) least = Math.min(least, people.reduce((open, person, slot) => open + (person === OPEN ? (problem.gapWeight[slot] ?? 0) : 0), 0));
    expect(planned(workspace, 10_000).terms.open, `team ${seed}`).toBe(least);
    expect(Object.keys(withPlan(workspace, planned(workspace, 100)).shifts).length).toBeLessThanOrEqual(problem.slots.length);
  }
});
