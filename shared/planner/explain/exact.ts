import type { PersonId, ShiftId } from '../../model/ids.ts';
import { type Proof, type ProofOptions, provePlan } from '../prove.ts';
import type { Solver } from '../solver.ts';
import { nearest } from './nearest.ts';
import { planWith } from './repair.ts';
import { brokenSlots, type Replan, replanOf, withinChanges } from './replan.ts';
import type { Situation } from './situation.ts';
import { placeOf, pricedPlan, settledWhyNot, type WhyNot } from './why-not.ts';

/** How long an exact answer may take; by nodes it is the same on every machine. */
export type ExactBudget = Pick<ProofOptions, 'seconds' | 'nodes'>;

/**
 * Why a person does not hold a slot, exactly: the best plan with it, solved again from the quick answer, less the plan asked
 * about. Never more than the quick answer. Where the budget ends the proof, `bounded`, with the least that it can be.
 *
 * @throws when the slot is not one of the quarter's, or the solver gives up
 */
export async function whyNotExact(
  situation: Situation,
  shift: ShiftId,
  person: PersonId,
  solver: Solver,
  budget: ExactBudget = {},
): Promise<WhyNot> {
  const settled = settledWhyNot(situation, shift, person);
  if (settled !== null) return settled;
  const place = placeOf(situation, shift, person);
  if (place === null) return { kind: 'no-plan' };
  const quick = planWith(situation, place.slot, place.person);
  const proof = await provePlan(situation.input, quick, solver, { ...budget, pins: [place] });
  if (proof.people === null) return { kind: proof.status === 'infeasible' ? 'no-plan' : 'unknown' };
  const plan = pricedPlan(situation, nearest(situation, proof.people, [place.slot]));
  if (proof.status === 'proven') return { kind: 'priced', by: 'exact', least: plan.price.total, ...plan };
  // A bound counts plans with as few gaps; of those with fewer it says nothing.
  const least = proof.bound > -Infinity ? proof.bound - situation.cost.total : null;
  return { kind: 'priced', by: 'bounded', least, ...plan };
}

/** A budget that ended before anything was known. Its message is a sentence. */
export class NotKnownInTime extends Error {}

/** A plan within so many changes, and what is known of it. */
export interface LimitedReplan {
  readonly plan: Replan;
  /** False where the budget ended the proof: a better one may exist. */
  readonly proven: boolean;
  /** No plan within the limit costs less, in cost units; null where nothing is proven. */
  readonly bound: number | null;
  readonly proof: Proof;
}

/**
 * The best plan that gives at most so many held turns to somebody else (planning.md, section 7). Gaps that are filled are no
 * changes; where all gaps cannot be filled within the limit, as few as can be stay.
 *
 * @param most held turns that may change, 0 and up
 * @returns null where no plan is within the limit
 * @throws when the solver gives up; NotKnownInTime where the budget ends before a plan is found or excluded
 */
export async function atMostChanges(
  situation: Situation,
  most: number,
  solver: Solver,
  budget: ExactBudget = {},
): Promise<LimitedReplan | null> {
  const quick = withinChanges(situation, most);
  const standing = brokenSlots(situation).length === 0 ? situation.people : null;
  const start = quick?.people ?? standing;
  const proof = await provePlan(situation.input, start, solver, { ...budget, maxChanges: most });
  if (proof.people === null) {
    if (proof.status === 'infeasible') return null;
    throw new NotKnownInTime(`Whether a plan changes at most ${most} held turns is not known in this time.`);
  }
  const bound = proof.bound > -Infinity ? proof.bound : null;
  return { plan: replanOf(situation, proof.people), proven: proof.status === 'proven', bound, proof };
}
