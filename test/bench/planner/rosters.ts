import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadSolver } from '../../../electron/command-line/load-solver.ts';
import { readRoster } from '../../../shared/planner/on-call-rostering/read-roster.ts';
import { solveRoster } from '../../../shared/planner/on-call-rostering/solve-roster.ts';
import { jsonOf } from './children.ts';
import type { Peers } from './peers.ts';

/** What became of one on-call-rostering file. */
export interface RosterRun {
  readonly objective: number | null;
  readonly bound: number | null;
  readonly seconds: number;
  /** Staff by day, from 1; null where no roster was found. */
  readonly assignment: readonly number[] | null;
}

export interface RosterRow extends Omit<RosterRun, 'assignment'> {
  readonly file: string;
  readonly proven: boolean;
  readonly judgedTwice: boolean;
  readonly peers: readonly { readonly solver: string; readonly version: string; readonly objective: number | null; readonly seconds: number; readonly proven: boolean; readonly ratio: number }[];
}

/** Solves one file in this process. */
export async function runRoster(file: string, limit: number): Promise<RosterRun> {
  const began = performance.now();
  const roster = readRoster(readFileSync(file, 'utf8'));
  if (!roster.ok) throw new Error(`${file}: ${JSON.stringify(roster.reason)}`);
  const solved = await solveRoster(roster.value, loadSolver, limit);
  const seconds = (performance.now() - began) / 1000;
  if (solved.status === 'infeasible') return { objective: null, bound: null, seconds, assignment: null };
  if (solved.status === 'unsolved') return { objective: null, bound: solved.bound, seconds, assignment: null };
  return { objective: solved.objective, bound: solved.bound, seconds, assignment: solved.people.map((person) => person + 1) };
}

/** The files to solve: of the first folder that is there. */
export function rosterFiles(folders: readonly string[]): readonly string[] {
  const folder = folders.find(existsSync);
  if (folder === undefined) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.dzn')).map((name) => join(folder, name));
}

/** @throws when the second count of a roster differs from what its solver says */
async function judge(python: string, script: string, file: string, who: string, { objective, assignment }: Pick<RosterRun, 'objective' | 'assignment'>): Promise<void> {
  if (assignment === null) return;
  const second = await jsonOf<{ objective: number; broken: readonly string[] }>(python, [script, 'judge', file], JSON.stringify(assignment));
  if (second.objective !== objective || second.broken.length > 0) throw new Error(`${file}, ${who}: it says ${objective}, the second count ${JSON.stringify(second)}`);
}

/** One file, ours in a process of its own, then CP-SAT with one and with two workers where it is present. */
export async function measureRoster(file: string, self: string, limit: number, { python, ortools }: Peers, peersFolder: string): Promise<RosterRow> {
  const script = join(peersFolder, 'rosters.py');
  const ours = await jsonOf<RosterRun>(process.execPath, [self, 'roster', file, String(limit)]);
  if (python !== null) await judge(python, script, file, 'ours', ours);
  const peers: RosterRow['peers'][number][] = [];
  for (const workers of ortools === null ? [] : [1, 2]) {
    type Answer = RosterRun & { version: string; proven: boolean };
    const theirs = await jsonOf<Answer>(ortools ?? '', [script, 'solve', file, `--seconds=${limit}`, `--workers=${workers}`]);
    if (python !== null) await judge(python, script, file, 'CP-SAT', theirs);
    const { version, objective, seconds, proven } = theirs;
    peers.push({ solver: `CP-SAT, ${workers} worker${workers > 1 ? 's' : ''}`, version, objective, seconds, proven, ratio: seconds / ours.seconds });
  }
  const { objective, bound, seconds } = ours;
  return { file: file.slice(file.lastIndexOf('/') + 1), objective, bound, seconds, proven: objective !== null && objective === bound, judgedTwice: python !== null, peers };
}
