import { standingOf } from '../eligibility.ts';
import { finding } from '../finding.ts';
import type { Rule } from './rule.ts';

/** A watch is held by one of its regular people; a stand-in is allowed, and shown. */
export const standIn: Rule = {
  name: 'stand-in',
  check: (workspace, { shift, rotation }) =>
    standingOf(workspace, shift.person, rotation, shift) === 'stand-in' ? [finding('stand-in', shift.id, shift.person, {})] : [],
};
