import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadSolver } from '../../../../electron/command-line/load-solver.ts';
import { readRoster } from '../../../../shared/planner/on-call-rostering/read-roster.ts';
import type { Roster } from '../../../../shared/planner/on-call-rostering/roster.ts';
import { keepsRules, rosterCost } from '../../../../shared/planner/on-call-rostering/roster-cost.ts';
import { solveRoster } from '../../../../shared/planner/on-call-rostering/solve-roster.ts';
import { random } from '../../../../shared/planner/random.ts';
import { judgeRoster } from './independent-check.ts';

const folder = resolve(import.meta.dirname, '../../../fixtures/on-call-rostering');
const solver = await loadSolver();

function read(text: string): Roster {
  const roster = readRoster(text);
  if (!roster.ok) throw new Error(JSON.stringify(roster.reason));
  return roster.value;
}

for (const [name, optimum] of [['4s-10d', 1], ['4s-23d', 2], ['10s-50d', 0], ['10s-150d', 5], ['20s-200d', 2]] as const) {
  test(`${name}: the published best, ${optimum}, proven, by a roster that a second count agrees with`, { timeout: 60_000 }, async () => {
    const text = readFileSync(resolve(folder, `${name}.dzn`), 'utf8');
    const solved = await solveRoster(read(text), solver, 60);
    expect(solved).toMatchObject({ status: 'proven', objective: optimum, bound: optimum });
    if (!('people' in solved)) throw new Error('there is no roster');
    expect(judgeRoster(text, solved.people.map((person) => person + 1))).toEqual({ broken: [], objective: optimum });
  });
}

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
    const solved = await solveRoster(roster, solver, 60);
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

test('without time there is a bound that holds, and perhaps a roster; never a crash', async () => {
  const roster = read(readFileSync(resolve(folder, '20s-200d.dzn'), 'utf8'));
  const solved = await solveRoster(roster, solver, 0);
  expect(solved.status).not.toBe('infeasible');
  if (solved.status !== 'infeasible') expect(solved.bound).toBeLessThanOrEqual(2);
});
