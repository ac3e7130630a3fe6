import type { ShiftId } from '../../model/ids.ts';
import type { Shift } from '../../model/shift.ts';
import type { Workspace } from '../../model/workspace.ts';
import { findShares } from '../assess.ts';
import { type Weighed, isBetter } from '../better.ts';
import { costOf, fullObjective } from '../cost.ts';
import { digestOf, planInput, type PlanInput, planMoves, type PlannedSlot, planQuarter } from '../plan.ts';
import { OPEN } from '../problem.ts';
import { provePlan } from '../prove.ts';
import type { Solver } from '../solver.ts';
import type { AskedPin } from './conflict-program.ts';
import type { Conflict } from './conflict.ts';
import type { ExactBudget } from './exact.ts';
import { type Price, priceBetween } from './price.ts';
import type { RelaxingEdit, WayOut } from './relax.ts';
import { assignmentsIn, type Situation } from './situation.ts';
import { waysOut } from './relax.ts';

/** A way out of a conflict, with the best plan that it opens. */
export interface PricedWayOut extends WayOut {
  /** What that plan costs more than the best one as things are; null where it could not be planned. */
  readonly price: Price | null;
  /** Duties still open in it. */
  readonly gaps: number;
  /** Duties open in the plan that it is compared with. */
  readonly gapsBefore: number;
  /** True where the best plan is proven, on both sides of the price. */
  readonly exact: boolean;
  readonly assignments: readonly PlannedSlot[];
}

/** Seed of the plans that are only priced. */
const SEED = 1;
/** Moves of the search before the proof: it only has to begin near. */
const MOST_MOVES = 400_000;

const byId = <Item extends { readonly id: string }>(
  table: Readonly<Record<string, Item>>,
  item: Item,
): Readonly<Record<string, Item>> => ({ ...table, [item.id]: item });

function assigned(
  workspace: Workspace,
  situation: Situation,
  edit: Extract<RelaxingEdit, { kind: 'assign-shifts' }>,
): Workspace {
  const { problem } = situation.input;
  const shifts: Record<ShiftId, Shift> = { ...workspace.shifts };
  for (const { shift, person } of edit.assignments) {
    const slot = problem.slots[problem.slotAt.get(shift) ?? -1];
    if (slot === undefined || person === null) continue;
    const blank = { covers: null, sequence: 0, note: '' } as const;
    shifts[shift] = {
      ...blank,
      ...workspace.shifts[shift],
      ...slot,
      person,
      origin: 'hand',
      pinned: true,
      accepted: edit.accept,
    };
  }
  return { ...workspace, shifts };
}

/** The workspace after an edit that gives a claim up, as the edit itself would leave it. */
function relaxed(situation: Situation, edit: RelaxingEdit): Workspace {
  const { workspace } = situation;
  switch (edit.kind) {
    case 'save-leave':
      return { ...workspace, leave: byId(workspace.leave, edit.leave) };
    case 'save-person':
      return { ...workspace, people: byId(workspace.people, edit.person) };
    case 'save-rotation':
      return { ...workspace, rotations: byId(workspace.rotations, edit.rotation) };
    case 'pin-shifts': {
      const loose = edit.shifts
        .flatMap((id) => workspace.shifts[id] ?? [])
        .map((shift): Shift => ({ ...shift, pinned: false }));
      return {
        ...workspace,
        shifts: { ...workspace.shifts, ...Object.fromEntries(loose.map((shift) => [shift.id, shift])) },
      };
    }
    case 'assign-shifts':
      return assigned(workspace, situation, edit);
    case 'accept-plan':
      return workspace;
  }
}

interface Best extends Weighed {
  readonly input: PlanInput;
  readonly proven: boolean;
}

/** The best plan of an input: searched, then proven within the budget. Null where the pins of the question allow none. */
async function bestOf(
  input: PlanInput,
  asked: readonly AskedPin[],
  solver: Solver,
  budget: ExactBudget,
): Promise<Best | null> {
  const iterations = Math.min(MOST_MOVES, planMoves(input.problem));
  const run = planQuarter(input, { seed: SEED, iterations });
  let step = run.next();
  while (step.done !== true) step = run.next();
  const { problem, aim, present } = input;
  const found = Int16Array.from(step.value.assignments, ({ person }, slot) =>
    person === null ? OPEN : (problem.personAt.get(person) ?? (present[slot] as number)),
  );
  const pins = asked.flatMap(({ slot, person }) => {
    const number = problem.personAt.get(person);
    return number === undefined ? [] : [{ slot, person: number }];
  });
  if (pins.length < asked.length) return null;
  const weighed = { people: found, cost: costOf(fullObjective(problem, aim, present), found) };
  const proof = await provePlan(input, found, solver, { ...budget, pins });
  if (proof.people === null || proof.cost === null)
    return pins.length > 0 ? null : { ...weighed, input, proven: false };
  const proved = { people: proof.people, cost: proof.cost };
  const best = pins.length === 0 && isBetter(weighed, proved) ? weighed : proved;
  return { ...best, input, proven: proof.status === 'proven' };
}

async function inputOf(situation: Situation, workspace: Workspace, solver: Solver): Promise<PlanInput> {
  const { quarter, today } = situation;
  return planInput(workspace, quarter, await findShares(workspace, quarter, solver), today);
}

const gapsOf = ({ people }: Pick<Best, 'people'>): number => people.filter((person) => person === OPEN).length;

/** The input with one slot that must stay open, though it could be held. */
function leftOpen(input: PlanInput, shift: ShiftId): PlanInput {
  const slot = input.problem.slotAt.get(shift);
  const closed = Uint8Array.from(input.closed, (was, place) => (place === slot ? 1 : was));
  const present = Int16Array.from(input.present, (was, place) => (place === slot ? OPEN : was));
  return { ...input, closed, present };
}

/** Leaving a turn open changes no record: the plan without it is what one click takes. */
function acceptPlan({ quarter, today }: Situation, { input, people, cost, proven }: Best): RelaxingEdit {
  const assignments = assignmentsIn({ input }, people);
  const iterations = Math.min(MOST_MOVES, planMoves(input.problem));
  const bound = proven ? cost.total : null;
  return {
    kind: 'accept-plan',
    quarter,
    assignments,
    seed: SEED,
    digest: digestOf(input),
    iterations,
    cost: cost.total,
    bound,
    today,
  };
}

async function priced(
  situation: Situation,
  way: WayOut,
  base: Best | null,
  asked: readonly AskedPin[],
  solver: Solver,
  budget: ExactBudget,
): Promise<PricedWayOut> {
  const unpriced: PricedWayOut = {
    ...way,
    price: null,
    gaps: 0,
    gapsBefore: 0,
    exact: false,
    assignments: [],
  };
  const { claim, edit } = way;
  if (edit === null && claim.kind !== 'held' && claim.kind !== 'pin') return unpriced;
  const workspace = edit === null ? situation.workspace : relaxed(situation, edit);
  const whole = await inputOf(situation, workspace, solver);
  const input = claim.kind === 'held' ? leftOpen(whole, claim.shift) : whole;
  const left = asked.filter(
    (pin) =>
      claim.kind !== 'pin' ||
      situation.input.problem.slots[pin.slot]?.id !== claim.shift ||
      pin.person !== claim.person,
  );
  const best = await bestOf(input, left, solver, budget);
  if (best === null) return unpriced;
  const before = base?.cost ?? situation.cost;
  return {
    ...way,
    edit: claim.kind === 'held' && asked.length === 0 ? acceptPlan(situation, best) : edit,
    price: priceBetween(before, best.cost),
    gaps: gapsOf(best),
    gapsBefore: gapsOf(base ?? situation),
    exact: best.proven && (base?.proven ?? true),
    assignments: assignmentsIn({ input }, best.people),
  };
}

/** Prices that were found already: the plan as things are, and edits that lead out of several conflicts. */
export interface KnownPrices {
  base: Promise<Best | null> | null;
  readonly ways: Map<string, PricedWayOut>;
}

export const noPricesYet = (): KnownPrices => ({ base: null, ways: new Map() });

/** The plan as things are; none where the question itself pins somebody: then it is the plan asked about. */
async function baseOf(
  situation: Situation,
  asked: readonly AskedPin[],
  solver: Solver,
  budget: ExactBudget,
): Promise<Best | null> {
  if (asked.length > 0) return null;
  return bestOf(await inputOf(situation, situation.workspace, solver), [], solver, budget);
}

/**
 * The ways out of a conflict with their prices: for each the quarter is planned again with that one claim given up, and compared
 * with the best plan as things are, or where the question itself pins somebody, with the plan asked about.
 *
 * @param asked the pins with which the conflict was found
 * @param known prices of other conflicts of the same question: an edit that is among them is not priced again
 * @throws when the solver fails
 */
export async function pricedWaysOut(
  situation: Situation,
  conflict: Conflict,
  asked: readonly AskedPin[],
  solver: Solver,
  budget: ExactBudget,
  known: KnownPrices = noPricesYet(),
): Promise<readonly PricedWayOut[]> {
  known.base ??= baseOf(situation, asked, solver, budget);
  const base = await known.base;
  const ways: PricedWayOut[] = [];
  for (const way of waysOut(situation, conflict)) {
    // Leaving a turn open and giving up a pin of the question have no edit yet: their claim tells them apart.
    const key = JSON.stringify(way.edit ?? way.claim);
    const found = known.ways.get(key) ?? (await priced(situation, way, base, asked, solver, budget));
    known.ways.set(key, found);
    ways.push({ ...found, claim: way.claim, person: way.person });
  }
  return ways;
}
