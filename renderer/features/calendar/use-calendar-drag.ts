import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Target } from '../../../shared/editing/aim.ts';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { aimAt, useDrag } from '../../state/drag-store.ts';
import { pointerDragLife } from '../../state/pointer-drag-life.ts';
import { openDesk } from '../../state/shift-desk.ts';
import { useView } from '../../state/view-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { attachPointerDrag } from '../../ui/pointer-drag.ts';
import { useCalendarView } from './calendar-view.ts';
import { readUnder, targetUnder, type Under } from './drop-target.ts';
import { heldUnder } from './held-under.ts';

const underPoint = (x: number, y: number): Under => readUnder(document.elementsFromPoint(x, y));

function pick({ target, clientX, clientY, altKey }: PointerEvent) {
  if (!(target instanceof Element)) return null;
  const { clock } = useCalendarView.getState();
  const { day } = underPoint(clientX, clientY);
  return heldUnder(
    openWorkspace(),
    { element: target, day, alt: altKey, selection: useView.getState().selection },
    clock,
  );
}

/** The elements that mark a target: all chips of the shift aimed at, or the cell of a day. */
function markTargets(root: HTMLElement, day: string | null, target: Target | null, tone: string): void {
  for (const element of root.querySelectorAll('[data-drop]')) element.removeAttribute('data-drop');
  const selector =
    target?.kind === 'slot'
      ? `[data-shift="${CSS.escape(target.slot)}"]`
      : (target?.kind === 'day' || target?.kind === 'plan-day') && day !== null
        ? `[data-date="${CSS.escape(day)}"]`
        : null;
  if (selector === null) return;
  for (const element of root.querySelectorAll(selector)) element.setAttribute('data-drop', tone);
}

/** The same drag controller as the Board's, with what is under the pointer read by attributes. */
export function useCalendarDrag(
  root: RefObject<HTMLElement | null>,
  follow: (shift: ShiftId) => void,
): Target | null {
  const [target, setTarget] = useState<Target | null>(null);
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    return attachPointerDrag(
      element,
      pointerDragLife({
        pick,
        aim: (at, held) => {
          const under = underPoint(at.x, at.y);
          const next = targetUnder(openWorkspace(), under, held, useCalendarView.getState().clock);
          aimAt(next);
          const { preview } = useDrag.getState();
          const isConflict = preview !== null && (preview.refusal !== null || asksFirst(preview));
          markTargets(element, under.day, preview === null ? null : next, isConflict ? 'conflict' : 'fine');
          setTarget((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
        },
        unmark: () => {
          markTargets(element, null, null, '');
          setTarget(null);
        },
        follow: (landed) => latest.current(landed),
        press: (at) => {
          const { shift } = underPoint(at.x, at.y);
          if (shift !== null) openDesk('menu', shift, { ...at, width: 1, height: 1 });
        },
        scroller: () => element.querySelector<HTMLElement>('.calendar-scroll'),
      }),
    );
  }, [root]);
  return target;
}
