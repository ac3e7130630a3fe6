import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../../../electron/command-line/run.ts';
import { fileText } from '../../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../../electron/storage/node-files.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aFolder } from '../../support/test-ports.ts';

const now = '2026-11-23T10:00:00.000Z';
const evenwatch = (...words: string[]) => run(words, { files: nodeFiles, now: () => now });

test('calendars are written into a folder; a dry run says what would change and ends with 2', async () => {
  const folder = await aFolder();
  const file = join(folder, 'plan.json');
  const out = join(folder, 'calendars');
  await writeFile(file, fileText(sampleWorkspace(), 0));
  const words = ['export', file, '--format', 'ics', '--out', out] as const;
  expect(await evenwatch(...words, '--dry-run')).toMatchObject({ code: 2 });
  expect(await readdir(folder)).toEqual(['plan.json']);
  const first = await evenwatch(...words);
  expect(first).toMatchObject({ code: 0, notes: [expect.stringContaining('new or changed')] });
  const names = await readdir(out);
  expect(names).toContain('Investor data on-call.ics');
  expect(await readFile(join(out, 'Investor data on-call.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const again = await evenwatch(...words, '--dry-run', '--json');
  expect(again.code).toBe(0);
  const told = JSON.parse(again.out) as { files: readonly { file: string; state: string }[] };
  expect(told.files.map(({ state }) => state)).toEqual(names.map(() => 'same'));
  await writeFile(join(out, 'Investor data deadlines.ics'), 'else');
  expect((await evenwatch(...words)).out).toMatch(/^1 of \d+ calendars written/);
});

test.each([
  [['export', 'x.json', '--out', 'there']],
  [['export', 'x.json', '--format', 'ics']],
  [['export', 'x.json', '--format', 'docx', '--out', 'there']],
])('an export that does not say what or where is a problem: %s', async (words) => {
  expect(await evenwatch(...words)).toMatchObject({
    code: 1,
    notes: [expect.stringContaining('--format ics --out FOLDER')],
  });
});
