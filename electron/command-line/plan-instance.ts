import { performance } from 'node:perf_hooks';
import { readRoster } from '../../shared/planner/on-call-rostering/read-roster.ts';
import { type SolvedRoster, solveRoster } from '../../shared/planner/on-call-rostering/solve-roster.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import { rosterFaultText } from '../../shared/words/roster-text.ts';
import type { Files } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { loadSolver } from './load-solver.ts';
import { asJson, FINDINGS, FINE, type Outcome, Stop } from './outcome.ts';

/** Seconds after which the search ends when nobody says otherwise. */
const DEFAULT_LIMIT = 60;
/** A thousand staff over years are well below this. */
const MOST_BYTES = 16 * 2 ** 20;

async function textOf(file: string, files: Files): Promise<string> {
  try {
    const bytes = await files.read(file, MOST_BYTES);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Stop(`${file} is no text file.`);
    throw new Stop(problemText(diskProblem('read', file, error)));
  }
}

/** What `evenwatch plan-instance --json` prints: these five keys, whatever became of the roster. Staff count from 1. */
function instanceJson(solved: SolvedRoster, seconds: number) {
  return {
    objective: 'people' in solved ? solved.objective : null,
    bound: solved.status === 'infeasible' ? null : solved.bound,
    status: solved.status,
    seconds: Math.round(seconds * 1000) / 1000,
    assignment: 'people' in solved ? solved.people.map((person) => person + 1) : [],
  };
}

function instanceText(solved: SolvedRoster, seconds: number): string {
  const time = `${seconds.toFixed(1)} s`;
  if (solved.status === 'infeasible') return `No roster keeps all rules (${time}).\n`;
  if (solved.status === 'unsolved') return `No roster was found in ${time}; none costs less than ${solved.bound}. Give it longer with --limit.\n`;
  const { objective, bound, people } = solved;
  const proof = solved.status === 'proven' ? 'proven best' : `no roster costs less than ${bound}`;
  return `Cost ${objective}, ${proof} (${time}).\nStaff by day: ${people.map((person) => person + 1).join(' ')}\n`;
}

/**
 * `evenwatch plan-instance`: solves an on-call-rostering file of the MiniZinc challenge.
 *
 * @param limit seconds after which the search ends; null is a minute
 * @throws Stop where the file cannot be read, with line and column of what is wrong in it
 */
export async function planInstance(file: string, limit: number | null, json: boolean, files: Files): Promise<Outcome> {
  const started = performance.now();
  const roster = readRoster(await textOf(file, files));
  // A day that nobody can serve is no fault of the file: it has a clear answer, which is that there is no roster.
  if (!roster.ok && roster.reason.kind === 'nobody-available') {
    const seconds = (performance.now() - started) / 1000;
    const why = `No roster keeps all rules: ${rosterFaultText(roster.reason)}.\n`;
    return { code: FINDINGS, out: json ? asJson(instanceJson({ status: 'infeasible' }, seconds)) : why, notes: [] };
  }
  if (!roster.ok) throw new Stop(`${file}: ${rosterFaultText(roster.reason)}.`);
  const solved = await solveRoster(roster.value, loadSolver, limit ?? DEFAULT_LIMIT);
  const seconds = (performance.now() - started) / 1000;
  return {
    code: 'people' in solved ? FINE : FINDINGS,
    out: json ? asJson(instanceJson(solved, seconds)) : instanceText(solved, seconds),
    notes: [],
  };
}
