import { isBetter, type Weighed } from './better.ts';
import { type Cost, costOf } from './cost.ts';
import type { PlanInput } from './plan.ts';
import { OPEN } from './problem.ts';
import { gapOf, grainOf, wholeBound } from './proof/badge.ts';
import { type Decision, decisionOf, type Pin } from './proof/decision.ts';
import { satisfies } from './proof/feasible.ts';
import type { Openness } from './proof/draft.ts';
import { proofProgram, type ProofProgram } from './proof/proof-program.ts';
import type { MixedSolution, Solver } from './solver.ts';

export interface ProofOptions {
  /** Stops by the clock: the result is then not reproducible. */
  readonly seconds?: number;
  /** Stops after so many nodes of a search tree, the same on every machine. */
  readonly nodes?: number;
  /** Who must take a slot, besides what is pinned in the input. */
  readonly pins?: readonly Pin[];
  /** Who must not take a slot. */
  readonly forbid?: readonly Pin[];
  /** Most held slots whose holder may change. */
  readonly maxChanges?: number;
  /** Called often while the bound rises: no plan costs less, in cost units. */
  readonly onBound?: (bound: number, nodes: number) => void;
  /** Called with every better plan that the solver comes upon. */
  readonly onBetter?: (better: Weighed) => void;
}

/** What a proof found. */
export interface Proof {
  /** `infeasible`: no plan satisfies the rules and the demands, not even with open slots. */
  readonly status: 'proven' | 'limit' | 'infeasible';
  /** No plan with as few open slots costs less, in cost units; equal to the cost where proven, −Infinity where nothing is known. */
  readonly bound: number;
  /** The best plan known, the incumbent among them; null where there is none. */
  readonly people: Int16Array | null;
  readonly cost: Cost | null;
  /** Nodes of the search trees. */
  readonly nodes: number;
  /** True where the clock ended it. */
  readonly byClock: boolean;
}

/** A proof under way: what is spent, and the best plan so far. */
interface Run {
  readonly decision: Decision;
  readonly solver: Solver;
  readonly options: ProofOptions;
  readonly grain: number;
  seconds: number;
  nodes: number;
  best: Weighed | null;
  bound: number;
}

type Solved = Exclude<MixedSolution, { status: 'failed' }>;

function consider(run: Run, people: Int16Array, tell: boolean): void {
  const next = { people, cost: costOf(run.decision.objective, people) };
  if (run.best !== null && !isBetter(next, run.best)) return;
  run.best = next;
  if (tell) run.options.onBetter?.(next);
}

function rise(run: Run, bound: number, offset: number): void {
  const whole = wholeBound(bound, run.grain, offset);
  if (whole > run.bound) run.bound = whole;
}

/** True where a plan is known that costs less than what the solver says the best costs: its rounding was worth more than a grain. */
const isContradicted = ({ best, bound }: Run): boolean => best !== null && bound > best.cost.total;

/** Solves a program from the best plan known, within what is left of the budget. @throws when the solver gives up */
async function solve(run: Run, form: ProofProgram, gap: number, final: boolean): Promise<Solved> {
  const { options, solver } = run;
  const start = run.best === null ? null : form.encode(run.best.people);
  const solution = await solver.solveMixed(form.program, {
    start: start !== null && satisfies(form.program, start) ? start : null,
    gap,
    ...(options.seconds === undefined ? {} : { seconds: Math.max(0, options.seconds - run.seconds) }),
    ...(options.nodes === undefined ? {} : { nodes: options.nodes }),
    onBetter: (x) => { consider(run, form.decode(x), final); },
    onBound: (bound, nodes) => {
      if (!final) return;
      rise(run, bound, form.offset);
      if (run.bound > -Infinity && !isContradicted(run)) options.onBound?.(run.bound, run.nodes + nodes);
    },
  });
  if (solution.status === 'failed') throw new Error(`the exact solver gave up: ${solution.detail}`);
  run.seconds += solution.seconds;
  if (solution.status === 'infeasible') return solution;
  run.nodes += solution.nodes;
  if (solution.x !== null) consider(run, form.decode(solution.x), final);
  return solution;
}

const nothingExact = ({ problem }: Decision): Set<number>[] => problem.people.map(() => new Set<number>());

/** What the open slots of a plan weigh, those left aside that must stay open. */
const openWeight = ({ decided, problem }: Decision, people: Int16Array): number =>
  people.reduce((sum, person, slot) => sum + (person === OPEN && decided[slot] === 1 ? (problem.gapWeight[slot] ?? 0) : 0), 0);

/** How few slots must stay open (planning.md, section 2): known at once where a plan is complete. Else how the question ended. */
async function openness(run: Run): Promise<{ readonly open: Openness } | { readonly open: null; readonly status: Solved['status'] }> {
  if (run.best !== null && openWeight(run.decision, run.best.people) === 0) return { open: 'none' };
  const { status } = await solve(run, proofProgram(run.decision, 'fewest', nothingExact(run.decision)), 0.99, false);
  if (status !== 'optimal' || run.best === null) return { open: null, status };
  const atMost = openWeight(run.decision, run.best.people);
  return { open: atMost === 0 ? 'none' : { atMost } };
}

/** The loads of a plan become exact, where they lie far from the shares. True where one of them was not exact before. */
function addLoads({ problem }: Decision, exact: Set<number>[], people: Int16Array): boolean {
  const loads = new Int32Array(problem.people.length);
  people.forEach((person, slot) => { if (person >= 0) loads[person] = (loads[person] ?? 0) + (problem.load[slot] ?? 0); });
  const fresh = exact.filter((known, person) => !known.has(loads[person] ?? 0));
  exact.forEach((known, person) => known.add(loads[person] ?? 0));
  return fresh.length > 0;
}

function ending(run: Run, status: Proof['status'], byClock: boolean): Proof {
  const { best, bound, nodes } = run;
  return { status, bound, people: best?.people ?? null, cost: best?.cost ?? null, nodes, byClock };
}

/** What is left of a proof that contradicts itself: the best plan known, and nothing said of any other. */
const disbelieved = (run: Run): Proof => ending({ ...run, bound: -Infinity }, 'limit', false);

async function search(run: Run, open: Openness): Promise<Proof> {
  const { decision, grain } = run;
  const exact = nothingExact(decision);
  if (run.best !== null) addLoads(decision, exact, run.best.people);
  for (;;) {
    const form = proofProgram(decision, open, exact);
    const solution = await solve(run, form, gapOf(grain, run.best?.cost.total ?? 0), true);
    if (solution.status === 'infeasible' || run.best === null) return disbelieved(run);
    rise(run, solution.bound, form.offset);
    if (isContradicted(run)) return disbelieved(run);
    if (run.bound === run.best.cost.total) return ending(run, 'proven', false);
    // The program priced a load far off too low: now it knows its price.
    const again = solution.status === 'optimal' && solution.x !== null && addLoads(decision, exact, form.decode(solution.x));
    if (!again) return ending(run, 'limit', solution.status === 'out-of-time');
  }
}

/**
 * Proves how good a plan can be: the exact program of planning.md, section 5, solved from the incumbent. Fewest open slots
 * first, then the least cost C. The same input, incumbent and nodes give the same proof.
 *
 * @param incumbent a plan to start from, as good as can be; null or one that breaks a rule or demand starts from nothing
 * A solver whose rounding contradicts the scorer proves nothing: `limit`, with no bound.
 *
 * @throws when the solver fails: its memory ran out
 */
export async function provePlan(input: PlanInput, incumbent: Int16Array | null, solver: Solver, options: ProofOptions = {}): Promise<Proof> {
  const { pins = [], forbid = [], maxChanges = null } = options;
  const decision = decisionOf(input, { pins, forbid, maxChanges });
  const nothing: Proof = { status: 'infeasible', bound: -Infinity, people: null, cost: null, nodes: 0, byClock: false };
  if (decision === null) return nothing;
  const run: Run = { decision, solver, options, grain: grainOf(input.problem), seconds: 0, nodes: 0, best: null, bound: -Infinity };
  if (incumbent !== null) {
    const form = proofProgram(decision, 'fewest', nothingExact(decision));
    const x = form.encode(incumbent);
    if (x !== null && satisfies(form.program, x)) consider(run, incumbent, false);
  }
  const found = await openness(run);
  if (found.open !== null) return search(run, found.open);
  return found.status === 'infeasible' ? nothing : ending(run, 'limit', found.status === 'out-of-time');
}
