import { isShadow } from '../../rotation/shadow.ts';
import { countInQuarter } from '../facts.ts';
import { finding } from '../finding.ts';
import type { Rule } from './rule.ts';

/** Nobody holds more shifts in a quarter than their cap (H5). */
export const shiftCap: Rule = {
  name: 'shift-cap',
  check: (workspace, { shift, rotation }) => {
    if (isShadow(rotation, shift.layer)) return [];
    const allowed = workspace.people[shift.person]?.mostShiftsAQuarter ?? null;
    if (allowed === null) return [];
    const found = countInQuarter(workspace, shift);
    return found > allowed ? [finding('shift-cap', shift.id, shift.person, { measure: { found, allowed } })] : [];
  },
};
