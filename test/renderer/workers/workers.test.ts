import { beforeEach, expect, test, vi } from 'vitest';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { aLeave, aWorkspace } from '../../builders/a-workspace.ts';
import { fakeWorkers, FakeWorker, latest } from './fake-worker.ts';

const q1 = '2027-Q1' as QuarterId;
const workspace = aWorkspace();
const shares = { quarter: q1, digest: 'd' };

beforeEach(fakeWorkers);

async function plan() {
  const { startPlanning } = await import('../../../renderer/workers/start-planning.ts');
  return startPlanning(workspace, q1, { seed: 3, iterations: 1000, today: '2026-12-01' as LocalDate }, () => undefined);
}

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
  await plan();
  expect(warm.sent).toMatchObject([{ kind: 'warm' }, { kind: 'begin' }]);
});

test('a warmed planner that dies while it waits is not taken for a run', async () => {
  const { warmPlanner } = await import('../../../renderer/workers/ask.ts');
  warmPlanner({ workspace, quarter: q1 }, '2026-12-01' as LocalDate);
  const warm = latest('planner');
  warm.onerror?.({ message: 'out of memory' });
  await plan();
  expect(latest('planner')).not.toBe(warm);
  expect(latest('planner').sent).toMatchObject([{ kind: 'begin' }]);
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
