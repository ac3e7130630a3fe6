import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { run } from '../../../electron/command-line/run.ts';
import { fileText } from '../../../electron/command-line/write-file.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import type { FromPlanner, FromProver, ToPlanner, ToProver } from '../../../renderer/workers/messages.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import { aPerson, aRotation, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

// In Node the solver finds its own file, as it does for the command line.
vi.mock('highs/runtime?url', async () => {
  const { createRequire } = await import('node:module');
  return { default: createRequire(import.meta.url).resolve('highs/runtime') };
});
vi.setConfig({ testTimeout: 60_000 });

const q1 = '2027-Q1' as QuarterId;
const today = '2026-11-23' as LocalDate;
const people = ['Ann', 'Bo', 'Cy', 'Di'].map((name) => aPerson(name, { wishes: [{ week: date('2027-01-11'), kind: 'avoid' }] }));
const watch = aRotation('Watch', ['Ann', 'Bo'], { kind: 'watch', factorPercent: 50, cadenceWeeks: 2, endsOn: date('2027-02-15'), standIns: [personIdOf('Cy')] });
const workspace = aWorkspace({ people, rotations: [aRotation('Team', undefined, { endsOn: date('2027-02-15'), restWeeks: 1 }), watch] });

const folder = mkdtempSync(join(tmpdir(), 'evenwatch-same-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => { vi.resetModules(); });

/** A worker's module, run here: what it is sent, and the first answer of a kind. */
async function worker<In, Out extends { kind: string }>(load: () => Promise<unknown>): Promise<(message: In, kind: Out['kind']) => Promise<Out>> {
  const scope = globalThis as unknown as { onmessage: ((event: { data: In }) => void) | null; postMessage: (message: Out) => void };
  await load();
  const { onmessage } = scope;
  return (message, kind) =>
    new Promise((resolve, reject) => {
      scope.postMessage = (answer) => {
        if (answer.kind === kind) resolve(answer);
        else if (answer.kind === 'failed') reject(new Error(JSON.stringify(answer)));
      };
      // Out through the wire and back, as between threads.
      onmessage?.({ data: structuredClone(message) });
    });
}

async function planInWindow(seed: number) {
  const question = { workspace, quarter: q1 };
  const prover = await worker<ToProver, FromProver>(() => import('../../../renderer/workers/prover-worker.ts'));
  const { shares } = (await prover({ kind: 'shares', question }, 'shares')) as Extract<FromProver, { kind: 'shares' }>;
  const planner = await worker<ToPlanner, FromPlanner>(() => import('../../../renderer/workers/planner-worker.ts'));
  await planner({ kind: 'begin', question, seed, today }, 'progress');
  const searched = (await planner({ kind: 'search', shares, iterations: null }, 'done')) as Extract<FromPlanner, { kind: 'done' }>;
  const proven = await prover({ kind: 'prove', question, shares, today, proposal: searched.proposal, seconds: 60 }, 'done');
  return (proven as Extract<FromProver, { kind: 'done' }>).proposal;
}

test('the workers of the window and the command line give the same plan, to the letter, with the same proof', async () => {
  const file = join(folder, 'team.json');
  writeFileSync(file, fileText(workspace, 3));
  const { out } = await run(['plan', file, '--quarter', q1, '--seed', '5', '--today', today, '--prove', '--json'], { files: nodeFiles, now: () => '2026-11-23T12:00:00Z' });
  const here = JSON.parse(out) as Record<string, unknown> & { assignments: readonly { person: string | null }[] };
  const { assignments, ...proposal } = await planInWindow(5);
  const { status, cost, bound, digest, seed, iterations, nodes, reproducible } = proposal;
  expect(here).toMatchObject({ status, cost, bound, digest, seed, iterations, nodes, reproducible });
  expect({ status, reproducible }).toEqual({ status: 'proven', reproducible: true });
  const names = assignments.map(({ person }) => people.find(({ id }) => id === person)?.name ?? null);
  expect(here.assignments.map(({ person }) => person)).toEqual(names);
});
