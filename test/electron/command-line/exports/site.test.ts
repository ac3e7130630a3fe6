import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../../../electron/command-line/run.ts';
import { fileText } from '../../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../../electron/storage/node-files.ts';
import type { ShiftId } from '../../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aFolder } from '../../support/test-ports.ts';

const evenwatch = (now: string, ...words: string[]) => run(words, { files: nodeFiles, now: () => now });
const monday = '2026-11-23T10:00:00.000Z';

test('a site is published, published again without a change, and told before with 2', async () => {
  const folder = await aFolder();
  const file = join(folder, 'plan.json');
  const to = join(folder, 'site');
  const sample = sampleWorkspace();
  await writeFile(file, fileText(sample, 0));
  const words = ['export', file, '--format', 'site', '--to', to] as const;
  const dry = await evenwatch(monday, ...words, '--dry-run');
  expect(dry.code).toBe(2);
  expect(dry.out).toContain('new');
  expect(await readdir(folder)).toEqual(['plan.json']);
  const first = await evenwatch(monday, ...words);
  expect(first).toMatchObject({ code: 0, notes: [expect.stringContaining('PDF')] });
  expect(await readFile(join(to, 'index.html'), 'utf8')).toMatch(/^<!doctype html>/);
  expect(await evenwatch('2026-11-23T15:00:00.000Z', ...words, '--dry-run')).toMatchObject({ code: 0 });
  const turn = 'rotation-team/primary/2026-12-07' as ShiftId;
  const shifts = {
    ...sample.shifts,
    [turn]: { ...sample.shifts[turn]!, person: Object.values(sample.people)[0]!.id },
  };
  await writeFile(file, fileText({ ...sample, shifts }, 1));
  const again = await evenwatch(monday, ...words, '--dry-run', '--json');
  expect(again.code).toBe(2);
  const told = JSON.parse(again.out) as {
    written: boolean;
    files: readonly { file: string; state: string }[];
  };
  expect(told.written).toBe(false);
  const changed = told.files.filter(({ state }) => state !== 'same').map(({ file: name }) => name);
  expect(changed).toContain('schedule-2026-q4.html');
  expect(changed).not.toContain('rotations/rotation-profit.html');
});

test('investors get a site of their own', async () => {
  const folder = await aFolder();
  const file = join(folder, 'plan.json');
  await writeFile(file, fileText(sampleWorkspace(), 0));
  const to = join(folder, 'site');
  expect(
    await evenwatch(monday, 'export', file, '--format', 'site', '--to', to, '--audience', 'investor'),
  ).toMatchObject({ code: 0 });
  expect(await readdir(to)).not.toContain('people.html');
});

test('a folder with pages of somebody else is a problem, and stays as it is', async () => {
  const folder = await aFolder();
  const file = join(folder, 'plan.json');
  await writeFile(file, fileText(sampleWorkspace(), 0));
  await writeFile(join(folder, 'index.html'), 'the company');
  expect(await evenwatch(monday, 'export', file, '--format', 'site', '--to', folder)).toMatchObject({
    code: 1,
    notes: [expect.stringContaining('did not write index.html')],
  });
  expect(await readdir(folder)).toEqual(['index.html', 'plan.json']);
});

test.each([
  [['--audience', 'everybody'], '--audience is internal or investor'],
  [['--out', 'there'], '--to is another word for --out'],
])('%s is refused with a sentence', async (more, sentence) => {
  expect(
    await evenwatch(monday, 'export', 'x.json', '--format', 'site', '--to', 'here', ...more),
  ).toMatchObject({
    code: 1,
    notes: [expect.stringContaining(sentence)],
  });
});
