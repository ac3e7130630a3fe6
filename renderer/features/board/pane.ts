import { useEffect, useRef, useState, type RefObject } from 'react';
import { columnsInView, isDense, rowsInView, type Columns, type Span } from './layout.ts';
import { headHeight, sizes } from './sizes.ts';

export interface PaneSize {
  readonly width: number;
  readonly height: number;
}

/** The size that the pane had when it was last looked at: most likely it has it again, and nothing has to be drawn twice. */
let lastSize: PaneSize = { width: 1100, height: 760 };

/** Inner size of the scrolling pane, followed as the window changes. */
export function usePaneSize(pane: RefObject<HTMLElement | null>): PaneSize {
  const [size, setSize] = useState<PaneSize>(lastSize);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const measure = () => {
      const now = { width: element.clientWidth, height: element.clientHeight };
      if (now.width === 0 || (now.width === lastSize.width && now.height === lastSize.height)) return;
      lastSize = now;
      setSize(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return size;
}

export interface InView {
  readonly rows: Span;
  readonly columns: Span;
}

const same = (a: Span, b: Span): boolean => a.first === b.first && a.end === b.end;

/** The rows and weeks to draw; changes only when scrolling brings another one into reach. */
export function useInView(
  pane: RefObject<HTMLElement | null>,
  size: PaneSize,
  tops: readonly number[],
  columns: Columns,
): InView {
  const [scroll, setScroll] = useState({ left: 0, top: 0 });
  const seen = useRef<InView>({ rows: { first: 0, end: 0 }, columns: { first: 0, end: 0 } });
  const more = isDense(columns) ? sizes.overscanYearRows : sizes.overscanRows;
  const view = (left: number, top: number): InView => ({
    rows: rowsInView(tops, top, size.height - headHeight, more),
    columns: columnsInView(columns, left, size.width),
  });
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const follow = () =>
      setScroll((before) => {
        const now = { left: element.scrollLeft, top: element.scrollTop };
        const [was, is] = [view(before.left, before.top), view(now.left, now.top)];
        return same(was.rows, is.rows) && same(was.columns, is.columns) ? before : now;
      });
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  });
  const { rows: inRows, columns: inColumns } = view(scroll.left, scroll.top);
  // The same spans stay the same objects: a new one would have every row drawn again.
  seen.current = {
    rows: same(seen.current.rows, inRows) ? seen.current.rows : inRows,
    columns: same(seen.current.columns, inColumns) ? seen.current.columns : inColumns,
  };
  return seen.current;
}
