import { useCallback, useRef, type RefObject } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import { effectSpeech } from '../../../shared/words/effect-text.ts';
import { announce } from '../../state/announce.ts';
import { placeGhost } from '../../state/drag-position.ts';
import { aimAt, useDrag } from '../../state/drag-store.ts';
import type { Intent } from '../../state/grid-keys.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import type { Cursor } from './cursor.ts';
import type { Columns } from './layout.ts';
import { headHeight } from './sizes.ts';
import { boxOf, boxOfDays, targetOf, type Box } from './target.ts';
import type { BoardModel } from './use-board-model.ts';

interface Parts {
  readonly pane: RefObject<HTMLElement | null>;
  readonly model: BoardModel;
  readonly columns: Columns;
  readonly outline: (box: Box | null) => void;
}

function sayTarget(): void {
  const { preview, stuck } = useDrag.getState();
  announce(
    stuck !== null
      ? `${stuck}.`
      : preview === null
        ? 'No change here.'
        : effectSpeech(openWorkspace(), preview),
    'assertive',
  );
}

/** Aims what the keys hold: shifts by cells, days off by days. Outline, card and speech follow. */
export function useAimKeys({ pane, model, columns, outline }: Parts) {
  /** Days that held leave has been carried so far. */
  const carried = useRef(0);

  const show = useCallback(
    (box: Box | null) => {
      outline(useDrag.getState().target === null ? null : box);
      const element = pane.current;
      if (element !== null && box !== null) {
        const { left, top } = element.getBoundingClientRect();
        placeGhost({
          x: left + box.left - element.scrollLeft + columns.week * 0.6,
          y: top + headHeight + box.top - element.scrollTop + box.height - 10,
        });
      }
      sayTarget();
    },
    [columns, outline, pane],
  );

  const aimCell = useCallback(
    (at: Cursor) => {
      carried.current = 0;
      const hit = { row: at.row, column: at.column, chip: null, day: 0 };
      aimAt(targetOf(model, hit, useDrag.getState().held));
      show(boxOf(model, columns, hit, false));
    },
    [model, columns, show],
  );

  const aimLeave = useCallback(
    (row: number, intent: Extract<Intent, { kind: 'go' }> | null) => {
      const { held } = useDrag.getState();
      const leave = held?.kind === 'leave' ? openWorkspace().leave[held.leave] : undefined;
      if (held?.kind !== 'leave' || leave === undefined) return;
      carried.current =
        intent === null ? 0 : carried.current + (intent.columns + intent.rows) * (intent.extend ? 7 : 1);
      aimAt({ kind: 'day', person: leave.person, day: addDays(held.day, carried.current) });
      const { from, to } = leave;
      show(boxOfDays(model, columns, row, addDays(from, carried.current), addDays(to, carried.current)));
    },
    [model, columns, show],
  );
  return { aimCell, aimLeave };
}
