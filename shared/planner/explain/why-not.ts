import type { PersonId, ShiftId } from '../../model/ids.ts';
import { costOf } from '../cost.ts';
import type { PlannedSlot } from '../plan.ts';
import { type Barrier, barriersAgainst } from './barriers.ts';
import { nearest } from './nearest.ts';
import { type Price, priceBetween } from './price.ts';
import { planWith } from './repair.ts';
import { assignmentsIn, changesTo, holderOf, type Situation, type SlotChange } from './situation.ts';

/** A plan in which the person holds the slot, and what it costs against the one asked about. */
export interface PricedPlan {
  readonly price: Price;
  /** Who would hold what else. */
  readonly changes: readonly SlotChange[];
  /** All of that plan. */
  readonly assignments: readonly PlannedSlot[];
}

/** Why somebody does not hold a slot. */
export type WhyNot =
  | { readonly kind: 'holds' }
  /** No plan of the quarter can give it to them: each reason stands by itself. */
  | { readonly kind: 'barred'; readonly barriers: readonly Barrier[] }
  /** It costs this: `quick` at most, `exact` just so, `bounded` between `least` and the price, both in cost units. */
  | ({
      readonly kind: 'priced';
      readonly by: 'quick' | 'exact' | 'bounded';
      readonly least: number | null;
    } & PricedPlan)
  /** Nothing bars this one slot, but no complete plan has it so: the conflict set with this as a pin says why. */
  | { readonly kind: 'no-plan' }
  /** The time ended before any plan with it was found, and before it was clear that there is none. */
  | { readonly kind: 'unknown' };

/** A plan against the one asked about. */
export function pricedPlan(situation: Situation, people: Int16Array): PricedPlan {
  return {
    price: priceBetween(situation.cost, costOf(situation.objective, people)),
    changes: changesTo(situation, people),
    assignments: assignmentsIn(situation, people),
  };
}

/** The part of the answer that needs no price; null where the person could have the slot. */
export function settledWhyNot(situation: Situation, shift: ShiftId, person: PersonId): WhyNot | null {
  const slot = situation.input.problem.slotAt.get(shift);
  if (slot === undefined) throw new Error(`${shift} is no slot of ${situation.quarter}`);
  if (holderOf(situation, slot) === person) return { kind: 'holds' };
  const barriers = barriersAgainst(situation, slot, person);
  return barriers.length > 0 ? { kind: 'barred', barriers } : null;
}

/** Number of a slot and a person in the problem; null where the rules leave the person nothing to hold. */
export function placeOf(
  { input }: Situation,
  shift: ShiftId,
  person: PersonId,
): { readonly slot: number; readonly person: number } | null {
  const slot = input.problem.slotAt.get(shift);
  const who = input.problem.personAt.get(person);
  return slot === undefined || who === undefined ? null : { slot, person: who };
}

/**
 * Why a person does not hold a slot: every rule that bars it with its evidence, or what the best plan found with it costs more
 * than the plan asked about. Quick enough to be asked while pointing; the price is "at most".
 *
 * @throws when the slot is not one of the quarter's
 */
export function whyNot(situation: Situation, shift: ShiftId, person: PersonId): WhyNot {
  const settled = settledWhyNot(situation, shift, person);
  if (settled !== null) return settled;
  const place = placeOf(situation, shift, person);
  const plan = place === null ? null : planWith(situation, place.slot, place.person);
  if (place === null || plan === null) return { kind: 'no-plan' };
  return {
    kind: 'priced',
    by: 'quick',
    least: null,
    ...pricedPlan(situation, nearest(situation, plan, [place.slot])),
  };
}
