import type { RuleName } from '../model/rules.ts';

/** A rule as the policy screen explains it. */
export interface RuleText {
  readonly title: string;
  /** `always`: the planner never breaks it. `priced`: it may, for what the policy says it costs. */
  readonly kind: 'always' | 'priced';
  readonly meaning: string;
}

const rules: Readonly<Record<RuleName, RuleText>> = {
  gap: {
    title: 'Every turn is held',
    kind: 'always',
    meaning: 'A turn stays open only where nobody may take it; the reason is named.',
  },
  'on-leave': {
    title: 'Nobody on leave',
    kind: 'always',
    meaning: 'Leave, and time off that was booked, bars every turn that it overlaps by day.',
  },
  'not-eligible': {
    title: 'Only who takes turns there',
    kind: 'always',
    meaning: 'By rotation, by role, and between first and last day in the team.',
  },
  'two-roles-two-people': {
    title: 'Two roles, two people',
    kind: 'always',
    meaning: 'Nobody is primary and secondary of one rotation at once.',
  },
  'no-overlap': {
    title: 'One duty at a time',
    kind: 'always',
    meaning: 'Watches apart, which may be held beside others.',
  },
  'shift-cap': {
    title: 'No more turns than the cap',
    kind: 'always',
    meaning: 'For people who have a cap; set below.',
  },
  'minimum-rest': {
    title: 'Weeks of rest between turns',
    kind: 'priced',
    meaning: 'As each rotation asks for; set below. The price is “Rest cut short”.',
  },
  'stand-in': {
    title: 'The regular pair on a watch',
    kind: 'priced',
    meaning: 'Others may stand in, at the price of “A stand-in on a watch”.',
  },
  'avoided-week': {
    title: 'Weeks asked to be free',
    kind: 'priced',
    meaning: 'At the price of “A week taken that was to be free”.',
  },
  'tentative-leave': {
    title: 'Leave that is not settled',
    kind: 'priced',
    meaning: 'Counts like a week asked to be free.',
  },
  'even-holidays': {
    title: 'Holidays evenly',
    kind: 'priced',
    meaning: 'By number and by name, at the prices of “Uneven holidays” and “The same holiday again”.',
  },
  'even-load': {
    title: 'Load evenly',
    kind: 'priced',
    meaning: 'Against what everybody can reach, at the price of “Uneven load”.',
  },
};

/** The title of a rule, where a text is the name of one. */
export const ruleTitle = (name: string): string | null =>
  Object.hasOwn(rules, name) ? rules[name as RuleName].title : null;

/** Every rule with what it means, those that always hold first. */
export const ruleLines = (): readonly (RuleText & { readonly id: RuleName })[] =>
  (Object.keys(rules) as RuleName[]).map((id) => ({ id, ...rules[id] }));
