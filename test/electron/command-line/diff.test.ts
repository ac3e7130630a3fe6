import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../../electron/command-line/run.ts';
import { fileText } from '../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aPerson, aRotation, aShift, aWorkspace } from '../../builders/a-workspace.ts';
import { aFolder } from '../support/test-ports.ts';

const evenwatch = (...words: string[]) =>
  run(words, { files: nodeFiles, now: () => '2026-11-23T10:00:00.000Z' });
const base = aWorkspace({
  people: ['Ann', 'Bo'].map((name, position) => aPerson(name, { position })),
  rotations: [aRotation('Team', ['Ann', 'Bo'])],
  shifts: [aShift('2027-01-04', 'Ann')],
});

async function pair(one: Workspace, other: Workspace): Promise<readonly [string, string]> {
  const folder = await aFolder();
  const [before, after] = [join(folder, 'before.json'), join(folder, 'after.json')];
  await writeFile(before, fileText(one, 3));
  await writeFile(after, fileText(other, 5));
  return [before, after];
}

test('two versions that say the same differ in nothing: exit 0, though one has more edits', async () => {
  const [before, after] = await pair(base, base);
  expect(await evenwatch('diff', before, after)).toEqual({ code: 0, out: 'No record differs.\n', notes: [] });
});

test('a shift that went over is told in words and as JSON: exit 2', async () => {
  const shift = aShift('2027-01-04', 'Bo');
  const [before, after] = await pair(base, { ...base, shifts: { [shift.id]: shift } });
  const { code, out } = await evenwatch('diff', before, after);
  expect([code, out.split('\n').slice(1)]).toEqual([
    2,
    ['~ shift Team primary 2027-01-04', '    person: Ann → Bo', ''],
  ]);
  const told = JSON.parse((await evenwatch('diff', before, after, '--json')).out) as object;
  expect(told).toMatchObject({
    before: { revision: 3 },
    after: { revision: 5 },
    changes: [
      {
        table: 'shifts',
        id: shift.id,
        record: 'shift Team primary 2027-01-04',
        change: 'changed',
        fields: [{ field: 'person', from: 'Ann', to: 'Bo' }],
      },
    ],
  });
});

test('files of two teams are told to be no versions of one; what cannot be read, or is not there, exits 1', async () => {
  const stranger = { ...base, about: { ...base.about, id: 'workspace-else' as Workspace['about']['id'] } };
  const [before, after] = await pair(base, stranger);
  expect((await evenwatch('diff', before, after)).notes).toEqual([expect.stringContaining('two workspaces')]);
  await writeFile(after, 'x');
  expect(await evenwatch('diff', before, after)).toMatchObject({ code: 1, out: '' });
  expect(await evenwatch('diff', before)).toMatchObject({
    code: 1,
    notes: [expect.stringContaining('needs two files')],
  });
  expect(await evenwatch('diff', before, after, after)).toMatchObject({ code: 1 });
});
