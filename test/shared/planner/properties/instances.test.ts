import { beforeAll, expect, test } from 'vitest';
import { loadSolver } from '../../../../electron/command-line/load-solver.ts';
import { costOf, fullObjective } from '../../../../shared/planner/cost.ts';
import { rowOf } from '../../../../shared/planner/problem.ts';
import { provePlan } from '../../../../shared/planner/prove.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import { instances, makeInstance, saltOf } from '../../../bench/instances.ts';
import { runOurs } from '../../../bench/planner/our-run.ts';
import { instanceNames, readyInstance } from '../../../bench/planner/problem-of-instance.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The generator as its specification writes it down, line by line, and nothing of ours. */
function specified(N: number, W: number, P: number, seed: number, salt: number, pto: number, elig: number, J: number, pref: boolean, hist: boolean) {
  const random = (from: number) => {
    let s = from >>> 0;
    return () => {
      s = (s + 0x6d2b79f5) >>> 0;
      let t = Math.imul(s ^ (s >>> 15), s | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  };
  const r = random(seed * 7919 + salt);
  const any = (n: number) => Math.floor(r() * n);
  const eligible: boolean[][] = [];
  for (let e = 0; e < N; e++) {
    const row: boolean[] = [];
    for (let p = 0; p < P; p++) row.push(r() < elig);
    if (!row.includes(true)) row[any(P)] = true;
    eligible.push(row);
  }
  for (let p = 0; p < P; p++) while (eligible.filter((row) => row[p]).length < Math.min(N, 4)) eligible[any(N)]![p] = true;
  const away: Set<number>[] = [];
  for (let e = 0; e < N; e++) {
    const set = new Set<number>();
    for (let left = pto; left > 0; ) {
      const n = Math.min(left, 1 + any(2));
      const from = any(W - n + 1);
      for (let k = 0; k < n; k++) set.add(from + k);
      left -= n;
    }
    away.push(set);
  }
  const wish: number[][] = [];
  for (let e = 0; e < N; e++) {
    const row: number[] = [];
    for (let w = 0; w < W; w++) {
      if (!pref) row.push(0);
      else {
        const u = r();
        row.push(u < 0.1 ? 160 : u < 0.15 ? -80 : 0);
      }
    }
    wish.push(row);
  }
  const each = (draw: () => number) => Array.from({ length: N }, draw);
  const fte = each(() => (hist && r() < 0.15 ? 0.8 : 1));
  const carry = each(() => (hist ? Math.round((r() * 2 - 1) * 28) : 0));
  const pastHolidays = each(() => (hist ? any(3) : 0));
  const task = each(() => (hist ? Math.round(r() * 24) : 0));
  const mayTake = (e: number, w: number, p: number, l: number) => eligible[e]![p] === true && !away[e]!.has(w) && !(e < J && l === 0);
  return { mayTake, wish, fte, carry, pastHolidays, task };
}

test('every instance and its eight further ones are those of the specification, draw by draw', () => {
  for (const name of instanceNames) {
    const { terms } = instances[name];
    for (const k of name === 'e' ? [0] : [0, 1, 8]) {
      const { people: N, weeks: W, pipelines: P, seed, pto, eligible, juniors, history } = terms;
      const drawn = specified(N, W, P, seed, saltOf(k), pto, eligible, juniors, history, history);
      const { problem, carry } = makeInstance(terms, saltOf(k));
      const holidays: readonly number[] = terms.holidayWeeks;
      expect(problem.slots.length).toBe(W * P * 2);
      let slot = 0;
      for (let w = 0; w < W; w++) {
        for (let p = 0; p < P; p++) {
          for (let l = 0; l < 2; l++, slot++) {
            const load = (4 * (holidays.includes(w) ? 11 : 9) * (P >= 3 && p % 3 === 2 ? 1.5 : 1)) / (l + 1);
            const takers = Array.from({ length: N }, (_, e) => e).filter((e) => drawn.mayTake(e, w, p, l));
            if (problem.load[slot] !== load || rowOf(problem.candidates, slot).join() !== takers.join()) expect([name, k, slot, problem.load[slot], [...rowOf(problem.candidates, slot)]]).toEqual([name, k, slot, load, takers]);
            for (const e of takers) if (problem.price[slot * N + e] !== drawn.wish[e]![w]) expect([name, k, slot, e, problem.price[slot * N + e]]).toEqual([name, k, slot, e, drawn.wish[e]![w]]);
          }
        }
      }
      expect(problem.people.map(({ fullTime, tasks }) => [fullTime / 100, tasks])).toEqual(drawn.fte.map((share, e) => [share, drawn.task[e]]));
      expect(carry.map(({ load, holidays: held }) => [load, held / 4])).toEqual(drawn.carry.map((load, e) => [load, drawn.pastHolidays[e]]));
    }
  }
});

for (const name of ['a', 'b', 'f'] as const) {
  test(`instance ${name}: its published optimum, found and proven by the run that the benchmark measures`, { timeout: 120_000 }, async () => {
    const { input, aim, optimum } = await readyInstance(name, 0, null);
    const run = await runOurs(input, 1, 100);
    expect(run).toMatchObject({ cost: optimum, bound: optimum });
    expect(run.provenAfter).not.toBeNull();
    expect(costOf(fullObjective(input.problem, aim, null), Int16Array.from(run.people)).total).toBe(optimum);
    expect(run.trace.map(([, cost]) => cost)).toEqual([...run.trace.map(([, cost]) => cost)].sort((x, y) => y - x));
  });
}

test('a bound never exceeds the published optimum, however early the proof is stopped', { timeout: 60_000 }, async () => {
  for (const name of ['b', 'c', 'f'] as const) {
    const { input, optimum } = await readyInstance(name, 0, null);
    const bounds: number[] = [];
    const proof = await provePlan(input, null, solver, { seconds: 1, onBound: (bound) => bounds.push(bound) });
    expect(Math.max(proof.bound, ...bounds), name).toBeLessThanOrEqual(optimum ?? 0);
    if (proof.cost !== null && proof.cost.open === 0) expect(proof.cost.total, name).toBeGreaterThanOrEqual(optimum ?? 0);
  }
});
