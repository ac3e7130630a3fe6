import type { History, Step } from '../../shared/editing/history.ts';
import { redo, undo } from './run-command.ts';
import { showToast } from './toast-store.ts';

/** A step as a list shows it. */
export interface TrailStep {
  readonly step: Step;
  /** Steps to undo (negative) or redo (positive) to stand right after it; 0 is where we stand. */
  readonly away: number;
}

/** Every step that can be returned to, the newest first; what was taken back stands above the present, the next to be made again nearest. */
export const trailOf = ({ undo: done, redo: undone }: History): readonly TrailStep[] => [
  ...undone.map((step, index) => ({ step, away: undone.length - index })),
  ...done.toReversed().map((step, index) => ({ step, away: index === 0 ? 0 : -index })),
];

/** Goes back or forth step by step: each is a step of its own, so returning can be taken back as well. */
export function go(away: number): void {
  for (let left = Math.abs(away); left > 0; left -= 1) {
    if ((away < 0 ? undo() : redo()) === null) {
      showToast({ text: 'It stops here: later changes rest on the next step.', tone: 'warning' });
      return;
    }
  }
}
