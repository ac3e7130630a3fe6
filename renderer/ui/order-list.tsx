import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { IconButton } from './icon-button.tsx';
import { attachPointerDrag } from './pointer-drag.ts';

export interface OrderItem {
  readonly id: string;
  /** What it is called, for the buttons that move it. */
  readonly name: string;
  readonly content: ReactNode;
}

interface Props {
  readonly label: string;
  readonly items: readonly OrderItem[];
  /** Puts an item at another place; both count from 0. */
  readonly onMove: (from: number, to: number) => void;
}

/** The items in another order: one taken out, and put in at its new place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, place) => place !== from);
  const item = items[from];
  return item === undefined ? items : [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The place that a dragged item would take at a height: before the first other item whose middle lies below it. */
export function placeAt(middles: readonly number[], from: number, y: number): number {
  return middles.filter((middle, place) => place !== from && middle < y).length;
}

interface Drag {
  readonly from: number;
  readonly to: number;
}

const scrollPaneOf = (element: HTMLElement): HTMLElement | null => {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement)
    if (parent.scrollHeight > parent.clientHeight && getComputedStyle(parent).overflowY !== 'visible')
      return parent;
  return null;
};

const gripOf = (event: PointerEvent): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null;

/** Lets items be dragged by their grips; the place under the pointer is shown, and taken at release. */
function useOrderDrag(onMove: Props['onMove']) {
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const act = useRef(onMove);
  useEffect(() => {
    act.current = onMove;
  });
  useEffect(() => {
    const root = list.current;
    if (root === null) return undefined;
    let held: Drag | null = null;
    const hold = (next: Drag | null): void => {
      held = next;
      setDrag(next);
    };
    return attachPointerDrag(root, {
      pick: (event) => {
        const grip = gripOf(event);
        if (grip === null) return false;
        const place = Number(grip.dataset['grip']);
        held = { from: place, to: place };
        return true;
      },
      start: () => hold(held),
      move: ({ y }) => {
        if (held === null) return;
        const middles = [...root.children].map((item) => {
          const { top, height } = item.getBoundingClientRect();
          return top + height / 2;
        });
        hold({ from: held.from, to: placeAt(middles, held.from, y) });
      },
      drop: () => {
        const made = held;
        hold(null);
        if (made !== null && made.from !== made.to) act.current(made.from, made.to);
      },
      cancel: () => hold(null),
      scroller: () => scrollPaneOf(root),
    });
  }, []);
  return { list, drag };
}

/** Where the line of the drop stands: above an item, below it, or not at it. */
function lineAt(drag: Drag | null, place: number): 'above' | 'below' | null {
  if (drag === null || drag.to === drag.from || place !== drag.to) return null;
  return drag.to < drag.from ? 'above' : 'below';
}

/** A list whose order matters: moved by hand at the grip, by arrow keys on it, or by its two buttons. */
export function OrderList({ label, items, onMove }: Props) {
  const { list, drag } = useOrderDrag(onMove);
  // Moving an element takes the focus from it: whoever moved it by key goes on from there.
  const [refocus, setRefocus] = useState<string | null>(null);
  useEffect(() => {
    if (refocus === null) return;
    list.current
      ?.querySelector<HTMLElement>(
        `[data-focus="${CSS.escape(refocus)}"] button, button[data-focus="${CSS.escape(refocus)}"]`,
      )
      ?.focus();
    setRefocus(null);
  }, [refocus, items, list]);
  const move = (from: number, to: number, focus: string): void => {
    if (to < 0 || to >= items.length) return;
    onMove(from, to);
    setRefocus(focus);
  };
  return (
    <ol ref={list} aria-label={label} className="flex flex-col">
      {items.map(({ id, name, content }, place) => (
        <li
          key={id}
          className={classes(
            'relative flex items-center gap-2 border-b border-divider py-1 last:border-0',
            drag?.from === place && 'bg-selection',
            lineAt(drag, place) === 'above' &&
              'before:absolute before:inset-x-0 before:-top-px before:h-0.5 before:bg-accent',
            lineAt(drag, place) === 'below' &&
              'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-accent',
          )}
        >
          <button
            type="button"
            data-grip={place}
            data-focus={`grip ${id}`}
            aria-label={`Move ${name}, ${place + 1} of ${items.length}: drag, or press the arrow keys`}
            className="flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded text-muted hover:bg-hover hover:text-ink"
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              move(place, place + (event.key === 'ArrowUp' ? -1 : 1), `grip ${id}`);
            }}
          >
            <GripVertical size={14} aria-hidden />
          </button>
          <div className="min-w-0 flex-1">{content}</div>
          <span className="flex shrink-0">
            <span data-focus={`up ${id}`}>
              <IconButton
                label={`Move ${name} up`}
                icon={<ArrowUp size={14} aria-hidden />}
                disabledReason={place === 0 ? `${name} is first` : undefined}
                onPress={() => move(place, place - 1, `up ${id}`)}
              />
            </span>
            <span data-focus={`down ${id}`}>
              <IconButton
                label={`Move ${name} down`}
                icon={<ArrowDown size={14} aria-hidden />}
                disabledReason={place === items.length - 1 ? `${name} is last` : undefined}
                onPress={() => move(place, place + 1, `down ${id}`)}
              />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
