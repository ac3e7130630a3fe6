import { startTransition, useEffect, useState } from 'react';

/** How long what can be seen first is left alone, in ms. */
const settling = 150;

/**
 * False for the first drawing of a screen, true soon after it: what lies below the first screenful waits until that stands and answers,
 * and is then drawn without holding up a key or a click.
 */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(true)), settling);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
