import { useEffect, useState } from 'react';

/** A question that a worker is at. */
export interface Asked<Value> {
  readonly answer: Promise<Value>;
  /** Ends the worker at once; the answer then never comes. */
  cancel(): void;
}

export type Answer<Value> =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'failed'; readonly reason: string };

/** Choices follow one another quickly when a list is walked through by keys: only the one that is stayed at is asked. */
const PAUSE = 80;

/**
 * Asks a worker whenever what the question is about has changed, and ends what it was at before. The last answer stays until the next
 * has come, so that nothing flickers.
 *
 * @param begin asks; null asks nothing
 * @param about what the question is about, compared by identity
 */
export function useAnswer<Value>(
  begin: (() => Asked<Value>) | null,
  about: readonly unknown[],
): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>({ kind: 'none' });
  useEffect(() => {
    if (begin === null) {
      setAnswer({ kind: 'none' });
      return undefined;
    }
    let asked: Asked<Value> | null = null;
    let gone = false;
    const timer = setTimeout(() => {
      asked = begin();
      asked.answer.then(
        (value) => {
          if (!gone) setAnswer({ kind: 'answered', value });
        },
        (error: unknown) => {
          if (!gone)
            setAnswer({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
        },
      );
    }, PAUSE);
    setAnswer((before) => (before.kind === 'answered' ? before : { kind: 'asking' }));
    return () => {
      gone = true;
      clearTimeout(timer);
      asked?.cancel();
    };
    // `begin` is made anew with each drawing; what it is about is in `about`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, about);
  return answer;
}
