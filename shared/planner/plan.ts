import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { noCarry } from '../fairness/carry.ts';
import { coversOf } from '../rotation/override.ts';
import { type Aim, aimOf } from './aim.ts';
import type { Assessment } from './attainable.ts';
import { isBetter } from './better.ts';
import { carryInto } from './carry-in.ts';
import { type Cost, costOf, fullObjective, type Objective } from './cost.ts';
import { digestOfText } from './digest.ts';
import { firstPlan } from './matching.ts';
import { gapInWishes } from './proof/badge.ts';
import { OPEN, OUTSIDER, peopleOnPlan, type Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { anneal, polish } from './search.ts';
import { fillShadows, type ShadowTurn, shadowTurns } from './shadows.ts';
import { workedBy } from './worked.ts';

/** Who holds a slot under a plan; null leaves it open. */
export interface PlannedSlot {
  readonly shift: ShiftId;
  readonly person: PersonId | null;
}

/** The best plan so far. */
export interface PlanProgress {
  /** C in cost units, 80 of which are one wish; open slots are not in it, but stand in `terms`. */
  readonly cost: number;
  readonly terms: Cost;
  readonly assignments: readonly PlannedSlot[];
  readonly by: 'match' | 'anneal' | 'proof';
  /** Moves tried, of all that will be. */
  readonly done: number;
  readonly of: number;
  /** No plan costs less, in cost units; null while nothing is proven. */
  readonly bound: number | null;
  /** Names the input, as in the proposal. */
  readonly digest: string;
}

/** Why a proposal is not proven: nobody asked for a proof, it ran out of time or nodes, was stopped by hand, or failed. */
export interface Unproven {
  readonly reason: 'not-asked' | 'limit' | 'by-hand' | 'solver-failed';
  /** What the solver said where it failed. */
  readonly detail: string;
}

/** What is known of a plan's distance from the best possible (planning.md, section 4). */
export interface Certainty {
  /** `proven`: no plan costs less. `bounded`: at most `gapWishes` less. `heuristic`: nothing is known. */
  readonly status: 'proven' | 'bounded' | 'heuristic';
  /** No plan costs less, in cost units; null where nothing is proven. */
  readonly bound: number | null;
  /** Whole wishes, rounded up; null where nothing is proven. */
  readonly gapWishes: number | null;
  /** Null where it is proven. */
  readonly unproven: Unproven | null;
}

export interface Proposal extends Certainty {
  readonly quarter: QuarterId;
  readonly seed: number;
  /** Names the input: the same digest, seed and moves give the same plan. */
  readonly digest: string;
  readonly iterations: number;
  /** Every slot of the quarter, in order; then those of layers without duty. */
  readonly assignments: readonly PlannedSlot[];
  readonly cost: number;
  readonly terms: Cost;
  /** Nodes of the proof's search trees; 0 without one. */
  readonly nodes: number;
  /** False where a clock ended the search or the proof. */
  readonly reproducible: boolean;
}

/** What a run starts from. */
export interface PlanInput {
  readonly problem: Problem;
  readonly aim: Aim;
  /** Who holds each slot now: a number of the problem's people, `OPEN` or `OUTSIDER`. */
  readonly present: Int16Array;
  /** 1 for held slots that stay: pinned, begun, covers. */
  readonly fixed: Uint8Array;
  /** 1 for open slots that stay open: ended. */
  readonly closed: Uint8Array;
  readonly holders: readonly (PersonId | null)[];
  /** Turns without duty, filled around the plan; absent are none. */
  readonly shadows?: readonly ShadowTurn[];
}

/** What is attainable for whom: as found by the solver, or as an assessment keeps it. */
export type KnownShares = Pick<Assessment, 'digest' | 'carry' | 'attainable'>;

/** The aim of a quarter: with its shares where they fit the problem, else with the targets for attainable. */
export function aimFor(workspace: Workspace, problem: Problem, shares: KnownShares | null): Aim {
  if (shares === null || shares.digest !== problem.digest) return aimOf(problem, carryInto(workspace, problem.quarter), null);
  const { carry, attainable } = shares;
  return aimOf(
    problem,
    problem.people.map(({ id }) => carry[id] ?? noCarry),
    problem.people.map(({ id }) => attainable[id] ?? 0),
  );
}

/**
 * What the planner starts from today: pins, turns that have begun, covers, and turns of which single days are covered stay
 * (H4): whoever arranged the cover arranged it with the holder.
 */
export function planInput(workspace: Workspace, quarter: QuarterId, shares: KnownShares | null, today: LocalDate): PlanInput {
  const problem = problemOf(workspace, quarter);
  const present = peopleOnPlan(workspace, problem);
  const worked = workedBy(workspace, problem, today);
  const stays = (slot: number, id: ShiftId) =>
    worked.people[slot] !== OPEN || workspace.shifts[id]?.pinned === true || coversOf(workspace.shifts, id).length > 0;
  return {
    problem,
    aim: aimFor(workspace, problem, shares),
    present,
    fixed: Uint8Array.from(problem.slots, ({ id }, slot) => (present[slot] !== OPEN && stays(slot, id) ? 1 : 0)),
    closed: worked.closed,
    holders: problem.slots.map(({ id }) => workspace.shifts[id]?.person ?? null),
    shadows: shadowTurns(workspace, problem, today),
  };
}

/** What a bound says of a plan. @param unproven why there is no proof, should there be none */
export function certaintyOf(cost: number, bound: number | null, unproven: Unproven): Certainty {
  if (bound === null) return { status: 'heuristic', bound, gapWishes: null, unproven };
  if (bound >= cost) return { status: 'proven', bound, gapWishes: 0, unproven: null };
  return { status: 'bounded', bound, gapWishes: gapInWishes(cost, bound), unproven };
}

/** The best plan so far as a proposal, for who stops a run before its end. Not reproducible: whoever stops it stops it when they will. */
export function proposalSoFar({ quarter, seed }: Pick<Proposal, 'quarter' | 'seed'>, progress: PlanProgress, reason: Unproven['reason']): Proposal {
  const { digest, done, assignments, cost, terms, bound } = progress;
  return { quarter, seed, digest, iterations: done, assignments, cost, terms, nodes: 0, reproducible: false, ...certaintyOf(cost, bound, { reason, detail: '' }) };
}

const MOVES_A_SLOT = 16_000;
const FEWEST_MOVES = 500_000;
const MOST_MOVES = 10_000_000;

/** The moves of one run when nobody says how many: by the size of the problem, so that it normally ends by itself in seconds. */
export const planMoves = (problem: Problem): number =>
  Math.max(FEWEST_MOVES, Math.min(MOST_MOVES, MOVES_A_SLOT * problem.slots.length));

/** A plan by ids. Turns without duty follow after those that the plan is about. */
export function assignmentsOf({ problem, holders, shadows = [] }: PlanInput, people: Int16Array): readonly PlannedSlot[] {
  const holderOf = (slot: number): PersonId | null => {
    const person = people[slot] ?? OPEN;
    return person === OUTSIDER ? (holders[slot] ?? null) : (problem.people[person]?.id ?? null);
  };
  const held = problem.slots.map(({ id }, slot) => ({ shift: id, person: holderOf(slot) }));
  return shadows.length === 0 ? held : [...held, ...fillShadows(shadows, holderOf)];
}

/** Names all that a run starts from: equal digests, equal runs. */
export function digestOf({ problem, aim, present, fixed, closed, shadows = [] }: PlanInput): string {
  const parts = [problem.digest, aim.attainable.join(), aim.holidayBase.join(), present.join(), fixed.join(''), closed.join('')];
  return digestOfText([...parts, ...(shadows.length === 0 ? [] : [JSON.stringify(shadows)])].join('\n'));
}

/** True where a plan holds no person whom the rules forbid there: so it may stand beside what the search finds. */
function isLegal({ problem, fixed, closed }: PlanInput, people: Int16Array): boolean {
  const width = problem.people.length;
  const { starts, items } = problem.clashes;
  const free = (slot: number, person: number) => {
    for (let at = starts[slot] as number; at < (starts[slot + 1] as number); at++) if (people[items[at] as number] === person) return false;
    return true;
  };
  return people.every((person, slot) => {
    if (fixed[slot] === 1) return true;
    if (person < 0) return closed[slot] === 1;
    return problem.legal[slot * width + person] !== 0 && free(slot, person);
  }) && problem.cap.every((cap, person) => cap < 0 || people.filter((holder) => holder === person).length <= cap);
}

/**
 * Plans a quarter: a first complete plan by weekly matching at once, then annealing, which hands over every better plan, then
 * polishing. The best of all by the full scorer wins, the plan that stands among them. It pauses with each `yield`;
 * the same input, seed and moves give the same plan, however long the pauses are.
 */
export function* planQuarter(input: PlanInput, options: { readonly seed: number; readonly iterations: number }): Generator<PlanProgress, Proposal> {
  const { problem, aim, present, fixed, closed } = input;
  const { seed, iterations } = options;
  const objective: Objective = fullObjective(problem, aim, present);
  const kept = present.map((person, slot) => (fixed[slot] === 1 ? person : OPEN));
  const movable = Uint8Array.from(fixed, (stays, slot) => (stays === 1 || closed[slot] === 1 ? 0 : 1));
  const digest = digestOf(input);
  const weigh = (people: Int16Array) => ({ people, cost: costOf(objective, people) });
  let best = weigh(firstPlan(objective, kept, closed, seed));
  let assignments = assignmentsOf(input, best.people);
  const progress = (by: PlanProgress['by'], done: number): PlanProgress =>
    ({ cost: best.cost.total, terms: best.cost, assignments, by, done, of: iterations, bound: null, digest });
  const consider = (people: Int16Array): void => {
    const next = weigh(people);
    if (!isBetter(next, best)) return;
    best = next;
    assignments = assignmentsOf(input, people);
  };
  yield progress('match', 0);
  consider(polish(objective, best.people, movable));
  if (isLegal(input, present)) consider(present);
  const search = anneal(objective, best.people, movable, seed, iterations);
  let step = search.next();
  for (; step.done !== true; step = search.next()) {
    if (step.value.better !== null) consider(step.value.better);
    yield progress('anneal', step.value.done);
  }
  consider(step.value);
  const certainty = certaintyOf(best.cost.total, null, { reason: 'not-asked', detail: '' });
  return { quarter: problem.quarter, seed, digest, iterations, assignments, cost: best.cost.total, terms: best.cost, nodes: 0, reproducible: true, ...certainty };
}
