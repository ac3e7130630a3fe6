/** Milliseconds' work between two rests, so that the window's edits are not held up. */
const SLICE = 12;

export interface Rests {
  /** Whether work has gone on for long enough. */
  readonly isDue: () => boolean;
  /** Lets all that waits have its turn. */
  readonly rest: () => Promise<void>;
}

/** Rests for work that is done in one go and would keep everything else waiting. The first slice begins now. */
export function rests(): Rests {
  let begun = performance.now();
  return {
    isDue: () => performance.now() - begun >= SLICE,
    async rest() {
      await new Promise((resolve) => setTimeout(resolve, 0));
      begun = performance.now();
    },
  };
}
