import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadSolver } from '../../../../electron/command-line/load-solver.ts';
import { readRoster } from '../../../../shared/planner/on-call-rostering/read-roster.ts';
import type { Roster } from '../../../../shared/planner/on-call-rostering/roster.ts';
import { leastCost } from '../../../../shared/planner/on-call-rostering/roster-bound.ts';
import { keepsRules, rosterCost } from '../../../../shared/planner/on-call-rostering/roster-cost.ts';
import { rosterProgram } from '../../../../shared/planner/on-call-rostering/roster-program.ts';
import { searchRoster } from '../../../../shared/planner/on-call-rostering/roster-search.ts';
import { solveRoster } from '../../../../shared/planner/on-call-rostering/solve-roster.ts';
import { satisfies } from '../../../../shared/planner/proof/feasible.ts';
import { random } from '../../../../shared/planner/random.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import { judgeRoster } from './independent-check.ts';

const folder = resolve(import.meta.dirname, '../../../fixtures/on-call-rostering');

function read(text: string): Roster {
  const roster = readRoster(text);
  if (!roster.ok) throw new Error(JSON.stringify(roster.reason));
  return roster.value;
}

for (const [name, optimum] of [['4s-10d', 1], ['4s-23d', 2], ['10s-50d', 0], ['10s-150d', 5], ['20s-200d', 2]] as const) {
  test(`${name}: the published best, ${optimum}, proven, by a roster that a second count agrees with`, { timeout: 60_000 }, async () => {
    const text = readFileSync(resolve(folder, `${name}.dzn`), 'utf8');
    const solved = await solveRoster(read(text), loadSolver, 60);
    expect(solved).toMatchObject({ status: 'proven', objective: optimum, bound: optimum });
    if (!('people' in solved)) throw new Error('there is no roster');
    expect(judgeRoster(text, solved.people.map((person) => person + 1))).toEqual({ broken: [], objective: optimum });
  });
}

/** Two people over two weeks: they can only alternate, which counting alone does not see. */
const hard = `num_staff = 3; num_days = 10; weekend_offset = 4; work_load = [100, 100, 100];
  unavailable = [{}, {}, 1..9]; fixed = [{}, {}, {}]; adj_days_str = 3; wed_before_weekend_str = 2;`;

/** A file of three people and up to seven days, with leave and fixed days by chance; they may leave no roster at all. */
function smallFile(seed: number): string {
  const next = random(seed);
  const any = (below: number) => Math.floor(next() * below);
  const days = 4 + any(4);
  const set = (list: readonly number[]) => `{${list.join(', ')}}`;
  const all = Array.from({ length: days }, (_, day) => day + 1);
  const fixed = new Map(all.filter(() => next() < 0.25).map((day) => [day, any(3)]));
  const away = [0, 1, 2].map((person) => all.filter((day) => fixed.get(day) !== person && next() < 0.35));
  const bare = all.filter((day) => away.every((list) => list.includes(day)));
  return `num_staff = 3; num_days = ${days}; weekend_offset = ${any(5)};
    work_load = [${[0, 1, 2].map(() => [100, 50, 80][any(3)]).join(', ')}];
    unavailable = [${away.map((list, person) => set(person === 0 ? list.filter((day) => !bare.includes(day)) : list)).join(', ')}];
    fixed = [${[0, 1, 2].map((person) => set(all.filter((day) => fixed.get(day) === person))).join(', ')}];
    adj_days_str = ${any(4)}; wed_before_weekend_str = ${any(4)};`;
}

/** The cheapest of all rosters by the second count; null where none keeps the rules. */
function cheapest(text: string, days: number): number | null {
  let least: number | null = null;
  for (let number = 0; number < 3 ** days; number++) {
    const assignment = Array.from({ length: days }, (_, day) => 1 + (Math.floor(number / 3 ** day) % 3));
    const { broken, objective } = judgeRoster(text, assignment);
    if (broken.length === 0 && (least === null || objective < least)) least = objective;
  }
  return least;
}

test('the solver finds what trying every roster of a small file finds, or that there is none', { timeout: 60_000 }, async () => {
  let without = 0;
  for (let seed = 1; seed <= 24; seed++) {
    const text = smallFile(seed);
    const roster = read(text);
    const least = cheapest(text, roster.days);
    const solved = await solveRoster(roster, loadSolver, 60);
    if (least === null) without += 1;
    expect(solved, text).toMatchObject(least === null ? { status: 'infeasible' } : { status: 'proven', objective: least });
  }
  expect(without).toBeGreaterThan(0);
});

test('our count and the second count agree on any roster, kept rules and broken ones', () => {
  const text = readFileSync(resolve(folder, '10s-150d.dzn'), 'utf8');
  const roster = read(text);
  const next = random(5);
  for (let round = 0; round < 200; round++) {
    // Mostly lawful, so that single broken rules are met too and not only many at once.
    const people = roster.candidates.map((list, day) => (next() < 0.02 ? Math.floor(next() * 10) : (list[Math.floor(next() * list.length)] ?? day)));
    const judged = judgeRoster(text, people.map((person) => person + 1));
    expect([rosterCost(roster, people).total, keepsRules(roster, people)]).toEqual([judged.objective, judged.broken.length === 0]);
  }
});

test('the exact program alone, without the search, proves the same; what is encoded keeps every row and costs what is counted', { timeout: 60_000 }, async () => {
  const solver = await loadSolver();
  for (const [name, optimum] of [['4s-23d', 2], ['10s-50d', 0]] as const) {
    const roster = read(readFileSync(resolve(folder, `${name}.dzn`), 'utf8'));
    const { program, encode, decode } = rosterProgram(roster);
    const solution = await solver.solveMixed(program, { start: null, gap: 0.99 });
    if (solution.status !== 'optimal' || solution.x === null) throw new Error(solution.status);
    const people = decode(solution.x);
    expect([rosterCost(roster, people).total, Math.abs(Math.ceil(solution.bound - 1e-6)), keepsRules(roster, people)]).toEqual([optimum, optimum, true]);
    const known = searchRoster(roster, 0) ?? [];
    const x = encode(known);
    expect([decode(x), satisfies(program, x)]).toEqual([known, true]);
    expect(program.cost.reduce((sum, price, column) => sum + price * (x[column] ?? 0), 0)).toBe(rosterCost(roster, known).total);
  }
});

test('counting alone never says more than the cheapest roster costs', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const text = smallFile(seed);
    const roster = read(text);
    expect(leastCost(roster), text).toBeLessThanOrEqual(cheapest(text, roster.days) ?? Infinity);
  }
});

test('where the solver cannot help, what the search found stands with what counting says', async () => {
  const roster = read(hard);
  const cannot: Solver = { solve: () => Promise.resolve({ status: 'failed', detail: 'no memory' }), solveMixed: () => Promise.resolve({ status: 'failed', detail: 'no memory' }) };
  const solved = await solveRoster(roster, () => Promise.resolve(cannot), 60);
  const proven = await solveRoster(roster, loadSolver, 60);
  expect(proven.status).toBe('proven');
  if (!('people' in solved) || !('people' in proven)) throw new Error('there is no roster');
  expect(solved.status).toBe('bounded');
  expect(solved.bound).toBeLessThan(proven.objective);
  expect(solved.objective).toBeGreaterThanOrEqual(proven.objective);
});
