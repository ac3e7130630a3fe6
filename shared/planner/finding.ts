import type { LocalDate } from '../model/dates.ts';
import type { LeaveId, PersonId, ShiftId } from '../model/ids.ts';
import type { RuleName } from '../model/rules.ts';

/** What a rule found at one slot, with the evidence for a sentence about it. */
export interface Finding {
  readonly rule: RuleName;
  readonly severity: 'hard' | 'soft';
  readonly shift: ShiftId;
  /** Who holds the slot; null for a gap. */
  readonly person: PersonId | null;
  /** The shift that stands against it: held at the same time, or too close. */
  readonly other: ShiftId | null;
  /** The days it is about, both included. */
  readonly days: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** The leave that stands against it. */
  readonly leave: LeaveId | null;
  /** What was measured and what the rule allows: shifts in the quarter and cap, weeks of rest had and wanted. */
  readonly measure: { readonly found: number; readonly allowed: number } | null;
  /** For `not-eligible`: why. */
  readonly because: 'no-part' | 'other-layer' | 'not-joined' | 'has-left' | 'archived' | 'unknown-person' | 'unknown-rotation' | null;
  /** The lead overruled this rule for the shift; it stays flagged. */
  readonly accepted: boolean;
}

const severities: Readonly<Record<RuleName, Finding['severity']>> = {
  gap: 'hard',
  'on-leave': 'hard',
  'not-eligible': 'hard',
  'two-roles-two-people': 'hard',
  'no-overlap': 'hard',
  'shift-cap': 'hard',
  'minimum-rest': 'soft',
  'stand-in': 'soft',
  'avoided-week': 'soft',
  'tentative-leave': 'soft',
  'even-holidays': 'soft',
  'even-load': 'soft',
};

type Evidence = Partial<Omit<Finding, 'rule' | 'severity' | 'shift' | 'person'>>;

/** A finding; what the rule does not speak of stays null. */
export const finding = (rule: RuleName, shift: ShiftId, person: PersonId | null, evidence: Evidence): Finding => ({
  rule,
  severity: severities[rule],
  shift,
  person,
  other: null,
  days: null,
  leave: null,
  measure: null,
  because: null,
  accepted: false,
  ...evidence,
});
