import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownVersion } from '../../../shared/document/envelope.ts';
import { finishDocument, openWorkspace, readPlainDocument } from '../../../shared/document/open.ts';
import { reverse } from '../../../shared/editing/changes.ts';
import { historyOf } from '../../../shared/editing/history.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { sha256 } from '../../../electron/storage/system.ts';
import { opened, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';
import { textWith } from '../support/text-with.ts';
import { watchedFiles } from '../support/watched-files.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures');

interface Old {
  readonly data: string;
  readonly folder: string;
  readonly file: string;
}

/** A workspace of an old format, as its version left it on the disk. */
async function anOld(format: number, name: string): Promise<Old> {
  const data = await aFolder();
  const folder = join(data, 'workspaces', name);
  await mkdir(join(data, 'workspaces'), { recursive: true });
  await cp(join(fixtures, `format-${format}`, name), folder, { recursive: true });
  await rm(join(folder, `as-version-${format}-closed-it.json`));
  return { data, folder, file: join(folder, 'workspace.json') };
}

/** What the old version itself made of the folder, led to the format of today. */
async function expected(format: number, name: string): Promise<{ revision: number; workspace: Workspace }> {
  const path = join(fixtures, `format-${format}`, name, `as-version-${format}-closed-it.json`);
  const document = openWorkspace(await readFile(path, 'utf8'), path, sha256);
  if (!document.ok) throw new Error(document.reason.kind);
  expect(document.value.version).toBe(format);
  return document.value;
}

const formats = [1, 2, 3].filter((format) => format < knownVersion);
const all = formats.flatMap((format) => (['small', 'sample'] as const).map((name) => [format, name] as const));

test('there are fixtures of every older format', async () => {
  expect((await readdir(fixtures)).filter((name) => name.startsWith('format-'))).toEqual(formats.map((it) => `format-${it}`));
  expect(formats).toEqual(Array.from({ length: knownVersion - 1 }, (_, index) => index + 1));
});

describe.each(all)('format %i, %s', (format, name) => {
  test('is led to today with its journal, the original is kept, and the lead is told', async () => {
    const { data, folder, file } = await anOld(format, name);
    const original = await readFile(file);
    const keeper = createKeeper(testPorts(data));
    const value = await opened(keeper, { kind: 'last' });
    const { revision, workspace } = await expected(format, name);
    expect(value).toMatchObject({ revision, readOnlyBecause: null, notices: [{ kind: 'upgraded', detail: textWith('5 edits') }] });
    expect(value.workspace).toEqual(workspace);
    const [kept = ''] = await readdir(join(folder, 'backups', 'before-upgrade'));
    expect(await readFile(join(folder, 'backups', 'before-upgrade', kept))).toEqual(original);
    await keeper.close();
    const plain = readPlainDocument(await readFile(file, 'utf8'), file, sha256);
    expect(plain).toMatchObject({ ok: true, value: { version: knownVersion, revision } });
    if (plain.ok) expect(finishDocument(plain.value)).toMatchObject({ ok: true });
  });

  test('keeps its history: edits made in the old format can be taken back in the new', async () => {
    const { data } = await anOld(format, name);
    const keeper = createKeeper(testPorts(data));
    let { revision, workspace, recentLines } = await opened(keeper, { kind: 'last' });
    const { undo } = historyOf(recentLines);
    expect(undo.length).toBe(6); // eight edits, of which one was taken back
    for (const step of undo.toReversed()) {
      const command = { kind: 'revert', direction: 'undo', of: step.revision, changes: reverse(step.changes) } as const;
      ({ revision } = valueOf(await keeper.apply({ baseRevision: revision, title: `Undo: ${step.title}`, command })));
    }
    ({ workspace, recentLines } = await opened(keeper, { kind: 'last' }));
    const path = join(fixtures, `format-${format}`, name, 'previous.json');
    const first = openWorkspace(await readFile(path, 'utf8'), path, sha256);
    expect(first.ok && first.value.workspace).toEqual(workspace);
    await keeper.close();
  });

  test('comes to the same when its file is damaged and the generation before it has to stand in', async () => {
    const { data, file } = await anOld(format, name);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -200));
    const keeper = createKeeper(testPorts(data));
    const value = await opened(keeper, { kind: 'last' });
    expect(value.notices).toMatchObject([{ kind: 'previous-generation' }]);
    expect(value.workspace).toEqual((await expected(format, name)).workspace);
    await keeper.close();
  });
});

test('stopped at every single call to the disk, the upgrade leaves the old file or the new one, and comes to the same the next time', async () => {
  const format = 1;
  const { workspace, revision } = await expected(format, 'small');
  const calls = await callsOfUpgrade();
  expect(calls).toBeGreaterThan(30);
  for (let stop = 1; stop <= calls; stop++) {
    const { data, folder, file } = await anOld(format, 'small');
    const original = await readFile(file);
    const dead = { pid: 4_000_001, signature: async () => null };
    // From this call on nothing reaches the disk any more: what a kill leaves.
    const { files } = watchedFiles(nodeFiles, (_call, number) => (number >= stop ? 'EIO' : null));
    await createKeeper(testPorts(data, { files, processes: dead })).open({ kind: 'last' });
    const left = readPlainDocument(await readFile(file, 'utf8'), file, sha256);
    if (!left.ok) throw new Error(`stopped at call ${stop}: ${left.reason.kind}`);
    if (left.value.version === format) expect(await readFile(file), `call ${stop}`).toEqual(original);
    const keeper = createKeeper(testPorts(data));
    expect(await opened(keeper, { kind: 'last' }), `call ${stop}`).toMatchObject({ revision, workspace, readOnlyBecause: null });
    const copies = await readdir(join(folder, 'backups', 'before-upgrade'));
    expect(copies.length, `call ${stop}`).toBe(1);
    expect(await readFile(join(folder, 'backups', 'before-upgrade', copies[0] ?? ''))).toEqual(original);
    await keeper.close();
  }
}, 60_000);

async function callsOfUpgrade(): Promise<number> {
  const { data } = await anOld(1, 'small');
  const { files, calls } = watchedFiles(nodeFiles);
  const keeper = createKeeper(testPorts(data, { files }));
  await keeper.open({ kind: 'last' });
  const count = calls.length;
  await keeper.close();
  return count;
}
