import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { takeOwnership } from '../../../electron/storage/owner.ts';
import { systemProcesses } from '../../../electron/storage/system.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

async function anOwnerFile(): Promise<string> {
  return join(await aFolder(), 'owner.json');
}

async function aDeadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('the first one gets it, the second hears who has it', async () => {
  const path = await anOwnerFile();
  const ports = testPorts('unused');
  const first = await takeOwnership(path, ports);
  expect(first.ok).toBe(true);
  const second = await takeOwnership(path, ports);
  expect(second).toEqual({
    ok: false,
    reason: `the browser host, process ${process.pid}, since 2026-11-23T10:15:00.000Z`,
  });
});

test('who gave it back lets the next one in', async () => {
  const path = await anOwnerFile();
  const ports = testPorts('unused');
  const first = await takeOwnership(path, ports);
  if (!first.ok) throw new Error(first.reason);
  await first.value.release();
  expect((await takeOwnership(path, ports)).ok).toBe(true);
});

test('who gave it back on a disk that could not remove the file gets in again once it can', async () => {
  const path = await anOwnerFile();
  let isFull = false;
  const remove = async (name: string): Promise<void> => {
    if (isFull) throw Object.assign(new Error('no'), { code: 'EROFS' });
    await nodeFiles.remove(name);
  };
  const ports = testPorts('unused', { files: { ...nodeFiles, remove } });
  const first = await takeOwnership(path, ports);
  if (!first.ok) throw new Error(first.reason);
  isFull = true;
  await expect(first.value.release()).rejects.toThrow('no');
  isFull = false;
  const second = await takeOwnership(path, ports);
  expect(second.ok && (await second.value.isStillOurs())).toBe(true);
});

test('an owner file that goes while it is read is no error: the next one gets in', async () => {
  const path = await anOwnerFile();
  const first = await takeOwnership(path, testPorts('unused'));
  if (!first.ok) throw new Error(first.reason);
  const read: typeof nodeFiles.read = async (name, most) => {
    await first.value.release();
    return nodeFiles.read(name, most);
  };
  const second = await takeOwnership(path, testPorts('unused', { files: { ...nodeFiles, read } }));
  expect(second.ok).toBe(true);
});

test('an owner that is still writing who it is is not taken for dead', async () => {
  const path = await anOwnerFile();
  const slow: typeof nodeFiles.create = async (name) => {
    const file = await nodeFiles.create(name);
    const write = async (bytes: Uint8Array): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await file.write(bytes);
    };
    return { ...file, write };
  };
  const first = takeOwnership(path, testPorts('unused', { files: { ...nodeFiles, create: slow } }));
  await new Promise((resolve) => setTimeout(resolve, 30));
  const second = await takeOwnership(path, testPorts('unused'));
  expect(second.ok).toBe(false);
  const owner = await first;
  expect(owner.ok && (await owner.value.isStillOurs())).toBe(true);
});

test('a folder that cannot be looked through for dead owners keeps nobody out', async () => {
  const list = async (): Promise<never> => {
    throw Object.assign(new Error('no'), { code: 'EIO' });
  };
  const path = await anOwnerFile();
  const taken = await takeOwnership(path, testPorts('unused', { files: { ...nodeFiles, list } }));
  expect(taken.ok && (await taken.value.isStillOurs())).toBe(true);
});

test('of many at once exactly one gets it', async () => {
  const path = await anOwnerFile();
  const ports = testPorts('unused');
  const all = await Promise.all(Array.from({ length: 20 }, () => takeOwnership(path, ports)));
  expect(all.filter(({ ok }) => ok).length).toBe(1);
});

test.each([
  [
    'died',
    async () =>
      JSON.stringify({
        pid: await aDeadProcess(),
        signature: 'x',
        host: 'desktop',
        since: 'then',
        nonce: 'dead',
      }),
  ],
  ['wrote half of it and died', async () => '{"pid":12'],
  [
    'had the number of a process of today',
    async () =>
      JSON.stringify({
        pid: process.pid,
        signature: 'another boot:1',
        host: 'desktop',
        since: 'then',
        nonce: 'dead',
      }),
  ],
])(
  'an owner that %s is moved out of the way, and of many that try exactly one follows it',
  async (_case, content) => {
    const path = await anOwnerFile();
    await writeFile(path, await content());
    const ports = testPorts('unused');
    const all = await Promise.all(Array.from({ length: 10 }, () => takeOwnership(path, ports)));
    const owners = all.flatMap((result) => (result.ok ? [result.value] : []));
    const still = await Promise.all(owners.map((owner) => owner.isStillOurs()));
    expect(still.filter(Boolean).length).toBe(1);
    expect((await readdir(join(path, '..'))).filter((name) => name.endsWith('.dead'))).toEqual([]);
  },
);

test('who lost the file to somebody else notices, and does not remove theirs', async () => {
  const path = await anOwnerFile();
  const first = await takeOwnership(path, testPorts('unused'));
  if (!first.ok) throw new Error(first.reason);
  const theirs = JSON.stringify({ pid: 1, signature: 'x', host: 'desktop', since: 'now', nonce: 'theirs' });
  await writeFile(path, theirs);
  expect(await first.value.isStillOurs()).toBe(false);
  await first.value.release();
  expect(await readFile(path, 'utf8')).toBe(theirs);
});

test('a process that runs has a signature, one that ended has none', async () => {
  const processes = systemProcesses(nodeFiles);
  expect(await processes.signature(process.pid)).toMatch(
    process.platform === 'linux' ? /^[0-9a-f-]{36}:\d+$/ : /^alive$/,
  );
  expect(await processes.signature(await aDeadProcess())).toBeNull();
});
