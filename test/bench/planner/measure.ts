import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scores, shownScore } from '../../../shared/fairness/score.ts';
import type { Allowance } from '../../../shared/fairness/score.ts';
import { fairestPlan } from '../../../shared/planner/allowance.ts';
import { costOf, fullObjective } from '../../../shared/planner/cost.ts';
import { gapInWishes } from '../../../shared/planner/proof/badge.ts';
import { standingsOf } from '../../../shared/planner/standing.ts';
import { saltOf } from '../instances.ts';
import { type Baseline, baselines } from './baselines.ts';
import { asNumbers, benchmarkForm } from './benchmark-form.ts';
import { jsonOf } from './children.ts';
import type { OurRun } from './our-run.ts';
import { type InstanceFiles, type Peers, type PeerRun, writeHint } from './peers.ts';
import { type InstanceName, type ReadyInstance, readyInstance } from './problem-of-instance.ts';
import { judgeTwice } from './second-scorer.ts';
import { costAt, medianOrNull } from './trace.ts';

/** A plan of somebody else, beside ours. Costs in cost units. */
export interface BesideRow {
  readonly cost: number;
  readonly gaps: number;
  readonly score: number | null;
}

export interface PeerRow {
  readonly solver: string;
  readonly version: string;
  readonly cost01: number | null;
  readonly cost1: number | null;
  readonly cost10: number | null;
  readonly cost: number | null;
  readonly bound: number | null;
  readonly provenSeconds: number | null;
  /** Their time to proof over ours; null where one of us has none. */
  readonly proofRatio: number | null;
  /** What is left to the best known cost, as a part of what least loaded leaves; after ten seconds. */
  readonly excess10: number | null;
  readonly cpuSeconds: number;
  readonly memoryMB: number;
}

/** One instance, medians over the seeds. Costs in cost units, 80 of which are one wish. */
export interface InstanceRow {
  readonly instance: string;
  readonly people: number;
  readonly slots: number;
  readonly seeds: number;
  readonly optimum: number | null;
  readonly firstPlanSeconds: number | null;
  readonly firstPlanCost: number | null;
  readonly cost01: number | null;
  readonly cost1: number | null;
  readonly cost10: number | null;
  readonly cost: number | null;
  readonly bound: number | null;
  /** Null where half of the runs or more ended without a proof. */
  readonly provenSeconds: number | null;
  readonly slowestProof: number | null;
  readonly proven: number;
  readonly gapWishes: number | null;
  readonly worstGapWishes: number | null;
  readonly score: number | null;
  readonly excess10: number | null;
  readonly cpuSeconds: number | null;
  readonly memoryMB: number | null;
  readonly limit: number;
  readonly beside: Readonly<Record<Baseline, BesideRow>>;
  readonly peers: readonly PeerRow[];
  readonly judgedTwice: boolean;
}

/** Seconds within which an instance is to be proven, by the targets of planning.md, section 8. */
const targets: Partial<Record<InstanceName, number>> = { e: 60 };
const DEFAULT_LIMIT = 30;

/** What to measure of one instance. */
export interface Measuring {
  readonly name: InstanceName;
  /** Which of its kind; 0 is the named one. */
  readonly k: number;
  readonly seeds: readonly number[];
  readonly limit: number | null;
  readonly peers: Peers;
  /** The program that runs ours in a process of its own: this one. */
  readonly self: string;
  readonly folder: string;
  readonly peersFolder: string;
  /** By how much the order of the peers is turned. */
  readonly turn: number;
}

/** ξ* and y* of the fairest plan known, those of this run among them: as the app finds them. */
function allowanceFor({ input, aim }: ReadyInstance, known: readonly Int16Array[]): Allowance {
  const run = fairestPlan(input.problem, aim, known);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value.allowance;
}

/** Least cost known of an instance, and what least loaded costs: between them everybody's excess is measured. */
interface Range {
  readonly best: number;
  readonly leastLoaded: number;
}

const excessIn = ({ best, leastLoaded }: Range, cost: number | null): number | null =>
  cost === null || leastLoaded <= best ? null : (cost - best) / (leastLoaded - best);

function peerRow(solver: string, run: PeerRun, ours: number | null, range: Range): PeerRow {
  const { version, trace, cost, bound, provenAfter, cpuSeconds, memoryMB } = run;
  return {
    solver,
    version,
    cost01: costAt(trace, 0.1),
    cost1: costAt(trace, 1),
    cost10: costAt(trace, 10),
    cost,
    bound,
    provenSeconds: provenAfter,
    proofRatio: provenAfter === null || ours === null ? null : provenAfter / ours,
    excess10: excessIn(range, costAt(trace, 10)),
    cpuSeconds,
    memoryMB,
  };
}

async function runPeers({ peers, turn, folder }: Measuring, files: InstanceFiles, limit: number, hint: readonly number[]): Promise<ReadonlyMap<string, PeerRun>> {
  const { present } = peers;
  const order = present.map((_, at) => present[(at + turn) % present.length]).filter((peer) => peer !== undefined);
  const runs = new Map<string, PeerRun>();
  const hintFile = writeHint(join(folder, 'hint.json'), hint);
  for (const peer of order) runs.set(peer.name, await peer.run(files, limit, hintFile));
  return new Map(present.flatMap(({ name }) => { const run = runs.get(name); return run === undefined ? [] : [[name, run] as const]; }));
}

async function runSeeds({ name, k, seeds, self }: Measuring, limit: number, sharesFile: string): Promise<readonly OurRun[]> {
  const runs: OurRun[] = [];
  for (const seed of seeds) {
    runs.push(await jsonOf<OurRun>(process.execPath, [self, 'run', name, String(k), String(seed), String(limit), sharesFile]));
  }
  return runs;
}

/** Runs everybody on one instance, one process after the other, and judges every plan twice. */
export async function measureInstance(measuring: Measuring): Promise<InstanceRow> {
  const { name, k, seeds, peers, folder, peersFolder } = measuring;
  const ready = await readyInstance(name, k, null);
  const { problem } = ready.input;
  const { terms, aim, optimum } = ready;
  const limit = measuring.limit ?? targets[name] ?? DEFAULT_LIMIT;
  const title = k === 0 ? name : `${name}/${saltOf(k)}`;
  const files = { json: join(folder, `${name}-${k}.json`), numbers: join(folder, `${name}-${k}.txt`) };
  const form = benchmarkForm(title, terms, problem, aim);
  writeFileSync(files.json, JSON.stringify(form));
  writeFileSync(files.numbers, asNumbers(form));
  const sharesFile = join(folder, 'shares.json');
  writeFileSync(sharesFile, JSON.stringify([...aim.attainable]));

  const runs = await runSeeds(measuring, limit, sharesFile);
  const [firstRun] = runs;
  if (firstRun === undefined) throw new Error('there is no seed');
  const others = await runPeers(measuring, files, limit, firstRun.people);
  const plans = new Map<string, readonly number[]>([
    ...runs.map((run, at) => [`ours, seed ${seeds[at]}`, run.people] as const),
    ...Object.entries(baselines).map(([who, plan]) => [who, [...plan(problem)]] as const),
    ...[...others].flatMap(([who, { people }]) => (people === null ? [] : [[who, people] as const])),
  ]);
  const objective = fullObjective(problem, aim, null);
  if (peers.python !== null) await judgeTwice(peers.python, peersFolder, files.json, objective, plans);

  const allowance = allowanceFor(ready, runs.slice(0, 1).map(({ people }) => Int16Array.from(people)));
  const judged = new Map([...plans].map(([who, plan]): [string, BesideRow] => {
    const people = Int16Array.from(plan);
    const { team } = scores(standingsOf(problem, aim, people), allowance);
    return [who, { cost: costOf(objective, people).total, gaps: plan.filter((one) => one < 0).length, score: team === null ? null : shownScore(team) }];
  }));
  const besideOf = (who: Baseline): BesideRow => judged.get(who) ?? { cost: NaN, gaps: 0, score: null };
  const complete = [...judged.values()].filter(({ gaps }) => gaps === 0).map(({ cost }) => cost);
  const range = { best: Math.min(...complete), leastLoaded: besideOf('least loaded').cost };
  const of = (value: (run: OurRun) => number | null) => medianOrNull(runs.map(value));
  const gaps = runs.map(({ cost, bound }) => (bound === null ? null : gapInWishes(cost, bound)));
  const proofs = runs.map(({ provenAfter }) => provenAfter);
  return {
    instance: title,
    people: problem.people.length,
    slots: problem.slots.length,
    seeds: seeds.length,
    optimum,
    firstPlanSeconds: of(({ first }) => first[0]),
    firstPlanCost: of(({ first }) => first[1]),
    cost01: of(({ trace }) => costAt(trace, 0.1)),
    cost1: of(({ trace }) => costAt(trace, 1)),
    cost10: of(({ trace }) => costAt(trace, 10)),
    cost: of(({ cost }) => cost),
    bound: of(({ bound }) => bound),
    provenSeconds: medianOrNull(proofs),
    slowestProof: proofs.includes(null) ? null : Math.max(...proofs.map(Number)),
    proven: proofs.filter((one) => one !== null).length,
    gapWishes: medianOrNull(gaps),
    worstGapWishes: gaps.includes(null) ? null : Math.max(...gaps.map(Number)),
    score: medianOrNull(runs.map((_, at) => judged.get(`ours, seed ${seeds[at]}`)?.score ?? null)),
    excess10: excessIn(range, of(({ trace }) => costAt(trace, 10))),
    cpuSeconds: of(({ cpuSeconds }) => cpuSeconds),
    memoryMB: of(({ memoryMB }) => memoryMB),
    limit,
    beside: { 'round robin': besideOf('round robin'), 'longest idle': besideOf('longest idle'), 'least loaded': besideOf('least loaded') },
    peers: [...others].map(([who, run]) => peerRow(who, run, medianOrNull(proofs), range)),
    judgedTwice: peers.python !== null,
  };
}
