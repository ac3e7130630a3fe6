import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Dialogs } from '../../../electron/ports.ts';
import { saveFile } from '../../../electron/services/save-file.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

type Suggestion = Parameters<Dialogs['chooseDestination']>[0];

/** Dialogs in which the lead always chooses this file, or cancels. */
function answering(file: string | null): Dialogs & { readonly suggested: Suggestion[] } {
  const suggested: Suggestion[] = [];
  return {
    suggested,
    chooseWorkspace: () => Promise.resolve(null),
    chooseFolder: async () => null,
    confirmLink: () => Promise.resolve(false),
    chooseDestination: (suggestion) => {
      suggested.push(suggestion);
      return Promise.resolve(file);
    },
  };
}

const bytes = Buffer.from([0, 1, 2, 253, 254, 255]);
const request = { name: 'Balances.xlsx', kind: 'xlsx', base64: bytes.toString('base64') } as const;

test('bytes are written as they are, where the lead chose, for its owner alone', async () => {
  const folder = await aFolder();
  const file = join(folder, 'out.xlsx');
  const dialogs = answering(file);
  expect(await saveFile(request, testPorts(folder, { dialogs }))).toEqual({ ok: true, value: { file } });
  expect(await readFile(file)).toEqual(bytes);
  expect(await readdir(folder)).toEqual(['out.xlsx']);
  expect(dialogs.suggested).toEqual([{ name: 'Balances.xlsx', kind: 'xlsx' }]);
});

test('a cancelled dialog writes nothing', async () => {
  const folder = await aFolder();
  expect(await saveFile(request, testPorts(folder, { dialogs: answering(null) }))).toEqual({
    ok: true,
    value: null,
  });
  expect(await readdir(folder)).toEqual([]);
});

test('a full disk leaves the file that was there, and says so', async () => {
  const folder = await aFolder();
  const file = join(folder, 'out.xlsx');
  await writeFile(file, 'before');
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const files = {
    ...nodeFiles,
    create: async (path: string) => ({
      ...(await nodeFiles.create(path)),
      write: () => Promise.reject(full),
    }),
  };
  expect(await saveFile(request, testPorts(folder, { dialogs: answering(file), files }))).toEqual({
    ok: false,
    problem: { kind: 'disk', tried: 'write', file, code: 'ENOSPC' },
  });
  expect(await readFile(file, 'utf8')).toBe('before');
  expect(await readdir(folder)).toEqual(['out.xlsx']);
});

test('a host without dialogs leaves it to the page', async () => {
  expect(await saveFile(request, testPorts(await aFolder()))).toMatchObject({
    ok: false,
    problem: { kind: 'unsupported' },
  });
});
