import type { Held } from '../../shared/editing/aim.ts';
import type { Gesture } from '../../shared/editing/gesture.ts';
import { suggestSetGive } from '../../shared/editing/suggest-set.ts';
import { suggestGive } from '../../shared/editing/suggest.ts';
import type { RunbookId, ShiftId } from '../../shared/model/ids.ts';
import { slotOf } from '../../shared/rotation/expand.ts';
import { slotName } from '../../shared/words/names.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { announce } from './announce.ts';
import { useAssessments } from './assessment-store.ts';
import { today } from './clock.ts';
import { commitMove, makeMove, previewOf } from './drag-store.ts';
import { ask } from './explain-store.ts';
import { runCommand } from './run-command.ts';
import { openDesk, showHover, type Anchor } from './shift-desk.ts';
import { showToast } from './toast-store.ts';
import { showRunbook, useView } from './view-store.ts';
import { openWorkspace } from './workspace-store.ts';

/** What can be done to a shift by menu or key. */
export type ShiftAct =
  | 'menu'
  | 'card'
  | 'hover'
  | 'give'
  | 'swap'
  | 'move'
  | 'repeat'
  | 'cover'
  | 'unassign'
  | 'pin'
  | 'runbook'
  | 'suggestion'
  | 'why'
  | 'why-not'
  | 'best-swaps';

/** The selected shifts when this one is among them, else this one alone. */
export function meant(shift: ShiftId): readonly ShiftId[] {
  const { selection } = useView.getState();
  return selection.includes(shift) ? selection : [shift];
}

/** The selection that a shift is part of, held by this one; null where it is alone. */
export function setOf(shift: ShiftId): Extract<Held, { kind: 'slots' }> | null {
  const slots = meant(shift);
  return slots.length > 1 ? { kind: 'slots', lead: shift, slots } : null;
}

/** The runbook of the pipeline that a shift watches. */
export function runbookOf(shift: ShiftId): RunbookId | null {
  const workspace = openWorkspace();
  const slot = slotOf(workspace, shift);
  const pipeline = slot === null ? undefined : workspace.rotations[slot.rotation]?.pipeline;
  if (pipeline === undefined || pipeline === null) return null;
  return Object.values(workspace.runbooks).find((runbook) => runbook.pipeline === pipeline)?.id ?? null;
}

export function unassign(shift: ShiftId): void {
  const filled = meant(shift).filter((one) => openWorkspace().shifts[one] !== undefined);
  const gestures = filled.map((one): Gesture => ({ kind: 'unassign', shift: one }));
  const [only] = gestures;
  if (only === undefined) return announce('Nobody is assigned here.', 'assertive');
  makeMove(gestures.length === 1 ? only : { kind: 'several', gestures });
}

/** Pins, or releases where all are pinned already. */
export function togglePin(shift: ShiftId): void {
  const workspace = openWorkspace();
  const shifts = meant(shift).filter((one) => workspace.shifts[one] !== undefined);
  if (shifts.length === 0) return announce('Nobody is assigned here: a gap cannot be pinned.', 'assertive');
  const pinned = !shifts.every((one) => workspace.shifts[one]?.pinned === true);
  const what = shifts.length === 1 ? slotName(workspace, shift) : `${shifts.length} shifts`;
  const text = `${pinned ? 'Pinned' : 'Released'}: ${what}`;
  const made = runCommand({ kind: 'pin-shifts', shifts, pinned }, text);
  if (made.ok) {
    showToast({ text, undo: true });
    announce(text);
  } else showToast({ text: refusalText(made.reason, workspace), tone: 'warning' });
}

function takeSuggestion(shift: ShiftId, rank: number): void {
  const workspace = openWorkspace();
  const { quarter } = useView.getState();
  const assessment = useAssessments.getState().byQuarter[quarter] ?? null;
  const set = setOf(shift);
  const now = today(workspace.about.zone);
  const chosen = (
    set === null
      ? suggestGive(workspace, quarter, shift, assessment, now)
      : suggestSetGive(workspace, quarter, set, assessment, now)
  )[rank - 1];
  if (chosen === undefined) announce(`There is no suggestion ${rank}.`, 'assertive');
  else commitMove(previewOf(chosen.preview.gesture), false, true);
}

/** Does to a shift what a menu entry or key asks; what needs more room opens at `anchor`. */
export function runOnShift(act: ShiftAct, shift: ShiftId, anchor: Anchor, rank = 1): void {
  switch (act) {
    case 'menu':
    case 'card':
    case 'give':
    case 'swap':
    case 'move':
    case 'repeat':
    case 'cover':
      return openDesk(act, shift, anchor);
    case 'hover':
      return showHover({ shift, anchor });
    case 'unassign':
      return unassign(shift);
    case 'pin':
      return togglePin(shift);
    case 'suggestion':
      return takeSuggestion(shift, rank);
    case 'why':
    case 'why-not':
      return ask(act, { shift, person: null });
    case 'best-swaps':
      return ask('swaps', { shift, person: null, ofTurn: true });
    case 'runbook': {
      const runbook = runbookOf(shift);
      return runbook === null ? announce('This rotation has no runbook.', 'assertive') : showRunbook(runbook);
    }
  }
}
