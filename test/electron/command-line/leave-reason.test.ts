import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../../electron/command-line/run.ts';
import { fileText } from '../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace } from '../../builders/a-workspace.ts';

const SECRET = 'nobody-else-reads-this';
const folder = mkdtempSync(join(tmpdir(), 'evenwatch-reason-'));
const file = join(folder, 'team.json');
const evenwatch = (...words: string[]) => run(words, { files: nodeFiles, now: () => '2026-11-23T12:00:00Z' });

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const workspace = aWorkspace({
  people: ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) => aPerson(name, { position })),
  rotations: [aRotation('Team')],
  shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo')],
  leave: [
    aLeave('Ann', '2027-01-05', '2027-01-08', { reason: SECRET }),
    aLeave('Bo', '2027-01-12', '2027-01-12', { reason: SECRET, tentative: true }),
  ],
});

test.each([
  ['check', '--quarter', '2027-Q1'],
  ['score', '--quarter', '2027-Q1'],
  ['why', '--week', '2027-W01', '--person', 'Ann', '--limit', '1'],
  ['why', '--week', '2027-W02', '--person', 'Ann', '--limit', '1'],
  ['swaps', '--quarter', '2027-Q1'],
  ['plan', '--quarter', '2027-Q1'],
])('%s %s %s tells nobody why somebody is away, in words and in JSON', async (command, ...words) => {
  writeFileSync(file, fileText(workspace, 1));
  for (const json of [[], ['--json']]) {
    const { out, notes } = await evenwatch(command, file, ...words, ...json);
    expect(out.length).toBeGreaterThan(20);
    expect([out, ...notes].join('\n')).not.toContain(SECRET);
  }
});
