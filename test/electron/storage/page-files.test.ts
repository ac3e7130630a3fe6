import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { pageFile, requirePage } from '../../../electron/storage/page-files.ts';
import { aFolder } from '../support/test-ports.ts';

test('a window that was never built is an error with the way out, not an empty page', async () => {
  const root = join(await aFolder(), 'renderer');
  await expect(requirePage(nodeFiles, root)).rejects.toThrow('npm run build');
  await mkdir(root);
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await requirePage(nodeFiles, root);
});

test('what the app does not bring along has no type, and is not served', async () => {
  const root = await aFolder();
  await writeFile(join(root, 'notes.md'), 'x');
  await writeFile(join(root, 'font.woff2'), 'x');
  await writeFile(join(root, 'solver.wasm'), 'x');
  expect(await pageFile(nodeFiles, root, '/notes.md')).toEqual({ status: 404 });
  expect(await pageFile(nodeFiles, root, '/font.woff2')).toMatchObject({ status: 200, type: 'font/woff2' });
  expect(await pageFile(nodeFiles, root, '/solver.wasm')).toMatchObject({
    status: 200,
    type: 'application/wasm',
  });
});
