import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { run } from '../../../../electron/command-line/run.ts';
import { fileText } from '../../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../../electron/storage/node-files.ts';
import { sha256 } from '../../../../electron/storage/system.ts';
import { openWorkspace } from '../../../../shared/document/open.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace } from '../../../builders/a-workspace.ts';
import { aFolder } from '../../support/test-ports.ts';

const evenwatch = (...words: string[]) =>
  run(words, { files: nodeFiles, now: () => '2026-11-23T10:00:00.000Z' });

let folder = '';
let file = '';
const at = (name: string): string => join(folder, name);

const put = async (name: string, text: string): Promise<string> => {
  await writeFile(at(name), text);
  return at(name);
};

const opened = async (name: string): Promise<{ workspace: Workspace; revision: number }> => {
  const document = openWorkspace(await readFile(at(name), 'utf8'), name, sha256);
  if (!document.ok) throw new Error(document.reason.kind);
  return document.value;
};

beforeEach(async () => {
  folder = await aFolder();
  const workspace = aWorkspace({
    people: ['Ann', 'Bo'].map((name, position) => aPerson(name, { position })),
    rotations: [aRotation('Team', ['Ann', 'Bo'])],
    shifts: [aShift('2027-01-04', 'Ann')],
    leave: [aLeave('Bo', '2027-06-01', '2027-06-04', { reason: 'only-the-lead-knows' })],
  });
  file = await put('plan.json', fileText(workspace, 7));
});

const feed = (...turns: readonly (readonly [who: string, from: string, to: string])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...turns.flatMap(([who, from, to], index) => [
      'BEGIN:VEVENT',
      `UID:Q${index}`,
      `SUMMARY:On Call - ${who} - Team`,
      `DTSTART:${from}T080000Z`,
      `DTEND:${to}T080000Z`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

interface Told {
  readonly changes: readonly {
    readonly record: string;
    readonly change: string;
    readonly fields: readonly object[];
  }[];
  readonly unknown: readonly string[];
  readonly problems: readonly { readonly severity: string }[];
  readonly written: boolean;
}

test('an on-call feed: a dry run exits 2 and writes nothing, --map says who is who, and is remembered with the file', async () => {
  const from = await put(
    'team.ics',
    feed(['Ann', '20270104', '20270111'], ['B. Obama', '20270111', '20270118']),
  );
  const words = ['import', file, from, '--format', 'on-call', '--layer', 'team primary'] as const;
  const dry = await evenwatch(...words, '--dry-run', '--json');
  expect([dry.code, (JSON.parse(dry.out) as Told).unknown]).toEqual([0, ['B. Obama']]);
  const mapped = await evenwatch(...words, '--map', 'B. Obama=Bo', '--dry-run', '--json');
  const told = JSON.parse(mapped.out) as Told;
  expect([mapped.code, told.written, told.unknown]).toEqual([2, false, []]);
  expect(told.changes[0]).toMatchObject({ record: 'shift Team primary 2027-01-11', change: 'added' });
  const done = await evenwatch(...words, '--map', 'B. Obama=Bo', '--out', at('next.json'));
  expect([done.code, done.out]).toEqual([0, expect.stringContaining('person Bo')]);
  const { workspace, revision } = await opened('next.json');
  expect([revision, Object.values(workspace.shifts).map(({ person }) => person)]).toEqual([
    8,
    ['person-ann', 'person-bo'],
  ]);
  // Layer and names are known the next time, by the name of the file.
  await put('team.ics', feed(['B. Obama', '20270104', '20270111']));
  const again = await evenwatch('import', at('next.json'), from, '--format', 'on-call', '--dry-run');
  expect([again.code, again.out]).toEqual([2, expect.stringContaining('person: Ann → Bo')]);
});

test('people off a table come by name; what is the same already changes nothing and the file is written all the same', async () => {
  const from = await put('people.csv', 'name,email\nAnn,ann@example.org\nCy,\n');
  const { code, out } = await evenwatch('import', file, from, '--format', 'people', '--out', at('next.json'));
  expect(code).toBe(0);
  expect(out).toContain('email: none → ann@example.org');
  expect(out).toContain('+ person Cy');
  const again = await evenwatch(
    'import',
    at('next.json'),
    from,
    '--format',
    'people',
    '--out',
    at('same.json'),
  );
  expect([again.code, again.out]).toEqual([0, 'Nothing in it changes the plan.\n']);
  expect(await opened('same.json')).toEqual(await opened('next.json'));
});

test('leave comes off a calendar and a table, and tells nobody why', async () => {
  const calendar = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'SUMMARY:Ann: surgery',
    'DTSTART;VALUE=DATE:20270301',
    'DTEND;VALUE=DATE:20270306',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const ics = await evenwatch(
    'import',
    file,
    await put('away.ics', calendar.join('\r\n')),
    '--format',
    'leave',
    '--dry-run',
  );
  expect([ics.code, ics.out]).toEqual([2, expect.stringContaining('leave Ann, 2027-03-01 to 2027-03-05')]);
  expect(ics.out).not.toContain('surgery');
  const table = await put(
    'away.csv',
    'name,from,to,reason\nAnn,2027-03-01,2027-03-05,surgery\nZed,2027-03-01,2027-03-02,\n',
  );
  const csv = await evenwatch(
    'import',
    file,
    table,
    '--format',
    'leave',
    '--map',
    'Zed=',
    '--dry-run',
    '--json',
  );
  expect(csv.code).toBe(2);
  expect(csv.out).not.toContain('surgery');
  expect((JSON.parse(csv.out) as Told).unknown).toEqual([]);
});

test('runbooks come from any number of files, and take the place of those with their title', async () => {
  const one = await put('profit.md', '---\naudience: investor\n---\n# Profit\n\nCall Ann.\n');
  const two = await put('growth.md', '# Growth\n\nCall Bo.\n');
  const first = await evenwatch('import', file, one, two, '--format', 'runbooks', '--out', at('next.json'));
  expect([first.code, first.out]).toEqual([
    0,
    expect.stringContaining('+ runbook Profit: audience investor'),
  ]);
  await put('growth.md', '# Growth\n\nCall Ann.\n');
  const again = await evenwatch(
    'import',
    at('next.json'),
    one,
    two,
    '--format',
    'runbooks',
    '--dry-run',
    '--json',
  );
  expect(again.code).toBe(2);
  const { changes } = JSON.parse(again.out) as Told;
  expect(changes.map(({ record, fields }) => [record, fields])).toEqual([
    ['runbook Growth', [{ field: 'body', from: 'Call Bo.', to: 'Call Ann.' }]],
  ]);
});

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a folder of runbooks comes with its pictures and links, and leads nowhere else', async () => {
  await mkdir(at('books/ops/images'), { recursive: true });
  await mkdir(at('books/.git'));
  await put('books/.git/notes.md', '# Hidden\n');
  await put('secret.md', '# Secret\n');
  await symlink(at('secret.md'), at('books/linked.md'));
  await symlink(at('.'), at('books/round'));
  await put('books/ops/a.md', '# A\n\nSee [B](../b.md#now). ![p](images/p.png) ![q](images/q.png)\n');
  await put('books/b.md', '# B\n');
  await writeFile(at('books/ops/images/p.png'), pixel);
  await writeFile(at('books/tool.bin'), pixel);
  const first = await evenwatch(
    'import',
    file,
    at('books'),
    '--format',
    'runbooks',
    '--out',
    at('next.json'),
  );
  expect([first.code, first.notes]).toEqual([
    0,
    [
      'Left out: 2 links are not followed, since links may lead out of the folder: books/linked.md, books/round.',
      'Left out: 1 file is neither text nor a picture that a text names: books/tool.bin.',
      'Note: books/ops/images/q.png: the text names this picture, and it is not among the files.',
    ],
  ]);
  const { runbooks, images } = (await opened('next.json')).workspace;
  const titles = Object.values(runbooks).map(({ title, id }) => [title, id]);
  const [b, a] = ['B', 'A'].map((title) => titles.find(([one]) => one === title)?.[1]);
  expect(titles).toHaveLength(2);
  expect(Object.values(runbooks).find(({ id }) => id === a)?.body).toBe(
    `# A\n\nSee [B](runbook:${b}#now). ![p](image:image-p) ![q](images/q.png)\n`,
  );
  expect(Object.values(images)).toMatchObject([
    { id: 'image-p', runbook: a, base64: pixel.toString('base64') },
  ]);
  const again = await evenwatch('import', at('next.json'), at('books'), '--format', 'runbooks', '--dry-run');
  expect([again.code, again.out]).toEqual([0, 'Nothing in it changes the plan.\n']);
});

const bad: readonly (readonly [what: string, words: () => Promise<string[]>, says: RegExp])[] = [
  ['no file to take over', async () => [file, '--format', 'people'], /needs a workspace and a file/],
  [
    'a runbook that is larger than any',
    async () => [file, await put('big.md', 'x'.repeat(10_000_001)), '--format', 'runbooks', '--dry-run'],
    /Nothing was imported: .*big\.md: it is larger than 10 MB\./,
  ],
  [
    'two files of one runbook',
    async () => [
      file,
      await put('one.md', '# Same\n'),
      await put('two.md', '# Same\n'),
      ...['--format', 'runbooks', '--dry-run'],
    ],
    /Nothing was imported: \S*two\.md: it is the same runbook as in \S*one\.md: Same\./,
  ],
  [
    'more errors than anybody reads',
    async () => [
      file,
      ...(await Promise.all(Array.from({ length: 12 }, (_, at) => put(`r${at}`, '# Same\n')))),
      ...['--format', 'runbooks', '--dry-run'],
    ],
    /^(?:(?!r9: ).)*And 1 more error\.$/,
  ],
  [
    'more files than one import takes',
    async () => [
      file,
      ...Array.from({ length: 2001 }, (_, at) => `${at}.md`),
      '--format',
      'runbooks',
      '--dry-run',
    ],
    /takes 2000 files at most, not 2001/,
  ],
  ['no format', async () => [file, file], /needs --format/],
  [
    'an unknown format',
    async () => [file, file, '--format', 'fax'],
    /no format "fax" to import\. There are people, leave, on-call, schedules, holidays, runbooks/,
  ],
  ['nowhere to write to', async () => [file, file, '--format', 'people'], /needs --out FILE/],
  [
    'two files for one',
    async () => [file, file, file, '--format', 'people', '--dry-run'],
    /takes one file, not 2/,
  ],
  [
    'an option of another format',
    async () => [file, file, '--format', 'people', '--dry-run', '--map', 'A=Ann'],
    /people has no option --map/,
  ],
  [
    'a file that is not there',
    async () => [file, at('none.csv'), '--format', 'people', '--dry-run'],
    /none\.csv: it is not there/,
  ],
  [
    'a workbook',
    async () => [file, await put('team.xlsx', 'PK\u0003\u0004'), '--format', 'people', '--dry-run'],
    /spreadsheet's own file/,
  ],
  [
    'a table with an error',
    async () => [file, await put('two.csv', 'name,full time\nAnn,140\n'), '--format', 'people', '--dry-run'],
    /Nothing was imported: line 2/,
  ],
  [
    'a calendar that is none',
    async () => [file, await put('x.ics', '<html>'), '--format', 'on-call', '--dry-run'],
    /is a page of a website/,
  ],
  [
    'two layers to choose from',
    async () => [file, await put('a.ics', feed()), '--format', 'on-call', '--dry-run'],
    /--layer with one of "Team primary", "Team secondary"/,
  ],
  [
    'somebody unknown',
    async () => [file, await put('a.ics', feed()), '--format', 'on-call', '--map', 'A=Zed', '--dry-run'],
    /nobody called "Zed"/,
  ],
  [
    'the file itself as --out',
    async () => [file, await put('p.csv', 'name\nCy\n'), '--format', 'people', '--out', file],
    /is the file that was read/,
  ],
];

test.each(bad)('%s exits 1 with the reason, and writes nothing', async (_what, words, says) => {
  const before = await readFile(file);
  const { code, out, notes } = await evenwatch('import', ...(await words()));
  expect([code, out, notes.join(' ')]).toEqual([1, '', expect.stringMatching(says)]);
  expect(await readFile(file)).toEqual(before);
});
