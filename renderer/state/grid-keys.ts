import { usePreferences } from './preferences.ts';

/** What a key asks of the Board, whatever it is then done to. */
export type Intent =
  | {
      readonly kind: 'go';
      readonly rows: number;
      readonly columns: number;
      /** Shift: takes what it passes into the selection; while aiming it goes the long way, for days off a week. */
      readonly extend: boolean;
    }
  | {
      readonly kind: 'go-to';
      readonly edge: 'row-start' | 'row-end' | 'grid-start' | 'grid-end' | 'page-up' | 'page-down';
    }
  | { readonly kind: 'nudge'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'suggestion'; readonly rank: number }
  | { readonly kind: 'drop'; readonly anyway: boolean }
  | {
      readonly kind:
        | 'pick-up'
        | 'cancel'
        | 'deselect'
        | 'repeat'
        | 'open-card'
        | 'select'
        | 'hover-card'
        | 'swap'
        | 'give'
        | 'unassign'
        | 'pin'
        | 'runbook'
        | 'menu'
        | 'why'
        | 'why-not'
        | 'next-conflict'
        | 'previous-conflict';
    };

export interface Pressed {
  readonly key: string;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, on macOS Command. */
  readonly mod: boolean;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const edges: Readonly<
  Record<
    string,
    readonly ['row-start' | 'row-end' | 'page-up' | 'page-down', 'grid-start' | 'grid-end' | null]
  >
> = {
  Home: ['row-start', 'grid-start'],
  End: ['row-end', 'grid-end'],
  PageUp: ['page-up', null],
  PageDown: ['page-down', null],
};

const letters: Readonly<Record<string, Intent>> = {
  m: { kind: 'pick-up' },
  s: { kind: 'swap' },
  g: { kind: 'give' },
  p: { kind: 'pin' },
  o: { kind: 'runbook' },
  i: { kind: 'hover-card' },
  w: { kind: 'why' },
  c: { kind: 'next-conflict' },
  '.': { kind: 'repeat' },
};

function movement({ key, shift, alt, mod }: Pressed, aiming: boolean): Intent | null {
  const arrow = arrows[key];
  if (arrow !== undefined) {
    const [rows, columns] = arrow;
    if (mod) return null;
    return alt && !aiming ? { kind: 'nudge', rows, columns } : { kind: 'go', rows, columns, extend: shift };
  }
  const edge = edges[key];
  if (edge === undefined) return null;
  const target = mod ? edge[1] : edge[0];
  return target === null ? null : { kind: 'go-to', edge: target };
}

/**
 * The key map of ux.md section 5 for the inside of a grid. While a shift is held, only aiming, dropping and cancelling are
 * left. Null: the key is none of ours.
 */
export function intentOf(pressed: Pressed, aiming: boolean): Intent | null {
  const moved = movement(pressed, aiming);
  if (moved !== null) return moved;
  const { key, shift, alt, mod } = pressed;
  if (aiming) {
    if (key === 'Escape') return { kind: 'cancel' };
    if (key === 'Enter') return { kind: 'drop', anyway: mod };
    return key.toLowerCase() === 'm' && !mod && !alt ? { kind: 'drop', anyway: false } : null;
  }
  if ((key === 'F10' && shift) || key === 'ContextMenu') return { kind: 'menu' };
  if (mod || alt) return null;
  if (key === 'Enter') return { kind: 'open-card' };
  if (key === 'Escape') return { kind: 'deselect' };
  if (key === ' ') return { kind: 'select' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'unassign' };
  // A screen reader, or a slip of the hand, may send letters that mean nothing here.
  if (!usePreferences.getState().letterKeys) return null;
  if (/^[1-9]$/.test(key)) return { kind: 'suggestion', rank: Number(key) };
  if (key === 'C' && shift) return { kind: 'previous-conflict' };
  if (key === 'W' && shift) return { kind: 'why-not' };
  return shift ? null : (letters[key] ?? null);
}
