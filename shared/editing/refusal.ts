import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { HolidaySetId, PersonId, RotationId, ShiftId } from '../model/ids.ts';
import type { Fault } from '../model/fault.ts';
import type { TableName } from '../model/workspace.ts';
import type { Finding } from '../planner/finding.ts';

/** Why an edit was not made, with its evidence. The sentence for it is made in `words/refusal-text.ts`. */
export type Refusal =
  /** Unknown ids, broken fields and doubles: what integrity.ts would find in the workspace after the edit. */
  | Fault
  | { readonly kind: 'no-change' }
  /** Hard rules that the command does not accept. */
  | { readonly kind: 'breaks-rules'; readonly findings: readonly Finding[] }
  /** The shift has been worked; a correction needs its reason. */
  | { readonly kind: 'past-needs-reason'; readonly shift: ShiftId }
  /** A proposal would take a pinned shift away from its person. */
  | { readonly kind: 'pinned'; readonly shift: ShiftId }
  | { readonly kind: 'outside-quarter'; readonly shift: ShiftId; readonly quarter: QuarterId }
  /** Somebody or something that is no longer in use was given something new. */
  | { readonly kind: 'archived'; readonly table: TableName; readonly id: string; readonly on: LocalDate }
  /** It cannot go while this other record rests on it. */
  | {
      readonly kind: 'still-used';
      readonly table: TableName;
      readonly id: string;
      readonly by: { readonly table: TableName; readonly id: string };
    }
  /** New terms of a rotation under which shifts that exist would have no slot. */
  | { readonly kind: 'shifts-left-over'; readonly rotation: RotationId; readonly shifts: readonly ShiftId[] }
  | { readonly kind: 'locked'; readonly set: HolidaySetId }
  | { readonly kind: 'closed-quarter'; readonly quarter: QuarterId }
  /** Lines of the ledger and policies are only ever added. */
  | { readonly kind: 'append-only'; readonly table: 'compTime' | 'policies'; readonly id: string }
  /** More time off than the balance holds; both in minutes. */
  | {
      readonly kind: 'overdrawn';
      readonly person: PersonId;
      readonly balance: number;
      readonly wanted: number;
    }
  /** An undo or redo met a record that is no longer as it left it. */
  | { readonly kind: 'changed-since'; readonly table: TableName | 'about'; readonly id: string };
