import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { dispatchTo } from '../../../electron/services/dispatch.ts';
import type { Handlers } from '../../../electron/services/handlers.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { logTo, nodeFiles } from '../../../electron/storage/node-files.ts';
import { scrubbed } from '../../../electron/storage/scrubbed.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { edited, opened } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

test('the log of failing saves, of a bug and of a broken file holds no name, title or key of the plan', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const folder = await aFolder();
  const path = join(folder, 'evenwatch.log');
  const log = logTo(path);
  const workspace = sampleWorkspace();
  const secret = 'u+Zy5xTokenOfTheService';
  let isFull = false;
  const files = {
    ...nodeFiles,
    create: (file: string) =>
      isFull
        ? Promise.reject(Object.assign(new Error(`ENOSPC: ${file}, ${secret}`), { code: 'ENOSPC' }))
        : nodeFiles.create(file),
  };
  const keeper = createKeeper({ ...testPorts(folder), log, files });
  await edited(keeper, await opened(keeper, { kind: 'sample' }), 2);
  isFull = true;
  await keeper.close();

  const bug = new TypeError(`cannot read ${JSON.stringify(workspace)} with ${secret}`);
  const handlers = { 'host.info': () => Promise.reject(bug) } as unknown as Handlers;
  await dispatchTo(handlers, log)('host.info', null);
  log(`could not open ${join(folder, 'workspaces', 'investor-data', 'workspace.json')}`);

  const text = await readFile(path, 'utf8');
  expect(text).toContain('host.info failed: TypeError');
  expect(text).toContain('ENOSPC');
  expect(text).toContain('<data>/workspaces/*/workspace.json');
  const names = [
    workspace.about.name,
    'investor-data',
    secret,
    folder,
    ...Object.values(workspace.people).map(({ name }) => name),
    ...Object.values(workspace.runbooks).map(({ title }) => title),
    ...Object.values(workspace.tasks).map(({ name }) => name),
  ];
  for (const name of names) expect(text).not.toContain(name);
});

test('the user’s folder, which is often called after the user, is left out', () => {
  const places = { data: '/home/amara/.local/share/evenwatch', home: '/home/amara' };
  expect(scrubbed('/home/amara/plans and /home/amara/.local/share/evenwatch/recent.json', places)).toBe(
    '~/plans and <data>/recent.json',
  );
});
