import { type Duty, meet } from '../facts.ts';
import { finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const alike = (one: Duty, other: Duty): boolean => one.shift.rotation === other.shift.rotation;

/** One rotation never has the same person in two layers at once, be it exclusive or a watch (H3). */
export const twoRolesTwoPeople: Rule = {
  name: 'two-roles-two-people',
  check: (_workspace, duty, near) =>
    near
      .filter((other) => alike(duty, other) && meet(duty.spans, other.spans))
      .map((other) => finding('two-roles-two-people', duty.shift.id, duty.shift.person, { other: other.shift.id })),
};

/** Nobody holds two exclusive rotations at once; watches may be held beside anything (H3). */
export const noOverlap: Rule = {
  name: 'no-overlap',
  check: (_workspace, duty, near) => {
    if (duty.rotation.kind === 'watch') return [];
    return near
      .filter((other) => !alike(duty, other) && other.rotation.kind === 'exclusive' && meet(duty.spans, other.spans))
      .map((other) => finding('no-overlap', duty.shift.id, duty.shift.person, { other: other.shift.id }));
  },
};
