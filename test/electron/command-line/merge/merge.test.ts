import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../../electron/command-line/run.ts';
import { fileText } from '../../../../electron/command-line/write-file.ts';
import { createKeeper } from '../../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../../electron/storage/node-files.ts';
import { sha256 } from '../../../../electron/storage/system.ts';
import { openWorkspace } from '../../../../shared/document/open.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace } from '../../../builders/a-workspace.ts';
import { opened, valueOf } from '../../support/edits.ts';
import { aFolder, testPorts } from '../../support/test-ports.ts';

const evenwatch = (...words: string[]) =>
  run(words, { files: nodeFiles, now: () => '2026-11-23T10:00:00.000Z' });

const base = aWorkspace({
  people: ['Ann', 'Bo', 'Cy'].map((name, position) => aPerson(name, { position })),
  rotations: [aRotation('Team', ['Ann', 'Bo'])],
  shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo')],
});
const withShift = (workspace: Workspace, day: string, person: string): Workspace => {
  const shift = aShift(day, person);
  return { ...workspace, shifts: { ...workspace.shifts, [shift.id]: shift } };
};
const withLeave = (workspace: Workspace, person: string): Workspace => {
  const leave = aLeave(person, '2027-01-05', '2027-01-08');
  return { ...workspace, leave: { ...workspace.leave, [leave.id]: leave } };
};
const without = (workspace: Workspace, person: string): Workspace => ({
  ...workspace,
  people: Object.fromEntries(Object.entries(workspace.people).filter(([, { name }]) => name !== person)),
});

let folder = '';
const at = (name: string): string => join(folder, name);
const put = async (name: string, workspace: Workspace, revision: number): Promise<string> => {
  await writeFile(at(name), fileText(workspace, revision));
  return at(name);
};
const read = async (file: string): Promise<{ workspace: Workspace; revision: number }> => {
  const document = openWorkspace(await readFile(file, 'utf8'), file, sha256);
  if (!document.ok) throw new Error(document.reason.kind);
  return document.value;
};
const holders = async (file: string): Promise<readonly string[]> =>
  Object.values((await read(file)).workspace.shifts).map(({ person }) => person);

/** Three files, and the words that merge them. */
async function three(ours: Workspace, theirs: Workspace): Promise<readonly string[]> {
  const [common, our, their] = [
    await put('base.json', base, 3),
    await put('ours.json', ours, 5),
    await put('theirs.json', theirs, 4),
  ];
  return ['merge', '--base', common, our, their, '--to', at('out.json')];
}

beforeEach(async () => {
  folder = await aFolder();
});

test('what each changed by itself is in the result, which comes after both', async () => {
  const words = await three(withShift(base, '2027-01-04', 'Bo'), withShift(base, '2027-01-11', 'Ann'));
  expect(await evenwatch(...words, '--dry-run')).toMatchObject({ code: 2 });
  await expect(readFile(at('out.json'))).rejects.toThrow(/ENOENT/);
  const { code, out, notes } = await evenwatch(...words);
  expect([code, notes]).toEqual([0, [expect.stringContaining('base.json, revision 3')]]);
  expect(out).toContain('The versions fit');
  expect(out).toContain('~ shift Team primary 2027-01-11\n    person: Bo → Ann');
  expect([await holders(at('out.json')), (await read(at('out.json'))).revision]).toEqual([
    ['person-bo', 'person-ann'],
    6,
  ]);
});

test('where only one went on the result is that file, byte for byte', async () => {
  const words = await three(base, withShift(base, '2027-01-04', 'Bo'));
  expect((await evenwatch(...words)).code).toBe(0);
  expect(await readFile(at('out.json'), 'utf8')).toBe(await readFile(at('theirs.json'), 'utf8'));
});

test('a conflict names record, field and all three values, writes nothing and exits 2; --prefer settles it', async () => {
  const words = await three(withShift(base, '2027-01-04', 'Bo'), withShift(base, '2027-01-04', 'Cy'));
  const { code, out } = await evenwatch(...words);
  expect(code).toBe(2);
  expect(out).toContain('! shift Team primary 2027-01-04, person: was Ann, ours Bo, theirs Cy');
  await expect(readFile(at('out.json'))).rejects.toThrow(/ENOENT/);
  const told = JSON.parse((await evenwatch(...words, '--json')).out) as object;
  expect(told).toMatchObject({
    ancestor: 3,
    written: false,
    prefer: null,
    conflicts: [{ table: 'shifts', field: 'person', base: 'Ann', ours: 'Bo', theirs: 'Cy' }],
  });
  expect((await evenwatch(...words, '--prefer', 'theirs')).code).toBe(0);
  expect(await holders(at('out.json'))).toEqual(['person-cy', 'person-bo']);
});

test('a result that contradicts itself is refused with the reason in names, and nothing is written', async () => {
  const words = await three(without(base, 'Cy'), withShift(base, '2027-01-04', 'Cy'));
  const { code, out, notes } = await evenwatch(...words);
  expect([code, out]).toEqual([1, '']);
  expect(notes[0]).toMatch(
    /would contradict themselves.*shift Team primary 2027-01-04, person: names Cy, which is not among the people/,
  );
  await expect(readFile(at('out.json'))).rejects.toThrow(/ENOENT/);
});

test('a rule that only the two together break is told', async () => {
  const words = await three(withShift(base, '2027-01-04', 'Bo'), withLeave(base, 'Bo'));
  const { code, out } = await evenwatch(...words, '--json');
  const { clashes } = JSON.parse(out) as { clashes: readonly string[] };
  expect([code, clashes]).toEqual([0, [expect.stringMatching(/Bo.*leave/)]]);
});

test('without --base the journal of a version that the window keeps gives the common state; without one it is said what to do', async () => {
  const keeper = createKeeper(testPorts(await aFolder()));
  const { file } = await opened(keeper, { kind: 'new', workspace: base });
  const shift = (person: string, day: string) =>
    keeper.apply({
      baseRevision: day === '2027-01-04' ? 0 : 1,
      title: 'x',
      command: {
        kind: 'assign-shifts',
        assignments: [{ shift: aShift(day).id, person: aPerson(person).id }],
        accept: [],
        today: base.about.createdOn,
        reason: '',
      },
    });
  valueOf(await shift('Bo', '2027-01-04'));
  await keeper.close();
  await copyFile(file, at('theirs.json'));
  await put('theirs.json', withLeave((await read(file)).workspace, 'Cy'), 2);
  const first = await evenwatch('merge', file, at('theirs.json'), '--to', at('out.json'));
  expect(first).toMatchObject({ code: 0, notes: [expect.stringContaining('by its journal')] });
  expect(Object.keys((await read(at('out.json'))).workspace.leave)).toHaveLength(1);
  const alone = await evenwatch('merge', at('theirs.json'), at('out.json'), '--dry-run');
  expect(alone).toMatchObject({ code: 1, notes: [expect.stringMatching(/No state is known.*--base/)] });
});

describe('without --base and without a journal, by the copies beside a file', () => {
  const copy = async (of: string, revision: number, workspace: Workspace | string): Promise<void> => {
    const kind = at(join(`${of}.evenwatch`, 'backups', 'hourly'));
    await mkdir(kind, { recursive: true });
    const name = `r${String(revision).padStart(12, '0')}-2026-11-20T${String(revision).padStart(2, '0')}.json`;
    await writeFile(
      join(kind, name),
      typeof workspace === 'string' ? workspace : fileText(workspace, revision),
    );
  };
  const merge = (...words: string[]) =>
    evenwatch('merge', at('ours.json'), at('theirs.json'), '--to', at('out.json'), ...words);
  const swapped = withShift(base, '2027-01-04', 'Bo');

  test('the newest copy that both have is the common state, and is named', async () => {
    await put('ours.json', withShift(swapped, '2027-01-11', 'Ann'), 7);
    await put('theirs.json', withLeave(swapped, 'Cy'), 6);
    for (const file of ['ours.json', 'theirs.json']) {
      await copy(file, 1, base);
      await copy(file, 4, swapped);
      await copy(
        file,
        5,
        file === 'ours.json' ? withShift(swapped, '2027-01-11', 'Ann') : withLeave(swapped, 'Cy'),
      );
    }
    const { code, notes } = await merge();
    expect([code, notes]).toEqual([
      0,
      [expect.stringMatching(/revision 4, by the copy .*r000000000004-.* of .*ours\.json/)],
    ]);
    expect(await holders(at('out.json'))).toEqual(['person-bo', 'person-ann']);
    expect(Object.keys((await read(at('out.json'))).workspace.leave)).toHaveLength(1);
  });

  test('with the copies of one alone it is the newest from before what the other lacks; a damaged one says nothing', async () => {
    await put('ours.json', withLeave(swapped, 'Cy'), 7);
    await put('theirs.json', withShift(base, '2027-01-11', 'Ann'), 6);
    await copy('theirs.json', 6, 'cut off');
    await copy('ours.json', 2, base);
    await copy('ours.json', 3, base);
    await copy('ours.json', 4, swapped);
    const { code, notes } = await merge();
    expect([code, notes]).toEqual([0, [expect.stringContaining('revision 3, by the copy')]]);
    expect(await holders(at('out.json'))).toEqual(['person-bo', 'person-ann']);
    // The copies of the other file do as well.
    await rm(at('ours.json.evenwatch'), { recursive: true });
    await copy('theirs.json', 3, base);
    expect((await merge('--dry-run')).notes).toEqual([expect.stringMatching(/revision 3, .*theirs\.json/)]);
  });

  test('copies that are all newer than the other version show nothing', async () => {
    await put('ours.json', swapped, 7);
    await put('theirs.json', withLeave(base, 'Cy'), 2);
    await copy('ours.json', 5, base);
    expect(await merge('--dry-run')).toMatchObject({
      code: 1,
      notes: [expect.stringMatching(/No state is known.*copies/)],
    });
  });
});

test.each([
  [['one.json'], /needs two versions/],
  [['one.json', 'two.json'], /needs --to OUT/],
  [['one.json', 'two.json', '--dry-run', '--prefer', 'mine'], /--prefer is ours or theirs, not "mine"/],
  [['one.json', 'two.json', 'three.json', '--dry-run'], /does not take "three.json"/],
])('what cannot be merged is a problem: %s', async (words, says) => {
  expect(await evenwatch('merge', ...words)).toMatchObject({
    code: 1,
    out: '',
    notes: [expect.stringMatching(says)],
  });
});

describe('as a merge driver of git', () => {
  const exec = promisify(execFile);
  const git = (...words: string[]) =>
    exec('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: folder });

  /** Two branches of a repository. Its driver hands what git says to the test, and ends as the test answers. */
  async function branches(ours: Workspace, theirs: Workspace): Promise<void> {
    await git('init', '-q', '-b', 'main');
    await git('config', 'merge.evenwatch.driver', './driver.sh %O %A %B');
    await writeFile(at('.gitattributes'), 'plan.json merge=evenwatch\n');
    await writeFile(at('driver.sh'), '#!/bin/sh\necho "$@" > asked\nexit $(cat answer)\n', { mode: 0o755 });
    await exec('mkfifo', [at('asked'), at('answer')]);
    const commit = async (workspace: Workspace, revision: number): Promise<void> => {
      await put('plan.json', workspace, revision);
      await git('add', 'plan.json', '.gitattributes', 'driver.sh');
      await git('commit', '-qm', `revision ${revision}`);
    };
    await commit(base, 3);
    await git('checkout', '-qb', 'other');
    await commit(theirs, 4);
    await git('checkout', '-q', 'main');
    await commit(ours, 5);
  }

  /** `git merge other`, with the driver's command made here. */
  async function mergeBranches(): Promise<number> {
    const merging = git('merge', 'other', '-m', 'both').then(
      () => 0,
      (error: unknown) => (error as { code: number }).code,
    );
    const asked = (await readFile(at('asked'), 'utf8')).trim().split(' ').map(at);
    const [base = '', current = '', other = ''] = asked;
    const { code } = await evenwatch('merge', '--base', base, current, other, '--to', current);
    await writeFile(at('answer'), String(code));
    return merging;
  }

  test('branches that fit become one', async () => {
    await branches(withShift(base, '2027-01-04', 'Bo'), withShift(base, '2027-01-11', 'Ann'));
    expect(await mergeBranches()).toBe(0);
    expect(await holders(at('plan.json'))).toEqual(['person-bo', 'person-ann']);
  });

  test('a conflict is one for git too, and ours stays as it was until somebody settles it', async () => {
    await branches(withShift(base, '2027-01-04', 'Bo'), withShift(base, '2027-01-04', 'Cy'));
    expect(await mergeBranches()).toBe(1);
    expect((await git('status', '--short')).stdout).toContain('UU plan.json');
    expect(await holders(at('plan.json'))).toEqual(['person-bo', 'person-bo']);
  });
});
