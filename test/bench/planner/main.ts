/**
 * The planner's benchmark (planning.md, section 8), started by `npm run bench -- planner`. Each run is a process of its own, one
 * at a time:
 *
 *   main.mjs run NAME K SEED LIMIT SHARES.json     one run of ours, as JSON
 *   main.mjs roster FILE.dzn LIMIT                 one roster of ours, as JSON
 *   main.mjs table ROOT [OPTIONS]                  all of it
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { benchArguments } from './arguments.ts';
import { carryInstances, carryLine, type CarryRow, measureCarry } from './carry.ts';
import { type InstanceRow, measureInstance } from './measure.ts';
import { runOurs } from './our-run.ts';
import { findPeers } from './peers.ts';
import { type InstanceName, readyInstance } from './problem-of-instance.ts';
import { measureRoster, rosterFiles, type RosterRow, runRoster } from './rosters.ts';
import { ourTable, peerTable, rosterTable, summaries, summaryTable } from './table.ts';

const ROSTER_LIMIT = 60;
const say = (text: string): void => { process.stderr.write(`${text}\n`); };
const print = (text: string): void => { process.stdout.write(`${text}\n`); };

async function oneRun([name, k, seed, limit, shares = '']: readonly string[]): Promise<void> {
  const attainable = JSON.parse(readFileSync(shares, 'utf8')) as readonly number[];
  const { input } = await readyInstance(name as InstanceName, Number(k), attainable);
  print(JSON.stringify(await runOurs(input, Number(seed), Number(limit))));
}

async function all(root: string, words: readonly string[]): Promise<void> {
  const given = benchArguments(words);
  const folder = resolve(root, 'out/bench');
  mkdirSync(folder, { recursive: true });
  const peersFolder = resolve(root, 'test/bench/peers');
  const peers = await findPeers(peersFolder, folder, given.peers);
  for (const { solver, why } of peers.absent) say(`left out: ${solver}: ${why}`);
  const self = process.argv[1] ?? '';
  const common = { limit: given.limit, peers, self, folder, peersFolder };
  const rows: InstanceRow[] = [];
  const seeds = Array.from({ length: given.seeds }, (_, at) => at + 1);
  const wanted = given.only.flatMap((name) => Array.from({ length: given.extra + 1 }, (_, k) => ({ name, k })));
  for (const [turn, { name, k }] of wanted.entries()) {
    say(`instance ${name}${k === 0 ? '' : `, the ${k}. further of its kind`} …`);
    rows.push(await measureInstance({ ...common, name, k, seeds: k === 0 ? seeds : [1], turn }));
  }
  const rosters: RosterRow[] = [];
  const files = given.rosters ? rosterFiles([resolve(root, '../shared/data/on-call-rostering'), resolve(root, 'test/fixtures/on-call-rostering')]) : [];
  for (const file of files) {
    say(`${file} …`);
    rosters.push(await measureRoster(file, self, given.limit ?? ROSTER_LIMIT, peers, peersFolder));
  }
  const carry: CarryRow[] = [];
  for (const name of carryInstances.filter((one) => given.only.includes(one))) {
    say(`twelve quarters of ${name} …`);
    carry.push(await measureCarry(name));
  }
  const versions = { node: process.versions.node, highs: highsVersion(root), peers: Object.fromEntries(rows.flatMap((row) => row.peers.map(({ solver, version }) => [solver, version]))) };
  const machine = { processors: cpus().length, model: cpus()[0]?.model ?? '', memoryGB: Math.round(totalmem() / 2 ** 30) };
  if (given.json) {
    print(JSON.stringify({ machine, versions, absent: peers.absent, instances: rows, summaries: summaries(rows), rosters, carry }, null, 2));
    return;
  }
  print(`Node ${versions.node}, highs ${versions.highs}; ${machine.processors} processors (${machine.model}), ${machine.memoryGB} GB`);
  print('Costs in cost units (80 are one wish), medians over the seeds; "gap" in wishes, median (worst). Each run is one process, one at a time.\n');
  if (rows.length > 0) print(`${ourTable(rows)}\n`);
  if (rows.some((row) => row.peers.length > 0)) {
    print(`${Object.entries(versions.peers).map(([solver, version]) => `${solver}: ${version}`).join('\n')}\n`);
    print('"excess" is (cost after 10 s − best) ÷ (least loaded − best).\n');
    print(`${peerTable(rows)}\n`);
    print(`${summaryTable(summaries(rows))}\n`);
  }
  if (rosters.length > 0) print(`${rosterTable(rosters)}\n`);
  if (carry.length > 0) print(`${carry.map(carryLine).join('\n')}\n`);
  const twice = [...rows, ...rosters].every(({ judgedTwice }) => judgedTwice);
  print(twice ? 'Every plan was judged by two scorers, which agree.' : 'The second scorer was left out.');
}

const highsVersion = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules/highs/package.json'), 'utf8')) as { version: string }).version;

const [what, ...words] = process.argv.slice(2);
try {
  if (what === 'run') await oneRun(words);
  else if (what === 'roster') print(JSON.stringify(await runRoster(words[0] ?? '', Number(words[1]))));
  else await all(words[0] ?? '.', words.slice(1));
} catch (error) {
  say(`the benchmark failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
