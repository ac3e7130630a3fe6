import { finding } from '../finding.ts';
import { standingOf } from '../eligibility.ts';
import type { Rule } from './rule.ts';

/** A slot is held by somebody who takes part in its rotation and layer, and is in the team then (H2). */
export const notEligible: Rule = {
  name: 'not-eligible',
  check: (workspace, { shift, rotation }) => {
    const standing = standingOf(workspace, shift.person, rotation, shift);
    if (standing === 'regular' || standing === 'stand-in') return [];
    return [finding('not-eligible', shift.id, shift.person, { because: standing })];
  },
};
