import { useEffect, type RefObject } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { attachPointerDrag } from '../../ui/pointer-drag.ts';
import { readUnder } from './drop-target.ts';

/** What is not the empty ground of a day. */
const taken =
  '[data-shift], [data-leave], [data-holiday], [data-edge], [data-more], .calendar-more-leave, .calendar-line, .person-rail, .board-toolbar';

const dayAt = (x: number, y: number): LocalDate | null => readUnder(document.elementsFromPoint(x, y)).day;

function mark(root: HTMLElement, from: LocalDate | null, to: LocalDate | null): void {
  for (const cell of root.querySelectorAll('[data-drawn]')) cell.removeAttribute('data-drawn');
  if (from === null || to === null) return;
  const [first, last] = from <= to ? [from, to] : [to, from];
  for (const cell of root.querySelectorAll<HTMLElement>('.calendar-day[data-date]')) {
    const day = cell.dataset['date'] ?? '';
    if (day >= first && day <= last) cell.setAttribute('data-drawn', '');
  }
}

/** Days drawn over the empty ground of the calendar, from the press to the release: for days off that are new. */
export function useDrawDays(
  root: RefObject<HTMLElement | null>,
  drawn: (from: LocalDate, to: LocalDate) => void,
): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    let from: LocalDate | null = null;
    let to: LocalDate | null = null;
    const end = (): void => {
      mark(element, null, null);
      from = null;
    };
    return attachPointerDrag(element, {
      pick: ({ target, clientX, clientY, pointerType }) => {
        const isGround =
          target instanceof Element &&
          target.closest('.calendar-day') !== null &&
          target.closest(taken) === null;
        from = isGround && pointerType !== 'touch' ? dayAt(clientX, clientY) : null;
        to = from;
        return from !== null;
      },
      start: () => mark(element, from, to),
      move: ({ x, y }) => {
        to = dayAt(x, y) ?? to;
        mark(element, from, to);
      },
      drop: () => {
        const [first, last] = [from, to];
        end();
        if (first !== null && last !== null)
          drawn(first <= last ? first : last, first <= last ? last : first);
      },
      cancel: end,
      scroller: () => element.querySelector<HTMLElement>('.calendar-scroll'),
    });
  }, [root, drawn]);
}
