import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { AskedPlan } from '../../../renderer/workers/explain-messages.ts';
import { aShiftId, aWorkspace, personIdOf, primary } from '../../builders/a-workspace.ts';
import { fakeWorkers, FakeWorker } from './fake-worker.ts';

const plan: AskedPlan = { workspace: aWorkspace(), quarter: '2027-Q1' as QuarterId, today: '2026-12-01' as LocalDate, shares: null, proposal: null };
const shift = aShiftId('Team', primary, '2027-01-04');
const asked = { shift, person: personIdOf('Ann') };
const explain = () => import('../../../renderer/workers/explain.ts');

function only(): FakeWorker {
  const [worker, ...others] = FakeWorker.all;
  if (worker === undefined || others.length > 0) throw new Error(`${FakeWorker.all.length} workers were started`);
  return worker;
}

beforeEach(fakeWorkers);
afterEach(() => {
  vi.useRealTimers();
});

test('a question goes to a worker with its details, and its answer comes back', async () => {
  const { askWhyNot } = await explain();
  const { answer } = askWhyNot(plan, asked);
  expect(only().sent).toEqual([{ kind: 'why-not', plan, details: asked }]);
  only().answer({ kind: 'answer', answer: { kind: 'holds' } });
  expect(await answer).toEqual({ kind: 'holds' });
});

test('a worker without the solver is kept for the next question, one with it is not', async () => {
  const { askWhy, askWhyNot, askWhyNotExact } = await explain();
  const first = askWhyNot(plan, asked);
  only().answer({ kind: 'answer', answer: { kind: 'holds' } });
  await first.answer;
  expect(only().terminated).toBe(false);
  askWhy(plan, shift);
  expect(only().sent).toHaveLength(2);
  askWhyNotExact(plan, asked);
  const exact = FakeWorker.all[1];
  exact?.answer({ kind: 'answer', answer: { kind: 'holds' } });
  expect([FakeWorker.all.length, exact?.terminated]).toEqual([2, true]);
});

test('a worker that fails, dies or sends rubbish rejects with its reason, and is gone', async () => {
  const { askConflicts } = await explain();
  const ways: readonly (readonly [(worker: FakeWorker) => void, RegExp])[] = [
    [(worker) => { worker.answer({ kind: 'failed', reason: 'out of memory' }); }, /out of memory/],
    [(worker) => worker.onerror?.({ message: 'Uncaught RangeError' }), /Uncaught RangeError/],
    [(worker) => worker.onerror?.({ message: '' }), /could not be started/],
    [(worker) => worker.onmessageerror?.(), /cannot be read/],
  ];
  for (const [dies, says] of ways) {
    const { answer } = askConflicts(plan);
    const worker = FakeWorker.all.at(-1) as FakeWorker;
    dies(worker);
    await expect(answer).rejects.toThrow(says);
    expect(worker.terminated).toBe(true);
  }
});

test('a worker that dies without a word is given up after three minutes', async () => {
  vi.useFakeTimers();
  const { askSwaps } = await explain();
  const { answer } = askSwaps(plan, {});
  const settled = expect(answer).rejects.toThrow(/no answer in three minutes/);
  await vi.advanceTimersByTimeAsync(180_000);
  await settled;
  expect(only().terminated).toBe(true);
});

test('a cancelled question ends its worker at once, and a late answer is not heard', async () => {
  const { askAtMostChanges } = await explain();
  const asking = askAtMostChanges(plan, 2);
  const heard = vi.fn();
  void asking.answer.then(heard, heard);
  asking.cancel();
  expect(only().terminated).toBe(true);
  only().answer({ kind: 'answer', answer: null });
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
});

test('a kept worker that dies while it waits is not asked again', async () => {
  const { askWhy, askFixNow } = await explain();
  const first = askWhy(plan, shift);
  only().answer({ kind: 'answer', answer: {} });
  await first.answer;
  only().onerror?.({ message: 'gone' });
  askFixNow(plan);
  expect(FakeWorker.all.map(({ terminated }) => terminated)).toEqual([true, false]);
});
