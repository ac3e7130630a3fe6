import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Held, Target } from '../../../shared/editing/aim.ts';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import { aimAt, useDrag } from '../../state/drag-store.ts';
import { pointerDragLife } from '../../state/pointer-drag-life.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { attachPointerDrag } from '../../ui/pointer-drag.ts';
import { readUnder, targetUnder } from './drop-target.ts';

function heldUnder(target: EventTarget | null): Held | null {
  if (!(target instanceof Element) || target.closest('[data-more]') !== null) return null;
  const shift = target.closest('[data-shift]')?.getAttribute('data-shift') ?? null;
  if (shift !== null) return { kind: 'slot', slot: shift as ShiftId };
  const person = target.closest('[data-person]')?.getAttribute('data-person') ?? null;
  return person === null ? null : { kind: 'person', person: person as PersonId };
}

/** The elements that mark a target: all chips of the shift aimed at, or the days of the week. */
function markTargets(root: HTMLElement, target: Target | null, tone: string): void {
  for (const element of root.querySelectorAll('[data-drop]')) element.removeAttribute('data-drop');
  if (target?.kind === 'slot') {
    for (const element of root.querySelectorAll(`[data-shift="${CSS.escape(target.slot)}"]`))
      element.setAttribute('data-drop', tone);
  }
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
    let lead: ShiftId | null = null;
    return attachPointerDrag(
      element,
      pointerDragLife({
        pick: (event) => heldUnder(event.target),
        aim: (at, held) => {
          lead = held.kind === 'slot' ? held.slot : null;
          const next = targetUnder(openWorkspace(), readUnder(document.elementsFromPoint(at.x, at.y)), held);
          aimAt(next);
          const { preview } = useDrag.getState();
          const isConflict = preview !== null && (preview.refusal !== null || asksFirst(preview));
          markTargets(element, preview === null ? null : next, isConflict ? 'conflict' : 'fine');
          setTarget((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
        },
        unmark: () => {
          markTargets(element, null, '');
          setTarget(null);
        },
        dropped: (outcome) => {
          if (outcome === 'placed' && lead !== null) latest.current(lead);
        },
        scroller: () => element.querySelector<HTMLElement>('.calendar-scroll'),
      }),
    );
  }, [root]);
  return target;
}
