import { useEffect, useRef, useState } from 'react';
import { milliseconds } from './clock.ts';
import type { Replanned, Replanning } from './replanning.ts';

/** What became of a repair or re-plan that was asked for. */
export type ReplanningState =
  | { readonly kind: 'idle' }
  /** `since` by the clock of `milliseconds`. */
  | { readonly kind: 'working'; readonly since: number }
  | { readonly kind: 'done'; readonly replanned: Replanned }
  | { readonly kind: 'failed'; readonly reason: string };

/** Asks for one repair or re-plan at a time: a newer question ends the one before, and so does whoever goes away. */
export function useReplanning(): {
  readonly state: ReplanningState;
  readonly begin: (start: () => Replanning) => void;
  readonly cancel: () => void;
} {
  const [state, setState] = useState<ReplanningState>({ kind: 'idle' });
  const running = useRef<Replanning | null>(null);
  const stop = (): void => {
    running.current?.cancel();
    running.current = null;
  };
  useEffect(() => stop, []);
  const begin = (start: () => Replanning): void => {
    stop();
    setState({ kind: 'working', since: milliseconds() });
    const mine = start();
    running.current = mine;
    mine.done.then(
      (replanned) => {
        if (running.current === mine) setState({ kind: 'done', replanned });
      },
      (error: unknown) => {
        if (running.current === mine)
          setState({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
      },
    );
  };
  const cancel = (): void => {
    stop();
    setState({ kind: 'idle' });
  };
  return { state, begin, cancel };
}
