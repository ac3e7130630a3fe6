import { leaveOf } from '../../model/leave-of.ts';
import { leaveSpan, meet } from '../facts.ts';
import { finding } from '../finding.ts';
import type { Rule } from './rule.ts';

const leaveRule = (name: 'on-leave' | 'tentative-leave', tentative: boolean): Rule => ({
  name,
  check: (workspace, { shift, spans }) => {
    const person = workspace.people[shift.person];
    if (person === undefined) return [];
    return leaveOf(workspace, shift.person)
      .filter((leave) => leave.tentative === tentative && meet(spans, [leaveSpan(leave, person)]))
      .map((leave) => finding(name, shift.id, shift.person, { leave: leave.id, days: { from: leave.from, to: leave.to } }));
  },
});

/** Nobody is on call while on leave (H2). */
export const onLeave = leaveRule('on-leave', false);

/** Leave that is not settled yet does not forbid, it warns. */
export const onTentativeLeave = leaveRule('tentative-leave', true);
