import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noChecksum, type JournalLine } from '../../../shared/document/journal-line.ts';
import { diff } from '../../../shared/editing/changes.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import type { Files } from '../../../electron/ports.ts';
import { openJournal } from '../../../electron/storage/journal.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { readJournal } from '../../../electron/storage/read-journal.ts';
import { randomNonce, sha256 } from '../../../electron/storage/system.ts';
import { renamed } from '../support/edits.ts';
import { aFolder } from '../support/test-ports.ts';
import { watchedFiles } from '../support/watched-files.ts';

const workspace = sampleWorkspace();

function aLine(revision: number): JournalLine {
  const named = (number: number) => ({ ...workspace, about: { ...workspace.about, name: `Edit ${number}` } });
  return {
    revision,
    time: '2026-11-23T10:15:00.000Z',
    by: 'lead',
    title: `Edit ${revision}`,
    command: renamed(workspace, revision),
    changes: diff(named(revision - 1), named(revision)),
  };
}

async function written(files: Files, folder: string, revisions: readonly number[]): Promise<void> {
  const journal = openJournal(
    folder,
    { revision: 0, checksum: noChecksum },
    { files, hash: sha256, nonce: randomNonce },
  );
  for (const revision of revisions) await journal.append(aLine(revision));
  await journal.endSegment();
}

const revisionsIn = async (folder: string, base: number): Promise<readonly number[]> =>
  (await readJournal(nodeFiles, folder, base, sha256)).lines.map(({ line }) => line.revision);

test('a line is flushed before it counts, and its file is looked at before and after', async () => {
  const { files, calls } = watchedFiles(nodeFiles);
  const folder = join(await aFolder(), 'journal');
  await written(files, folder, [1, 2]);
  expect(calls.map(({ name }) => name)).toEqual([
    'makeFolder',
    'list',
    'create',
    'syncFolder',
    'look',
    'write',
    'syncData',
    'look',
    'look',
    'write',
    'syncData',
    'look',
    'close',
  ]);
});

test('a segment that ended is followed by another, chained to it', async () => {
  const folder = join(await aFolder(), 'journal');
  const journal = openJournal(
    folder,
    { revision: 0, checksum: noChecksum },
    { files: nodeFiles, hash: sha256, nonce: randomNonce },
  );
  for (const revision of [1, 2, 3]) {
    await journal.append(aLine(revision));
    if (revision >= 2) await journal.endSegment();
  }
  expect(await readdir(folder)).toEqual(['000000000001.jsonl', '000000000003.jsonl']);
  expect(await revisionsIn(folder, 0)).toEqual([1, 2, 3]);
  expect(await revisionsIn(folder, 2)).toEqual([3]);
  expect(await revisionsIn(folder, 3)).toEqual([]);
  const { recent } = await readJournal(nodeFiles, folder, 2, sha256);
  expect(recent.map(({ revision }) => revision)).toEqual([1, 2, 3]);
});

describe('when the disk fails', () => {
  test.each(['makeFolder', 'create', 'syncFolder', 'write', 'syncData'])(
    'at %s, the line is refused and a second try succeeds',
    async (failing) => {
      let failures = 1;
      const { files } = watchedFiles(nodeFiles, ({ name }) =>
        name === failing && failures-- > 0 ? 'ENOSPC' : null,
      );
      const folder = join(await aFolder(), 'journal');
      const journal = openJournal(
        folder,
        { revision: 0, checksum: noChecksum },
        { files, hash: sha256, nonce: randomNonce },
      );
      await expect(journal.append(aLine(1))).rejects.toMatchObject({ code: 'ENOSPC' });
      await journal.append(aLine(1));
      await journal.append(aLine(2));
      await journal.endSegment();
      const read = await readJournal(nodeFiles, folder, 0, sha256);
      expect(read.lines.map(({ line }) => line.revision)).toEqual([1, 2]);
      expect(read.broken).toBeNull();
    },
  );

  test('and cutting off the half line fails too, it is cut before the next one is written', async () => {
    let isBad = false;
    const { files } = watchedFiles(nodeFiles, ({ name }) =>
      isBad && ['write', 'truncate'].includes(name) ? 'EIO' : null,
    );
    const folder = join(await aFolder(), 'journal');
    const journal = openJournal(
      folder,
      { revision: 0, checksum: noChecksum },
      { files, hash: sha256, nonce: randomNonce },
    );
    await journal.append(aLine(1));
    isBad = true;
    await expect(journal.append(aLine(2))).rejects.toMatchObject({ code: 'EIO' });
    await expect(journal.append(aLine(2))).rejects.toMatchObject({ code: 'EIO' });
    isBad = false;
    await journal.append(aLine(2));
    await journal.endSegment();
    expect(await revisionsIn(folder, 0)).toEqual([1, 2]);
  });
});

describe('what is read back', () => {
  async function bytesAndFolder(): Promise<{ folder: string; path: string; bytes: Buffer }> {
    const folder = join(await aFolder(), 'journal');
    await written(nodeFiles, folder, [1, 2, 3, 4, 5, 6]);
    const path = join(folder, '000000000001.jsonl');
    return { folder, path, bytes: await readFile(path) };
  }
  const lineEnds = (bytes: Buffer): readonly number[] =>
    [...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
  /** The journal's reader over bytes in memory: a cut at each byte needs no disk. */
  const readBytes = (bytes: Uint8Array) =>
    readJournal(
      {
        ...nodeFiles,
        list: () => Promise.resolve(['000000000001.jsonl']),
        read: () => Promise.resolve(bytes),
      },
      'journal',
      0,
      sha256,
    );

  test('is the exact prefix of whole lines, for a cut at every byte of the last three', async () => {
    const { bytes } = await bytesAndFolder();
    const ends = lineEnds(bytes);
    for (let cut = (ends[2] ?? 0) + 1; cut <= bytes.length; cut++) {
      const read = await readBytes(bytes.subarray(0, cut));
      const whole = ends.filter((end) => end <= cut + 1).length; // without its line end, a line is whole
      expect(read.lines.map(({ line }) => line.revision)).toEqual([1, 2, 3, 4, 5, 6].slice(0, whole));
      expect(read.broken?.kind ?? 'whole').toBe(ends.includes(cut) ? 'whole' : 'torn');
      if (read.broken?.cut) expect(read.broken.cut.keep).toBe(Math.min(cut, ends[whole - 1] ?? 0));
    }
  });

  test('stops at a line that comes twice, is missing, or stands elsewhere', async () => {
    const { bytes } = await bytesAndFolder();
    const ends = [0, ...lineEnds(bytes)];
    const line = (number: number): Uint8Array => bytes.subarray(ends[number - 1], ends[number]);
    const orders: readonly [readonly number[], number][] = [
      [[1, 2, 2, 3, 4, 5, 6], 2],
      [[1, 2, 4, 5, 6], 2],
      [[1, 3, 2, 4, 5, 6], 1],
      [[2, 3, 4, 5, 6], 0],
      [[1, 2, 3, 5, 4, 6], 3],
    ];
    for (const [order, good] of orders) {
      const read = await readBytes(Buffer.concat(order.map(line)));
      expect(read.lines.length, `order ${order.join(' ')}`).toBe(good);
      expect(read.broken?.kind).toBe('gap');
    }
  });

  test('stops at zeros, which a power cut leaves where data was not flushed', async () => {
    const { bytes } = await bytesAndFolder();
    const zeroed = Buffer.concat([bytes, Buffer.alloc(4096)]);
    const read = await readBytes(zeroed);
    expect(read.lines.length).toBe(6);
    expect(read.broken).toMatchObject({ kind: 'torn', cut: { keep: bytes.length } });
  });

  test('of a journal that begins after the checkpoint is nothing: the edits between are missing', async () => {
    const folder = join(await aFolder(), 'journal');
    await written(nodeFiles, folder, [9, 10]);
    const read = await readJournal(nodeFiles, folder, 5, sha256);
    expect(read.lines).toEqual([]);
    expect(read.broken).toMatchObject({
      kind: 'gap',
      detail: 'edit 6 is missing; edit 9 follows',
      behind: [join(folder, '000000000009.jsonl')],
    });
  });

  test('20,000 lines take less than five seconds of the processor', async () => {
    const folder = join(await aFolder(), 'journal');
    const quick = {
      ...nodeFiles,
      create: async (path: string) => ({
        ...(await nodeFiles.create(path)),
        syncData: () => Promise.resolve(),
      }),
    };
    await written(
      quick,
      folder,
      Array.from({ length: 20_000 }, (_, index) => index + 1),
    );
    const before = process.cpuUsage();
    expect((await readJournal(nodeFiles, folder, 0, sha256)).lines.length).toBe(20_000);
    const { user, system } = process.cpuUsage(before); // in microseconds
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});
