import type { PolicyTerms } from '../fairness/next-policy.ts';
import type { CompTimeTerms } from '../model/policy.ts';
import { minutesText } from './date-text.ts';
import type { ChosenTimeOff } from './policy-text.ts';

/** A term of the policy that is chosen from a few. */
export interface PolicyChoice {
  readonly id: 'holidayDate' | `compTime.${ChosenTimeOff}`;
  /** The group of figures beside which it stands. */
  readonly group: 'days' | 'time-off';
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: (policy: PolicyTerms) => string;
  /** The policy with another option; as it was where there is no such option. */
  readonly choose: (policy: PolicyTerms, id: string) => PolicyTerms;
}

function choice<Value extends string | number>(
  about: Pick<PolicyChoice, 'id' | 'group' | 'title'>,
  options: readonly (readonly [Value, string])[],
  valueOf: (policy: PolicyTerms) => Value,
  withValue: (policy: PolicyTerms, value: Value) => PolicyTerms,
): PolicyChoice {
  return {
    ...about,
    options: options.map(([value, title]) => ({ id: String(value), title })),
    chosen: (policy) => String(valueOf(policy)),
    choose: (policy, id) => {
      const found = options.find(([value]) => String(value) === id);
      return found === undefined ? policy : withValue(policy, found[0]);
    },
  };
}

const withTimeOff = (policy: PolicyTerms, changes: Partial<CompTimeTerms>): PolicyTerms => ({
  ...policy,
  compTime: { ...policy.compTime, ...changes },
});

/** Every term of the policy that is chosen and not counted, in the order of the screen. */
export const policyChoices: readonly PolicyChoice[] = [
  choice(
    { id: 'holidayDate', group: 'days', title: 'Holidays count on' },
    [
      ['actual', 'the day itself'],
      ['observed', 'the weekday it is observed on'],
      ['either', 'whichever a turn touches'],
    ],
    (policy) => policy.holidayDate,
    (policy, holidayDate) => ({ ...policy, holidayDate }),
  ),
  choice(
    { id: 'compTime.counting', group: 'time-off', title: 'A part of a day earns' },
    [
      ['proportional', 'its part, by the hour'],
      ['any-part', 'the whole day'],
      ['at-least', 'the whole day, from so many hours on'],
    ],
    (policy) => policy.compTime.counting,
    (policy, counting) => withTimeOff(policy, { counting }),
  ),
  choice(
    { id: 'compTime.roundToMinutes', group: 'time-off', title: 'Each earning is rounded to' },
    ([1, 5, 15, 30, 60] as const).map((minutes) => [
      minutes,
      minutes === 1 ? 'the minute' : minutesText(minutes),
    ]),
    (policy) => policy.compTime.roundToMinutes,
    (policy, roundToMinutes) => withTimeOff(policy, { roundToMinutes }),
  ),
  choice(
    { id: 'compTime.approval', group: 'time-off', title: 'Earnings are credited' },
    [
      ['lead', 'when the lead approves'],
      ['automatic', 'by themselves, when Comp time is opened'],
    ],
    (policy) => policy.compTime.approval,
    (policy, approval) => withTimeOff(policy, { approval }),
  ),
];

/** What is chosen, in words. */
export function chosenText(policy: PolicyTerms, { options, chosen }: PolicyChoice): string {
  const id = chosen(policy);
  return options.find((option) => option.id === id)?.title ?? id;
}
