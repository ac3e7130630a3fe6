import { repeatOnAll } from '../../shared/editing/repeat.ts';
import type { ShiftId } from '../../shared/model/ids.ts';
import { announce } from './announce.ts';
import { makeMove, type Outcome } from './drag-store.ts';
import { slotsInView } from './in-view.ts';
import { useRepeat } from './repeat-store.ts';
import { meant } from './shift-acts.ts';
import { showToast } from './toast-store.ts';
import { openWorkspace } from './workspace-store.ts';

function say(text: string): void {
  showToast({ text });
  announce(text, 'assertive');
}

/** Does to a shift, or to the selection that it is part of, what the hand did last. */
export function repeatLast(shift: ShiftId): Outcome {
  const { recipe } = useRepeat.getState();
  const workspace = openWorkspace();
  const gesture =
    recipe === null ? null : repeatOnAll(workspace, slotsInView(workspace), recipe, meant(shift));
  if (gesture !== null) return makeMove(gesture);
  say(
    recipe === null
      ? 'There is nothing to repeat yet: move a shift first.'
      : 'Repeating it changes nothing here.',
  );
  return 'nothing';
}
