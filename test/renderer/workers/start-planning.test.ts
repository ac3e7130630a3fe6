import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlanMessage } from '../../../renderer/workers/start-planning.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';
import { fakeWorkers, FakeWorker, latest } from './fake-worker.ts';

const q1 = '2027-Q1' as QuarterId;
const workspace = aWorkspace();
const shares = { quarter: q1, digest: 'd' };
const today = '2026-12-01' as LocalDate;
const searched = { cost: 400, terms: {}, assignments: [], status: 'heuristic', bound: null, gapWishes: null, reproducible: true };

beforeEach(fakeWorkers);
afterEach(() => { vi.useRealTimers(); });

async function start(heard: PlanMessage[]) {
  const { startPlanning } = await import('../../../renderer/workers/start-planning.ts');
  return startPlanning(workspace, q1, { seed: 3, iterations: 1000, today }, (message) => heard.push(message));
}

const told = (heard: readonly PlanMessage[]) => heard.filter(({ kind }) => kind !== 'stage');
const started = (name: string) => FakeWorker.all.filter((one) => one.name === name);

/** As far as the proof: shares found, search done. */
function search(): void {
  latest('planner').answer({ kind: 'progress', progress: { cost: 500 } });
  latest('prover').answer({ kind: 'shares', shares });
  latest('planner').answer({ kind: 'done', proposal: searched });
}

test('planning begins at once, searches as soon as the shares are there, and then proves what was found', async () => {
  const heard: PlanMessage[] = [];
  await start(heard);
  expect(latest('planner').sent).toMatchObject([{ kind: 'begin', seed: 3, today, question: { quarter: q1 } }]);
  const first = latest('prover');
  latest('planner').answer({ kind: 'progress', progress: { cost: 500 } });
  first.answer({ kind: 'shares', shares });
  expect(first.terminated).toBe(true);
  expect(latest('planner').sent[1]).toEqual({ kind: 'search', shares, iterations: 1000 });
  latest('planner').answer({ kind: 'done', proposal: searched });
  expect(latest('prover').sent).toMatchObject([{ kind: 'prove', proposal: searched, shares, today, seconds: 60 }]);
  latest('prover').answer({ kind: 'bound', bound: 320, nodes: 1 });
  latest('prover').answer({ kind: 'progress', progress: { cost: 360, by: 'proof' } });
  latest('prover').answer({ kind: 'done', proposal: { cost: 360, status: 'proven' } });
  expect(heard).toEqual([
    { kind: 'stage', stage: 'shares' },
    { kind: 'progress', progress: { cost: 500 } },
    { kind: 'stage', stage: 'search' },
    { kind: 'stage', stage: 'prove' },
    { kind: 'bound', bound: 320, nodes: 1 },
    { kind: 'progress', progress: { cost: 360, by: 'proof' } },
    { kind: 'done', proposal: { cost: 360, status: 'proven' } },
  ]);
  expect(latest('prover').terminated).toBe(true);
});

test('each proof has a prover of its own, since the memory of a solver never shrinks', async () => {
  await start([]);
  search();
  expect(started('prover')).toHaveLength(2);
});

test('no prover is started before the first plan is there, where the shares are known already', async () => {
  const { assessInWorker } = await import('../../../renderer/workers/assess-in-worker.ts');
  const assessed = assessInWorker(workspace, q1);
  latest('prover').answer({ kind: 'shares', shares });
  latest('planner').answer({ kind: 'assessed', assessment: shares });
  await assessed;
  await start([]);
  expect(started('prover')).toHaveLength(1);
  expect(latest('planner').sent.at(-1)).toMatchObject({ kind: 'search', shares });
  latest('planner').answer({ kind: 'progress', progress: { cost: 5 } });
  expect(started('prover')).toHaveLength(2);
});

test('cancelling ends every thread, whatever it was at, and nothing is heard after it', async () => {
  const heard: PlanMessage[] = [];
  const run = await start(heard);
  run.cancel();
  expect(FakeWorker.all.map(({ terminated }) => terminated)).toEqual([true, true]);
  latest('planner').answer({ kind: 'done', proposal: searched });
  latest('prover').answer({ kind: 'shares', shares });
  expect(told(heard)).toEqual([]);
});

test('cancelling during the proof ends the prover at once and keeps the planner for the next run', async () => {
  const heard: PlanMessage[] = [];
  const run = await start(heard);
  search();
  const prover = latest('prover');
  run.cancel();
  expect(prover.terminated).toBe(true);
  expect(latest('planner').terminated).toBe(false);
  prover.answer({ kind: 'done', proposal: { status: 'proven' } });
  expect(told(heard)).toHaveLength(1);
});

test('a planner that dies is told as a failure, and the other worker ends', async () => {
  const heard: PlanMessage[] = [];
  await start(heard);
  latest('planner').onerror?.({ message: 'out of memory' });
  expect(told(heard)).toEqual([{ kind: 'failed', reason: 'out of memory' }]);
  expect(FakeWorker.all.every(({ terminated }) => terminated)).toBe(true);
});

test('without a solver there is a plan all the same, and it says why nothing is proven', async () => {
  const heard: PlanMessage[] = [];
  await start(heard);
  latest('prover').onerror?.({ message: 'no WebAssembly here' });
  expect(latest('planner').sent[1]).toEqual({ kind: 'search', shares: null, iterations: 1000 });
  latest('planner').answer({ kind: 'done', proposal: searched });
  expect(told(heard)).toEqual([
    { kind: 'done', proposal: { ...searched, reproducible: false, unproven: { reason: 'solver-failed', detail: 'no WebAssembly here' } } },
  ]);
});

test('a prover that dies leaves the best plan and the bound it had, and why there is no more', async () => {
  const heard: PlanMessage[] = [];
  await start(heard);
  search();
  latest('prover').answer({ kind: 'bound', bound: 200, nodes: 1 });
  latest('prover').answer({ kind: 'progress', progress: { cost: 300, terms: { total: 300 }, assignments: ['better'] } });
  latest('prover').onerror?.({ message: 'out of memory' });
  expect(heard.at(-1)).toEqual({
    kind: 'done',
    proposal: {
      ...searched,
      cost: 300,
      terms: { total: 300 },
      assignments: ['better'],
      status: 'bounded',
      bound: 200,
      gapWishes: 2,
      reproducible: false,
      unproven: { reason: 'solver-failed', detail: 'out of memory' },
    },
  });
});

test('a prover that dies before it is asked, while it loads, fails no plan', async () => {
  const heard: PlanMessage[] = [];
  await start(heard);
  latest('prover').answer({ kind: 'shares', shares });
  latest('planner').answer({ kind: 'progress', progress: { cost: 500 } });
  latest('prover').onerror?.({ message: 'could not be loaded' });
  latest('planner').answer({ kind: 'done', proposal: searched });
  expect(heard.at(-1)).toMatchObject({ kind: 'done', proposal: { cost: 400, status: 'heuristic', unproven: { detail: 'could not be loaded' } } });
});

test('a prover that falls silent is taken for dead: no run goes on for ever', async () => {
  vi.useFakeTimers();
  const heard: PlanMessage[] = [];
  await start(heard);
  search();
  vi.advanceTimersByTime(80_000);
  latest('prover').answer({ kind: 'bound', bound: 100, nodes: 0 });
  vi.advanceTimersByTime(80_000);
  expect(heard.at(-1)?.kind).toBe('bound');
  vi.advanceTimersByTime(20_000);
  expect(heard.at(-1)).toMatchObject({ kind: 'done', proposal: { bound: 100, unproven: { reason: 'solver-failed' } } });
  expect(latest('prover').terminated).toBe(true);
});

test('a planner that falls silent fails the run', async () => {
  vi.useFakeTimers();
  const heard: PlanMessage[] = [];
  await start(heard);
  latest('prover').answer({ kind: 'shares', shares });
  vi.advanceTimersByTime(100_000);
  expect(told(heard)).toEqual([{ kind: 'failed', reason: 'the worker has not answered for 90 seconds' }]);
});

test('a planner that has answered is kept for the next run, and a cancelled proof leaves it alive', async () => {
  const run = await start([]);
  search();
  const first = latest('planner');
  run.cancel();
  expect(first.terminated).toBe(false);
  await start([]);
  expect(latest('planner')).toBe(first);
  expect(first.sent).toHaveLength(3);
});
