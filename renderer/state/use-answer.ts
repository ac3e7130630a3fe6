import { useEffect, useState } from 'react';
import { milliseconds } from './clock.ts';

/** A question that a worker is at. */
export interface Asked<Value> {
  readonly answer: Promise<Value>;
  /** Ends the worker at once; the answer then never comes. */
  cancel(): void;
}

/** A question that is being worked out: since when, by the clock of `milliseconds`, and the end of it. */
export interface AtWork {
  readonly since: number;
  /** Ends the worker at once; nothing is answered until it is asked again. */
  readonly stop: () => void;
}

export type Answer<Value> =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly work: AtWork }
  /** `again`: the value is of an older plan or question, and the one in its place is being worked out. */
  | { readonly kind: 'answered'; readonly value: Value; readonly again: AtWork | null }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'stopped'; askAgain(): void };

/** Choices follow one another quickly when a list is walked through by keys: only the one that is stayed at is asked. */
const PAUSE = 80;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Asks a worker whenever what the question is about has changed, and ends what it was at before. The last answer stays until the next
 * has come, so that nothing jumps, and says of itself that it is an old one.
 *
 * @param begin asks; null asks nothing
 * @param about what the question is about, compared by identity
 */
export function useAnswer<Value>(
  begin: (() => Asked<Value>) | null,
  about: readonly unknown[],
): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>({ kind: 'none' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (begin === null) {
      setAnswer({ kind: 'none' });
      return undefined;
    }
    let asked: Asked<Value> | null = null;
    let gone = false;
    const timer = setTimeout(() => {
      try {
        asked = begin();
      } catch (error) {
        // A worker that cannot even be started is an answer too, and no reason for the screen to fall.
        setAnswer({ kind: 'failed', reason: reasonOf(error) });
        return;
      }
      asked.answer.then(
        (value) => {
          if (!gone) setAnswer({ kind: 'answered', value, again: null });
        },
        (error: unknown) => {
          if (!gone) setAnswer({ kind: 'failed', reason: reasonOf(error) });
        },
      );
    }, PAUSE);
    const end = (): void => {
      gone = true;
      clearTimeout(timer);
      asked?.cancel();
    };
    const stop = (): void => {
      end();
      setAnswer({ kind: 'stopped', askAgain: () => setAttempt((count) => count + 1) });
    };
    const work = { since: milliseconds(), stop };
    setAnswer((before) =>
      before.kind === 'answered' ? { ...before, again: work } : { kind: 'asking', work },
    );
    return end;
    // `begin` is made anew with each drawing; what it is about is in `about`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [...about, attempt]);
  return answer;
}
