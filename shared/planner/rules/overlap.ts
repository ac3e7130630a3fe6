import { isShadow } from '../../rotation/shadow.ts';
import { type Duty, meet } from '../facts.ts';
import { finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const alike = (one: Duty, other: Duty): boolean => one.shift.rotation === other.shift.rotation;

/** Who looks on holds nothing: a shadow stands in nobody's way. */
const looksOn = ({ rotation, shift }: Duty): boolean => isShadow(rotation, shift.layer);

/** One rotation never has the same person in two layers at once, be it exclusive or a watch (H3). */
export const twoRolesTwoPeople: Rule = {
  name: 'two-roles-two-people',
  check: (_workspace, duty, near) =>
    (looksOn(duty) ? [] : near)
      .filter((other) => alike(duty, other) && !looksOn(other) && meet(duty.spans, other.spans))
      .map((other) => finding('two-roles-two-people', duty.shift.id, duty.shift.person, { other: other.shift.id })),
};

/** Nobody holds two exclusive rotations at once; watches may be held beside anything (H3). */
export const noOverlap: Rule = {
  name: 'no-overlap',
  check: (_workspace, duty, near) => {
    if (duty.rotation.kind === 'watch' || looksOn(duty)) return [];
    return near
      .filter(
        (other) =>
          !alike(duty, other) &&
          other.rotation.kind === 'exclusive' &&
          !looksOn(other) &&
          meet(duty.spans, other.spans),
      )
      .map((other) => finding('no-overlap', duty.shift.id, duty.shift.person, { other: other.shift.id }));
  },
};
