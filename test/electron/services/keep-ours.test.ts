import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownVersion } from '../../../shared/document/envelope.ts';
import { handlersOf } from '../../../electron/services/handlers.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';
import { edited, opened, request, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';
import { watchedFiles } from '../support/watched-files.ts';

/** An open plan with two edits, as its file says. */
async function aPlan() {
  const data = await aFolder();
  const ports = testPorts(data);
  const keeper = createKeeper(ports);
  const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  await edited(keeper, start, 2);
  const handlers = handlersOf(keeper, ports);
  return { data, ports, keeper, start, handlers, folder: dirname(start.file) };
}

const halves = (text: string): string => text.slice(0, text.length / 2);
const ofNewerFormat = (text: string): string => text.replace(`"version":${knownVersion}`, `"version":${knownVersion + 7}`);

describe('going on with ours', () => {
  test.each([
    ['half there', halves],
    ['empty', () => ''],
    ['of a newer format', ofNewerFormat],
  ])('needs no look into a version that is %s: it is kept aside as it is', async (_name, theirsOf) => {
    const { data, keeper, start, handlers, folder } = await aPlan();
    const theirs = theirsOf(await readFile(start.file, 'utf8'));
    await writeFile(start.file, theirs);
    const pending = [request(start.workspace, 2)];
    expect(await keeper.apply(pending[0]!)).toMatchObject({ ok: false, problem: { kind: 'changed-underneath' } });
    const settled = valueOf(await handlers['versions.resolve']({ version: 'file', pending, take: 'ours', choices: [] }));
    expect([settled.revision, settled.workspace.about.name]).toEqual([3, 'Edit 3']);
    const aside = join(folder, 'backups', 'other-version');
    const [kept = ''] = await readdir(aside);
    expect(await readFile(join(aside, kept), 'utf8')).toBe(theirs);
    expect(await handlers['versions.list'](null)).toEqual({ ok: true, value: [] });
    await edited(keeper, settled, 1);
    expect(await keeper.close()).toEqual({ ok: true, value: null });
    const again = createKeeper(testPorts(data));
    expect(await opened(again, { kind: 'last' })).toMatchObject({ revision: 4, notices: [] });
    await again.close();
  });

  test('settles a journal whose whole folder went while the plan was open', async () => {
    const { data, keeper, start, handlers, folder } = await aPlan();
    await rm(join(folder, 'journal'), { recursive: true });
    const pending = [request(start.workspace, 2)];
    expect(await keeper.apply(pending[0]!)).toMatchObject({ ok: false, problem: { kind: 'changed-underneath' } });
    const settled = valueOf(await handlers['versions.resolve']({ version: 'file', pending, take: 'ours', choices: [] }));
    expect(settled.revision).toBe(3);
    expect(await keeper.close()).toEqual({ ok: true, value: null });
    const again = createKeeper(testPorts(data));
    const { recentLines } = await opened(again, { kind: 'last' });
    expect(recentLines.map(({ title }) => title)).toEqual(['Rename to 1', 'Rename to 2', 'Rename to 3']);
    await again.close();
  });
});

test('a half line that can never be cut off keeps nobody from the plan, and leaves no file open', async () => {
  const data = await aFolder();
  let isBad = false;
  const { files, calls } = watchedFiles(nodeFiles, ({ name, on }) =>
    isBad && ['write', 'truncate'].includes(name) && on.endsWith('.jsonl') ? 'EIO' : null,
  );
  const keeper = createKeeper(testPorts(data, { files }));
  const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  await edited(keeper, start, 2);
  isBad = true;
  expect(await keeper.apply(request(start.workspace, 2))).toMatchObject({ ok: false, problem: { code: 'EIO' } });
  await keeper.close();
  await expect(stat(join(dirname(start.file), 'owner.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect(calls.filter(({ name, on }) => name === 'close' && on.endsWith('.jsonl'))).toHaveLength(1);
  const again = createKeeper(testPorts(data));
  expect(await opened(again, { kind: 'last' })).toMatchObject({ revision: 2, readOnlyBecause: null });
  await again.close();
});

test('a file of a newer format is not set aside for an older state', async () => {
  const { data, keeper, start } = await aPlan();
  await keeper.close();
  const newer = ofNewerFormat(await readFile(start.file, 'utf8'));
  await writeFile(start.file, newer);
  const ports = testPorts(data);
  const other = createKeeper(ports);
  const handlers = handlersOf(other, ports);
  const { points } = valueOf(await handlers['restore.points']({ file: start.file, before: null }));
  const point = points.find(({ revision }) => revision === 0)?.id ?? '';
  expect(await handlers['restore.apply']({ file: start.file, point })).toEqual({
    ok: false,
    problem: { kind: 'newer-format', file: start.file, found: knownVersion + 7, known: knownVersion },
  });
  expect(await readFile(start.file, 'utf8')).toBe(newer);
});
