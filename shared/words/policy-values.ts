import type { PolicyTerms } from '../fairness/next-policy.ts';
import { chosenText, policyChoices } from './policy-choices.ts';
import { policyGroups, type PolicyTerm, type TimeOffField } from './policy-text.ts';

const timeOff = 'compTime.';
const isTimeOff = (id: PolicyTerm['id']): id is `compTime.${TimeOffField}` => id.startsWith(timeOff);
const fieldOf = (id: `compTime.${TimeOffField}`): TimeOffField => id.slice(timeOff.length) as TimeOffField;

/** A figure of a policy in the policy's own whole units; null where there is none, such as an expiry that never comes. */
export const termValue = (policy: PolicyTerms, id: PolicyTerm['id']): number | null =>
  isTimeOff(id) ? policy.compTime[fieldOf(id)] : policy[id];

/** The policy with one figure changed, in the policy's own units; as it was where there must be a figure and none is given. */
export function withTerm(policy: PolicyTerms, id: PolicyTerm['id'], value: number | null): PolicyTerms {
  if (value === null && termOf(id)?.empty === undefined) return policy;
  return isTimeOff(id)
    ? { ...policy, compTime: { ...policy.compTime, [fieldOf(id)]: value } }
    : { ...policy, [id]: value };
}

const termOf = (id: PolicyTerm['id']): PolicyTerm | undefined =>
  policyGroups.flatMap(({ terms }) => terms).find((term) => term.id === id);

/** A figure as it is shown and typed, without its unit: 72 q are `18`, 15 is `3`, null is empty. */
export const shownTerm = (value: number | null, { per }: Pick<PolicyTerm, 'per'>): string =>
  value === null ? '' : String(Number((value / per).toFixed(4)));

/** The limits of a figure in words: `0 to 100 points, in steps of 0.25`. */
export function limitsText({ least, most, per, unit }: PolicyTerm): string {
  const steps = per === 1 ? 'whole' : `in steps of ${shownTerm(1, { per })}`;
  return `${shownTerm(least, { per })} to ${shownTerm(most, { per })} ${unit}, ${steps}`;
}

export type TermRead = { readonly value: number | null } | { readonly error: string };

/**
 * What somebody typed, as a figure of the policy: a number with point or comma, within the limits, that the policy can hold.
 * What may be none may be empty.
 */
export function readTerm(text: string, term: PolicyTerm): TermRead {
  const plain = text.trim().replace(',', '.');
  if (plain === '' && term.empty !== undefined) return { value: null };
  const shown = Number(plain);
  const value = shown * term.per;
  const whole = Math.round(value);
  const holds =
    plain !== '' &&
    Number.isFinite(shown) &&
    Math.abs(value - whole) < 0.01 &&
    whole >= term.least &&
    whole <= term.most;
  return holds ? { value: whole } : { error: `Give a number: ${limitsText(term)}.` };
}

/** One thing that two policies say differently, as people read it. */
export interface PolicyChange {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** `points` to `point`, `wishes a point²` to `wish a point²`. */
const ofOne = (unit: string): string =>
  unit.replace(/^wishes/, 'wish').replace(/^(point|holiday|week|day|hour|minute|month)s$/, '$1');

/** A figure with its unit: `18 points`, `1 wish a point²`, `never`. */
export function withUnit(value: number | null, term: PolicyTerm): string {
  if (value === null) return term.empty ?? 'none';
  const shown = shownTerm(value, term);
  return `${shown} ${shown === '1' ? ofOne(term.unit) : term.unit}`;
}

/** What a policy says differently from another, in the order of the screen; empty where both weigh everything alike. */
export function policyChanges(before: PolicyTerms, after: PolicyTerms): readonly PolicyChange[] {
  const figures = policyGroups.flatMap(({ terms }) =>
    terms.flatMap((term) => {
      const [was, is] = [termValue(before, term.id), termValue(after, term.id)];
      return was === is
        ? []
        : [{ title: term.title, before: withUnit(was, term), after: withUnit(is, term) }];
    }),
  );
  const choices = policyChoices.flatMap((choice) => {
    const [was, is] = [chosenText(before, choice), chosenText(after, choice)];
    return was === is ? [] : [{ title: choice.title, before: was, after: is }];
  });
  return [...choices, ...figures];
}

/** `Uneven load: 1 wishes a point² → 4 wishes a point²`. */
export const policyChangeText = ({ title, before, after }: PolicyChange): string =>
  `${title}: ${before} → ${after}`;

/** The stops of the slider between wishes and fairness: weights of load beyond the band (planning.md, section 1). */
export const FAIRNESS_STOPS = [1, 2, 5, 10, 20] as const;

const stopNames = [
  'Wishes first',
  'Wishes before fairness',
  'Balanced',
  'Fairness before wishes',
  'Fairness first',
] as const;

/** The stop of a weight: the one nearest to it, by place; `exact` is false where the weight stands between stops. */
export function fairnessStop(weight: number): { readonly place: number; readonly exact: boolean } {
  const place = FAIRNESS_STOPS.reduce(
    (best, stop, at) =>
      Math.abs(stop - weight) < Math.abs((FAIRNESS_STOPS[best] ?? stop) - weight) ? at : best,
    0,
  );
  return { place, exact: FAIRNESS_STOPS[place] === weight };
}

/** What a weight of uneven load costs, as its field says it: 5 is `1 wish a point²`. */
export function loadPriceText(weight: number): string {
  const term = policyGroups.flatMap(({ terms }) => terms).find(({ id }) => id === 'loadBeyondBand');
  return term === undefined ? '' : withUnit(weight, term);
}

/** What a stop of the slider is called. */
export const fairnessStopText = (place: number): string => stopNames[place] ?? '';
