import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../electron/command-line/run.ts';
import { fileText } from '../../../electron/command-line/write-file.ts';
import type { Files } from '../../../electron/ports.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { knownVersion } from '../../../shared/document/envelope.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aPerson, aRotation, aWorkspace } from '../../builders/a-workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenwatch-cli-'));
const at = (name: string): string => join(folder, name);
const evenwatch = (...words: string[]) => run(words, { files: nodeFiles, now: () => '2026-11-23T12:00:00Z' });
const put = (name: string, workspace: Workspace): string => {
  writeFileSync(at(name), fileText(workspace, 3));
  return at(name);
};
const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

beforeAll(async () => {
  expect(await evenwatch('sample', '--out', at('sample.json'))).toMatchObject({ code: 0, notes: [] });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface PlanJson {
  readonly assignments: readonly { rotation: string; layer: string; start: string; end: string; person: string | null }[];
  readonly findings: readonly { rule: string; severity: string; message: string }[];
  readonly digest: string;
  readonly [field: string]: unknown;
}

test('plan prints the contract, exits 0 without hard findings, and leaves the file as it is', async () => {
  const before = digest(at('sample.json'));
  const { code, out, notes } = await evenwatch('plan', at('sample.json'), '--quarter', '2027-Q1', '--seed', '1', '--json');
  const plan = JSON.parse(out) as PlanJson;
  expect([code, notes]).toEqual([0, []]);
  expect(plan).toMatchObject({ quarter: '2027-Q1', seed: 1, bestPossible: null, status: 'heuristic', gapWishes: null, reproducible: true });
  expect(plan['score']).toBeGreaterThan(90);
  expect(plan.assignments).toHaveLength(91);
  expect(plan.assignments.every(({ person }) => person?.startsWith('Engineer '))).toBe(true);
  expect(plan.assignments.find(({ rotation, layer }) => rotation === 'Team' && layer === 'primary')).toMatchObject({
    start: '2027-01-04T09:00:00-05:00',
    end: '2027-01-11T09:00:00-05:00',
  });
  // The clocks of New York go forward in the week that begins on 8 March.
  expect(plan.assignments.find(({ start }) => start.startsWith('2027-03-08'))?.end).toBe('2027-03-15T09:00:00-04:00');
  expect(plan.findings.every(({ severity, message }) => severity === 'soft' && message.length > 0)).toBe(true);
  expect(digest(at('sample.json'))).toBe(before);
  expect(readdirSync(folder)).toEqual(['sample.json']);
});

test('the same file and seed give the same plan, and a written plan is what is then scored and checked', async () => {
  const words = ['plan', at('sample.json'), '--quarter', '2027-Q1', '--seed', '4', '--json'];
  const first = JSON.parse((await evenwatch(...words)).out) as PlanJson;
  const second = JSON.parse((await evenwatch(...words, '--out', at('planned.json'))).out) as PlanJson;
  expect({ ...second, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  const score = JSON.parse((await evenwatch('score', at('planned.json'), '--quarter', '2027-Q1', '--json')).out) as { score: number; people: readonly object[] };
  expect(score.score).toBe(first['score']);
  expect(score.people).toHaveLength(4);
  expect(Object.keys(score.people[0] ?? {})).toEqual(['person', 'score', 'points', 'share', 'taskLoad', 'holidays']);
  const check = await evenwatch('check', at('planned.json'), '--quarter', '2027-Q1', '--json');
  expect((JSON.parse(check.out) as PlanJson).findings).toEqual(first.findings);
  expect(check.code).toBe(first.findings.length > 0 ? 2 : 0);
  rmSync(at('planned.json'));
});

test('when the clock stops the search, a complete plan comes all the same, and says that it is not reproducible', async () => {
  const { code, out } = await evenwatch('plan', at('sample.json'), '--quarter', '2027-Q1', '--limit', '0', '--json');
  const plan = JSON.parse(out) as PlanJson;
  expect([code, plan['reproducible']]).toEqual([0, false]);
  expect(plan.assignments.every(({ person }) => person !== null)).toBe(true);
});

test('without --quarter it plans the next empty quarter and looks at the last planned one', async () => {
  expect(JSON.parse((await evenwatch('plan', at('sample.json'), '--limit', '0', '--json')).out)).toMatchObject({ quarter: '2027-Q1' });
  expect(JSON.parse((await evenwatch('check', at('sample.json'), '--json')).out)).toMatchObject({ quarter: '2026-Q4' });
  await evenwatch('plan', at('sample.json'), '--limit', '0', '--out', at('next.json'));
  expect(JSON.parse((await evenwatch('score', at('next.json'), '--json')).out)).toMatchObject({ quarter: '2027-Q1', gaps: 0 });
  rmSync(at('next.json'));
});

test('a file behind a link is read with its journal, and written to by no other name', async () => {
  mkdirSync(at('kept/workspaces/team/journal'), { recursive: true });
  const file = at('kept/workspaces/team/workspace.json');
  copyFileSync(at('sample.json'), file);
  writeFileSync(at('kept/workspaces/team/journal/000000000001.jsonl'), 'no line of a journal\n');
  symlinkSync(file, at('link.json'));
  const { code, notes } = await evenwatch('check', at('link.json'));
  expect([code, notes.join(' ')]).toEqual([2, expect.stringMatching(/edits in the journal of .*team.workspace\.json could not be read/)]);
  symlinkSync(folder, at('round'));
  for (const [out, says] of [
    [file, /in use by Evenwatch/],
    [at('link.json'), /in use by Evenwatch/],
    [at('round/sample.json'), /is the file that was read/],
    [folder, /is a folder/],
    ['/dev/null', /no ordinary file/],
  ] as const) {
    const before = digest(file);
    const refused = await evenwatch('plan', at('sample.json'), '--limit', '0', '--out', out);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.notes.join(' ')).toMatch(says);
    expect(digest(file)).toBe(before);
  }
  for (const name of ['kept', 'link.json', 'round']) rmSync(at(name), { recursive: true });
});

test('check exits 2 on any finding, and score on gaps; both say so in words', async () => {
  const check = await evenwatch('check', at('sample.json'), '--quarter', '2027-Q1');
  expect([check.code, check.out.split('\n')[0]]).toEqual([2, 'Q1 2027: 91 hard, 0 soft']);
  const score = await evenwatch('score', at('sample.json'), '--quarter', '2027-Q1');
  expect([score.code, score.out.split('\n')[0]]).toEqual([2, 'Q1 2027: 91 gaps, no score yet: nobody holds a shift']);
});

test('a plan with gaps is printed, and exits 2', async () => {
  const file = put('few.json', aWorkspace({ people: [aPerson('Ann')], rotations: [aRotation('Team', ['Ann'])] }));
  const { code, out } = await evenwatch('plan', file, '--quarter', '2027-Q1', '--json');
  const plan = JSON.parse(out) as PlanJson;
  expect(code).toBe(2);
  expect(plan.findings.filter(({ rule }) => rule === 'gap')).toHaveLength(13);
  expect(plan.assignments.filter(({ person }) => person === null)).toHaveLength(13);
  expect((await evenwatch('plan', file, '--quarter', '2027-Q1')).out).toContain('W7: only Ann for 2 turns.');
});

test('schema prints the JSON Schema of the file', async () => {
  const schema = JSON.parse((await evenwatch('schema')).out) as { required: readonly string[]; properties: { workspace: { required: readonly string[] } } };
  expect(schema.required).toContain('checksum');
  expect(schema.properties.workspace.required).toContain('rotations');
});

test('help is fine, with and without a command', async () => {
  for (const words of [['--help'], ['plan', '--help'], []]) expect(await evenwatch(...words)).toMatchObject({ code: 0, notes: [] });
});

const text = (): string => readFileSync(at('sample.json'), 'utf8');
const bad: readonly (readonly [what: string, words: () => string[], says: RegExp])[] = [
  ['a missing file', () => ['plan', at('none.json')], /none\.json: it is not there/],
  ['a file that is no workspace', () => ['score', write('text.json', 'hello')], /text\.json: it is no Evenwatch workspace/],
  ['a truncated file', () => ['plan', write('cut.json', text().slice(0, 5000))], /Could not read .*cut\.json/],
  ['a doubled file', () => ['check', write('twice.json', text() + text())], /Could not read .*twice\.json/],
  ['a changed file', () => ['check', write('changed.json', text().replace('"Engineer 2"', '"Engineer 9"'))], /checksum/],
  ['a newer format', () => ['plan', write('newer.json', text().replace(`"version":${knownVersion}`, '"version":9'))], new RegExp(`format 9, and this version knows format ${knownVersion}`)],
  ['an unknown person id', () => ['plan', put('stranger.json', stranger())], /person-nobody/],
  ['a quarter of nobody', () => ['plan', put('nobody.json', aWorkspace({ people: [], rotations: [aRotation('Team', [])] })), '--quarter', '2027-Q1'], /Nobody can be on call in Q1 2027/],
  ['a quarter without turns', () => ['score', at('sample.json'), '--quarter', '2020-Q1'], /nothing on call in Q1 2020/],
  ['a quarter that is none', () => ['plan', at('sample.json'), '--quarter', '2027-5'], /--quarter is a quarter such as 2027-Q1, not "2027-5"/],
  ['a seed that is none', () => ['plan', at('sample.json'), '--seed', 'x'], /--seed is a whole number/],
  ['a limit that is none', () => ['plan', at('sample.json'), '--limit', '-1'], /--limit needs a value that does not begin with a dash/],
  ['an option of another command', () => ['check', at('sample.json'), '--seed', '1'], /check has no option --seed/],
  ['an unknown option', () => ['check', at('sample.json'), '--fast'], /--fast/],
  ['an unknown command', () => ['paln'], /no command "paln"/],
  ['no file', () => ['plan'], /needs a workspace file/],
  ['a command that every object has', () => ['constructor'], /no command "constructor"/],
  ['a prototype for a command', () => ['__proto__', '--help'], /no command "__proto__"/],
  ['a file without a name', () => ['plan', ''], /needs a workspace file/],
  ['a folder for a file', () => ['check', folder], /it is a folder\. Open the workspace file/],
  ['a negative seed', () => ['plan', at('sample.json'), '--seed', '-1'], /--seed needs a value/],
  ['an envelope with more in it', () => ['check', write('more.json', text().replace('"revision"', '"extra":1,"revision"'))], /more\.json: Unrecognized key: "extra"\. The file/],
  ['a file too many', () => ['plan', at('sample.json'), 'other.json'], /does not take "other\.json"/],
  ['its own file as --out', () => ['plan', at('sample.json'), '--limit', '0', '--out', at('sample.json')], /is the file that was read/],
  ['a folder that is not there as --out', () => ['sample', '--out', at('no/where.json')], /where\.json: the folder is not there/],
];

function write(name: string, content: string): string {
  writeFileSync(at(name), content);
  return at(name);
}

function stranger(): Workspace {
  const workspace = aWorkspace();
  const rotation = aRotation();
  const participants = [...rotation.participants, { ...rotation.participants[0], person: 'person-nobody' }];
  return { ...workspace, rotations: { [rotation.id]: { ...rotation, participants } } } as unknown as Workspace;
}

test('a journal that may not be read is a problem and no crash', async () => {
  const file = write('closed.json', text());
  const closed: Files = { ...nodeFiles, list: () => Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' })) };
  const { code, out, notes } = await run(['check', file], { files: closed, now: () => '2026-11-23T12:00:00Z' });
  expect([code, out]).toEqual([1, '']);
  expect(notes.join(' ')).toMatch(/Could not read the journal of .*closed\.json: you may not read it/);
});

for (const [what, words, says] of bad) {
  test(`${what} exits 1 with the reason on standard error, nothing on standard output, and the file as it was`, async () => {
    const before = digest(at('sample.json'));
    const { code, out, notes } = await evenwatch(...words());
    expect([code, out]).toEqual([1, '']);
    expect(notes.join(' ')).toMatch(says);
    expect(digest(at('sample.json'))).toBe(before);
  });
}
