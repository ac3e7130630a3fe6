import { performance } from 'node:perf_hooks';
import { loadSolver } from '../../../electron/command-line/load-solver.ts';
import { planMoves, planQuarter, type PlanInput, type PlannedSlot } from '../../../shared/planner/plan.ts';
import { OPEN } from '../../../shared/planner/problem.ts';
import { provePlan } from '../../../shared/planner/prove.ts';
import type { Run, TracePoint } from './trace.ts';

/** A run of ours: what the window does, without the window. */
export interface OurRun extends Run {
  /** Seconds until the first complete plan, and its cost. */
  readonly first: TracePoint;
  /** Seconds of the local search, after which the proof began. */
  readonly searched: number;
  readonly nodes: number;
}

const peopleIn = ({ problem }: PlanInput, assignments: readonly PlannedSlot[]): Int16Array =>
  Int16Array.from(assignments, ({ person }) => (person === null ? OPEN : (problem.personAt.get(person) ?? OPEN)));

/**
 * First plan, local search, proof, each as in the app, one after the other in one thread.
 *
 * @param limit seconds in all; the proof gets what the search leaves of them
 */
export async function runOurs(input: PlanInput, seed: number, limit: number): Promise<OurRun> {
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  const elapsed = () => (performance.now() - began) / 1000;
  const trace: TracePoint[] = [];
  const note = (cost: number) => {
    if (trace.length === 0 || cost < (trace.at(-1)?.[1] ?? Infinity)) trace.push([elapsed(), cost]);
  };
  const search = planQuarter(input, { seed, iterations: planMoves(input.problem) });
  let step = search.next();
  for (; step.done !== true; step = search.next()) note(step.value.cost);
  note(step.value.cost);
  const searched = elapsed();
  const proof = await provePlan(input, peopleIn(input, step.value.assignments), await loadSolver(), {
    seconds: Math.max(0, limit - searched),
    onBetter: ({ cost }) => { note(cost.total); },
  });
  const seconds = elapsed();
  const { user, system } = process.cpuUsage(cpuBefore);
  if (proof.people === null || proof.cost === null) throw new Error('the proof lost the plan that it began with');
  note(proof.cost.total);
  return {
    first: trace[0] ?? [seconds, proof.cost.total],
    trace,
    searched,
    people: [...proof.people],
    cost: proof.cost.total,
    bound: proof.bound > -Infinity ? proof.bound : null,
    provenAfter: proof.status === 'proven' ? seconds : null,
    seconds,
    nodes: proof.nodes,
    cpuSeconds: (user + system) / 1e6,
    memoryMB: process.resourceUsage().maxRSS / 1024,
  };
}
