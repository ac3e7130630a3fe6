import { expect, test } from 'vitest';
import { costOf, fullObjective } from '../../../shared/planner/cost.ts';
import { blockerOf, boardOf, give, searchCost, take } from '../../../shared/planner/delta.ts';
import { firstPlan } from '../../../shared/planner/matching.ts';
import { planInput } from '../../../shared/planner/plan.ts';
import { OPEN } from '../../../shared/planner/problem.ts';
import { random } from '../../../shared/planner/random.ts';
import { sampleToday, sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aimOfInstance, instances, makeInstance } from '../../bench/instances.ts';
import { q1 } from './small-team.ts';

const sample = planInput(sampleWorkspace(), q1, null, sampleToday);
const b = makeInstance(instances.b.terms);

for (const [name, problem, aim] of [
  ['the sample', sample.problem, sample.aim],
  ['instance b', b.problem, aimOfInstance(b, instances.b.attainable)],
] as const) {
  test(`over 10,000 random legal changes of ${name}, the quick price is that of the full scorer; undone, all is as it was`, () => {
    const nobody = new Int16Array(problem.slots.length).fill(OPEN);
    const start = firstPlan(fullObjective(problem, aim, null), nobody, new Uint8Array(nobody.length), 1);
    const objective = fullObjective(problem, aim, start);
    const board = boardOf(objective, start);
    const price = () => searchCost(costOf(objective, board.people), board.difference);
    const next = random(99);
    const undo: (readonly [number, number])[] = [];
    let current = price();
    const atFirst = current;
    for (let move = 0; move < 10_000; move++) {
      const slot = Math.floor(next() * problem.slots.length);
      const { starts, items } = problem.candidates;
      const first = starts[slot] ?? 0;
      const person = items[first + Math.floor(next() * ((starts[slot + 1] ?? 0) - first))] ?? OPEN;
      undo.push([slot, board.people[slot] ?? OPEN]);
      current += take(board, slot);
      if (next() < 0.8 && person !== OPEN && blockerOf(board, slot, person, -1) === -1) current += give(board, slot, person);
      if (move % 7 === 0) expect(current).toBe(price());
    }
    expect(current).toBe(price());
    for (const [slot, person] of undo.toReversed()) {
      current += take(board, slot);
      if (person !== OPEN) current += give(board, slot, person);
    }
    expect(current).toBe(atFirst);
    expect([...board.people]).toEqual([...start]);
  });
}
