import { create } from 'zustand';
import { quarterOf, dateOf } from '../../shared/calendar/days.ts';
import { aim, type Held, type Target } from '../../shared/editing/aim.ts';
import {
  aimHandoff,
  aimHoliday,
  aimSomeDays,
  type DaysAim,
  type HeldDays,
} from '../../shared/editing/aim-days.ts';
import { aimSet } from '../../shared/editing/aim-set.ts';
import { slotsNamedBy, type Gesture } from '../../shared/editing/gesture.ts';
import { landing, selectionAfter } from '../../shared/editing/landing.ts';
import { asksFirst, type MovePreview } from '../../shared/editing/move-preview.ts';
import { planMove } from '../../shared/editing/plan-move.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import { slotOf } from '../../shared/rotation/expand.ts';
import { daysStuckText } from '../../shared/words/cover-effect.ts';
import { effectSentence, moveTitle, warningSentence } from '../../shared/words/effect-text.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { HolidayId, PersonId, ShiftId } from '../../shared/model/ids.ts';
import { personName, slotName } from '../../shared/words/names.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { announce } from './announce.ts';
import { useAssessments } from './assessment-store.ts';
import { today } from './clock.ts';
import { slotsInView } from './in-view.ts';
import { shownAssignments, usePlan } from './plan-store.ts';
import { noteGesture } from './repeat-store.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { select, useView } from './view-store.ts';
import { openWorkspace } from './workspace-store.ts';

/** What the hand holds and where it points: fed by pointer and by keys, drawn by Board and Calendar alike. */
export interface DragState {
  readonly held: Held | null;
  readonly by: 'pointer' | 'keys' | null;
  readonly target: Target | null;
  /** What dropping now would do; null over nothing, or before the first target. */
  readonly preview: MovePreview | null;
  /** Why nothing can be dropped here, where that is worth a sentence. */
  readonly stuck: string | null;
  /** Dropped on a hard conflict, or on what has been worked: waits for *Place anyway*, a reason, or *Cancel*. */
  readonly asking: MovePreview | null;
}

const atRest: DragState = { held: null, by: null, target: null, preview: null, stuck: null, asking: null };

export const useDrag = create<DragState>(() => atRest);

export const cancelled = 'Cancelled. Nothing changed.';
export const proposalFirst = 'A plan is proposed: accept or discard it first. Nothing changed.';

/** Says why nothing came of it; in sight too where the eye has no other sign. */
function nothing(text: string, inSight = text === proposalFirst): 'nothing' {
  if (inSight) showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
  return 'nothing';
}

/** While a proposal lies over the plan, a hand would move what is not there. */
export const proposalHoldsPlan = (): boolean => shownAssignments(usePlan.getState()) !== null;

/** The quarter in which a gesture plays: that of the first turn that it names, else the one on view. */
function quarterFor(gesture: Gesture): QuarterId {
  const [first] = slotsNamedBy(gesture);
  const slot = first === undefined ? null : slotOf(openWorkspace(), first);
  return slot === null ? useView.getState().quarter : quarterOf(dateOf(slot.start));
}

/** What any gesture would do to the quarter that it plays in. */
export function previewOf(gesture: Gesture, reason = ''): MovePreview {
  const workspace = openWorkspace();
  const quarter = quarterFor(gesture);
  const assessment = useAssessments.getState().byQuarter[quarter] ?? null;
  return planMove(workspace, quarter, gesture, assessment, today(workspace.about.zone), reason);
}

export function pickUp(held: Held, by: 'pointer' | 'keys'): void {
  const slot = held.kind === 'slot' ? held.slot : held.kind === 'slots' ? held.lead : null;
  const found = slot === null ? null : slotOf(openWorkspace(), slot);
  // In the view of a year the panel follows the hand to the quarter that it changes.
  if (found !== null && useView.getState().zoom === 'year')
    useView.setState({ quarter: quarterOf(dateOf(found.start)) });
  useDrag.setState({ ...atRest, held, by });
}

const sameTarget = (a: Target | null, b: Target | null): boolean => JSON.stringify(a) === JSON.stringify(b);

const stuckText = (workspace: Workspace, shift: ShiftId): string =>
  `${slotName(workspace, shift)} has no place that far from here: the selection stays together`;

/** A holiday goes to somebody by the weightiest duty that they can take over without breaking a rule. */
function holidayPreview(holiday: HolidayId, person: PersonId): MovePreview | null {
  let first: MovePreview | null = null;
  for (const gesture of aimHoliday(openWorkspace(), holiday, person)) {
    const preview = previewOf(gesture);
    if (preview.refusal === null && preview.conflicts.length === 0) return preview;
    first ??= preview;
  }
  return first;
}

/** Whoever single days are held over: a person, or the holder of a shift. */
function personAt(target: Target): PersonId | null {
  if (target.kind === 'person') return target.person;
  return target.kind === 'slot' ? (openWorkspace().shifts[target.slot]?.person ?? null) : null;
}

/** What single days would do at a target, or why they can do nothing there. */
function daysAt(held: HeldDays, target: Target): Pick<DragState, 'preview' | 'stuck'> {
  const workspace = openWorkspace();
  const person = personAt(target);
  if (held.kind === 'holiday') {
    const preview = person === null ? null : holidayPreview(held.holiday, person);
    const idle = person !== null && preview === null;
    return {
      preview,
      stuck: idle ? `${personName(workspace, person)} has nobody to relieve on this day` : null,
    };
  }
  let aimed: DaysAim = { kind: 'still' };
  if (held.kind === 'handoff' && target.kind === 'plan-day') aimed = aimHandoff(workspace, held, target.day);
  if (held.kind === 'some' && person !== null) aimed = aimSomeDays(workspace, held, person);
  const stuck = daysStuckText(workspace, aimed);
  return {
    preview: aimed.kind === 'covers' ? previewOf(aimed.gesture) : null,
    stuck: stuck === '' ? null : stuck,
  };
}

/** What the held thing would do at a target, or why it can do nothing there. */
function gestureAt(held: Held, target: Target): Pick<DragState, 'preview' | 'stuck'> {
  const workspace = openWorkspace();
  const slots = slotsInView(workspace);
  if (held.kind === 'slots') {
    const aimed = aimSet(workspace, slots, held, target);
    return {
      preview: aimed.kind === 'moves' ? previewOf(aimed.gesture) : null,
      stuck: aimed.kind === 'stuck' ? stuckText(workspace, aimed.shift) : null,
    };
  }
  if (held.kind === 'days') return daysAt(held.days, target);
  const gesture = aim(workspace, slots, held, target);
  const leave = held.kind === 'leave' ? workspace.leave[held.leave] : undefined;
  const strange = target.kind === 'day' && leave !== undefined && leave.person !== target.person;
  return {
    preview: gesture === null ? null : previewOf(gesture),
    stuck: strange ? `Leave stays with ${personName(workspace, leave.person)}` : null,
  };
}

/** Points the held thing somewhere. One plan is made per change of target, however often the hand moves. */
export function aimAt(target: Target | null): void {
  const drag = useDrag.getState();
  if (drag.held === null || sameTarget(drag.target, target)) return;
  useDrag.setState({
    target,
    ...(target === null ? { preview: null, stuck: null } : gestureAt(drag.held, target)),
  });
}

export function cancelDrag(): void {
  if (useDrag.getState().held === null && useDrag.getState().asking === null) return;
  useDrag.setState(atRest);
  nothing(cancelled);
}

/** The turn that focus follows after a drop; null where none was held. */
export function landingOf({ held, preview }: DragState): ShiftId | null {
  if (held === null || preview === null) return null;
  const { gesture } = preview;
  if (held.kind !== 'slots' || gesture.kind !== 'several') return landing(gesture);
  const led = gesture.gestures.find((one) => slotsNamedBy(one)[0] === held.lead);
  return led === undefined ? held.lead : landing(led);
}

/** How a commit ended: placed, waiting for an answer, or nothing to do. */
export type Outcome = 'placed' | 'asking' | 'nothing';

/**
 * Commits a previewed move. One that breaks hard rules asks first, unless `anyway`; one that cannot be made says why.
 * What has been placed is told in a toast with Undo, and to the screen reader; `unseen`, with what warns of it, where
 * no card or list has shown that before.
 */
export function commitMove(preview: MovePreview, anyway: boolean, unseen = false): Outcome {
  const workspace = openWorkspace();
  if (preview.refusal !== null) {
    return nothing(refusalText(preview.refusal, workspace), true);
  }
  if (preview.command === null) return nothing('No change.');
  // A reason has to be asked for even where the conflicts are overruled already.
  if (asksFirst(preview) && (!anyway || preview.needsReason)) {
    useDrag.setState({ ...atRest, asking: preview });
    return 'asking';
  }
  const made = runCommand(preview.command, moveTitle(workspace, preview), preview.tried);
  if (!made.ok) {
    const text = refusalText(made.reason, workspace);
    showToast({ text, tone: 'error' });
    announce(text, 'assertive');
    return 'nothing';
  }
  noteGesture(workspace, preview.gesture);
  const { selection } = useView.getState();
  const followed = selectionAfter(selection, preview.gesture);
  if (followed !== selection) select(followed);
  const warning = unseen ? warningSentence(workspace, preview) : '';
  const text = [effectSentence(workspace, preview), warning].filter((part) => part !== '').join(' ');
  showToast({ text, undo: true, tone: warning === '' ? 'info' : 'warning' });
  announce(text);
  return 'placed';
}

/** Lets go of what is held, at the target it was last aimed at. */
export function drop(anyway: boolean): Outcome {
  const { preview, target, stuck } = useDrag.getState();
  useDrag.setState(atRest);
  // A plan may have begun to show while the hand was holding: what was aimed at is not what is seen now.
  if (preview !== null && proposalHoldsPlan()) return nothing(proposalFirst);
  if (preview !== null) return commitMove(preview, anyway);
  return nothing(stuck === null ? (target === null ? cancelled : 'No change.') : `${stuck}.`, stuck !== null);
}

/** The answer to the question: place it in spite of its conflicts, with its reason, or leave all as it was. */
export function answerConflict(anyway: boolean, reason = ''): Outcome {
  const { asking } = useDrag.getState();
  useDrag.setState(atRest);
  if (asking === null || !anyway) return nothing(cancelled);
  if (proposalHoldsPlan()) return nothing(proposalFirst);
  return commitMove(asking.needsReason ? previewOf(asking.gesture, reason) : asking, true);
}

/** Makes a gesture at once, by menu or key. */
export const makeMove = (gesture: Gesture, anyway = false): Outcome => commitMove(previewOf(gesture), anyway);
