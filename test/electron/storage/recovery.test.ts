import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { knownVersion } from '../../../shared/document/envelope.ts';
import { historyOf } from '../../../shared/editing/history.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { createKeeper, type Keeper } from '../../../electron/services/workspace.ts';
import { rewritten } from '../../builders/a-file.ts';
import { edited, opened, valueOf } from '../support/edits.ts';
import { aClock, aFolder, testPorts } from '../support/test-ports.ts';
import { textWith } from '../support/text-with.ts';

/**
 * One history for all cases: two checkpoints (revisions 3 and 6) with backups, then two edits that are only in the journal. Made
 * once; each case damages a copy.
 */
async function aHistory(data: string): Promise<void> {
  const ports = testPorts(data);
  const keeper = createKeeper(ports);
  const first = await opened(keeper, { kind: 'sample' });
  await edited(keeper, first, 3);
  ports.clock.pass(30_000);
  await edited(keeper, { ...first, revision: 3 }, 3);
  ports.clock.set('2026-11-23T11:20:00.000Z');
  ports.clock.pass(30_000);
  await edited(keeper, { ...first, revision: 6 }, 2);
  await rm(join(dirname(first.file), 'owner.json')); // the process ends here, without closing
}

let model = '';
beforeAll(async () => {
  const { mkdtemp } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  model = await mkdtemp(join(tmpdir(), 'evenwatch-model-'));
  await aHistory(model);
  return () => rm(model, { recursive: true });
});

interface Case {
  readonly data: string;
  readonly folder: string;
  readonly file: string;
  readonly keeper: Keeper;
}

async function aCase(): Promise<Case> {
  const data = await aFolder();
  await cp(model, data, { recursive: true });
  const [name = ''] = await readdir(join(data, 'workspaces'));
  const folder = join(data, 'workspaces', name);
  const file = join(folder, 'workspace.json');
  // The list names files of the model's folder: what a moved data folder looks like.
  await writeFile(
    join(data, 'recent.json'),
    JSON.stringify([{ file, name: 'Sample', savedAt: '2026-11-23T10:15:00.000Z' }]),
  );
  return { data, folder, file, keeper: createKeeper(testPorts(data)) };
}

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).sort();

test('without damage everything is there, and nothing is announced', async () => {
  const { keeper } = await aCase();
  const value = await opened(keeper, { kind: 'last' });
  expect(value).toMatchObject({ revision: 8, notices: [], readOnlyBecause: null });
  expect(value.workspace.about.name).toBe('Edit 8');
  expect(value.recentLines.length).toBe(8);
  await keeper.close();
});

test('an older copy put back by hand is led to the last edit again, and the lead is told so', async () => {
  const { folder, file, keeper } = await aCase();
  const [oldest = ''] = await readdir(join(folder, 'backups', 'hourly'));
  await cp(join(folder, 'backups', 'hourly', oldest), file);
  const value = await opened(keeper, { kind: 'last' });
  expect(value).toMatchObject({ revision: 8, notices: [{ kind: 'odd-file', keptAs: null }] });
  expect(value.notices[0]?.detail).toMatch(/older copy, of revision 3; the edits up to 8 were made again/);
  await keeper.close();
  expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 8, notices: [] });
  await keeper.close();
});

describe('a damaged file', () => {
  test.each([
    ['cut in the middle', (text: string) => text.slice(0, text.length / 2), 'ends in the middle'],
    ['changed by one letter', (text: string) => text.replace('Engineer 1', 'Engineer X'), 'checksum'],
    ['empty', () => '', 'empty'],
    ['all zeros', (text: string) => '\0'.repeat(text.length), 'zero'],
    ['doubled', (text: string) => text + text, 'second object'],
    ['another file altogether', () => '<html></html>', 'no JSON'],
  ])(
    '%s: the generation before it and the journal lead to the last edit; the bad file is kept',
    async (_case, damage, words) => {
      const { folder, file, keeper } = await aCase();
      const bad = damage(await readFile(file, 'utf8'));
      await writeFile(file, bad);
      const value = await opened(keeper, { kind: 'last' });
      expect(value.revision).toBe(8);
      expect(value.workspace.about.name).toBe('Edit 8');
      expect(value.notices).toEqual([
        {
          kind: 'previous-generation',
          detail: textWith(words),
          keptAs: textWith(join(folder, 'quarantine')),
        },
      ]);
      expect(await readFile(value.notices[0]?.keptAs ?? '', 'utf8')).toBe(bad);
      await edited(keeper, value, 1);
      await keeper.close();
      expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 9, notices: [] });
      await keeper.close();
    },
  );

  test('of a workspace that never had a second checkpoint comes back with all edits of its journal', async () => {
    const data = await aFolder();
    const keeper = createKeeper(testPorts(data));
    const first = await opened(keeper, { kind: 'sample' });
    await edited(keeper, first, 5);
    await rm(join(dirname(first.file), 'owner.json')); // the process ends here
    await writeFile(first.file, (await readFile(first.file, 'utf8')).slice(0, 3000));
    const again = createKeeper(testPorts(data));
    expect(await opened(again, { kind: 'last' })).toMatchObject({
      revision: 5,
      notices: [{ kind: 'previous-generation', detail: textWith('5 edits') }],
    });
    await again.close();
  });

  test('that is gone is replaced, and the lead is told', async () => {
    const { file, keeper } = await aCase();
    await rm(file);
    expect(await opened(keeper, { kind: 'last' })).toMatchObject({
      revision: 8,
      notices: [{ kind: 'previous-generation', keptAs: null }],
    });
    await keeper.close();
  });

  test('with a damaged generation before it: the newest backup, and the journal leads on', async () => {
    const { folder, file, keeper } = await aCase();
    await writeFile(file, 'bad');
    await writeFile(join(folder, 'previous.json'), 'bad too');
    const value = await opened(keeper, { kind: 'last' });
    expect(value).toMatchObject({
      revision: 8,
      notices: [{ kind: 'backup', detail: textWith('backup of revision 6') }],
    });
    await keeper.close();
  });

  test('with nothing left to replace it is refused, and not one byte is touched', async () => {
    const { folder, file, keeper } = await aCase();
    await writeFile(file, '{"format":"evenwatch","version":1,');
    await rm(join(folder, 'previous.json'));
    await rm(join(folder, 'backups'), { recursive: true });
    const before = await filesIn(folder);
    expect(await keeper.open({ kind: 'last' })).toMatchObject({
      ok: false,
      problem: { kind: 'damaged', file, detail: textWith('ends in the middle') },
    });
    expect(await filesIn(folder)).toEqual(before);
    expect(await readFile(file, 'utf8')).toBe('{"format":"evenwatch","version":1,');
  });
});

describe('the journal', () => {
  const segmentOf = async (folder: string): Promise<string> =>
    join(folder, 'journal', (await readdir(join(folder, 'journal'))).at(-1) ?? '');

  test('with a torn tail loses only the edit that nobody was told is saved', async () => {
    const { folder, keeper } = await aCase();
    const segment = await segmentOf(folder);
    const bytes = await readFile(segment);
    await writeFile(segment, bytes.subarray(0, bytes.length - 10));
    const value = await opened(keeper, { kind: 'last' });
    expect(value).toMatchObject({ revision: 7, notices: [{ kind: 'torn-tail' }] });
    expect(await edited(keeper, value, 2)).toBe(9);
    await keeper.close();
    expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 9, notices: [] });
    expect((await opened(keeper, { kind: 'last' })).recentLines.map(({ revision }) => revision)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    await keeper.close();
  });

  test('with a last line that lacks only its line end keeps the edit, and is written on', async () => {
    const { folder, keeper } = await aCase();
    const segment = await segmentOf(folder);
    const bytes = await readFile(segment);
    await writeFile(segment, bytes.subarray(0, -1));
    const value = await opened(keeper, { kind: 'last' });
    expect(value).toMatchObject({
      revision: 8,
      notices: [{ kind: 'torn-tail', detail: textWith('edit 8'), keptAs: null }],
    });
    expect(await readFile(segment)).toEqual(bytes);
    expect(await edited(keeper, value, 1)).toBe(9);
    await keeper.close();
    expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 9, notices: [] });
    await keeper.close();
  });

  test('with another letter for its last line end keeps the edit too; the letter is set aside', async () => {
    const { folder, keeper } = await aCase();
    const segment = await segmentOf(folder);
    const bytes = await readFile(segment);
    await writeFile(segment, Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
    const value = await opened(keeper, { kind: 'last' });
    expect(value).toMatchObject({
      revision: 8,
      notices: [{ kind: 'journal-gap', keptAs: textWith('quarantine') }],
    });
    expect(await readFile(value.notices[0]?.keptAs ?? '', 'utf8')).toBe('x');
    expect(await readFile(segment)).toEqual(bytes);
    await keeper.close();
  });

  test('with a gap stops there; what is behind is set aside, and can be written on', async () => {
    const { folder, keeper } = await aCase();
    const segment = await segmentOf(folder);
    const [, second = ''] = (await readFile(segment, 'utf8')).split('\n');
    await writeFile(segment, `${second}\n`);
    const value = await opened(keeper, { kind: 'last' });
    expect(value).toMatchObject({
      revision: 6,
      notices: [{ kind: 'journal-gap', keptAs: textWith('quarantine') }],
    });
    expect(await readFile(value.notices[0]?.keptAs ?? '', 'utf8')).toBe(`${second}\n`);
    await edited(keeper, value, 3);
    await keeper.close();
    expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 9, notices: [] });
    await keeper.close();
  });

  test('of a file that was written by something else is not mixed into it: what was kept is left, as a step back', async () => {
    const { folder, file, keeper } = await aCase();
    const { workspace } = JSON.parse(await readFile(file, 'utf8')) as { workspace: Workspace };
    const other = { ...workspace, about: { ...workspace.about, name: 'Another plan' } };
    await writeFile(file, rewritten(await readFile(file, 'utf8'), { revision: 4, workspace: other }));
    const value = await opened(keeper, { kind: 'last' });
    expect(value).toMatchObject({ revision: 9, notices: [{ kind: 'other-version' }] });
    expect(value.workspace.about.name).toBe('Another plan');
    const step = historyOf(value.recentLines).undo.at(-1);
    expect(step?.changes).toMatchObject([{ before: { name: 'Edit 8' }, after: { name: 'Another plan' } }]);
    await edited(keeper, value, 1);
    await keeper.close();
    expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 10, notices: [] });
    await keeper.close();
    expect(await filesIn(folder)).not.toContain('quarantine');
  });
});

describe('a file of a newer format', () => {
  const ofNewer = (text: string): string => rewritten(text, { version: knownVersion + 1 });

  test('is shown to look at, and nothing is written', async () => {
    const { folder, file, keeper } = await aCase();
    const newer = ofNewer(await readFile(file, 'utf8'));
    await writeFile(file, newer);
    const before = await filesIn(folder);
    const value = await opened(keeper, { kind: 'last' });
    expect(value).toMatchObject({
      readOnlyBecause: textWith('newer version'),
      notices: [{ kind: 'newer-format' }],
    });
    expect(
      await keeper.apply({
        baseRevision: value.revision,
        title: 'x',
        command: { kind: 'save-about', about: value.workspace.about },
      }),
    ).toMatchObject({
      ok: false,
      problem: { kind: 'read-only' },
    });
    await keeper.close();
    expect(await filesIn(folder)).toEqual(before);
    expect(await readFile(file, 'utf8')).toBe(newer);
  });
});

test('a disk that refuses to read is a problem of the disk, and no older copy takes the place of the file', async () => {
  const { data } = await aCase();
  const { nodeFiles } = await import('../../../electron/storage/node-files.ts');
  const files = {
    ...nodeFiles,
    read: (path: string, most: number) =>
      path.endsWith('workspace.json')
        ? Promise.reject(Object.assign(new Error('no'), { code: 'EIO' }))
        : nodeFiles.read(path, most),
  };
  const keeper = createKeeper(testPorts(data, { files }));
  expect(await keeper.open({ kind: 'last' })).toMatchObject({
    ok: false,
    problem: { kind: 'disk', code: 'EIO' },
  });
});

test('a sound file is read once: nothing takes a start longer', async () => {
  const { data } = await aCase();
  const first = createKeeper(testPorts(data));
  await first.open({ kind: 'last' });
  await first.close();
  const { nodeFiles } = await import('../../../electron/storage/node-files.ts');
  const read: string[] = [];
  const files = {
    ...nodeFiles,
    read: (path: string, most: number) => {
      read.push(path);
      return nodeFiles.read(path, most);
    },
  };
  const keeper = createKeeper(testPorts(data, { files }));
  expect(await keeper.open({ kind: 'last' })).toMatchObject({ ok: true, value: { readOnlyBecause: null } });
  expect(read.filter((path) => path.endsWith('workspace.json'))).toHaveLength(1);
  await keeper.close();
});

test('a folder that cannot be written opens to look at, with the reason', async () => {
  const { data } = await aCase();
  const { nodeFiles } = await import('../../../electron/storage/node-files.ts');
  const denied = () => Promise.reject(Object.assign(new Error('no'), { code: 'EROFS' }));
  const keeper = createKeeper(
    testPorts(data, { files: { ...nodeFiles, create: denied, rename: denied, makeFolder: denied } }),
  );
  const value = await opened(keeper, { kind: 'last' });
  expect(value).toMatchObject({ revision: 8, readOnlyBecause: textWith('EROFS') });
  expect(value.workspace.about.name).toBe('Edit 8');
});

test('what a killed write left behind is cleared away', async () => {
  const { folder, keeper } = await aCase();
  await writeFile(join(folder, '.workspace.json.abc.evenwatch-tmp'), 'half');
  await opened(keeper, { kind: 'last' });
  expect((await readdir(folder)).filter((name) => name.endsWith('-tmp'))).toEqual([]);
  await keeper.close();
});

describe('backups', () => {
  test('one an hour, twenty-four at most; one a day, fourteen at most', async () => {
    const clock = aClock('2026-11-01T00:10:00.000Z');
    const data = await aFolder();
    const keeper = createKeeper(testPorts(data, { clock }));
    const first = await opened(keeper, { kind: 'sample' });
    for (let hour = 0; hour < 30; hour++) {
      clock.set(new Date(Date.UTC(2026, 10, 1 + Math.floor(hour / 2), (hour % 2) * 8, 10)).toISOString());
      await edited(keeper, { ...first, revision: hour * 2 }, 2);
      clock.pass(30_000);
      await keeper.open({ kind: 'last' });
    }
    await keeper.close();
    const folder = join(dirname(first.file), 'backups');
    expect((await readdir(join(folder, 'hourly'))).length).toBe(24);
    expect((await readdir(join(folder, 'daily'))).length).toBe(14);
    expect((await readdir(join(folder, 'hourly'))).at(-1)).toMatch(
      /^r0000000000\d\d-2026-11-15T08-n\d+\.json$/,
    );
  });

  test('a state that lost a third of its records goes to a slot of its own, so that good copies survive it', async () => {
    const clock = aClock();
    const data = await aFolder();
    const keeper = createKeeper(testPorts(data, { clock }));
    const first = await opened(keeper, { kind: 'sample' });
    await edited(keeper, first, 1);
    clock.pass(30_000);
    await keeper.open({ kind: 'last' });
    const { takeDueBackups } = await import('../../../electron/storage/backups.ts');
    const { placesOf } = await import('../../../electron/storage/places.ts');
    const places = placesOf(first.file, data);
    const poisoned = { ...first.workspace, shifts: {}, compTime: {}, deliveries: {} };
    for (let hour = 1; hour <= 50; hour++) {
      await takeDueBackups(
        places.backups,
        {
          state: { workspace: poisoned, revision: 1 + hour },
          now: new Date(Date.UTC(2026, 10, 24, hour)).toISOString(),
          isClean: true,
        },
        testPorts(data),
      );
    }
    expect((await readdir(join(places.backups, 'hourly'))).length).toBe(1);
    expect((await readdir(join(places.backups, 'shrunk'))).length).toBe(14);
    await keeper.close();
  });
});

test('the list of recent workspaces is rebuilt from the data folder when it was damaged', async () => {
  const { data, file, keeper } = await aCase();
  await writeFile(join(data, 'recent.json'), '{"half":');
  expect(valueOf(await keeper.recent())).toMatchObject([{ file, present: true }]);
  expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 8 });
  await keeper.close();
});
