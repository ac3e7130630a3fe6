import { expect, test } from 'vitest';
import type { Acknowledged, Reply } from '../../../shared/contract/channels.ts';
import { createOutbox, type Letter } from '../../../renderer/state/outbox.ts';
import type { SaveState } from '../../../renderer/state/workspace-store.ts';

const letter = (baseRevision: number): Letter => ({
  baseRevision,
  title: `edit ${baseRevision + 1}`,
  command: { kind: 'pin-shifts', shifts: [], pinned: true },
  digest: `digest-${baseRevision + 1}`,
});

const diskFull = { kind: 'disk', tried: 'write', file: '/plan.json', code: 'ENOSPC' } as const;

/** A keeper whose answers the test gives one by one. */
function slowKeeper(alreadyKept = false) {
  const sent: Letter[] = [];
  const states: SaveState[] = [];
  const diverged: Letter[] = [];
  let answer: (reply: Reply<Acknowledged>) => void = () => undefined;
  const outbox = createOutbox({
    send: (posted) => {
      sent.push(posted);
      return new Promise((resolve) => (answer = resolve));
    },
    alreadyKept: () => Promise.resolve(alreadyKept),
    onState: (state) => states.push(state),
    onDiverged: (posted) => diverged.push(posted),
  });
  const settle = async (reply: Reply<Acknowledged>): Promise<void> => {
    answer(reply);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const acknowledge = (revision: number) =>
    settle({ ok: true, value: { revision, digest: `digest-${revision}` } });
  return { outbox, sent, states, diverged, settle, acknowledge, last: () => states.at(-1)?.kind };
}

test('the next edit leaves only after the one before was acknowledged', async () => {
  const { outbox, sent, acknowledge } = slowKeeper();
  outbox.enqueue(letter(0));
  outbox.enqueue(letter(1));
  outbox.enqueue(letter(2));
  expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([0]);
  await acknowledge(1);
  expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([0, 1]);
  await acknowledge(2);
  await acknowledge(3);
  expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([0, 1, 2]);
  expect(outbox.waiting()).toBe(0);
});

test('nothing is called saved before its acknowledgement', async () => {
  const { outbox, states, acknowledge, last } = slowKeeper();
  outbox.enqueue(letter(0));
  outbox.enqueue(letter(1));
  await acknowledge(1);
  expect(states.map(({ kind }) => kind)).not.toContain('saved');
  await acknowledge(2);
  expect(last()).toBe('saved');
});

test('a problem stops the queue with everything still in it, and retry sends the same edit again', async () => {
  const { outbox, sent, states, settle, acknowledge, last } = slowKeeper();
  outbox.enqueue(letter(0));
  outbox.enqueue(letter(1));
  await settle({ ok: false, problem: diskFull });
  expect(states.at(-1)).toEqual({ kind: 'not-saved', waiting: 2, problem: diskFull });
  outbox.enqueue(letter(2));
  expect(sent).toHaveLength(1);
  outbox.retry();
  expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([0, 0]);
  await acknowledge(1);
  await acknowledge(2);
  await acknowledge(3);
  expect(last()).toBe('saved');
});

test('an acknowledged edit is never sent twice, even by a retry', async () => {
  const { outbox, sent, settle, acknowledge } = slowKeeper();
  outbox.enqueue(letter(0));
  outbox.enqueue(letter(1));
  await acknowledge(1);
  await settle({ ok: false, problem: diskFull });
  outbox.retry();
  outbox.retry();
  expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([0, 1, 1]);
});

test('an acknowledgement with another digest is a divergence, never "saved"', async () => {
  const { outbox, states, diverged, settle } = slowKeeper();
  outbox.enqueue(letter(0));
  await settle({ ok: true, value: { revision: 1, digest: 'something else' } });
  expect(diverged.map(({ title }) => title)).toEqual(['edit 1']);
  expect(states.map(({ kind }) => kind)).not.toContain('saved');
});

test('an acknowledgement of another revision is a divergence too', async () => {
  const { outbox, diverged, settle } = slowKeeper();
  outbox.enqueue(letter(0));
  await settle({ ok: true, value: { revision: 7, digest: 'digest-1' } });
  expect(diverged).toHaveLength(1);
});

test('a stale base whose edit the journal holds already counts as acknowledged', async () => {
  const { outbox, settle, last } = slowKeeper(true);
  outbox.enqueue(letter(0));
  await settle({ ok: false, problem: { kind: 'stale-base', sent: 0, current: 1 } });
  expect(last()).toBe('saved');
});

test('a stale base whose edit the journal does not hold is not saved', async () => {
  const { outbox, settle, last } = slowKeeper(false);
  outbox.enqueue(letter(0));
  await settle({ ok: false, problem: { kind: 'stale-base', sent: 0, current: 1 } });
  expect(last()).toBe('not-saved');
});

test('a bridge that throws keeps the edit and says that the keeper is lost', async () => {
  const states: SaveState[] = [];
  const outbox = createOutbox({
    send: () => Promise.reject(new Error('gone')),
    alreadyKept: () => Promise.resolve(false),
    onState: (state) => states.push(state),
    onDiverged: () => undefined,
  });
  outbox.enqueue(letter(0));
  expect(await outbox.settled()).toBe('not-saved');
  expect(states.at(-1)).toEqual({ kind: 'not-saved', waiting: 1, problem: { kind: 'disconnected' } });
});

test('settled waits for the last acknowledgement', async () => {
  const { outbox, acknowledge } = slowKeeper();
  expect(await outbox.settled()).toBe('saved');
  outbox.enqueue(letter(0));
  let outcome = 'open';
  void outbox.settled().then((reached) => (outcome = reached));
  await Promise.resolve();
  expect(outcome).toBe('open');
  await acknowledge(1);
  expect(outcome).toBe('saved');
});

test('an answer to an edit that was cleared is ignored', async () => {
  const { outbox, states, settle, last } = slowKeeper();
  outbox.enqueue(letter(0));
  outbox.clear();
  await settle({ ok: false, problem: diskFull });
  expect(last()).toBe('saved');
  expect(states.map(({ kind }) => kind)).not.toContain('not-saved');
});
