import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closeWorkspace } from '../../../shared/document/close.ts';
import { openWorkspace } from '../../../shared/document/open.ts';
import { edit } from '../../../shared/editing/edit.ts';
import { digestOf } from '../../../shared/editing/changes.ts';
import { historyOf } from '../../../shared/editing/history.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { sha256 } from '../../../electron/storage/system.ts';
import { edited, opened, renamed, request, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';
import { textLike, textWith } from '../support/text-with.ts';

const sample = sampleWorkspace();

describe('opening', () => {
  test('with nothing kept yet gives nothing, and writes nothing', async () => {
    const folder = await aFolder();
    const keeper = createKeeper(testPorts(folder));
    expect(await keeper.open({ kind: 'last' })).toEqual({ ok: true, value: null });
    expect(await readdir(folder)).toEqual([]);
  });

  test('the sample gives it a folder and a name of its own, each time new ones', async () => {
    const folder = await aFolder();
    const keeper = createKeeper(testPorts(folder));
    const first = await opened(keeper, { kind: 'sample' });
    const second = await opened(keeper, { kind: 'sample' });
    expect(first.workspace).toEqual(sample);
    expect(second.workspace.about.name).toBe(`${sample.about.name} (2)`);
    expect(dirname(second.file)).toBe(`${dirname(first.file)}-2`);
    expect(valueOf(await keeper.recent()).map(({ file, present }) => [file, present])).toEqual([
      [second.file, true],
      [first.file, true],
    ]);
    await keeper.close();
  });

  test('a plan taken off the list of recent ones is not offered again, and its file stays', async () => {
    const folder = await aFolder();
    const keeper = createKeeper(testPorts(folder));
    const first = await opened(keeper, { kind: 'sample' });
    const second = await opened(keeper, { kind: 'sample' });
    expect(await keeper.forget(first.file)).toEqual({ ok: true, value: null });
    expect(await keeper.forget(join(folder, 'never-opened.json'))).toEqual({ ok: true, value: null });
    expect(valueOf(await keeper.recent()).map(({ file }) => file)).toEqual([second.file]);
    expect(openWorkspace(await readFile(first.file, 'utf8'), first.file, sha256).ok).toBe(true);
    await keeper.close();
  });

  test('twice gives the same state, as a page that is loaded again needs it', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const first = await opened(keeper, { kind: 'sample' });
    await edited(keeper, first, 3);
    for (const source of [{ kind: 'last' } as const, { kind: 'file', file: first.file } as const]) {
      const again = await opened(keeper, source);
      expect(again).toMatchObject({ file: first.file, revision: 3, readOnlyBecause: null });
      expect(again.workspace.about.name).toBe('Edit 3');
      expect(historyOf(again.recentLines).undo.length).toBe(3);
    }
    await keeper.close();
  });

  test('a file that a window names is opened only from the list: a page may not read the disk', async () => {
    const folder = await aFolder();
    const elsewhere = join(await aFolder(), 'team.json');
    await writeFile(elsewhere, closeWorkspace(sample, 0, sha256));
    const keeper = createKeeper(testPorts(folder));
    expect(await keeper.open({ kind: 'file', file: elsewhere })).toEqual({
      ok: false,
      problem: { kind: 'not-found', file: elsewhere },
    });
  });

  test('a file that the system names is opened in place of the last one, once, or when the window asks for it', async () => {
    const folder = await aFolder();
    const elsewhere = join(await aFolder(), 'team.json');
    const keeper = createKeeper(testPorts(folder));
    const own = await opened(keeper, { kind: 'sample' });
    await keeper.close();
    await writeFile(elsewhere, closeWorkspace(sample, 0, sha256));
    keeper.offer(elsewhere);
    expect((await opened(keeper, { kind: 'last' })).file).toBe(elsewhere);
    // The page that is loaded again finds what is open, whatever was named in between.
    keeper.offer(own.file);
    expect((await opened(keeper, { kind: 'last' })).file).toBe(elsewhere);
    keeper.offer('/gone/team.json');
    expect(await keeper.open({ kind: 'file', file: '/gone/team.json' })).toEqual({
      ok: false,
      problem: { kind: 'not-found', file: '/gone/team.json' },
    });
    expect(keeper.current()).not.toBeNull();
    await keeper.close();
    expect((await keeper.open({ kind: 'last' })).ok).toBe(false);
    expect((await opened(keeper, { kind: 'last' })).file).toBe(elsewhere);
    await keeper.close();
  });

  test('begun ahead of the window, the last one is told about once, and gives way to a file named since', async () => {
    const folder = await aFolder();
    const first = createKeeper(testPorts(folder));
    const own = await opened(first, { kind: 'sample' });
    await first.close();
    await writeFile(own.file, `\uFEFF${await readFile(own.file, 'utf8')}`);
    const second = createKeeper(testPorts(folder));
    second.openAhead();
    const told = await opened(second, { kind: 'last' });
    expect(told).toMatchObject({ file: own.file, notices: [{ kind: 'odd-file' }] });
    const again = await opened(second, { kind: 'last' });
    expect(again).toMatchObject({ file: own.file, notices: [] });
    await second.close();

    const elsewhere = join(await aFolder(), 'team.json');
    await writeFile(elsewhere, closeWorkspace(sample, 0, sha256));
    const third = createKeeper(testPorts(folder));
    third.openAhead();
    third.offer(elsewhere);
    expect((await opened(third, { kind: 'last' })).file).toBe(elsewhere);
    expect((await opened(third, { kind: 'last' })).file).toBe(elsewhere);
    await third.close();

    const unasked = createKeeper(testPorts(folder));
    unasked.openAhead();
    expect((await opened(unasked, { kind: 'file', file: own.file })).file).toBe(own.file);
    await unasked.close();
  });

  test('a file elsewhere stays where it is, with what belongs to it in a folder beside it', async () => {
    const file = join(await aFolder(), 'team.json');
    await writeFile(file, closeWorkspace(sample, 5, sha256));
    const data = await aFolder();
    const dialogs = {
      chooseWorkspace: async () => file,
      chooseDestination: async () => null,
      chooseFolder: async () => null,
      confirmLink: async () => false,
    };
    const keeper = createKeeper(testPorts(data, { dialogs }));
    const first = await opened(keeper, { kind: 'choose' });
    expect(first).toMatchObject({ file, revision: 5 });
    await edited(keeper, first, 1);
    await keeper.close();
    expect(await readdir(dirname(file))).toEqual(['team.json', 'team.json.evenwatch']);
    const kept = openWorkspace(await readFile(file, 'utf8'), file, sha256);
    expect(kept).toMatchObject({ ok: true, value: { revision: 6 } });
    expect(await opened(createKeeper(testPorts(data)), { kind: 'last' })).toMatchObject({
      file,
      revision: 6,
    });
  });

  test('the text of a file, as a page reads it, puts it into the data folder', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const text = `\uFEFF${closeWorkspace(sample, 12, sha256)}`;
    const value = await opened(keeper, { kind: 'content', name: 'team.json', text });
    expect(value).toMatchObject({ revision: 12, notices: [{ kind: 'odd-file' }] });
    await keeper.close();
  });

  test.each([
    ['{"hello":1}', 'not-a-workspace'],
    [closeWorkspace(sample, 1, sha256).slice(0, 5000), 'damaged'],
    [closeWorkspace(sample, 1, sha256).repeat(2), 'damaged'],
  ])('what is no workspace is a problem, and leaves what is open as it is: %#', async (text, kind) => {
    const folder = await aFolder();
    const keeper = createKeeper(testPorts(folder));
    const before = await opened(keeper, { kind: 'sample' });
    expect(await keeper.open({ kind: 'content', name: 'x.json', text })).toMatchObject({
      ok: false,
      problem: { kind, file: 'x.json' },
    });
    expect(await opened(keeper, { kind: 'last' })).toMatchObject({ file: before.file });
    await keeper.close();
  });

  test('a new workspace that contradicts itself is refused', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const broken = { ...sample, people: {} };
    expect(await keeper.open({ kind: 'new', workspace: broken })).toMatchObject({
      ok: false,
      problem: { kind: 'invalid-workspace' },
    });
  });

  test('what another program has open says who has it', async () => {
    const folder = await aFolder();
    const first = createKeeper(testPorts(folder));
    await opened(first, { kind: 'sample' });
    const second = createKeeper(testPorts(folder));
    expect(await second.open({ kind: 'last' })).toMatchObject({
      ok: false,
      problem: { kind: 'in-use', by: textWith('browser host') },
    });
    await first.close();
    expect(await opened(second, { kind: 'last' })).toMatchObject({ readOnlyBecause: null });
    await second.close();
  });

  test('all files and folders are for their owner alone', async () => {
    const folder = await aFolder();
    const keeper = createKeeper(testPorts(folder));
    await edited(keeper, await opened(keeper, { kind: 'sample' }), 2);
    await keeper.close();
    for (const name of await readdir(folder, { recursive: true })) {
      const found = await stat(join(folder, name));
      expect(found.mode & 0o077, name).toBe(0);
    }
  });
});

describe('an edit', () => {
  test('is answered with the revision and the digest that the window computes', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const { workspace } = await opened(keeper, { kind: 'sample' });
    const own = edit(workspace, renamed(workspace, 1));
    if (!own.ok) throw new Error('refused');
    expect(await keeper.apply(request(workspace, 0))).toEqual({
      ok: true,
      value: { revision: 1, digest: digestOf(own.value.changes) },
    });
    await keeper.close();
  });

  test('is on the disk when it is answered: without a proper end, it is there again', async () => {
    const folder = await aFolder();
    const keeper = createKeeper(testPorts(folder));
    const first = await opened(keeper, { kind: 'sample' });
    await edited(keeper, first, 4);
    // Another machine would find the owner dead; here it is this very process, so the file goes by hand.
    await writeFile(join(dirname(first.file), 'owner.json'), '');
    const again = await opened(createKeeper(testPorts(folder)), { kind: 'last' });
    expect(again).toMatchObject({ revision: 4, notices: [] });
    expect(again.workspace.about.name).toBe('Edit 4');
    expect(again.recentLines.map(({ revision, title }) => [revision, title])).toEqual(
      [1, 2, 3, 4].map((it) => [it, `Rename to ${it}`]),
    );
    await keeper.close();
  });

  test('on an older base is a problem with both revisions, and changes nothing', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const first = await opened(keeper, { kind: 'sample' });
    await edited(keeper, first, 2);
    expect(await keeper.apply(request(first.workspace, 1))).toEqual({
      ok: false,
      problem: { kind: 'stale-base', sent: 1, current: 2 },
    });
    expect((await opened(keeper, { kind: 'last' })).workspace.about.name).toBe('Edit 2');
    await keeper.close();
  });

  test('that a rule refuses says so in words, and is not in the journal', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const { workspace } = await opened(keeper, { kind: 'sample' });
    const reply = await keeper.apply({
      baseRevision: 0,
      title: 'Nothing',
      command: { kind: 'save-about', about: workspace.about },
    });
    expect(reply).toMatchObject({
      ok: false,
      problem: { kind: 'refused-edit', refusal: textLike(/\w+ \w+/) },
    });
    expect(await opened(keeper, { kind: 'last' })).toMatchObject({ revision: 0, recentLines: [] });
    await keeper.close();
  });

  test('without an open workspace is a problem', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    expect(await keeper.apply(request(sample, 0))).toEqual({ ok: false, problem: { kind: 'not-open' } });
  });

  test('after somebody took the workspace over is not written', async () => {
    const folder = await aFolder();
    const keeper = createKeeper(testPorts(folder));
    const first = await opened(keeper, { kind: 'sample' });
    await writeFile(
      join(dirname(first.file), 'owner.json'),
      JSON.stringify({ pid: 1, signature: 'x', host: 'desktop', since: 'now', nonce: 'theirs' }),
    );
    expect(await keeper.apply(request(first.workspace, 0))).toMatchObject({
      ok: false,
      problem: { kind: 'read-only' },
    });
    await keeper.close();
    expect(await readdir(dirname(first.file))).not.toContain('journal');
  });

  test('sent many at once, is made in the order sent', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const { workspace } = await opened(keeper, { kind: 'sample' });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => keeper.apply(request(workspace, index))),
    );
    expect(replies.map((reply) => (reply.ok ? reply.value.revision : reply.problem.kind))).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    await keeper.close();
  });
});

describe('a checkpoint', () => {
  const revisionOnDisk = async (file: string): Promise<number> => {
    const kept = openWorkspace(await readFile(file, 'utf8'), file, sha256);
    return kept.ok ? kept.value.revision : -1;
  };

  test('is written thirty seconds after the last edit, and the one before is kept', async () => {
    const ports = testPorts(await aFolder());
    const keeper = createKeeper(ports);
    const first = await opened(keeper, { kind: 'sample' });
    await edited(keeper, first, 2);
    ports.clock.pass(29_000);
    await edited(keeper, { ...first, revision: 2 }, 1);
    ports.clock.pass(29_000);
    await keeper.recent();
    expect(await revisionOnDisk(first.file)).toBe(0);
    ports.clock.pass(1000);
    await opened(keeper, { kind: 'last' });
    expect(await revisionOnDisk(first.file)).toBe(3);
    expect(await revisionOnDisk(join(dirname(first.file), 'previous.json'))).toBe(0);
    await keeper.close();
    expect(ports.logged).toEqual([]);
  });

  test('is written after a thousand edits', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const first = await opened(keeper, { kind: 'sample' });
    await edited(keeper, first, 999);
    expect(await revisionOnDisk(first.file)).toBe(0);
    await edited(keeper, { ...first, revision: 999 }, 1);
    await opened(keeper, { kind: 'last' });
    expect(await revisionOnDisk(first.file)).toBe(1000);
    await keeper.close();
  });

  test('is written at the end, and leaves neither owner nor rubbish', async () => {
    const keeper = createKeeper(testPorts(await aFolder()));
    const first = await opened(keeper, { kind: 'sample' });
    await edited(keeper, first, 5);
    await keeper.close();
    expect(await revisionOnDisk(first.file)).toBe(5);
    expect(await readdir(dirname(first.file))).toEqual([
      'backups',
      'journal',
      'previous.json',
      'workspace.json',
      'written.json',
    ]);
  });
});
