import { useEffect, useState, type RefObject } from 'react';

/** How the lines of a pane lie, and how many are drawn. */
export interface LineTerms {
  readonly count: number;
  /** px of one line. */
  readonly row: number;
  /** px of the pane that its head takes. */
  readonly head: number;
  /** Up to so many lines are drawn whole; of more, those in sight. */
  readonly drawnWhole: number;
  /** Lines drawn ahead on both sides of what is in sight, and the step in which they follow a scroll. */
  readonly ahead: number;
}

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
 */
export function linesInSight(
  top: number,
  height: number,
  { count, row, head, drawnWhole, ahead }: LineTerms,
): Lines {
  if (count <= drawnWhole) return { first: 0, end: count };
  const step = Math.floor(top / (row * ahead));
  const first = Math.max(0, (step - 1) * ahead);
  const shown = Math.ceil((height - head) / row);
  return { first, end: Math.min(count, first + shown + 4 * ahead) };
}

/** The lines to draw, kept up to date while the pane is scrolled or sized. */
export function useLinesInSight(pane: RefObject<HTMLElement | null>, terms: LineTerms): Lines {
  const { count, row, head, drawnWhole, ahead } = terms;
  const [lines, setLines] = useState<Lines>(() => linesInSight(0, window.innerHeight, terms));
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const look = (): void => {
      const now = linesInSight(element.scrollTop, element.clientHeight, {
        count,
        row,
        head,
        drawnWhole,
        ahead,
      });
      setLines((before) => (before.first === now.first && before.end === now.end ? before : now));
    };
    element.addEventListener('scroll', look, { passive: true });
    // Says its size at once, and again whenever it changes.
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [pane, count, row, head, drawnWhole, ahead]);
  return lines;
}
