import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { run } from '../../../electron/command-line/run.ts';
import { fileText } from '../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aPerson, aRotation, aWorkspace, date } from '../../builders/a-workspace.ts';

// Each plan runs its whole search and the solver: seconds, on a busy machine more.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'evenwatch-prove-'));
const at = (name: string): string => join(folder, name);
const put = (name: string, workspace: Workspace): string => {
  writeFileSync(at(name), fileText(workspace, 3));
  return at(name);
};
const plan = async (file: string, ...words: string[]) => {
  const { code, out, notes } = await run(['plan', file, '--quarter', '2027-Q1', ...words], { files: nodeFiles, now: () => '2026-11-23T12:00:00Z' });
  return { code, out, notes };
};
const json = async (file: string, ...words: string[]) => JSON.parse((await plan(file, '--json', ...words)).out) as Record<string, unknown>;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const short = aRotation('Team', undefined, { endsOn: date('2027-02-15') });

test('plan --prove says that a plan is proven best: its bound is its cost, and its score the best possible', async () => {
  const file = put('team.json', aWorkspace({ rotations: [short] }));
  const proven = await json(file, '--prove');
  expect(proven).toMatchObject({ status: 'proven', gapWishes: 0, reproducible: true });
  expect(proven['bound']).toBe(proven['cost']);
  expect(proven['bestPossible']).toBe(proven['score']);
  expect((await plan(file, '--prove')).out).toContain('Proven best');
});

test('without --prove nothing is claimed', async () => {
  const file = put('plain.json', aWorkspace({ rotations: [short] }));
  expect(await json(file)).toMatchObject({ status: 'heuristic', bound: null, gapWishes: null, bestPossible: null, nodes: 0 });
  expect((await plan(file)).out).toContain('Not proven: add --prove.');
});

test('the same file and seed prove the same plan: the answers differ in the time they took alone, and written files in nothing', async () => {
  const file = put('same.json', aWorkspace({ rotations: [short] }));
  const [one, other] = [await json(file, '--prove', '--out', at('one.json')), await json(file, '--prove', '--out', at('other.json'))];
  expect({ ...other, seconds: 0 }).toEqual({ ...one, seconds: 0 });
  expect(readFileSync(at('other.json'), 'utf8')).toBe(readFileSync(at('one.json'), 'utf8'));
});

test('the written plan remembers cost and bound, seed and digest of its input', async () => {
  const file = put('kept.json', aWorkspace({ rotations: [short] }));
  const proven = await json(file, '--prove', '--seed', '7', '--out', at('kept-plan.json'));
  const text = readFileSync(at('kept-plan.json'), 'utf8');
  const kept = JSON.parse(text) as { workspace: { quarters: readonly { id: string; plan: Record<string, unknown> }[] } };
  const record = Object.values(kept.workspace.quarters).find(({ id }) => id === '2027-Q1');
  expect(record?.plan).toMatchObject({ seed: 7, digest: proven['digest'], cost: proven['cost'], bound: proven['cost'] });
});

test('a proof that the clock ends at once says so, and the plan is not reproducible', async () => {
  const file = put('clock.json', aWorkspace({ rotations: [short] }));
  const { code, out } = await plan(file, '--json', '--prove', '--limit', '0');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ status: 'heuristic', bound: null, reproducible: false });
});

test('a plan with turns that nobody can take is proven too: as few as can be are open', async () => {
  const file = put('gaps.json', aWorkspace({ people: [aPerson('Ann')], rotations: [aRotation('Team', ['Ann'], { endsOn: date('2027-02-01') })] }));
  const { code, out } = await plan(file, '--json', '--prove');
  expect(code).toBe(2);
  const proven = JSON.parse(out) as { status: string; assignments: readonly { person: string | null; layer: string }[] };
  expect(proven.status).toBe('proven');
  expect(proven.assignments.filter(({ person }) => person === null).map(({ layer }) => layer)).toEqual(Array.from({ length: 4 }, () => 'secondary'));
});
