import { useEffect, useState } from 'react';

/** A part of the window that is not drawn at first, and is fetched once the window rests. */
export interface AtRest<Part> {
  readonly load: () => Promise<Part>;
  part: Part | null;
}

export const atRest = <Part>(load: () => Promise<Part>): AtRest<Part> => ({ load, part: null });

/** How long after a first drawing the window is taken to rest, in ms. */
const pause = 1000;
/** When a part that could not be fetched is asked for again, in ms: the keeper may have been away for a moment. */
const again = 5000;

/**
 * The part, or null until it is there. It comes by itself a second after it could first be wanted, and at once where `now` says that it
 * is wanted: dialogs and menus need more code than the Board, and none of it draws the first plan.
 */
export function useAtRest<Part>(one: AtRest<Part>, now = false): Part | null {
  const [part, setPart] = useState<Part | null>(() => one.part);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (part !== null) return undefined;
    let gone = false;
    const timer = setTimeout(
      () =>
        one.load().then(
          (loaded) => {
            one.part = loaded;
            if (!gone) setPart(() => loaded);
          },
          () => {
            if (!gone) setTries((count) => count + 1);
          },
        ),
      tries > 0 ? again : now ? 0 : pause,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [one, part, now, tries]);
  return part;
}
