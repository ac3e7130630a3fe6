import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Opened } from '../../../shared/contract/channels.ts';
import { closeWorkspace } from '../../../shared/document/close.ts';
import type { Files } from '../../../electron/ports.ts';
import { handlersOf } from '../../../electron/services/handlers.ts';
import { createKeeper, type Keeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { sha256 } from '../../../electron/storage/system.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';
import { edited, opened, request, valueOf } from '../support/edits.ts';
import { aFolder, testPorts, type TestPorts } from '../support/test-ports.ts';

/** When a version arrives: before a call on a file whose name matches, or after it. */
interface Moment {
  readonly call: 'create' | 'rename' | 'list';
  readonly on: (name: string) => boolean;
  readonly when: 'before' | 'after';
}

/** The disk, with something that happens once at a moment that the test sets. */
function filesWith(): {
  readonly files: Files;
  readonly at: (moment: Moment, what: () => Promise<void>) => void;
} {
  let waiting: (Moment & { readonly what: () => Promise<void> }) | null = null;
  const around = async <Value>(
    call: Moment['call'],
    path: string,
    act: () => Promise<Value>,
  ): Promise<Value> => {
    const due = waiting !== null && waiting.call === call && waiting.on(basename(path)) ? waiting : null;
    if (due === null) return act();
    waiting = null;
    if (due.when === 'before') await due.what();
    const value = await act();
    if (due.when === 'after') await due.what();
    return value;
  };
  return {
    files: {
      ...nodeFiles,
      create: (path) => around('create', path, () => nodeFiles.create(path)),
      rename: (from, to) => around('rename', to, () => nodeFiles.rename(from, to)),
      list: (folder) => around('list', folder, () => nodeFiles.list(folder)),
    },
    at(moment, what) {
      waiting = { ...moment, what };
    },
  };
}

const versionNamed = ({ workspace }: Opened, name: string): string =>
  closeWorkspace({ ...workspace, about: { ...workspace.about, name } }, 1, sha256);

const inPlace = (file: string, text: string) => () => writeFile(file, text);
const renamedOver = (file: string, text: string) => async () => {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
};

/** Lets the checkpoint that is due after a rest be written, to its end. */
async function rested(keeper: Keeper, { clock }: TestPorts): Promise<void> {
  clock.pass(30_000);
  await keeper.withSession(async () => ({ ok: true, value: null }));
}

const isTemporary = (name: string): boolean => name.startsWith('.workspace.json.');
const isFile = (name: string): boolean => name === 'workspace.json';

describe('a version that arrives while a checkpoint is written', () => {
  test.each([
    ['as the new content is written, in place', { call: 'create', on: isTemporary, when: 'before' }, inPlace],
    [
      'as the new content is written, by a rename',
      { call: 'create', on: isTemporary, when: 'after' },
      renamedOver,
    ],
    ['right after the rename, in place', { call: 'rename', on: isFile, when: 'after' }, inPlace],
    ['right after the rename, by a rename', { call: 'rename', on: isFile, when: 'after' }, renamedOver],
  ] as const)('%s, stays what it is, and both can be brought together', async (_name, moment, arrives) => {
    const { files, at } = filesWith();
    const ports = testPorts(await aFolder(), { files });
    const keeper = createKeeper(ports);
    const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
    await edited(keeper, start, 2);
    const theirs = versionNamed(start, 'Theirs');
    at(moment, arrives(start.file, theirs));
    await rested(keeper, ports);
    expect(await readFile(start.file, 'utf8')).toBe(theirs);
    expect(await keeper.apply(request(start.workspace, 2))).toEqual({
      ok: false,
      problem: { kind: 'changed-underneath', file: start.file },
    });
    await rested(keeper, ports);
    expect(await readFile(start.file, 'utf8')).toBe(theirs);
    const resolve = handlersOf(keeper, ports)['versions.resolve'];
    const settled = valueOf(await resolve({ version: 'file', pending: [], take: 'theirs', choices: [] }));
    expect(settled.workspace.about.name).toBe('Theirs');
    expect(await keeper.close()).toEqual({ ok: true, value: null });
    const again = createKeeper(testPorts(dirname(dirname(dirname(start.file)))));
    const { recentLines } = await opened(again, { kind: 'last' });
    expect(recentLines.map(({ title }) => title).slice(0, 2)).toEqual(['Rename to 1', 'Rename to 2']);
    await again.close();
  });
});

test('a version that arrives while another is settled is noticed in its turn, and not passed over with it', async () => {
  const { files, at } = filesWith();
  const ports = testPorts(await aFolder(), { files });
  const keeper = createKeeper(ports);
  const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  await edited(keeper, start, 2);
  await writeFile(start.file, versionNamed(start, 'Second'));
  const third = versionNamed(start, 'Third');
  // The copy of the second was just put into its place.
  at({ call: 'rename', on: (name) => name.startsWith('r0'), when: 'after' }, inPlace(start.file, third));
  const { 'versions.resolve': resolve, 'versions.list': list } = handlersOf(keeper, ports);
  await resolve({ version: 'file', pending: [], take: 'ours', choices: [] }).catch(() => null);
  expect(await readFile(start.file, 'utf8')).toBe(third);
  expect(valueOf(await list(null)).map(({ id }) => id)).toContain('file');
  const [kept = ''] = await readdir(join(dirname(start.file), 'backups', 'other-version'));
  expect(await readFile(join(dirname(start.file), 'backups', 'other-version', kept), 'utf8')).toContain(
    'Second',
  );
  await keeper.close();
});
