import { avoidedWeek } from './avoided-week.ts';
import { minimumRest } from './minimum-rest.ts';
import { notEligible } from './not-eligible.ts';
import { onLeave, onTentativeLeave } from './on-leave.ts';
import { noOverlap, twoRolesTwoPeople } from './overlap.ts';
import type { Rule } from './rule.ts';
import { shiftCap } from './shift-cap.ts';
import { standIn } from './stand-in.ts';

/**
 * All rules about a held shift, hard ones first. That every slot is held (H1) is asked of the slots, in check.ts; pins and
 * worked slots (H4) bind the planner, not the hand; how even load and holidays are is the score's question.
 */
export const rules: readonly Rule[] = [
  onLeave,
  notEligible,
  twoRolesTwoPeople,
  noOverlap,
  shiftCap,
  minimumRest,
  standIn,
  avoidedWeek,
  onTentativeLeave,
];
