import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../../../electron/command-line/run.ts';
import { fileText } from '../../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../../electron/storage/node-files.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import type { Runbook } from '../../../../shared/model/runbook.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aFolder } from '../../support/test-ports.ts';

const evenwatch = (...words: string[]) =>
  run(words, { files: nodeFiles, now: () => '2026-11-23T10:00:00.000Z' });

const profit = 'runbook-profit' as RunbookId;

function changed(changes: Partial<Runbook>): Workspace {
  const sample = sampleWorkspace();
  const runbook = sample.runbooks[profit];
  if (runbook === undefined) throw new Error('the sample has no runbooks');
  return { ...sample, runbooks: { ...sample.runbooks, [profit]: { ...runbook, ...changes } } };
}

const statesOf = (out: string) =>
  (JSON.parse(out) as { files: readonly { file: string; state: string }[] }).files.map(
    ({ file, state }) => `${file} ${state}`,
  );

test('runbooks for investors go into a folder, only what changed again, and read back as they are', async () => {
  const folder = await aFolder();
  const [file, to] = [join(folder, 'plan.json'), join(folder, 'books')];
  await writeFile(file, fileText(changed({ body: '[Growth](runbook:runbook-growth)\n' }), 0));
  const words = ['export', file, '--format', 'runbooks', '--to', to] as const;
  const dry = await evenwatch(...words, '--dry-run', '--json');
  expect([dry.code, statesOf(dry.out)]).toEqual([2, ['engagement.md new', 'growth.md new', 'profit.md new']]);
  expect(await readdir(folder)).toEqual(['plan.json']);
  expect(await evenwatch(...words)).toMatchObject({ code: 0, notes: [] });
  expect(await readFile(join(to, 'profit.md'), 'utf8')).toMatch(/\n---\n\[Growth\]\(growth\.md\)\n$/);
  const back = await evenwatch('import', file, to, '--format', 'runbooks', '--dry-run', '--json');
  const { changes } = JSON.parse(back.out) as {
    changes: readonly { fields: readonly { field: string }[] }[];
  };
  // Their front matter is text of its own now; nothing else of them says anything else.
  expect(new Set(changes.flatMap(({ fields }) => fields.map(({ field }) => field)))).toEqual(
    new Set(['front matter']),
  );
  await writeFile(file, fileText(changed({ body: 'Other notes\n', audience: 'internal' }), 1));
  const investors = await evenwatch(...words, '--dry-run', '--json');
  expect(statesOf(investors.out)).toEqual(['engagement.md same', 'growth.md same']);
  const all = await evenwatch(...words, '--audience', 'internal', '--json');
  expect(statesOf(all.out)).toEqual(['engagement.md same', 'growth.md same', 'profit.md changed']);
});

test("somebody else's file keeps everything from being written, and what is left out is said", async () => {
  const folder = await aFolder();
  const file = join(folder, 'plan.json');
  await writeFile(file, fileText(changed({ audience: 'internal' }), 0));
  await writeFile(join(folder, 'growth.md'), '# Tomatoes\n');
  const words = ['export', file, '--format', 'runbooks'] as const;
  const refused = await evenwatch(...words, '--out', folder);
  expect([refused.code, refused.notes]).toEqual([1, [expect.stringContaining('growth.md')]]);
  expect((await readdir(folder)).toSorted()).toEqual(['growth.md', 'plan.json']);
  expect((await evenwatch(...words, '--out', join(folder, 'books'))).notes).toEqual([
    '1 of 3 runbooks are not investor-facing; --audience internal writes them too.',
  ]);
});

test('a runbook whose title changed goes into the file that it has', async () => {
  const folder = await aFolder();
  const [file, to] = [join(folder, 'plan.json'), join(folder, 'books')];
  const words = ['export', file, '--format', 'runbooks', '--to', to, '--json'] as const;
  await writeFile(file, fileText(changed({}), 0));
  await evenwatch(...words);
  await writeFile(file, fileText(changed({ title: 'Earnings' }), 1));
  expect(statesOf((await evenwatch(...words)).out)).toEqual([
    'engagement.md same',
    'growth.md same',
    'profit.md changed',
  ]);
});
