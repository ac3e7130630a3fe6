import { create } from 'zustand';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import type { Point } from '../../ui/pointer-drag.ts';
import type { Grip } from './leave-gesture.ts';
import type { Span } from './strip-layout.ts';

/** A leave as it would be, while a hand or the keys still hold it. */
export interface Draft {
  readonly leave: Leave;
  /** What the pointer holds, and where it is; null while the keys hold it. */
  readonly grip: Grip | null;
  readonly at: Point | null;
}

/** What is looked at and held on the Leave screen; nothing here is part of the plan. */
export interface LeaveState {
  readonly span: Span;
  /** The cell of the strip that the keys are at. */
  readonly cursor: { readonly person: PersonId; readonly day: LocalDate } | null;
  /** Where a choice of days began that ends at the cursor. */
  readonly anchor: LocalDate | null;
  readonly draft: Draft | null;
  /** The form: of a leave that is there, or of a new one. */
  readonly form: { readonly leave: Leave; readonly isNew: boolean } | null;
  /** A leave that overlaps others, while it is asked what becomes of them. */
  readonly merging: Leave | null;
  /** Null: open as soon as something clashes and the window is wide enough. */
  readonly conflictsOpen: boolean | null;
}

const begin: LeaveState = {
  span: 'quarter',
  cursor: null,
  anchor: null,
  draft: null,
  form: null,
  merging: null,
  conflictsOpen: null,
};

export const useLeave = create<LeaveState>(() => begin);

export const setLeave = (part: Partial<LeaveState>): void => useLeave.setState(part);

// Another file has other people.
useWorkspaceStore.subscribe((now, before) => {
  if (now.file !== before.file) useLeave.setState(begin);
});
