import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFault } from '../../../electron/storage/node-files.ts';
import { aFolder } from '../support/test-ports.ts';

test('a folder that is missing is made, and can be kept in', async () => {
  const folder = join(await aFolder(), 'a', 'b');
  expect(folderFault(folder)).toBeNull();
  expect(existsSync(folder)).toBe(true);
});

test('where a file or the system stands in the way, its code is told', async () => {
  const file = join(await aFolder(), 'file');
  writeFileSync(file, '');
  expect(folderFault(join(file, 'below'))).toBe('ENOTDIR');
});
