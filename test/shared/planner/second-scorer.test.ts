import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { costOf, fullObjective } from '../../../shared/planner/cost.ts';
import { rowOf } from '../../../shared/planner/problem.ts';
import { random } from '../../../shared/planner/random.ts';
import { type Baseline, baselines } from '../../bench/planner/baselines.ts';
import { benchmarkForm } from '../../bench/planner/benchmark-form.ts';
import { readyInstance } from '../../bench/planner/problem-of-instance.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenwatch-scorer-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const script = resolve(import.meta.dirname, '../../bench/peers/score.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)('the second scorer, in Python, counts every plan as ours does: any holders, open slots, baselines', async () => {
  for (const name of ['a', 'b', 'f'] as const) {
    const { terms, input, aim } = await readyInstance(name, 0, null);
    const { problem } = input;
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(benchmarkForm(name, terms, problem, aim)));
    const next = random(17);
    const drawn = Array.from({ length: 40 }, (): number[] =>
      problem.slots.map((_, slot) => {
        const takers = rowOf(problem.candidates, slot);
        return next() < 0.1 ? -1 : (takers[Math.floor(next() * takers.length)] ?? -1);
      }),
    );
    const plans = Object.fromEntries([...drawn, ...Object.values(baselines).map((plan) => [...plan(problem)])].map((plan, at) => [String(at), plan] as const));
    const { stdout, status } = spawnSync('python3', [script, file], { input: JSON.stringify(plans), encoding: 'utf8' });
    expect(status).toBe(0);
    const second = JSON.parse(stdout) as Record<string, { cost: number; open: number; rest: number; load: number; holidays: number; wishes: number }>;
    const objective = fullObjective(problem, aim, null);
    for (const [at, plan] of Object.entries(plans)) {
      const { total, rest, load, holidays, wishes } = costOf(objective, Int16Array.from(plan));
      expect(second[at], `${name}, plan ${at}`).toMatchObject({ cost: total, rest, load, holidays, wishes, open: plan.filter((one) => one < 0).length });
    }
  }
});

test('the ways to make a rota by hand keep the rules, and least loaded is more even than round robin', async () => {
  const { input, aim } = await readyInstance('f', 0, null);
  const { problem } = input;
  const costs = Object.fromEntries(
    Object.entries(baselines).map(([name, plan]) => {
      const people = plan(problem);
      people.forEach((person, slot) => {
        expect(problem.legal[slot * problem.people.length + person], `${name}, slot ${slot}`).toBe(1);
        expect([...rowOf(problem.clashes, slot)].filter((other) => people[other] === person)).toEqual([]);
      });
      return [name, costOf(fullObjective(problem, aim, null), people).total];
    }),
  ) as Record<Baseline, number>;
  expect(costs['least loaded']).toBeLessThan(costs['round robin']);
});
