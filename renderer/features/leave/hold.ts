import { addDays } from '../../../shared/calendar/days.ts';
import { ledgerLineOf } from '../../../shared/editing/leave-edits.ts';
import { leaveEffect, type LeaveEffect } from '../../../shared/editing/leave-effect.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import { leaveEffectLines } from '../../../shared/words/leave-text.ts';
import { announce } from '../../state/announce.ts';
import { today } from '../../state/clock.ts';
import { newLeaveId, putLeave } from '../../state/leave-acts.ts';
import { memoise } from '../../state/memoise.ts';
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { showToast } from '../../state/toast-store.ts';
import { newLeave } from './leave-gesture.ts';
import { setLeave, useLeave, type Draft } from './leave-store.ts';

const effectOf = memoise(leaveEffect);

/** What the held leave would do where it is now. */
export function draftEffect(leave: Leave): LeaveEffect {
  const workspace = openWorkspace();
  return effectOf(workspace, leave, today(workspace.about.zone));
}

/** Why a leave cannot be moved on the strip; null where it can. */
export function whyNotHeld(leave: Leave | null): string | null {
  const { readOnlyBecause } = useWorkspaceStore.getState();
  if (readOnlyBecause !== null) return `Read only: ${readOnlyBecause}`;
  return leave !== null && ledgerLineOf(openWorkspace(), leave.id) !== null
    ? 'This is comp time that was booked against the ledger. Change it on the Comp time screen.'
    : null;
}

export function refuseToHold(why: string): void {
  showToast({ text: why, tone: 'warning' });
  announce(why, 'assertive');
}

export const hold = (draft: Draft): void => setLeave({ draft });

export function cancelHold(): void {
  if (useLeave.getState().draft === null) return;
  setLeave({ draft: null });
  announce('Cancelled. Nothing changed.', 'assertive');
}

/** Lets go: the leave is put down; where it overlaps others it is asked about, and where it cannot be it is told why. */
export function drop(leave: Leave): void {
  setLeave({ draft: null });
  const { overlapping } = draftEffect(leave);
  const known = openWorkspace().leave[leave.id];
  if (known !== undefined && known.from === leave.from && known.to === leave.to && known.part === leave.part)
    return announce('No change.');
  if (overlapping.length > 0) setLeave({ merging: leave });
  else if (putLeave(leave)) setLeave({ cursor: { person: leave.person, day: leave.from }, anchor: null });
}

/** Says what the held leave would do, for who does not see the card. */
export function sayDraft(leave: Leave): void {
  const lines = leaveEffectLines(openWorkspace(), draftEffect(leave));
  announce(lines.map(({ text }) => text).join('. '), 'assertive');
}

/** Changes what the keys hold by some days: the whole leave, or one of its ends, never past the other one. */
export function nudged(leave: Leave, what: 'move' | 'first' | 'last', by: number): Leave {
  const from = what === 'last' ? leave.from : addDays(leave.from, by);
  const to = what === 'first' ? leave.to : addDays(leave.to, by);
  if (from > to) return leave;
  return { ...leave, from, to, part: from === to ? leave.part : 'day' };
}

/** Opens the form for new leave on these days, whichever way round they were chosen. */
export function askForLeave(person: Leave['person'], one: LocalDate, other: LocalDate): void {
  const [from, to] = one <= other ? [one, other] : [other, one];
  setLeave({ form: { leave: newLeave(newLeaveId(), person, from, to), isNew: true }, anchor: null });
}
