import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { readJournalLine, writeJournalLine } from '../../../shared/document/journal-line.ts';
import { run } from '../../../electron/command-line/run.ts';
import { verifyHere, type Verdict } from '../../../electron/command-line/verify.ts';
import { readWorkspace } from '../../../electron/command-line/read-file.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { sha256 } from '../../../electron/storage/system.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';
import { edited, opened } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

let file = '';
let journal = '';

/** Edits 1 to 3 before a checkpoint (packed), 4 to 6 before the next, 7 and 8 in the journal alone. */
beforeEach(async () => {
  const ports = testPorts(await aFolder());
  const keeper = createKeeper(ports);
  const start = await opened(keeper, { kind: 'new', workspace: aWorkspace() });
  await edited(keeper, start, 3);
  ports.clock.pass(30_000);
  await edited(keeper, { ...start, revision: 3 }, 3);
  ports.clock.pass(30_000);
  await edited(keeper, { ...start, revision: 6 }, 2);
  ({ file } = start);
  journal = join(dirname(file), 'journal');
});

const packed = (first: number): string => join(journal, `${String(first).padStart(12, '0')}.jsonl.gz`);
const plain = (first: number): string => join(journal, `${String(first).padStart(12, '0')}.jsonl`);

async function changed(path: string, change: (lines: string[]) => readonly string[]): Promise<void> {
  const isPacked = path.endsWith('.gz');
  const bytes = await readFile(path);
  const lines = (isPacked ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n');
  const text = `${change(lines).join('\n')}\n`;
  await writeFile(path, isPacked ? gzipSync(text) : text);
}

/** The line with another content and a checksum made for it: whoever does that knows what they do. */
function signedAnew(text: string, from: string, to: string): string {
  const read = readJournalLine(text, sha256);
  if (!read.ok) throw new Error(read.reason);
  const line = JSON.parse(JSON.stringify(read.value.line).replaceAll(from, to)) as typeof read.value.line;
  return writeJournalLine(line, read.value.previous, sha256).text.trimEnd();
}

const verified = (): Promise<Verdict> => verifyHere(file, nodeFiles);
const told = ({ findings }: Verdict) => findings.map(({ kind, segment, line, revision }) => [kind, segment, line, revision]);

test('a workspace as it was written is sound, its packed journal included', async () => {
  expect(await readdir(journal)).toEqual(['000000000001.jsonl.gz', '000000000004.jsonl.gz', '000000000007.jsonl']);
  expect(await verified()).toEqual({ file, sound: true, edits: 8, segments: 3, revision: 6, findings: [], notes: [] });
});

describe('what was altered is named', () => {
  test('a letter in a line of the packed past', async () => {
    await changed(packed(1), ([first = '', second = '', third = '']) => [first, second.replace('Edit 2', 'Edit X'), third]);
    expect(told(await verified())).toEqual([['altered', '000000000001.jsonl.gz', 2, 2]]);
  });

  test('a letter in the last line', async () => {
    await changed(plain(7), ([first = '', second = '']) => [first, second.replace('Edit 8', 'Edit 9')]);
    expect(told(await verified())).toEqual([['altered', '000000000007.jsonl', 2, 8]]);
  });

  test('a line signed anew, by the one after it', async () => {
    await changed(packed(4), ([first = '', ...rest]) => [signedAnew(first, 'Edit 4', 'Edit X'), ...rest]);
    expect(told(await verified())).toEqual([['replaced', '000000000004.jsonl.gz', 1, 4]]);
  });

  test('all lines from one on signed anew, by the records of the file', async () => {
    let previous = '';
    await rm(plain(7));
    await changed(packed(4), (lines) =>
      lines.map((text, index) => {
        const read = readJournalLine(text, sha256);
        if (!read.ok) throw new Error(read.reason);
        const line = JSON.parse(JSON.stringify(read.value.line).replaceAll('Edit 5', 'Edit X')) as typeof read.value.line;
        const written = writeJournalLine(line, index === 0 ? read.value.previous : previous, sha256);
        previous = written.checksum;
        return written.text.trimEnd();
      }),
    );
    expect(told(await verified())).toEqual([]); // edit 6 was made to say the same lie: what lies between is consistent
    await changed(packed(4), (lines) => lines.map((text, index) => (index === 2 ? signedAnew(text, 'Edit 6', 'Edit Y') : text)));
    expect(told(await verified())).toEqual([['contradicts', '000000000004.jsonl.gz', 3, 6]]);
  });

  test('the last line signed anew, where it no longer fits', async () => {
    await changed(plain(7), ([first = '', second = '']) => [first, signedAnew(second, 'Edit 7', 'Edit Z')]);
    expect(told(await verified())).toEqual([['contradicts', '000000000007.jsonl', 2, 8]]);
  });

  test('lines left out, doubled, put elsewhere, and a file of the journal that is gone', async () => {
    const original = await readFile(packed(4));
    for (const [order, finding] of [
      [[0, 2], ['missing', '000000000004.jsonl.gz', 2, 6]],
      [[0, 1, 1, 2], ['missing', '000000000004.jsonl.gz', 3, 5]],
      [[1, 0, 2], ['missing', '000000000004.jsonl.gz', 1, 5]],
    ] as const) {
      await writeFile(packed(4), original);
      await changed(packed(4), (lines) => order.map((index) => lines[index] ?? ''));
      expect(told(await verified()), String(order)).toContainEqual(finding);
    }
    await rm(packed(4));
    expect(told(await verified())).toContainEqual(['missing', '000000000007.jsonl', 1, 7]);
    await writeFile(packed(4), original);
    await rm(packed(1));
    expect(told(await verified())).toEqual([['missing', '000000000004.jsonl.gz', 1, 4]]);
  });

  test('the end of the journal cut off', async () => {
    await rm(plain(7));
    await rm(packed(4));
    expect(told(await verified())).toEqual([['missing', '000000000001.jsonl.gz', 3, 3]]);
  });

  test('a packed file that cannot be unpacked', async () => {
    await writeFile(packed(4), (await readFile(packed(4))).subarray(0, 60));
    expect(told(await verified())).toEqual([['altered', '000000000004.jsonl.gz', 1, null]]);
  });

  test('the workspace file itself', async () => {
    await writeFile(file, (await readFile(file, 'utf8')).replace('"Ann"', '"Eve"'));
    expect(told(await verified())).toEqual([['file', 'workspace.json', null, null]]);
  });
});

test('every single letter of the journal is under a checksum', async () => {
  const bytes = await readFile(plain(7));
  for (let at = 0; at < bytes.length; at += 7) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    await writeFile(plain(7), flipped);
    expect((await verified()).sound, `byte ${at}`).toBe(false);
  }
});

describe('at the end of the journal', () => {
  const ending = async (change: (bytes: Buffer) => Buffer): Promise<Verdict> => {
    const bytes = await readFile(plain(7));
    await writeFile(plain(7), change(bytes));
    const verdict = await verified();
    await writeFile(plain(7), bytes);
    return verdict;
  };

  test('a line that breaks off is torn, at every byte, and nothing is promised about who saw it saved', async () => {
    const bytes = await readFile(plain(7));
    const last = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
    for (let end = last + 1; end < bytes.length - 1; end += 5) {
      const verdict = await ending((whole) => whole.subarray(0, end));
      expect(verdict, `byte ${end}`).toMatchObject({ sound: true, edits: 7, notes: [expect.stringContaining('may not have been shown as saved')] });
    }
  });

  test('a whole line without its line end is an edit', async () => {
    expect(await ending((bytes) => bytes.subarray(0, -1))).toMatchObject({ sound: true, edits: 8, notes: [expect.stringContaining('Its edit 8 is whole')] });
  });

  test.each([
    ['a line end exchanged for another letter', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]), 2],
    ['a line end exchanged for a brace', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('}')]), 2],
    ['letters that begin no line', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('xx')]), 3],
    ['half a line in another place', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(0, 400)]), 3],
    ['half a line that a bracket closed', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -60), Buffer.from(']]]')]), 2],
    ['zeros', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(100)]), 3],
  ])('%s: altered', async (_what, change, line) => {
    const verdict = await ending(change);
    expect(verdict.sound).toBe(false);
    expect(verdict.findings).toMatchObject([{ kind: 'altered', segment: '000000000007.jsonl', line }]);
  });

  test('a line end that is not there where another file follows: altered, and the edits count', async () => {
    await writeFile(packed(4), gzipSync(gunzipSync(await readFile(packed(4))).subarray(0, -1)));
    const verdict = await verified();
    expect([told(verdict), verdict.edits]).toEqual([[['altered', '000000000004.jsonl.gz', 3, 6]], 8]);
  });
});

test('the command line says it, exits with 0, 2 or 1, and takes an exported journal', async () => {
  const world = { files: nodeFiles, now: () => '2026-11-23T10:00:00.000Z' };
  const sound = await run(['verify', file], world);
  expect([sound.code, sound.out]).toEqual([0, `${file} is as it was written: revision 6, 8 edits in 3 journal files, every checksum right.\n`]);
  const exported = join(await aFolder(), 'team-journal.jsonl');
  await writeFile(exported, Buffer.concat([gunzipSync(await readFile(packed(1))), gunzipSync(await readFile(packed(4))), await readFile(plain(7))]));
  expect(await run(['verify', exported], world)).toMatchObject({ code: 0 });
  await changed(exported, ([first = '', second = '', ...rest]) => [first, second.replace('Edit 2', 'Edit X'), ...rest]);
  const altered = await run(['verify', exported, '--json'], world);
  expect(altered.code).toBe(2);
  expect(JSON.parse(altered.out)).toMatchObject({ sound: false, findings: [{ kind: 'altered', line: 2, revision: 2 }] });
  expect((await run(['verify', exported], world)).out).toContain('team-journal.jsonl, line 2, edit 2: its checksum does not match its content');
  const missing = await run(['verify', join(dirname(exported), 'nothing.json')], world);
  expect([missing.code, missing.out]).toEqual([1, '']);
  await writeFile(exported.replace('.jsonl', '.json'), '{"hello":1}');
  expect((await run(['verify', exported.replace('.jsonl', '.json')], world)).code).toBe(1);
});

test('a copy of a workspace folder, under any name and anywhere, is read with its journal', async () => {
  const world = { files: nodeFiles, now: () => '2026-11-23T10:00:00.000Z' };
  const folder = join(await aFolder(), 'archive of november');
  await cp(dirname(file), folder, { recursive: true });
  const copy = join(folder, 'workspace.json');
  expect(await verifyHere(copy, nodeFiles)).toMatchObject({ sound: true, edits: 8, revision: 6 });
  expect((await readWorkspace(copy, nodeFiles)).revision).toBe(8);
  await rm(join(folder, 'previous.json'));
  await rm(join(folder, 'written.json'));
  expect((await readWorkspace(copy, nodeFiles)).revision).toBe(8); // its journal alone says what it is
  const out = await run(['sample', '--out', copy], world);
  expect([out.code, out.notes.join()]).toEqual([1, expect.stringContaining('in use by Evenwatch')]);
});

test('a file that merely has that name has its parts in a folder of its own', async () => {
  const folder = await aFolder();
  const elsewhere = join(folder, 'workspace.json');
  await cp(file, elsewhere);
  expect((await readWorkspace(elsewhere, nodeFiles)).revision).toBe(6);
  await cp(journal, join(`${elsewhere}.evenwatch`, 'journal'), { recursive: true });
  await writeFile(join(folder, 'previous.json'), '{}');
  expect((await readWorkspace(elsewhere, nodeFiles)).revision).toBe(8);
});

test('a journal that is gone altogether is missed', async () => {
  await rm(journal, { recursive: true });
  expect(await verified()).toMatchObject({ sound: false, edits: 0, findings: [{ kind: 'file', segment: 'journal', detail: expect.stringContaining('between 3 and 6') as string }] });
  await rm(join(dirname(file), 'previous.json'));
  expect(await verified()).toMatchObject({ sound: true }); // nothing is left that tells of edits
});

test('an exported journal without its first edits, or without any, is told', async () => {
  const exported = join(await aFolder(), 'team-journal.jsonl');
  const bytes = await readFile(plain(7));
  await writeFile(exported, bytes);
  expect(await verifyHere(exported, nodeFiles)).toMatchObject({ sound: false, findings: [{ kind: 'missing', line: 1, detail: 'it begins at edit 7; the first ones are left out' }] });
  expect(await verifyHere(plain(7), nodeFiles)).toMatchObject({ sound: true, edits: 2 }); // one file of the journal is a piece of it
  await writeFile(exported, '');
  expect(await verifyHere(exported, nodeFiles)).toMatchObject({ sound: false, edits: 0, findings: [{ kind: 'missing' }] });
});
