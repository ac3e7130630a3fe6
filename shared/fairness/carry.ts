/** What a finished quarter leaves to the next, for one person. */
export interface CarryOn {
  /** In q; positive held more than the attainable share. */
  readonly load: number;
  /** In quarter-holidays. */
  readonly holidays: number;
  /** What the limit cut off, in q. */
  readonly forgiven: number;
}

export interface CarryTerms {
  readonly carryPercent: number;
  readonly carryLimit: number;
  readonly holidayCarryLimit: number;
}

export const noCarry: CarryOn = { load: 0, holidays: 0, forgiven: 0 };

const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

/**
 * clip(γ d, ±limit), holidays clip(z, ±limit). It replaces the carry before it, which the share already holds. What was
 * structural is not in d, so it is never carried.
 *
 * @param difference d of the finished quarter, as worked, in q
 * @param holidayBalance z of the finished quarter
 */
export function carryOn(difference: number, holidayBalance: number, terms: CarryTerms): CarryOn {
  const whole = Math.round((difference * terms.carryPercent) / 100);
  const load = clip(whole, terms.carryLimit);
  return { load, holidays: clip(Math.round(holidayBalance), terms.holidayCarryLimit), forgiven: whole - load };
}
