/** A plan on a network drive that went away: whoever asks for the file never hears of it again. */
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { patience } from '../../../electron/storage/patience.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { opened, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const lost = '/net/gone/team.json';

/** Ports whose drive `/net` never answers; counts how often it was asked. */
function withLostDrive(folder: string) {
  const asked: string[] = [];
  const look = (path: string) => {
    if (!path.startsWith('/net/')) return nodeFiles.look(path);
    asked.push(path);
    return new Promise<never>(() => undefined);
  };
  return { ports: testPorts(folder, { files: { ...nodeFiles, look } }), asked };
}

/** Lets time pass as soon as the drive was asked. */
async function outwaited<Value>(
  answer: Promise<Value>,
  { ports, asked }: ReturnType<typeof withLostDrive>,
): Promise<Value> {
  while (asked.length === 0) await setImmediate();
  ports.clock.pass(patience);
  return answer;
}

test('opening it ends with a sentence, and what is open can be worked on', async () => {
  const drive = withLostDrive(await aFolder());
  const keeper = createKeeper(drive.ports);
  const { file } = await opened(keeper, { kind: 'sample' });
  keeper.offer(lost);
  const reply = await outwaited(keeper.open({ kind: 'file', file: lost }), drive);
  expect(reply).toEqual({
    ok: false,
    problem: { kind: 'disk', tried: 'open', file: lost, code: 'ETIMEDOUT' },
  });
  expect(reply.ok ? '' : problemText(reply.problem)).toBe(
    `Could not open ${lost}: the drive does not answer. Connect it again and retry, or open another file. The file was left as it is.`,
  );
  expect((await opened(keeper, { kind: 'file', file })).file).toBe(file);
  // A second try does not ask, and wait, again while the first question is open: each takes a thread.
  expect((await keeper.open({ kind: 'file', file: lost })).ok).toBe(false);
  expect(drive.asked).toEqual([lost]);
  await keeper.close();
});

test('a start that names it ends with the sentence too, and the list is there', async () => {
  const folder = await aFolder();
  const keeper = createKeeper(testPorts(folder));
  const { file } = await opened(keeper, { kind: 'sample' });
  await keeper.close();
  const drive = withLostDrive(folder);
  const next = createKeeper(drive.ports);
  next.offer(lost);
  const reply = await outwaited(next.open({ kind: 'last' }), drive);
  expect(reply).toMatchObject({ ok: false, problem: { file: lost, code: 'ETIMEDOUT' } });
  expect(valueOf(await next.recent()).map((entry) => [entry.file, entry.present])).toEqual([[file, true]]);
});
