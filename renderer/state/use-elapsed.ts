import { useEffect, useState } from 'react';
import { milliseconds } from './clock.ts';

/** Often enough to be seen moving, seldom enough to cost nothing. */
const TICK = 200;

/**
 * Milliseconds since a moment of `milliseconds()`, counted on while the component is shown.
 *
 * @param since when it began
 */
export function useElapsed(since: number): number {
  const [now, setNow] = useState(milliseconds);
  useEffect(() => {
    const timer = setInterval(() => setNow(milliseconds()), TICK);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - since);
}
