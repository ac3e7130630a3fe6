import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Dialogs } from '../../../electron/ports.ts';
import { exportIntoFolder } from '../../../electron/storage/runbook-folder.ts';
import type { ImageId, RunbookId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const profit = 'runbook-profit' as RunbookId;
const growth = 'runbook-growth' as RunbookId;

const choosing = (folder: string | null): Dialogs => ({
  chooseWorkspace: () => Promise.resolve(null),
  chooseDestination: () => Promise.resolve(null),
  chooseFolder: () => Promise.resolve(folder),
  confirmLink: () => Promise.resolve(false),
});

/** The sample with a picture in one of its runbooks. */
function pictured(base64 = 'iVBORw0KGgoB'): Workspace {
  const sample = sampleWorkspace();
  const runbook = sample.runbooks[profit];
  if (runbook === undefined) throw new Error('the sample has no runbooks');
  const image = {
    id: 'image-chart' as ImageId,
    runbook: profit,
    name: 'a',
    type: 'image/png',
    base64,
  } as const;
  return {
    ...sample,
    runbooks: {
      ...sample.runbooks,
      [profit]: { ...runbook, body: `${runbook.body}\n![x](image:image-chart)\n` },
    },
    images: { [image.id]: image },
  };
}

const exported = (folder: string, workspace: Workspace, runbooks = [profit, growth]) =>
  exportIntoFolder(testPorts(folder, { dialogs: choosing(folder) }), workspace, { runbooks });

test('runbooks are written with their pictures, and the second time only what has changed', async () => {
  const folder = await aFolder();
  expect(await exported(folder, pictured())).toMatchObject({ ok: true, value: { written: 3, same: 0 } });
  expect(await readdir(folder)).toEqual(['growth.md', 'images', 'profit.md']);
  expect(await readFile(join(folder, 'profit.md'), 'utf8')).toContain('![x](images/chart.png)');
  const before = await stat(join(folder, 'growth.md'));
  expect(await exported(folder, pictured())).toMatchObject({ ok: true, value: { written: 0, same: 3 } });
  expect(await exported(folder, pictured('iVBORw0KGgoC'))).toMatchObject({
    ok: true,
    value: { written: 1, same: 2 },
  });
  expect((await stat(join(folder, 'growth.md'))).ino).toBe(before.ino);
  await writeFile(join(folder, 'growth.md'), '---\nid: runbook-growth\n---\nEdited elsewhere');
  expect(await exported(folder, pictured('iVBORw0KGgoC'))).toMatchObject({ ok: true, value: { written: 1 } });
  expect(await readFile(join(folder, 'growth.md'), 'utf8')).not.toContain('Edited elsewhere');
});

test('a runbook keeps the name that its file has, whoever gave it, also where its title has changed since', async () => {
  const folder = await aFolder();
  const sample = sampleWorkspace();
  const runbook = sample.runbooks[growth];
  if (runbook === undefined) throw new Error('the sample has no runbooks');
  await writeFile(join(folder, 'how we grow.md'), '---\nid: runbook-growth\n---\nBy hand');
  await writeFile(join(folder, 'notes.md'), '# Tomatoes\n');
  const linked = (title: string): Workspace => ({
    ...sample,
    runbooks: {
      ...sample.runbooks,
      [growth]: { ...runbook, title },
      [profit]: { ...runbook, id: profit, title: 'Profit', body: '[Growth](runbook:runbook-growth)\n' },
    },
  });
  expect(await exported(folder, linked('Growth'))).toMatchObject({
    ok: true,
    value: { written: 2, same: 0 },
  });
  expect(await readdir(folder)).toEqual(['how we grow.md', 'notes.md', 'profit.md']);
  expect(await readFile(join(folder, 'profit.md'), 'utf8')).toContain('[Growth](how%20we%20grow.md)');
  expect(await exported(folder, linked('Growing'))).toMatchObject({
    ok: true,
    value: { written: 1, same: 1 },
  });
  expect(await readdir(folder)).toEqual(['how we grow.md', 'notes.md', 'profit.md']);
});

test("somebody else's file or a link in the way keeps everything from being written", async () => {
  const folder = await aFolder();
  await writeFile(join(folder, 'growth.md'), '# Tomatoes\n');
  const inTheWay = { ok: false, problem: { kind: 'folder-foreign', files: ['growth.md'] } };
  expect(await exported(folder, pictured())).toMatchObject(inTheWay);
  expect(await readdir(folder)).toEqual(['growth.md']);
  const [other, led] = [await aFolder(), await aFolder()];
  await mkdir(join(other, 'pictures'));
  await symlink(join(other, 'pictures'), join(led, 'images'));
  expect(await exported(led, pictured())).toMatchObject({
    ok: false,
    problem: { kind: 'folder-foreign', files: ['images'] },
  });
  expect(await readdir(join(other, 'pictures'))).toEqual([]);
});

test('a cancelled dialog and a runbook that is not there write nothing', async () => {
  const folder = await aFolder();
  const ports = testPorts(folder, { dialogs: choosing(null) });
  expect(await exportIntoFolder(ports, pictured(), { runbooks: [profit] })).toEqual({
    ok: true,
    value: null,
  });
  expect(await exported(folder, pictured(), ['runbook-none' as RunbookId])).toMatchObject({
    ok: false,
    problem: { kind: 'bad-message' },
  });
  expect(await readdir(folder)).toEqual([]);
});
