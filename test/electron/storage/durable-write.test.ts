import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { durableWrite, removeTemporaries, temporaryEnd } from '../../../electron/storage/durable-write.ts';
import { bytesOf } from '../../../electron/storage/disk-text.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { aFolder } from '../support/test-ports.ts';
import { watchedFiles } from '../support/watched-files.ts';

test('flushes the new file before it takes the place of the old, and the folder after', async () => {
  const folder = await aFolder();
  const { files, calls } = watchedFiles(nodeFiles);
  await durableWrite(files, join(folder, 'a.json'), bytesOf('new'), 'n1');
  expect(calls.map(({ name }) => name)).toEqual(['create', 'write', 'sync', 'close', 'rename', 'syncFolder']);
  expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new');
});

test('whichever call fails, the old content or the new one is there, whole, and nothing else', async () => {
  const steps = 6;
  for (let failing = 1; failing <= steps; failing++) {
    for (const code of ['EIO', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS']) {
      const folder = await aFolder();
      const path = join(folder, 'a.json');
      await writeFile(path, 'old');
      const { files } = watchedFiles(nodeFiles, (_call, number) => (number === failing ? code : null));
      await expect(
        durableWrite(files, path, bytesOf('new'), 'n1'),
        `call ${failing} fails`,
      ).rejects.toMatchObject({ code });
      expect(await readFile(path, 'utf8')).toBe(failing < steps ? 'old' : 'new');
      expect(await readdir(folder)).toEqual(['a.json']);
    }
  }
});

test('never writes into a temporary file that somebody else made', async () => {
  const folder = await aFolder();
  const temporary = join(folder, `.a.json.n1${temporaryEnd}`);
  await writeFile(temporary, 'theirs');
  await expect(durableWrite(nodeFiles, join(folder, 'a.json'), bytesOf('mine'), 'n1')).rejects.toMatchObject({
    code: 'EEXIST',
  });
  expect(await readFile(temporary, 'utf8')).toBe('theirs');
});

test('files are for their owner alone, whatever the umask', async () => {
  const folder = await aFolder();
  const before = process.umask(0o377);
  try {
    // One level: below a folder that the umask closes to its owner nobody but root could make another.
    await nodeFiles.makeFolder(join(folder, 'deep'));
    process.umask(0);
    await durableWrite(nodeFiles, join(folder, 'deep', 'a.json'), bytesOf('x'), 'n1');
  } finally {
    process.umask(before);
  }
  expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'deep', 'a.json'))).mode & 0o777).toBe(0o600);
});

test('what a killed process left half written is removed, and nothing else', async () => {
  const folder = await aFolder();
  await writeFile(join(folder, `.a.json.n1${temporaryEnd}`), 'half');
  await writeFile(join(folder, 'a.json'), 'whole');
  await removeTemporaries(nodeFiles, folder);
  expect(await readdir(folder)).toEqual(['a.json']);
});
