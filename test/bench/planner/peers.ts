/** Other people's solvers on the same instances. None of them is needed: one that is not there is named and left out. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { jsonOf, outputOf, saidBy } from './children.ts';
import type { Run, TracePoint } from './trace.ts';

/** One way to run one solver. */
export interface Peer {
  readonly name: string;
  /** @param hint our plan, for those that take one */
  run(files: InstanceFiles, limit: number, hint: string): Promise<PeerRun>;
}

/** An instance on the disk. */
export interface InstanceFiles {
  readonly json: string;
  readonly numbers: string;
}

interface PeerAnswer {
  readonly version: string;
  readonly trace: readonly TracePoint[];
  readonly people: readonly number[] | null;
  readonly cost: number | null;
  readonly bound: number | null;
  readonly proven: boolean;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly memoryMB: number;
}

export interface PeerRun extends Omit<Run, 'people' | 'cost'> {
  readonly version: string;
  /** Null where it found no lawful plan. */
  readonly people: readonly number[] | null;
  readonly cost: number | null;
}

export interface Peers {
  readonly present: readonly Peer[];
  readonly absent: readonly { readonly solver: string; readonly why: string }[];
  /** A Python for the second scorer; null where there is none. */
  readonly python: string | null;
  /** The same where it has OR-Tools. */
  readonly ortools: string | null;
}

const runOf = ({ proven, seconds, ...answer }: PeerAnswer): PeerRun => ({ ...answer, seconds, provenAfter: proven ? seconds : null });

/** Linear rows get both numbers of workers, and our plan or nothing to begin with; squares, as users write them, no hint. */
const cpSatForms = [
  { form: 'linear', workers: 1, hinted: false },
  { form: 'linear', workers: 2, hinted: false },
  { form: 'linear', workers: 1, hinted: true },
  { form: 'linear', workers: 2, hinted: true },
  { form: 'squares', workers: 1, hinted: false },
  { form: 'squares', workers: 2, hinted: false },
] as const;

const cpSatPeers = (python: string, folder: string): readonly Peer[] =>
  cpSatForms.map(({ form, workers, hinted }) => ({
    name: `CP-SAT, ${form}, ${workers} worker${workers > 1 ? 's' : ''}${hinted ? ', our plan as hint' : ''}`,
    run: async ({ json }, limit, hint) =>
      runOf(
        await jsonOf<PeerAnswer>(python, [resolve(folder, 'cp_sat.py'), json, `--seconds=${limit}`, `--workers=${workers}`, `--form=${form}`, ...(hinted ? [`--hint=${hint}`] : [])]),
      ),
  }));

const jarsIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jar')).map((name) => join(folder, name)) : []);

/** Timefold's jars: where the environment says, where an earlier run put them, or out of Maven's own store, without the network. */
async function timefoldJars(folder: string, out: string): Promise<readonly string[]> {
  const place = process.env['EVENWATCH_TIMEFOLD'] ?? join(out, 'timefold');
  if (jarsIn(place).length === 0) {
    await saidBy('mvn', ['-q', '-B', '-o', '-f', join(folder, 'timefold', 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${place}`]);
  }
  return jarsIn(place);
}

async function timefoldPeers(folder: string, out: string): Promise<readonly Peer[] | string> {
  const javac = await saidBy('javac', ['-version']);
  if (javac === null) return 'there is no javac (a JDK 17 or newer)';
  const jars = await timefoldJars(folder, out);
  if (!jars.some((jar) => jar.includes('timefold-solver-core'))) {
    return `its jars are not here; "mvn -f test/bench/peers/timefold dependency:copy-dependencies -DoutputDirectory=${join(out, 'timefold')}" fetches them`;
  }
  const classes = join(out, 'timefold-classes');
  mkdirSync(classes, { recursive: true });
  const sources = readdirSync(join(folder, 'timefold', 'src')).map((name) => join(folder, 'timefold', 'src', name));
  await outputOf('javac', ['-nowarn', '-cp', jars.join(delimiter), '-d', classes, ...sources]);
  const path = [classes, ...jars].join(delimiter);
  return [
    {
      name: 'Timefold, default search',
      run: async ({ numbers }, limit) => runOf(await jsonOf<PeerAnswer>('java', ['-cp', path, 'Solve', numbers, String(limit), '1'])),
    },
  ];
}

/**
 * Which peers this machine has.
 *
 * @param folder test/bench/peers
 * @param out where what is built may be put
 */
export async function findPeers(folder: string, out: string, wanted: boolean): Promise<Peers> {
  const names = [process.env['EVENWATCH_PYTHON'], 'python3', 'python'].filter((name) => name !== undefined);
  let python: string | null = null;
  for (const name of names) if (python === null && (await saidBy(name, ['-c', 'print("yes")'])) === 'yes') python = name;
  const absent: { solver: string; why: string }[] = [];
  if (python === null) absent.push({ solver: 'second scorer', why: 'there is no Python 3; set EVENWATCH_PYTHON to one' });
  if (!wanted) return { present: [], absent, python, ortools: null };
  const ortools = python !== null && (await saidBy(python, ['-c', 'import ortools.sat.python.cp_model'])) !== null ? python : null;
  if (ortools === null) absent.push({ solver: 'CP-SAT', why: 'Python has no package "ortools"; set EVENWATCH_PYTHON to one that has' });
  const timefold = await timefoldPeers(folder, out);
  if (typeof timefold === 'string') absent.push({ solver: 'Timefold', why: timefold });
  return { present: [...(ortools === null ? [] : cpSatPeers(ortools, folder)), ...(typeof timefold === 'string' ? [] : timefold)], absent, python, ortools };
}

/** Writes a plan where a solver can read it as a hint. */
export function writeHint(file: string, people: readonly number[]): string {
  writeFileSync(file, JSON.stringify(people));
  return file;
}
