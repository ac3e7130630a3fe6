import { copyFile, cp, mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Channels, Opened } from '../../../shared/contract/channels.ts';
import { openWorkspace } from '../../../shared/document/open.ts';
import { historyOf } from '../../../shared/editing/history.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { handlersOf } from '../../../electron/services/handlers.ts';
import { createKeeper, type Keeper } from '../../../electron/services/workspace.ts';
import { sha256 } from '../../../electron/storage/system.ts';
import { aPerson, aWorkspace } from '../../builders/a-workspace.ts';
import { edited, opened, request, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

interface Machine {
  readonly keeper: Keeper;
  readonly file: string;
  readonly start: Opened;
  readonly ask: <Name extends keyof Channels>(
    name: Name,
    request: Channels[Name]['request'],
  ) => Promise<Channels[Name]['reply']>;
  readonly addPerson: (base: number, name: string) => Promise<void>;
}

/** One computer of two that share a folder by synchronising the file `team.json` in it, and nothing else. */
async function aMachine(file: string): Promise<Machine> {
  const dialogs = {
    chooseWorkspace: async () => file,
    chooseDestination: async () => null,
    chooseFolder: async () => null,
    confirmLink: async () => false,
  };
  const ports = testPorts(await aFolder(), { dialogs });
  const keeper = createKeeper(ports);
  const handlers = handlersOf(keeper, ports);
  const start = await opened(keeper, { kind: 'choose' });
  return {
    keeper,
    file,
    start,
    ask: async (name, asked) => valueOf(await handlers[name](asked as never)),
    async addPerson(base, name) {
      const command = { kind: 'save-person', person: aPerson(name, { position: 9 }) } as const;
      valueOf(await keeper.apply({ baseRevision: base, title: `Add ${name}`, command }));
    },
  };
}

/** Both computers have the plan as it stood at revision 2. */
async function twoMachines(): Promise<readonly [Machine, Machine]> {
  const [left, right] = [join(await aFolder(), 'team.json'), join(await aFolder(), 'team.json')];
  const first = createKeeper(testPorts(await aFolder()));
  const { file } = await opened(first, { kind: 'new', workspace: aWorkspace() });
  await first.close();
  await copyFile(file, left);
  const one = await aMachine(left);
  await edited(one.keeper, one.start, 2);
  await one.keeper.close();
  await copyFile(left, right);
  return [await aMachine(left), await aMachine(right)];
}

/** What the program that synchronises does: the other's file takes the place of ours, at once. */
async function arrives(from: string, at: string): Promise<void> {
  await copyFile(from, `${at}.part`);
  await rename(`${at}.part`, at);
}

const names = ({ people }: Workspace): readonly string[] =>
  Object.values(people)
    .map(({ name }) => name)
    .sort();

const onDisk = async (file: string): Promise<Workspace> => {
  const document = openWorkspace(await readFile(file, 'utf8'), file, sha256);
  if (!document.ok) throw new Error(document.reason.kind);
  return document.value.workspace;
};

describe('a file that something else writes while it is open', () => {
  test('is noticed before the next edit writes anything, and again at the end', async () => {
    const [one, other] = await twoMachines();
    await other.addPerson(2, 'Eve');
    await other.keeper.close();
    await one.addPerson(2, 'Finn');
    await arrives(other.file, one.file);
    const theirs = await readFile(one.file);
    const journal = join(`${one.file}.evenwatch`, 'journal');
    const before = await readFile(join(journal, (await readdir(journal)).at(-1) ?? ''));
    const problem = { kind: 'changed-underneath', file: one.file };
    expect(await one.keeper.apply(request(one.start.workspace, 3))).toEqual({ ok: false, problem });
    expect(await readFile(join(journal, (await readdir(journal)).at(-1) ?? ''))).toEqual(before);
    expect(await one.keeper.close()).toEqual({ ok: false, problem });
    expect(await readFile(one.file)).toEqual(theirs);
  });

  test('is compared by record, with the state that both come from, edits that wait counted as ours', async () => {
    const [one, other] = await twoMachines();
    await other.addPerson(2, 'Eve');
    await edited(other.keeper, { ...other.start, revision: 3 }, 1);
    await other.keeper.close();
    await one.addPerson(2, 'Finn');
    await arrives(other.file, one.file);
    expect((await one.keeper.apply(request(one.start.workspace, 3))).ok).toBe(false);
    const [version] = await one.ask('versions.list', null);
    expect(version).toMatchObject({ kind: 'changed-underneath', file: one.file });
    const pending = [{ ...request(one.start.workspace, 3), title: 'waits' }];
    const { records, ancestor, conflicts, findings, ourRevision, theirRevision } = await one.ask(
      'versions.compare',
      {
        version: version?.id ?? '',
        pending,
      },
    );
    expect([ancestor?.revision, ourRevision, theirRevision, conflicts, findings]).toEqual([2, 4, 4, 0, []]);
    // Both renamed the plan to "Edit 4": no difference, no choice.
    expect(records.map(({ name, ours, theirs, side }) => [name, ours, theirs, side])).toEqual([
      ['the person Eve', 'same', 'added', 'theirs'],
      ['the person Finn', 'added', 'same', 'ours'],
    ]);
  });

  test.each([
    ['ours', ['Ann', 'Bo', 'Cy', 'Di', 'Finn'], 'Edit 4'],
    ['theirs', ['Ann', 'Bo', 'Cy', 'Di', 'Eve'], 'Theirs'],
    ['merge', ['Ann', 'Bo', 'Cy', 'Di', 'Eve', 'Finn'], 'Theirs'],
  ] as const)(
    'and is settled by taking %s: nothing that waited is lost, and undo leads back',
    async (take, people, name) => {
      const [one, other] = await twoMachines();
      await other.addPerson(2, 'Eve');
      const { about } = other.start.workspace;
      valueOf(
        await other.keeper.apply({
          baseRevision: 3,
          title: 'x',
          command: { kind: 'save-about', about: { ...about, name: 'Theirs' } },
        }),
      );
      await other.keeper.close();
      await one.addPerson(2, 'Finn');
      await arrives(other.file, one.file);
      const theirs = await readFile(one.file);
      const pending = [request(one.start.workspace, 3)];
      const choices = [{ table: 'about', id: 'about', side: 'theirs' } as const];
      const settled = await one.ask('versions.resolve', { version: 'file', pending, take, choices });
      expect([names(settled.workspace), settled.workspace.about.name]).toEqual([people, name]);
      expect(await onDisk(one.file)).toEqual(settled.workspace);
      const [kept = ''] = await readdir(join(`${one.file}.evenwatch`, 'backups', 'other-version'));
      expect(await readFile(join(`${one.file}.evenwatch`, 'backups', 'other-version', kept))).toEqual(theirs);
      expect(await one.ask('versions.list', null)).toEqual([]);
      const titles = historyOf(settled.recentLines).undo.map(({ title }) => title);
      expect(titles.slice(2, 4)).toEqual(['Add Finn', 'Rename to 4']);
      expect(titles.length).toBe(take === 'ours' ? 4 : 5);
      await edited(one.keeper, settled, 1);
      expect(await one.keeper.close()).toEqual({ ok: true, value: null });
    },
  );

  test('that contradict each other in sum are not merged, and nothing is written', async () => {
    const [one, other] = await twoMachines();
    const { workspace } = other.start;
    const cy = Object.values(workspace.people).find(({ name }) => name === 'Cy')!;
    valueOf(
      await other.keeper.apply({
        baseRevision: 2,
        title: 'x',
        command: { kind: 'restore', from: 'restore-point', changes: removed(workspace, cy.id) },
      }),
    );
    await other.keeper.close();
    const leave = {
      id: 'leave-cy',
      person: cy.id,
      from: '2027-02-01',
      to: '2027-02-05',
      part: 'day',
      kind: 'leave',
      tentative: false,
      reason: '',
    };
    valueOf(
      await one.keeper.apply({
        baseRevision: 2,
        title: 'x',
        command: { kind: 'save-leave', leave } as never,
      }),
    );
    await arrives(other.file, one.file);
    const theirs = await readFile(one.file);
    const { findings } = await one.ask('versions.compare', { version: 'file', pending: [] });
    expect(findings[0]?.where).toContain('leave');
    await expect(
      one.ask('versions.resolve', { version: 'file', pending: [], take: 'merge', choices: [] }),
    ).rejects.toThrow('invalid-workspace');
    expect(await readFile(one.file)).toEqual(theirs);
    await one.keeper.close();
  });

  test('asks about a field that both changed, and takes the other fields of the record from whoever changed them', async () => {
    const [one, other] = await twoMachines();
    const person = (machine: Machine, name: string) =>
      Object.values(machine.start.workspace.people).find((known) => known.name === name)!;
    const save = async (machine: Machine, base: number, name: string, fields: object): Promise<void> => {
      const command = { kind: 'save-person', person: { ...person(machine, name), ...fields } } as const;
      valueOf(await machine.keeper.apply({ baseRevision: base, title: `Change ${name}`, command }));
    };
    await save(other, 2, 'Ann', { email: 'ann@example.org' });
    await save(other, 3, 'Bo', { email: 'bo@example.org', fullTimePercent: 60 });
    await other.keeper.close();
    await save(one, 2, 'Ann', { fullTimePercent: 80 });
    await save(one, 3, 'Bo', { mostShiftsAQuarter: 4, fullTimePercent: 50 });
    await arrives(other.file, one.file);
    const { records, conflicts } = await one.ask('versions.compare', { version: 'file', pending: [] });
    expect(conflicts).toBe(1);
    expect(records.map(({ name, side, isConflict, fits }) => [name, side, isConflict, fits])).toEqual([
      ['the person Bo', 'ours', true, false],
      ['the person Ann', 'both', false, true],
    ]);
    expect(records[0]?.fields.map(({ field, side }) => [field, side]).sort()).toEqual([
      ['email', 'theirs'],
      ['fullTimePercent', null],
      ['mostShiftsAQuarter', 'ours'],
    ]);
    expect(records[0]?.fields.find(({ field }) => field === 'email')).toEqual({
      field: 'email',
      side: 'theirs',
      before: 'none',
      ours: 'none',
      theirs: 'bo@example.org',
    });
    const choices = [{ table: 'people', id: person(one, 'Bo').id, side: 'theirs' } as const];
    const { workspace } = await one.ask('versions.resolve', {
      version: 'file',
      pending: [],
      take: 'merge',
      choices,
    });
    expect(workspace.people[person(one, 'Ann').id]).toMatchObject({
      email: 'ann@example.org',
      fullTimePercent: 80,
    });
    expect(workspace.people[person(one, 'Bo').id]).toMatchObject({
      email: 'bo@example.org',
      fullTimePercent: 60,
      mostShiftsAQuarter: 4,
    });
    await one.keeper.close();
  });

  test('with the same content, copied or touched, is no other version', async () => {
    const [one] = await twoMachines();
    await arrives(one.file, one.file);
    valueOf(await one.keeper.apply(request(one.start.workspace, 2)));
    expect(await one.keeper.close()).toEqual({ ok: true, value: null });
  });
});

describe('a file that something else wrote while it was closed', () => {
  test('is taken over as one edit where only they went on', async () => {
    const [one, other] = await twoMachines();
    await one.keeper.close();
    await other.addPerson(2, 'Eve');
    await other.keeper.close();
    await arrives(other.file, one.file);
    const again = await aMachine(one.file);
    expect(again.start).toMatchObject({ revision: 3, notices: [{ kind: 'other-version', keptAs: null }] });
    expect(names(again.start.workspace)).toContain('Eve');
    expect(historyOf(again.start.recentLines).undo.map(({ title }) => title)).toEqual([
      'Rename to 1',
      'Rename to 2',
      'Take over another version of the file',
    ]);
    expect(await again.ask('versions.list', null)).toEqual([]);
    await again.keeper.close();
    const third = await aMachine(one.file);
    expect(third.start).toMatchObject({ revision: 3, notices: [] });
    await third.keeper.close();
  });

  test('is shown, and ours is kept to be merged, where both went on, even if we never came to write ours', async () => {
    const [one, other] = await twoMachines();
    await one.addPerson(2, 'Finn');
    await other.addPerson(2, 'Eve');
    await other.keeper.close();
    await arrives(other.file, one.file);
    await one.keeper.close(); // writes no checkpoint: the file is not ours any more
    const again = await aMachine(one.file);
    expect(again.start.notices.map(({ kind }) => kind)).toContain('other-version');
    expect(names(again.start.workspace)).toContain('Eve');
    const [version] = await again.ask('versions.list', null);
    expect(version).toMatchObject({ kind: 'set-aside' });
    const merged = await again.ask('versions.resolve', {
      version: version?.id ?? '',
      pending: [],
      take: 'merge',
      choices: [],
    });
    expect(names(merged.workspace)).toEqual(['Ann', 'Bo', 'Cy', 'Di', 'Eve', 'Finn']);
    await again.keeper.close();
  });
});

test('a copy that a synchronising program left beside the file is offered until it was dealt with', async () => {
  const [one, other] = await twoMachines();
  await other.addPerson(2, 'Eve');
  await other.keeper.close();
  for (const name of [
    "team (Ann's conflicted copy 2026-11-23).json",
    'team.sync-conflict-20261123-101500-ABCDEFG.json',
  ])
    await cp(other.file, join(dirname(one.file), name));
  await cp(other.file, join(dirname(one.file), 'team-2.json'));
  const versions = await one.ask('versions.list', null);
  expect(versions.map(({ kind, file }) => [kind, basename(file)])).toEqual([
    ['conflicted-copy', "team (Ann's conflicted copy 2026-11-23).json"],
    ['conflicted-copy', 'team.sync-conflict-20261123-101500-ABCDEFG.json'],
  ]);
  const merged = await one.ask('versions.resolve', {
    version: versions[0]?.id ?? '',
    pending: [],
    take: 'merge',
    choices: [],
  });
  expect(names(merged.workspace)).toContain('Eve');
  expect(await one.ask('versions.list', null)).toEqual([]);
  await one.keeper.close();
});

test('a journal that something else wrote into is noticed, and our edits are written anew once the lead decided', async () => {
  const [one] = await twoMachines();
  await one.addPerson(2, 'Finn');
  const journal = join(`${one.file}.evenwatch`, 'journal');
  const segment = join(journal, (await readdir(journal)).at(-1) ?? '');
  const ours = await readFile(segment, 'utf8');
  await arrives(one.file, segment); // another file has the segment's name now
  expect(await one.keeper.apply(request(one.start.workspace, 3))).toMatchObject({
    ok: false,
    problem: { kind: 'changed-underneath', file: segment },
  });
  const pending = [request(one.start.workspace, 3)];
  const settled = await one.ask('versions.resolve', { version: 'file', pending, take: 'ours', choices: [] });
  expect(settled.revision).toBe(4);
  expect(await one.ask('versions.list', null)).toEqual([]);
  const { name } = await one.ask('journal.export', null).catch((error: unknown) => ({ name: String(error) }));
  expect(name).toContain('cancelled'); // the dialog of this test chooses nothing
  await one.keeper.close();
  const again = await aMachine(one.file);
  expect(again.start).toMatchObject({ revision: 4, notices: [] });
  expect(again.start.recentLines.map(({ title }) => title)).toEqual([
    'Rename to 1',
    'Rename to 2',
    'Add Finn',
    'Rename to 4',
  ]);
  expect(ours).toContain('Finn');
  await again.keeper.close();
});

function removed(workspace: Workspace, id: string) {
  const people = workspace.people as unknown as Readonly<Record<string, object>>;
  const rotations = Object.values(workspace.rotations).map((rotation) => ({
    table: 'rotations' as const,
    id: rotation.id,
    before: rotation as never,
    after: {
      ...rotation,
      participants: rotation.participants.filter(({ person }) => person !== id),
    } as never,
  }));
  return [{ table: 'people' as const, id, before: people[id] as never, after: null }, ...rotations];
}

test('the folder is made for whoever owns it alone', async () => {
  const chosen = await aFolder();
  await mkdir(join(chosen, 'x'));
  const ports = testPorts(await aFolder(), { backupFolder: chosen });
  const keeper = createKeeper(ports);
  const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  await edited(keeper, start, 1);
  await keeper.close();
  const { stat } = await import('node:fs/promises');
  for (const path of await readdir(chosen, { recursive: true })) {
    if (path === 'x') continue;
    const { mode } = await stat(join(chosen, path));
    expect((mode & 0o777).toString(8), path).toBe(path.endsWith('.json') ? '600' : '700');
  }
  expect((await readdir(chosen, { recursive: true })).filter((path) => path.endsWith('.json'))).toHaveLength(
    2,
  );
  await writeFile(join(chosen, 'y'), '');
});
