import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Held, Target } from '../../../shared/editing/aim.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import { announce } from '../../state/announce.ts';
import { placeGhost } from '../../state/drag-position.ts';
import { aimAt, cancelDrag, drop, pickUp, proposalHoldsPlan, useDrag } from '../../state/drag-store.ts';
import { closeDesk, showHover } from '../../state/shift-desk.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { attachPointerDrag, type Point } from '../../ui/pointer-drag.ts';
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
    let held: Held | null = null;
    const move = (at: Point) => {
      placeGhost(at);
      const next = targetUnder(openWorkspace(), readUnder(document.elementsFromPoint(at.x, at.y)), held);
      aimAt(next);
      const { preview } = useDrag.getState();
      const tone =
        preview === null
          ? 'none'
          : preview.refusal !== null || (preview.command?.accept.length ?? 0) > 0
            ? 'conflict'
            : 'fine';
      markTargets(element, preview === null ? null : next, tone);
      setTarget((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const end = () => {
      held = null;
      markTargets(element, null, '');
      setTarget(null);
    };
    return attachPointerDrag(element, {
      pick: (event) => {
        held = heldUnder(event.target);
        return held !== null;
      },
      start: (at) => {
        closeDesk();
        showHover(null);
        if (held === null) return;
        if (proposalHoldsPlan()) {
          announce('Accept or discard the proposal first.', 'assertive');
          held = null;
          return;
        }
        pickUp(held, 'pointer');
        move(at);
      },
      move: (at) => {
        if (held !== null) move(at);
      },
      drop: (_at, anyway) => {
        const was = held;
        end();
        if (was !== null && drop(anyway) === 'placed' && was.kind === 'slot') latest.current(was.slot);
      },
      cancel: () => {
        end();
        if (useDrag.getState().held !== null) cancelDrag();
      },
      scroller: () => element.querySelector<HTMLElement>('.calendar-scroll'),
    });
  }, [root]);
  return target;
}
