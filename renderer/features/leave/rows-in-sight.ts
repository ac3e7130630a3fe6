import { useEffect, useState, type RefObject } from 'react';
import { HEAD } from './strip-layout.ts';

/** Lines that are drawn whole; of more, those in sight. */
const DRAWN_WHOLE = 60;
/** Lines drawn ahead on both sides of what is in sight, and the step in which they follow a scroll. */
const AHEAD = 12;

/** Lines from `first` up to, not with, `end`. */
export interface Lines {
  readonly first: number;
  readonly end: number;
}

/**
 * The lines that a pane shows, with some ahead on both sides. All of them where they are few.
 *
 * @param top px that the pane is scrolled by
 * @param height px of the pane
 * @param row px of one line
 */
export function linesInSight(top: number, height: number, row: number, count: number): Lines {
  if (count <= DRAWN_WHOLE) return { first: 0, end: count };
  const step = Math.floor(top / (row * AHEAD));
  const first = Math.max(0, (step - 1) * AHEAD);
  const shown = Math.ceil((height - HEAD) / row);
  return { first, end: Math.min(count, first + shown + 4 * AHEAD) };
}

/** The lines to draw, kept up to date while the pane is scrolled or sized. */
export function useLinesInSight(pane: RefObject<HTMLElement | null>, row: number, count: number): Lines {
  const [lines, setLines] = useState<Lines>(() => linesInSight(0, window.innerHeight, row, count));
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const look = (): void => {
      const now = linesInSight(element.scrollTop, element.clientHeight, row, count);
      setLines((before) => (before.first === now.first && before.end === now.end ? before : now));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [pane, row, count]);
  return lines;
}
