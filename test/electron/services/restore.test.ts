import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Channels, Opened } from '../../../shared/contract/channels.ts';
import { historyOf } from '../../../shared/editing/history.ts';
import { reverse } from '../../../shared/editing/changes.ts';
import { handlersOf } from '../../../electron/services/handlers.ts';
import { createKeeper, type Keeper } from '../../../electron/services/workspace.ts';
import { aPerson, aWorkspace } from '../../builders/a-workspace.ts';
import { edited, opened, valueOf } from '../support/edits.ts';
import { aFolder, testPorts, type TestPorts } from '../support/test-ports.ts';

interface Case {
  readonly data: string;
  readonly ports: TestPorts;
  readonly keeper: Keeper;
  readonly start: Opened;
  readonly ask: <Name extends keyof Channels>(
    name: Name,
    request: Channels[Name]['request'],
  ) => Promise<Channels[Name]['reply']>;
}

/** Three renames, a checkpoint with its copies, somebody new, and one more rename. */
async function aCase(changes: Parameters<typeof testPorts>[1] = {}): Promise<Case> {
  const data = await aFolder();
  const ports = testPorts(data, changes);
  const keeper = createKeeper(ports);
  const handlers = handlersOf(keeper, ports);
  const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  await edited(keeper, start, 3);
  ports.clock.pass(30_000);
  await keeper.recent();
  const command = { kind: 'save-person', person: aPerson('Eve', { position: 9 }) } as const;
  valueOf(await keeper.apply({ baseRevision: 3, title: 'Add Eve', command }));
  await edited(keeper, { ...start, revision: 4 }, 1);
  return {
    data,
    ports,
    keeper,
    start,
    ask: async (name, request) => valueOf(await handlers[name](request as never)),
  };
}

describe('restore points', () => {
  test('are every edit and every copy, the newest first, with date and size, and how far back', async () => {
    const { ask, keeper } = await aCase();
    const { points, damaged, hasEarlier } = await ask('restore.points', { file: null, before: null });
    expect(points.filter(({ kind }) => kind === 'edit').map(({ revision, title, editsSince }) => [revision, title, editsSince])).toEqual([
      [4, 'Add Eve', 1],
      [3, 'Rename to 3', 2],
      [2, 'Rename to 2', 3],
      [1, 'Rename to 1', 4],
    ]);
    const copies = points.filter(({ kind }) => kind !== 'edit');
    expect(copies.map(({ kind, revision, editsSince }) => [kind, revision, editsSince])).toEqual(
      expect.arrayContaining([
        ['checkpoint', 3, 2],
        ['previous', 0, 5],
        ['hourly', 3, 2],
        ['daily', 3, 2],
      ]),
    );
    for (const copy of copies) expect(copy.bytes).toBeGreaterThan(1000);
    for (const point of points) expect(Number.isNaN(Date.parse(point.time)), point.time).toBe(false);
    expect([damaged, hasEarlier]).toEqual([[], false]);
    await keeper.close();
  });

  test('of a long journal come page by page, packed segments as well', async () => {
    const { ask, keeper, start, ports } = await aCase();
    await edited(keeper, { ...start, revision: 5 }, 300);
    ports.clock.pass(30_000);
    await edited(keeper, { ...start, revision: 305 }, 10);
    const first = await ask('restore.points', { file: null, before: null });
    const edits = first.points.filter(({ kind }) => kind === 'edit');
    expect([edits.length, edits[0]?.revision, first.hasEarlier]).toEqual([200, 314, true]);
    const second = await ask('restore.points', { file: null, before: edits.at(-1)?.revision ?? 0 });
    expect(second.points.map(({ revision }) => revision)).toEqual(Array.from({ length: 114 }, (_, index) => 114 - index));
    expect(second.hasEarlier).toBe(false);
    expect(await readdir(join(dirname(start.file), 'journal'))).toEqual(['000000000001.jsonl.gz', '000000000004.jsonl.gz', '000000000306.jsonl']);
    await keeper.close();
  });

  test('are previewed: counts by table, and records by name', async () => {
    const { ask, keeper } = await aCase();
    const preview = await ask('restore.preview', { file: null, point: 'edit:3' });
    expect(preview.records).toEqual([
      { table: 'about', id: 'about', name: 'the name and place of the workspace', effect: 'changes' },
      { table: 'people', id: 'person-eve', name: 'the person Eve', effect: 'goes' },
    ]);
    expect(preview.tables.find(({ table }) => table === 'people')).toEqual({
      table: 'people',
      now: 5,
      then: 4,
      comeBack: 0,
      go: 1,
      change: 0,
    });
    expect([preview.workspaceName, preview.more]).toEqual(['Edit 3', 0]);
    expect((await ask('restore.preview', { file: null, point: 'previous' })).workspaceName).toBe(aWorkspace().about.name);
    await keeper.close();
  });

  test.each(['edit:3', 'backup:hourly/3/2026-11-23T10', 'previous', 'file'])(
    '%s is taken back as one edit, after a copy, and undo takes that back',
    async (point) => {
      const { ask, keeper, data } = await aCase();
      const before = await opened(keeper, { kind: 'last' });
      const restored = await ask('restore.apply', { file: null, point });
      expect(restored).toMatchObject({ revision: 6, readOnlyBecause: null });
      expect(Object.keys(restored.workspace.people)).not.toContain('person-eve');
      const step = historyOf(restored.recentLines).undo.at(-1);
      expect(step?.title).toMatch(/^Restore revision [03]/);
      expect(await readdir(join(dirname(restored.file), 'backups', 'before-restore'))).toHaveLength(1);
      const changes = reverse(step?.changes ?? []);
      valueOf(await keeper.apply({ baseRevision: 6, title: 'Undo', command: { kind: 'revert', direction: 'undo', of: 6, changes } }));
      expect((await opened(keeper, { kind: 'last' })).workspace).toEqual(before.workspace);
      await keeper.close();
      const again = createKeeper(testPorts(data));
      expect(await opened(again, { kind: 'last' })).toMatchObject({ revision: 7, workspace: before.workspace, notices: [] });
      await again.close();
    },
  );

  test('that were made up lead nowhere: a window names no file', async () => {
    const { keeper, ports } = await aCase();
    const handlers = handlersOf(keeper, ports);
    for (const point of ['edit:99', 'edit:5', 'backup:hourly/../../workspace.json', '/etc/passwd', 'damaged:../owner.json'])
      for (const channel of ['restore.preview', 'restore.apply'] as const)
        expect(await handlers[channel]({ file: null, point }), point).toEqual({ ok: false, problem: { kind: 'not-found', file: point } });
    expect(await handlers['restore.points']({ file: '/etc/passwd', before: null })).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    await keeper.close();
  });

  test('whose copy is damaged say so, and nothing changes', async () => {
    const { keeper, ports, start } = await aCase();
    const [name = ''] = await readdir(join(dirname(start.file), 'backups', 'hourly'));
    await writeFile(join(dirname(start.file), 'backups', 'hourly', name), '{"format":"evenwatch","version":2,"revision":3,');
    const handlers = handlersOf(keeper, ports);
    expect(await handlers['restore.apply']({ file: null, point: 'backup:hourly/3/2026-11-23T10' })).toMatchObject({
      ok: false,
      problem: { kind: 'damaged' },
    });
    expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 5 });
    await keeper.close();
  });
});

describe('a file that cannot be opened', () => {
  test('lists what is left, gives out the damaged file, and opens with the point that the lead chooses', async () => {
    const { keeper, start, data } = await aCase();
    await keeper.close();
    const folder = dirname(start.file);
    // Nothing that the ladder climbs down on is left; the copy that was set aside from another version is.
    const copy = await readFile(start.file);
    await rm(join(folder, 'backups'), { recursive: true });
    await rm(join(folder, 'previous.json'));
    await writeFile(start.file, copy.subarray(0, 900));
    const chosen = await aFolder();
    const ports = testPorts(data, { backupFolder: chosen });
    const other = createKeeper(ports);
    const handlers = handlersOf(other, ports);
    expect(await other.open({ kind: 'last' })).toMatchObject({ ok: false, problem: { kind: 'damaged' } });
    const { mkdir } = await import('node:fs/promises');
    const { chosenFolderOf } = await import('../../../electron/storage/backups.ts');
    const { placesOf } = await import('../../../electron/storage/places.ts');
    const there = join(chosenFolderOf(chosen, placesOf(start.file, data), ports.hash), 'daily');
    await mkdir(there, { recursive: true });
    await writeFile(join(there, 'r000000000005-2026-11-23-n9.json'), copy);
    const { points } = valueOf(await handlers['restore.points']({ file: start.file, before: null }));
    expect(points.map(({ kind, revision, inChosenFolder }) => [kind, revision, inChosenFolder]).sort()).toEqual([
      ['checkpoint', 5, false],
      ['daily', 5, true],
    ]);
    const point = points.find(({ kind }) => kind === 'daily')?.id ?? '';
    expect(valueOf(await handlers['restore.preview']({ file: start.file, point })).tables.find(({ table }) => table === 'people')).toMatchObject({
      now: 0,
      then: 5,
      comeBack: 5,
    });
    const restored = valueOf(await handlers['restore.apply']({ file: start.file, point }));
    expect(restored).toMatchObject({ file: start.file, revision: 6, readOnlyBecause: null, notices: [{ kind: 'backup' }] });
    expect(await readFile(restored.notices[0]?.keptAs ?? '')).toEqual(copy.subarray(0, 900));
    const { damaged } = valueOf(await handlers['restore.points']({ file: null, before: null }));
    const given = valueOf(await handlers['restore.export']({ file: null, item: damaged[0]?.id ?? '' }));
    expect(Buffer.from(given.base64 ?? '', 'base64')).toEqual(copy.subarray(0, 900));
    await edited(other, restored, 2);
    await other.close();
    const again = createKeeper(testPorts(data));
    expect(await opened(again, { kind: 'last' })).toMatchObject({ revision: 8, notices: [] });
    await again.close();
  });
});

describe('what is given out', () => {
  test('goes where the dialog says, or as bytes to the page', async () => {
    const elsewhere = await aFolder();
    const asked: string[] = [];
    const dialogs = {
      chooseWorkspace: async () => null,
      chooseFolder: async () => null,
      confirmLink: async () => false,
      chooseDestination: async ({ name }: { readonly name: string }) => {
        asked.push(name);
        return join(elsewhere, name);
      },
    };
    const { ask, keeper } = await aCase({ dialogs });
    const edit = await ask('restore.export', { file: null, item: 'edit:2' });
    expect(edit).toEqual({ file: join(elsewhere, 'edit-2-revision-2.evenwatch.json'), name: 'edit-2-revision-2.evenwatch.json', base64: null });
    const reopened = createKeeper(testPorts(await aFolder()));
    const text = await readFile(edit.file ?? '', 'utf8');
    expect((await opened(reopened, { kind: 'content', name: 'x', text })).workspace.about.name).toBe('Edit 2');
    await reopened.close();
    const journal = await ask('journal.export', null);
    expect((await readFile(journal.file ?? '', 'utf8')).trimEnd().split('\n')).toHaveLength(5);
    expect(asked).toHaveLength(2);
    await keeper.close();
  });
});
