import { beforeEach, expect, test, vi } from 'vitest';
import type { PlanMessage } from '../../../renderer/workers/start-planning.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { aLeave, aWorkspace } from '../../builders/a-workspace.ts';
import { fakeWorkers, FakeWorker, latest } from './fake-worker.ts';

const q1 = '2027-Q1' as QuarterId;
const workspace = aWorkspace();
const shares = { quarter: q1, digest: 'd' };

beforeEach(fakeWorkers);

async function start(heard: PlanMessage[]) {
  const { startPlanning } = await import('../../../renderer/workers/start-planning.ts');
  return startPlanning(workspace, q1, { seed: 3, iterations: 1000, today: '2026-12-01' as LocalDate }, (message) => heard.push(message));
}

test('planning begins at once, and searches as soon as the shares are there', async () => {
  const heard: PlanMessage[] = [];
  await start(heard);
  expect(latest('planner').sent).toMatchObject([{ kind: 'begin', seed: 3, today: '2026-12-01', question: { quarter: q1 } }]);
  latest('planner').answer({ kind: 'progress', progress: { cost: 5 } });
  latest('prover').answer({ kind: 'shares', shares });
  expect(latest('prover').terminated).toBe(true);
  expect(latest('planner').sent[1]).toEqual({ kind: 'search', shares, iterations: 1000 });
  latest('planner').answer({ kind: 'done', proposal: { cost: 4 } });
  expect(heard).toEqual([{ kind: 'progress', progress: { cost: 5 } }, { kind: 'done', proposal: { cost: 4 } }]);
});

test('cancelling ends both threads, and nothing is heard after it', async () => {
  const heard: PlanMessage[] = [];
  const run = await start(heard);
  run.cancel();
  expect(FakeWorker.all.map(({ terminated }) => terminated)).toEqual([true, true]);
  latest('planner').answer({ kind: 'done', proposal: {} });
  latest('prover').answer({ kind: 'shares', shares });
  expect(heard).toEqual([]);
});

test('a worker that dies is told as a failure, and the other one ends', async () => {
  for (const name of ['planner', 'prover'] as const) {
    fakeWorkers();
    const heard: PlanMessage[] = [];
    await start(heard);
    latest(name).onerror?.({ message: 'out of memory' });
    expect(heard).toEqual([{ kind: 'failed', reason: 'out of memory' }]);
    expect(FakeWorker.all.every(({ terminated }) => terminated)).toBe(true);
  }
});

test('a planner that has answered is kept for the next run', async () => {
  await start([]);
  const first = latest('planner');
  latest('prover').answer({ kind: 'shares', shares });
  first.answer({ kind: 'done', proposal: {} });
  expect(first.terminated).toBe(false);
  await start([]);
  expect(latest('planner')).toBe(first);
  expect(first.sent).toHaveLength(3);
});

test('a run that is cancelled after its answer leaves the kept planner alive', async () => {
  const run = await start([]);
  const first = latest('planner');
  latest('prover').answer({ kind: 'shares', shares });
  first.answer({ kind: 'done', proposal: {} });
  run.cancel();
  expect(first.terminated).toBe(false);
  await start([]);
  expect(latest('planner')).toBe(first);
});

test('a planner that was warmed takes the first run, and an assessment leaves it alone', async () => {
  const { warmPlanner } = await import('../../../renderer/workers/ask.ts');
  const question = { workspace, quarter: q1 };
  warmPlanner(question, '2026-12-01' as LocalDate);
  const warm = latest('planner');
  expect(warm.sent).toMatchObject([{ kind: 'warm', question: { quarter: q1 } }]);
  const assess = await assessing();
  void assess();
  latest('prover').answer({ kind: 'shares', shares });
  expect(latest('planner')).not.toBe(warm);
  await start([]);
  expect(warm.sent).toMatchObject([{ kind: 'warm' }, { kind: 'begin' }]);
});

test('shares that an assessment found already are not worked out again for a plan', async () => {
  const assess = await assessing();
  const first = assess();
  latest('prover').answer({ kind: 'shares', shares });
  latest('planner').answer({ kind: 'assessed', assessment: { digest: 'd' } });
  await first;
  const started = FakeWorker.all.filter(({ name }) => name === 'prover').length;
  await start([]);
  expect(FakeWorker.all.filter(({ name }) => name === 'prover')).toHaveLength(started);
  expect(latest('planner').sent.at(-1)).toMatchObject({ kind: 'search', shares: { digest: 'd' } });
});

async function assessing() {
  const { assessInWorker } = await import('../../../renderer/workers/assess-in-worker.ts');
  return (one = workspace) => assessInWorker(one, q1);
}

test('an assessment goes from prover to planner, and is known the next time', async () => {
  const assess = await assessing();
  const first = assess();
  latest('prover').answer({ kind: 'shares', shares });
  expect(latest('planner').sent).toMatchObject([{ kind: 'assess', shares }]);
  latest('planner').answer({ kind: 'assessed', assessment: { digest: 'd' } });
  expect(await first).toEqual({ digest: 'd' });
  const started = FakeWorker.all.length;
  expect(await assess({ ...workspace, shifts: {} })).toEqual({ digest: 'd' });
  expect(FakeWorker.all).toHaveLength(started);
});

test('a newer question ends the older one, whose answer never comes', async () => {
  const assess = await assessing();
  const answered = vi.fn();
  void assess().then(answered, answered);
  const stale = latest('prover');
  const leave = aLeave('Ann', '2027-01-04', '2027-01-08');
  const second = assess({ ...workspace, leave: { [leave.id]: leave } });
  expect(stale.terminated).toBe(true);
  stale.answer({ kind: 'shares', shares });
  latest('prover').answer({ kind: 'shares', shares });
  latest('planner').answer({ kind: 'assessed', assessment: { digest: 'e' } });
  expect(await second).toEqual({ digest: 'e' });
  expect(answered).not.toHaveBeenCalled();
});

test('a failed assessment is a rejection with its reason', async () => {
  const assess = await assessing();
  const asked = assess();
  latest('prover').answer({ kind: 'failed', reason: 'no WebAssembly here' });
  await expect(asked).rejects.toThrow('no WebAssembly here');
});
