import { expect, test } from 'vitest';
import { costOf, fullObjective } from '../../../../shared/planner/cost.ts';
import { blockerOf, type Board, boardOf, give, searchCost, take } from '../../../../shared/planner/delta.ts';
import { planInput } from '../../../../shared/planner/plan.ts';
import { OPEN, rowOf } from '../../../../shared/planner/problem.ts';
import { random } from '../../../../shared/planner/random.ts';
import { date } from '../../../builders/a-workspace.ts';
import { anyTeam } from '../any-team.ts';
import { q1 } from '../small-team.ts';

const price = (board: Board): number => searchCost(costOf(board.objective, board.people), board.difference);

/** One random change that the rules allow: a slot is opened, given, or two people exchange. Returns what it should have cost. */
function change(board: Board, next: () => number): number {
  const { problem } = board;
  const any = () => Math.floor(next() * problem.slots.length);
  const [one, other] = [any(), any()];
  const [a, b] = [board.people[one] ?? OPEN, board.people[other] ?? OPEN];
  const width = problem.people.length;
  const mayHold = (slot: number, person: number, except: number) => (problem.legal[slot * width + person] ?? 0) > 0 && blockerOf(board, slot, person, except) === -1;
  if (next() < 0.4 && a >= 0 && b >= 0 && a !== b && mayHold(one, b, other) && mayHold(other, a, one)) {
    return take(board, one) + take(board, other) + give(board, one, b) + give(board, other, a);
  }
  const takers = rowOf(problem.candidates, one);
  const person = takers[Math.floor(next() * takers.length)] ?? OPEN;
  const taken = take(board, one);
  return person !== OPEN && next() < 0.85 && mayHold(one, person, -1) ? taken + give(board, one, person) : taken;
}

test('10,000 random legal moves over teams with watches, long turns, covers and turns held before: the quick price is the full one', () => {
  let moves = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const { problem, aim, present } = planInput(anyTeam(seed), q1, null, date('2026-12-01'));
    if (problem.slots.length === 0 || problem.people.length === 0) continue;
    const start = present.map((person, slot) => (person >= 0 && problem.legal[slot * problem.people.length + person] !== 0 ? person : OPEN));
    const board = boardOf(fullObjective(problem, aim, start), start);
    const next = random(seed);
    const atFirst = price(board);
    let current = atFirst;
    for (let move = 0; move < 450; move++, moves++) {
      current += change(board, next);
      if (move % 5 === 0) expect(current, `team ${seed}, move ${move}`).toBe(price(board));
    }
    // Back to the start by the shortest way: every slot opened, then given to whoever held it.
    for (let slot = 0; slot < problem.slots.length; slot++) current += take(board, slot);
    start.forEach((person, slot) => { if (person !== OPEN) current += give(board, slot, person); });
    expect([current, price(board), [...board.people]], `team ${seed}`).toEqual([atFirst, atFirst, [...start]]);
  }
  expect(moves).toBeGreaterThanOrEqual(10_000);
});
