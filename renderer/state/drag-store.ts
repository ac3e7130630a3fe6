import { create } from 'zustand';
import { aim, type Held, type Target } from '../../shared/editing/aim.ts';
import type { Gesture } from '../../shared/editing/gesture.ts';
import { planMove, type MovePreview } from '../../shared/editing/plan-move.ts';
import { slotsOfQuarter } from '../../shared/rotation/expand.ts';
import { effectSentence, moveTitle } from '../../shared/words/effect-text.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { announce } from './announce.ts';
import { useAssessments } from './assessment-store.ts';
import { today } from './clock.ts';
import { shownAssignments, usePlan } from './plan-store.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { useView } from './view-store.ts';
import { openWorkspace } from './workspace-store.ts';

/** What the hand holds and where it points: fed by pointer and by keys, drawn by Board and Calendar alike. */
export interface DragState {
  readonly held: Held | null;
  readonly by: 'pointer' | 'keys' | null;
  readonly target: Target | null;
  /** What dropping now would do; null over nothing, or before the first target. */
  readonly preview: MovePreview | null;
  /** Dropped on a hard conflict: waits for *Place anyway* or *Cancel*. */
  readonly asking: MovePreview | null;
}

const atRest: DragState = { held: null, by: null, target: null, preview: null, asking: null };

export const useDrag = create<DragState>(() => atRest);

/** What the drag under way would do, for whoever shows it live; null at rest. */
export const useDragPreview = (): MovePreview | null => useDrag((drag) => drag.preview ?? drag.asking);

/** While a proposal lies over the plan, a hand would move what is not there. */
export const proposalHoldsPlan = (): boolean => shownAssignments(usePlan.getState()) !== null;

/** What any gesture would do to the quarter on view. */
export function previewOf(gesture: Gesture, reason = ''): MovePreview {
  const workspace = openWorkspace();
  const { quarter } = useView.getState();
  const assessment = useAssessments.getState().byQuarter[quarter] ?? null;
  return planMove(workspace, quarter, gesture, assessment, today(workspace.about.zone), reason);
}

export function pickUp(held: Held, by: 'pointer' | 'keys'): void {
  useDrag.setState({ ...atRest, held, by });
}

const sameTarget = (a: Target | null, b: Target | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Points the held thing somewhere. One plan is made per change of target, however often the hand moves. */
export function aimAt(target: Target | null): void {
  const drag = useDrag.getState();
  if (drag.held === null || sameTarget(drag.target, target)) return;
  const workspace = openWorkspace();
  const slots = slotsOfQuarter(workspace, useView.getState().quarter);
  const gesture = target === null ? null : aim(workspace, slots, drag.held, target);
  useDrag.setState({ target, preview: gesture === null ? null : previewOf(gesture) });
}

export function cancelDrag(): void {
  if (useDrag.getState().held === null && useDrag.getState().asking === null) return;
  useDrag.setState(atRest);
  announce('Cancelled. Nothing changed.', 'assertive');
}

/** How a commit ended: placed, waiting for an answer, or nothing to do. */
export type Outcome = 'placed' | 'asking' | 'nothing';

/**
 * Commits a previewed move. One that breaks hard rules asks first, unless `anyway`; one that cannot be made says why.
 * What has been placed is told in a toast with Undo, and to the screen reader.
 */
export function commitMove(preview: MovePreview, anyway: boolean): Outcome {
  const workspace = openWorkspace();
  if (preview.refusal !== null) {
    const text = refusalText(preview.refusal, workspace);
    showToast({ text, tone: 'warning' });
    announce(text, 'assertive');
    return 'nothing';
  }
  if (preview.command === null) {
    announce('No change.', 'assertive');
    return 'nothing';
  }
  if (preview.command.accept.length > 0 && !anyway) {
    useDrag.setState({ ...atRest, asking: preview });
    return 'asking';
  }
  const made = runCommand(preview.command, moveTitle(workspace, preview));
  if (!made.ok) {
    const text = refusalText(made.reason, workspace);
    showToast({ text, tone: 'error' });
    announce(text, 'assertive');
    return 'nothing';
  }
  const text = effectSentence(workspace, preview);
  showToast({ text, undo: true });
  announce(text);
  return 'placed';
}

/** Lets go of what is held, at the target it was last aimed at. */
export function drop(anyway: boolean): Outcome {
  const { preview, target } = useDrag.getState();
  useDrag.setState(atRest);
  if (preview !== null) return commitMove(preview, anyway);
  announce(target === null ? 'Cancelled. Nothing changed.' : 'No change.', 'assertive');
  return 'nothing';
}

/** The answer to the question: place it in spite of its conflicts, or leave all as it was. */
export function answerConflict(anyway: boolean): Outcome {
  const { asking } = useDrag.getState();
  useDrag.setState(atRest);
  if (asking !== null && anyway) return commitMove(asking, true);
  announce('Cancelled. Nothing changed.', 'assertive');
  return 'nothing';
}

/** Makes a gesture at once, by menu or key. */
export const makeMove = (gesture: Gesture, anyway = false): Outcome => commitMove(previewOf(gesture), anyway);
