import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownVersion } from '../../../shared/document/envelope.ts';
import { noChecksum } from '../../../shared/document/journal-line.ts';
import { handlersOf } from '../../../electron/services/handlers.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { chosenFolderOf } from '../../../electron/storage/backups.ts';
import { logTo, nodeFiles } from '../../../electron/storage/node-files.ts';
import { placesOf } from '../../../electron/storage/places.ts';
import { sha256 } from '../../../electron/storage/system.ts';
import { aPerson, aWorkspace } from '../../builders/a-workspace.ts';
import { edited, opened, request, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';
import { textWith } from '../support/text-with.ts';
import { watchedFiles } from '../support/watched-files.ts';

describe('a last checkpoint that fails', () => {
  test('is a problem of closing, and is told at the next start, with every edit there', async () => {
    const data = await aFolder();
    let isFull = false;
    // A disk with room for a small note, and none for the plan.
    const { files } = watchedFiles(nodeFiles, ({ name, on }) => (isFull && name === 'create' && on.includes('workspace.json') ? 'ENOSPC' : null));
    const ports = testPorts(data, { files });
    const keeper = createKeeper(ports);
    const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
    await edited(keeper, start, 3);
    isFull = true;
    expect(await keeper.close()).toEqual({
      ok: false,
      problem: { kind: 'disk', tried: 'write the last checkpoint of', file: start.file, code: 'ENOSPC' },
    });
    const again = createKeeper(testPorts(data));
    const value = await opened(again, { kind: 'last' });
    expect(value).toMatchObject({ revision: 3, notices: [{ kind: 'late-checkpoint', detail: textWith('3 edits were made again') }] });
    await again.close();
    const third = createKeeper(testPorts(data));
    expect(await opened(third, { kind: 'last' })).toMatchObject({ revision: 3, notices: [] });
    await third.close();
  });

  test('while the plan is open is tried again, without another edit', async () => {
    const data = await aFolder();
    let isFull = false;
    const { files } = watchedFiles(nodeFiles, ({ name, on }) => (isFull && name === 'rename' && on === 'workspace.json' ? 'EIO' : null));
    const ports = testPorts(data, { files });
    const keeper = createKeeper(ports);
    const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
    await edited(keeper, start, 2);
    isFull = true;
    ports.clock.pass(30_000);
    await keeper.withSession(async () => ({ ok: true, value: null }));
    isFull = false;
    ports.clock.pass(30_000);
    await keeper.withSession(async () => ({ ok: true, value: null }));
    expect(await readFile(start.file, 'utf8')).toContain('"revision":2');
    await keeper.close();
  });
});

test('what could only be looked at is written again once the disk allows it, without a restart', async () => {
  const data = await aFolder();
  const first = createKeeper(testPorts(data));
  await opened(first, { kind: 'new', workspace: aWorkspace() });
  await first.close();
  let isReadOnly = true;
  const { files } = watchedFiles(nodeFiles, ({ name }) =>
    isReadOnly && ['create', 'append', 'rename', 'makeFolder', 'remove'].includes(name) ? 'EROFS' : null,
  );
  const keeper = createKeeper(testPorts(data, { files }));
  const looked = await opened(keeper, { kind: 'last' });
  expect(looked.readOnlyBecause).toContain('EROFS');
  expect(await keeper.apply(request(looked.workspace, 0))).toMatchObject({ ok: false, problem: { kind: 'read-only' } });
  isReadOnly = false;
  expect(await opened(keeper, { kind: 'last' })).toMatchObject({ readOnlyBecause: null });
  expect(valueOf(await keeper.apply(request(looked.workspace, 0))).revision).toBe(1);
  await keeper.close();
});

test('edits of a newer version in the journal open the plan to look at, and nothing is touched', async () => {
  const data = await aFolder();
  const keeper = createKeeper(testPorts(data));
  const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  await keeper.close();
  const { about } = start.workspace;
  const change = { table: 'moods', id: 'mood-1', before: null, after: { id: 'mood-1' } };
  const line = { format: knownVersion + 1, revision: 1, time: 'x', title: 'Feel', command: { kind: 'save-mood' }, changes: [change], mood: 1 };
  const body = JSON.stringify(line);
  const checksum = sha256(`${noChecksum}\n${body}`);
  const segment = join(dirname(start.file), 'journal', '000000000001.jsonl');
  await mkdir(dirname(segment), { recursive: true });
  await writeFile(segment, `{"checksum":"${checksum}","previous":"${noChecksum}","line":${body}}\n`);
  const before = await readdir(dirname(start.file), { recursive: true });
  const again = createKeeper(testPorts(data));
  const value = await opened(again, { kind: 'last' });
  expect(value).toMatchObject({ revision: 0, readOnlyBecause: textWith(`format ${knownVersion + 1}`), workspace: { about } });
  await again.close();
  expect(await readdir(dirname(start.file), { recursive: true })).toEqual(before);
});

test('before an edit that brings in many records at once a copy is kept, as for an import', async () => {
  const keeper = createKeeper(testPorts(await aFolder()));
  const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  const changes = Array.from({ length: 101 }, (_, index) => {
    const person = aPerson(`New ${index}`, { position: index });
    return { table: 'people' as const, id: person.id, before: null, after: person as never };
  });
  const command = { kind: 'revert', direction: 'redo', of: 1, changes } as const;
  valueOf(await keeper.apply({ baseRevision: 0, title: 'Import', command }));
  const folder = join(dirname(start.file), 'backups', 'before-import');
  const [name = ''] = await readdir(folder);
  expect(await readFile(join(folder, name), 'utf8')).not.toContain('New 1');
  await keeper.close();
});

describe('the folder that the lead chooses for copies', () => {
  async function aChoice(chosen: string | null) {
    const data = await aFolder();
    const dialogs = {
      chooseWorkspace: async () => null,
      chooseDestination: async () => null,
      chooseFolder: async () => chosen,
      confirmLink: async () => false,
    };
    const ports = testPorts(data, { dialogs });
    const keeper = createKeeper(ports);
    const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
    return { ports, keeper, start, handlers: handlersOf(keeper, ports), there: chosenFolderOf(chosen ?? '', placesOf(start.file, data), sha256) };
  }

  test('gets a copy at once and with every hour, besides the workspace’s own, and can be given up', async () => {
    const chosen = await aFolder();
    const { handlers, keeper, start, there, ports } = await aChoice(chosen);
    const settings = valueOf(await handlers['backups.choose']({ folder: 'ask' }));
    expect(settings).toMatchObject({ folder: chosen, isFixed: false, problem: null, ownFolder: join(dirname(start.file), 'backups') });
    expect(settings.lastCopy).not.toBeNull();
    ports.clock.set('2026-11-23T12:00:00.000Z');
    await edited(keeper, start, 1);
    await keeper.close();
    expect(await readdir(join(there, 'hourly'))).toHaveLength(2);
    expect(await readdir(join(dirname(start.file), 'backups', 'hourly'))).toHaveLength(2);
    expect((await stat(there)).mode & 0o777).toBe(0o700);
    expect(valueOf(await handlers['backups.choose']({ folder: 'none' })).folder).toBeNull();
  });

  test('is not taken when it takes no copy', async () => {
    const file = join(await aFolder(), 'not-a-folder');
    await writeFile(file, '');
    const { handlers, keeper } = await aChoice(file);
    expect(await handlers['backups.choose']({ folder: 'ask' })).toMatchObject({ ok: false, problem: { kind: 'disk' } });
    expect(valueOf(await handlers['backups.settings'](null)).folder).toBeNull();
    await keeper.close();
  });

  test('that went away fails no edit and no checkpoint, and says so', async () => {
    const chosen = await aFolder();
    const { handlers, keeper, start, ports } = await aChoice(chosen);
    valueOf(await handlers['backups.choose']({ folder: 'ask' }));
    await rm(chosen, { recursive: true });
    await writeFile(chosen, 'the disk is not mounted');
    ports.clock.set('2026-11-23T12:00:00.000Z');
    await edited(keeper, start, 1);
    ports.clock.pass(30_000);
    expect(valueOf(await handlers['backups.settings'](null))).toMatchObject({ problem: { kind: 'disk', tried: 'keep a backup in' } });
    expect(await keeper.close()).toEqual({ ok: true, value: null });
    await rm(chosen);
  });
});

test('the log is turned over before it grows without end', async () => {
  const path = join(await aFolder(), 'evenwatch.log');
  const log = logTo(path, 500);
  for (let number = 0; number < 30; number++) log(`line ${number}`);
  expect((await stat(path)).size).toBeLessThanOrEqual(600);
  expect((await stat(`${path}.1`)).size).toBeLessThanOrEqual(600);
  expect(await readFile(path, 'utf8')).toContain('line 29');
});
