import { vi } from 'vitest';

/** jsdom measures nothing: whoever asks to be told of sizes hears of none. Undone by `vi.unstubAllGlobals`. */
export function stubResizeObserver(): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
}
