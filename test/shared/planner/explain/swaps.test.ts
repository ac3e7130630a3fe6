import { expect, test } from 'vitest';
import { costOf, fullObjective } from '../../../../shared/planner/cost.ts';
import { situationOf, type Situation } from '../../../../shared/planner/explain/situation.ts';
import { bestSwaps, type Swap } from '../../../../shared/planner/explain/swaps.ts';
import { rowOf } from '../../../../shared/planner/problem.ts';
import { sampleToday, sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aLeave, aPerson, aRotation, aShift, aShiftId, aWorkspace, date, personIdOf, primary } from '../../../builders/a-workspace.ts';
import { finish, before, q1, smallTeam, withPlan } from '../small-team.ts';
import { planInput } from '../../../../shared/planner/plan.ts';
import { plannedSituation } from './asked.ts';

/** The plan after a swap, made slot by slot. */
function after({ input, people }: Situation, { moves }: Swap): Int16Array {
  const next = Int16Array.from(people);
  for (const { shift, to } of moves) next[input.problem.slotAt.get(shift) ?? -1] = input.problem.personAt.get(to ?? personIdOf('nobody')) ?? -1;
  return next;
}

function isLegal({ input }: Situation, people: Int16Array): boolean {
  const { problem } = input;
  return people.every((person, slot) => {
    if (person < 0) return true;
    return problem.legal[slot * problem.people.length + person] !== 0 && ![...rowOf(problem.clashes, slot)].some((other) => people[other] === person);
  });
}

/** What every exchange of two or three people's turns costs, cheapest first: by trying all of them with the full scorer. */
function allSwaps(situation: Situation, ways: 2 | 3): readonly number[] {
  const { input, people, movable } = situation;
  const objective = fullObjective(input.problem, input.aim, null);
  const base = costOf(objective, people).total;
  const slots = [...movable.keys()].filter((slot) => movable[slot] === 1 && (people[slot] as number) >= 0);
  const prices: number[] = [];
  const consider = (circle: readonly number[]): void => {
    const held = circle.map((slot) => people[slot] as number);
    if (new Set(held).size < ways) return;
    const next = Int16Array.from(people);
    circle.forEach((slot, place) => (next[slot] = held[(place + ways - 1) % ways] as number));
    if (isLegal(situation, next)) prices.push(costOf(objective, next).total - base);
  };
  for (const a of slots) for (const b of slots) {
    if (ways === 2 && a < b) consider([a, b]);
    if (ways === 3) for (const c of slots) if (a < b && a < c && b !== c) consider([a, b, c]);
  }
  return prices.sort((a, b) => a - b);
}

test('on small teams the best swaps of two and of three are the best of all there are, by the full scorer', () => {
  const counts = [0, 0];
  for (let seed = 1; seed <= 40; seed++) {
    const workspace = smallTeam(seed);
    // An unfinished search leaves something to swap for.
    const situation = plannedSituation(workspace, 0);
    const swaps = bestSwaps(situation);
    for (const ways of [2, 3] as const) {
      const own = swaps.filter((swap) => swap.ways === ways).map(({ price }) => price.total);
      expect(own, `team ${seed}, ${ways} ways`).toEqual(allSwaps(situation, ways).slice(0, 5));
      counts[ways - 2] = (counts[ways - 2] ?? 0) + own.length;
    }
  }
  expect(Math.min(...counts)).toBeGreaterThan(20);
});

test('every swap is legal, moves no kept turn, costs what it says, and tells everybody before and after', () => {
  const workspace = sampleWorkspace();
  const proposal = finish(planInput(workspace, q1, null, sampleToday), 2000);
  const situation = situationOf(withPlan(workspace, proposal), q1, null, sampleToday);
  const objective = fullObjective(situation.input.problem, situation.input.aim, null);
  const swaps = bestSwaps(situation);
  expect(swaps.filter(({ ways }) => ways === 2)).toHaveLength(5);
  expect(swaps.filter(({ ways }) => ways === 3)).toHaveLength(5);
  for (const swap of swaps) {
    const next = after(situation, swap);
    expect(isLegal(situation, next)).toBe(true);
    expect(costOf(objective, next).total - costOf(objective, situation.people).total).toBe(swap.price.total);
    expect(swap.people).toHaveLength(4);
    expect(swap.people.filter(({ moved }) => moved)).toHaveLength(swap.ways);
    expect(new Set(swap.moves.map(({ from }) => from))).toEqual(new Set(swap.moves.map(({ to }) => to)));
    for (const { moved, before: was, after: is } of swap.people) {
      if (!moved) expect([is.load, is.breaches, is.excess]).toEqual([was.load, was.breaches, was.excess]);
    }
    const sum = (stands: readonly { load: number }[]) => stands.reduce((all, { load }) => all + load, 0);
    expect(sum(swap.people.map(({ after: is }) => is))).toBe(sum(swap.people.map(({ before: was }) => was)));
  }
});

test('neutral is a swap after which no mover is further beyond the band or has less rest', () => {
  let neutral = 0;
  let other = 0;
  for (let seed = 1; seed <= 30; seed++) {
    for (const swap of bestSwaps(plannedSituation(smallTeam(seed), 0), { most: 20 })) {
      const worse = swap.people.some(({ moved, before: was, after: is }) => moved && (is.excess > was.excess || is.breaches > was.breaches));
      expect(swap.neutral).toBe(!worse);
      if (swap.neutral) neutral += 1;
      else other += 1;
    }
  }
  expect([neutral > 20, other > 20]).toEqual([true, true]);
});

test('asked about a turn or a person, every swap hands on that turn or moves that person', () => {
  const situation = plannedSituation(sampleWorkspace(), 5000);
  const shift = situation.input.problem.slots.filter(({ rotation }) => rotation === 'rotation-team')[5]?.id ?? aShiftId('Team', primary, '2027-01-04');
  const ofTurn = bestSwaps(situation, { shift });
  expect(ofTurn.length).toBeGreaterThan(3);
  for (const { moves } of ofTurn) expect(moves.map((move) => move.shift)).toContain(shift);
  const person = situation.input.problem.people[2]?.id ?? personIdOf('Ann');
  const ofPerson = bestSwaps(situation, { person, most: 3 });
  expect(ofPerson).toHaveLength(6);
  for (const { moves } of ofPerson) expect(moves.map(({ from }) => from)).toContain(person);
});

test('where leave forbids every swap of two, a circle of three is found', () => {
  const [one, two, three] = ['2027-01-04', '2027-01-11', '2027-01-18'] as const;
  const workspace = aWorkspace({
    people: ['Ann', 'Bo', 'Cy'].map((name, position) => aPerson(name, { position })),
    rotations: [aRotation('Team', ['Ann', 'Bo', 'Cy'], { endsOn: date('2027-01-25'), layers: aRotation().layers.slice(0, 1) })],
    shifts: [aShift(one, 'Ann'), aShift(two, 'Bo'), aShift(three, 'Cy')],
    leave: [aLeave('Bo', one, '2027-01-08'), aLeave('Cy', two, '2027-01-15'), aLeave('Ann', three, '2027-01-22')],
  });
  const [swap, ...others] = bestSwaps(situationOf(workspace, q1, null, before));
  expect(others).toEqual([]);
  const takes = Object.fromEntries((swap?.moves ?? []).map(({ shift, to }) => [shift.slice(-10), to]));
  expect(takes).toEqual({ [one]: personIdOf('Cy'), [two]: personIdOf('Ann'), [three]: personIdOf('Bo') });
});

test('pinned and worked turns are in no swap; without a plan there is none', () => {
  const shifts = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'].map((day, place) => aShift(day, ['Ann', 'Bo', 'Cy', 'Di'][place], { pinned: place === 3 }));
  const swaps = bestSwaps(situationOf(aWorkspace({ shifts }), q1, null, date('2027-01-05')));
  const named = new Set(swaps.flatMap(({ moves }) => moves.map(({ shift }) => shift)));
  expect([...named].sort()).toEqual([shifts[1]?.id, shifts[2]?.id]);
  expect(bestSwaps(situationOf(aWorkspace(), q1, null, before))).toEqual([]);
});
