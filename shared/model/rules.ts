import { z } from 'zod';

/** The rules by name; the first row is hard (H1–H5 of planning.md), the second soft. */
export const hardRules = ['gap', 'on-leave', 'not-eligible', 'two-roles-two-people', 'no-overlap', 'shift-cap'] as const;
export const softRules = ['minimum-rest', 'stand-in', 'avoided-week', 'tentative-leave', 'even-holidays', 'even-load'] as const;

export const ruleNameSchema = z.enum([...hardRules, ...softRules]);
export type HardRule = (typeof hardRules)[number];
export type SoftRule = (typeof softRules)[number];
export type RuleName = z.infer<typeof ruleNameSchema>;

export const isHard = (rule: RuleName): rule is HardRule => (hardRules as readonly string[]).includes(rule);
