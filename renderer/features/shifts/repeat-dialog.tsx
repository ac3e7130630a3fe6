import { useMemo, useState } from 'react';
import { laterTurns } from '../../../shared/editing/repeat.ts';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import type { Gesture } from '../../../shared/editing/gesture.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { effectLines, type EffectLine } from '../../../shared/words/effect-text.ts';
import { dutyName, personName, slotWithDays } from '../../../shared/words/names.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { recipeText } from '../../../shared/words/repeat-text.ts';
import { commitMove, previewOf } from '../../state/drag-store.ts';
import { slotsInView } from '../../state/in-view.ts';
import { useRepeat } from '../../state/repeat-store.ts';
import { closeDesk } from '../../state/shift-desk.ts';
import { useView } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EffectList } from './effect-list.tsx';

interface Turn {
  readonly shift: ShiftId;
  readonly gesture: Gesture;
  /** What stands against it, alone; empty where nothing does. */
  readonly against: string;
}

/** The later turns that the last gesture fits, each with what stands against it. */
function useTurns(shift: ShiftId): readonly Turn[] {
  const workspace = useWorkspace();
  const recipe = useRepeat((state) => state.recipe);
  return useMemo(
    () =>
      recipe === null
        ? []
        : laterTurns(workspace, slotsInView(workspace), recipe, shift).map(({ slot, gesture }) => {
            const preview = previewOf(gesture);
            const hard = effectLines(workspace, preview).filter(
              ({ kind }) => kind === 'hard' || kind === 'refused',
            );
            return { shift: slot.id, gesture, against: hard.map(({ text }) => text).join('; ') };
          }),
    [workspace, recipe, shift],
  );
}

/** The shifts stand in the list above: beneath it, what becomes of shares and score. */
const toldHere: readonly EffectLine['kind'][] = ['share', 'score'];

const together = (gestures: readonly Gesture[]): Gesture | null => {
  const [only] = gestures;
  if (only === undefined) return null;
  return gestures.length === 1 ? only : { kind: 'several', gestures };
};

/** Does to later turns what was done last: all of them listed first, those with a conflict left to the lead to choose. */
export function RepeatDialog({ shift }: { readonly shift: ShiftId }) {
  const workspace = useWorkspace();
  const recipe = useRepeat((state) => state.recipe);
  const turns = useTurns(shift);
  const zoom = useView((view) => view.zoom);
  const [chosen, setChosen] = useState<ReadonlySet<ShiftId>>(
    () => new Set(turns.filter(({ against }) => against === '').map((turn) => turn.shift)),
  );
  const gesture = together(turns.filter((turn) => chosen.has(turn.shift)).map((turn) => turn.gesture));
  const preview = useMemo(() => (gesture === null ? null : previewOf(gesture)), [gesture]);
  if (recipe === null) return null;
  const of = recipe.from === null ? 'gaps' : `turns of ${personName(workspace, recipe.from)}`;
  const toggle = (turn: ShiftId) => {
    const next = new Set(chosen);
    if (!next.delete(turn)) next.add(turn);
    setChosen(next);
  };
  const repeat = () => {
    closeDesk();
    if (preview !== null) commitMove(preview, false);
  };
  return (
    <Dialog
      title={`Repeat on ${dutyName(workspace, shift)}: ${recipeText(workspace, recipe)}`}
      isOpen
      onClose={closeDesk}
      size="wide"
      actions={
        <>
          <Button onPress={closeDesk}>Cancel</Button>
          <Button
            kind="primary"
            onPress={repeat}
            disabledReason={gesture === null ? 'No shift is chosen' : undefined}
          >
            {`${preview !== null && asksFirst(preview) ? 'Go on with' : 'Change'} ${counted(chosen.size, 'shift')}`}
          </Button>
        </>
      }
    >
      {turns.length === 0 ? (
        <p className="text-muted">There are no later {of} of this duty that it would change.</p>
      ) : (
        <>
          <p className="text-muted">
            All later {of} of this duty, to the end of the {zoom}. Those with a conflict are left out until
            you choose them.
          </p>
          <ul className="flex max-h-70 flex-col gap-1 overflow-auto" aria-label="Later shifts">
            {turns.map((turn) => (
              <li key={turn.shift}>
                <Checkbox checked={chosen.has(turn.shift)} onChange={() => toggle(turn.shift)}>
                  {slotWithDays(workspace, turn.shift)}
                </Checkbox>
                {turn.against === '' ? null : <p className="pl-6 text-label text-error">× {turn.against}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {preview === null ? null : (
        <EffectList lines={effectLines(workspace, preview).filter(({ kind }) => toldHere.includes(kind))} />
      )}
    </Dialog>
  );
}
