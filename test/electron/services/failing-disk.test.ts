import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Files } from '../../../electron/ports.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';
import { opened, request, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';
import { watchedFiles, type Call } from '../support/watched-files.ts';

interface Outcome {
  /** Highest revision that was acknowledged. */
  readonly acknowledged: number;
  readonly calls: readonly Call[];
}

/** The process of the life under test; for whoever comes after, it is dead. */
const thisLife = { pid: 4_000_001, signature: async (pid: number) => (pid === 4_000_001 ? 'first' : null) };

/** A short life of a workspace that exists: open, two edits, a checkpoint, two edits, close. A refused edit is sent once more. */
async function aLife(data: string, files: Files): Promise<number> {
  const ports = testPorts(data, { files, processes: thisLife });
  const keeper = createKeeper(ports);
  let acknowledged = 0;
  let first = await keeper.open({ kind: 'last' });
  if (!first.ok) first = await keeper.open({ kind: 'last' });
  const start = valueOf(first);
  if (start === null) throw new Error('nothing was opened');
  let { revision } = start;
  for (let number = 0; number < 4; number++) {
    for (let attempt = 0; attempt < 2; attempt++) {
      const reply = await keeper.apply(request(start.workspace, revision));
      if (reply.ok) {
        revision = reply.value.revision;
        acknowledged = revision;
        break;
      }
      expect(['disk', 'read-only', 'not-found']).toContain(reply.problem.kind);
    }
    if (number === 1) ports.clock.pass(30_000);
  }
  await keeper.close();
  return acknowledged;
}

async function aWorkspaceIn(data: string): Promise<string> {
  const keeper = createKeeper(testPorts(data));
  const { file } = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  await keeper.close();
  return file;
}

async function lifeWith(
  judge: (call: Call, number: number) => string | null,
): Promise<Outcome & { readonly data: string; readonly file: string }> {
  const data = await aFolder();
  const file = await aWorkspaceIn(data);
  const { files, calls } = watchedFiles(nodeFiles, judge);
  return { acknowledged: await aLife(data, files), calls, data, file };
}

const sound = await (async () => {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const data = await mkdtemp(join(tmpdir(), 'evenwatch-calls-'));
  await aWorkspaceIn(data);
  const { files, calls } = watchedFiles(nodeFiles);
  await aLife(data, files);
  await rm(data, { recursive: true });
  return calls;
})();

// Codes take turns, so that each is met at many places without a run for every pair.
const codes = ['EIO', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS'];

test(`whichever of the ${sound.length} calls to the disk fails, nothing acknowledged is lost and the next start is sound`, async () => {
  expect(sound.length).toBeGreaterThan(60);
  for (let failing = 1; failing <= sound.length; failing++) {
    const code = codes[failing % codes.length] ?? 'EIO';
    const where = `call ${failing} (${sound[failing - 1]?.name ?? ''} ${sound[failing - 1]?.on ?? ''}) fails with ${code}`;
    const { acknowledged, data, file } = await lifeWith((_call, number) =>
      number === failing ? code : null,
    ).catch((error: unknown) => {
      throw new Error(`${where}: ${String(error)}`);
    });
    const again = createKeeper(testPorts(data));
    // The list of recent workspaces may be what failed; the workspace is found by its place then.
    const value = valueOf(await again.open({ kind: 'last' }));
    expect(value, where).not.toBeNull();
    if (value === null) continue;
    expect(value.revision, where).toBeGreaterThanOrEqual(acknowledged);
    expect(value.workspace.about.name, where).toBe(
      value.revision === 0 ? value.workspace.about.name : `Edit ${value.revision}`,
    );
    expect(value.readOnlyBecause, where).toBeNull();
    await again.close();
    expect(
      (await readdir(dirname(file))).filter((name) => name.includes('tmp')),
      where,
    ).toEqual([]);
  }
}, 120_000);

test('a disk that is full refuses edits, says so, and takes them again once there is room', async () => {
  const data = await aFolder();
  await aWorkspaceIn(data);
  let isFull = false;
  const { files } = watchedFiles(nodeFiles, ({ name }) =>
    isFull && ['write', 'create', 'sync', 'syncData'].includes(name) ? 'ENOSPC' : null,
  );
  const keeper = createKeeper(testPorts(data, { files }));
  const { workspace } = await opened(keeper, { kind: 'last' });
  valueOf(await keeper.apply(request(workspace, 0)));
  isFull = true;
  for (let attempt = 0; attempt < 3; attempt++) {
    expect(await keeper.apply(request(workspace, 1))).toMatchObject({
      ok: false,
      problem: { kind: 'disk', code: 'ENOSPC' },
    });
  }
  isFull = false;
  expect(valueOf(await keeper.apply(request(workspace, 1))).revision).toBe(2);
  await keeper.close();
  expect(await opened(createKeeper(testPorts(data)), { kind: 'last' })).toMatchObject({
    revision: 2,
    notices: [],
  });
});
