import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../../electron/command-line/run.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { judgeRoster } from '../../shared/planner/on-call-rostering/independent-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenwatch-instance-'));
const evenwatch = (...words: string[]) => run(words, { files: nodeFiles, now: () => '2026-11-23T12:00:00Z' });
const shipped = (name: string): string => resolve(import.meta.dirname, '../../fixtures/on-call-rostering', name);
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const small = readFileSync(shipped('4s-10d.dzn'), 'utf8');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('--json prints five keys, in their order, and a roster that costs what is said', async () => {
  const { code, out, notes } = await evenwatch('plan-instance', shipped('4s-10d.dzn'), '--json');
  const said = JSON.parse(out) as { objective: number; bound: number; status: string; seconds: number; assignment: number[] };
  expect([code, notes]).toEqual([0, []]);
  expect(Object.keys(said)).toEqual(['objective', 'bound', 'status', 'seconds', 'assignment']);
  expect(said).toMatchObject({ objective: 1, bound: 1, status: 'proven' });
  expect(said.seconds).toBeLessThan(10);
  expect(judgeRoster(small, said.assignment)).toEqual({ broken: [], objective: 1 });
});

test('without --json it says the cost, whether it is proven, and who serves', async () => {
  const { out } = await evenwatch('plan-instance', shipped('4s-10d.dzn'));
  expect(out).toMatch(/^Cost 1, proven best \(\d+\.\d s\)\.\nStaff by day:( [1-4]){10}\n$/);
});

test('a malformed file, a missing one and one that is no text each get their sentence', async () => {
  const file = put('bad.dzn', small.replace('num_days = 10;', 'num_days = ;'));
  expect(await evenwatch('plan-instance', file)).toEqual({ code: 1, out: '', notes: [`${file}: line 3, column 12: a whole number, "[" or "{" belongs here, not ";".`] });
  expect((await evenwatch('plan-instance', join(folder, 'nowhere.dzn'))).notes[0]).toContain('nowhere.dzn');
  writeFileSync(join(folder, 'bytes.dzn'), Buffer.from([0xff, 0xfe, 0x00]));
  expect((await evenwatch('plan-instance', join(folder, 'bytes.dzn'))).notes).toEqual([`${join(folder, 'bytes.dzn')} is no text file.`]);
  expect((await evenwatch('plan-instance', folder)).code).toBe(1);
  expect((await evenwatch('plan-instance')).notes[0]).toMatch(/needs an on-call-rostering file/);
  expect((await evenwatch('plan-instance', file, '--seed', '2')).notes[0]).toMatch(/no option --seed/);
});

test('rules that clash are no crash: no roster, exit 2, the same five keys', async () => {
  const alone = small.replace('num_staff = 4', 'num_staff = 1').replace(/\[\s*\{1, 10[^\]]*\]/, '[{}]').replace(/fixed = \[[^\]]*\]/, 'fixed = [{}]').replace('[100, 100, 100, 100]', '[100]');
  const { code, out } = await evenwatch('plan-instance', put('alone.dzn', alone), '--json');
  expect(code).toBe(2);
  expect(JSON.parse(out)).toEqual({ objective: null, bound: null, status: 'infeasible', seconds: expect.any(Number) as number, assignment: [] });
  expect((await evenwatch('plan-instance', put('alone.dzn', alone))).out).toMatch(/^No roster keeps all rules/);
});

test('a day on which nobody is available leaves no roster: the five keys and exit 2, and in words which day', async () => {
  const alone = small.replace('num_staff = 4', 'num_staff = 1').replace(/\[\s*\{1, 10[^\]]*\]/, '[{3}]').replace(/fixed = \[[^\]]*\]/, 'fixed = [{}]').replace('[100, 100, 100, 100]', '[100]');
  const file = put('nobody.dzn', alone);
  const { code, out, notes } = await evenwatch('plan-instance', file, '--json');
  expect([code, notes]).toEqual([2, []]);
  expect(JSON.parse(out)).toEqual({ objective: null, bound: null, status: 'infeasible', seconds: expect.any(Number) as number, assignment: [] });
  expect(await evenwatch('plan-instance', file)).toEqual({ code: 2, out: 'No roster keeps all rules: nobody is available on day 3; take it out of somebody\'s "unavailable".\n', notes: [] });
});
