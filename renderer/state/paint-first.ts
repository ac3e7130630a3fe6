import { create, type StoreApi, type UseBoundStore } from 'zustand';

/** Longest that anything waits, in ms: a window that is hidden paints no frame. */
const longest = 100;

let isHolding = false;
const waiting = new Set<() => void>();

function release(): void {
  if (!isHolding) return;
  isHolding = false;
  const late = [...waiting];
  waiting.clear();
  for (const catchUp of late) catchUp();
}

/**
 * Lets the next frame show first what has to be seen at once: what draws from a `followed` store hears of every change from now on
 * only after that frame. For a drop by pointer, whose shift must lie where the hand let go before the figures about it are drawn.
 */
export function paintFirst(): void {
  if (isHolding) return;
  isHolding = true;
  const timer = setTimeout(release, longest);
  requestAnimationFrame(() => {
    // A frame's callbacks run before it is painted; a message comes after.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      clearTimeout(timer);
      release();
    };
    channel.port2.postMessage(null);
  });
}

/** Runs something after the frame that `paintFirst` waits for; at once where it waits for none. */
export function afterPaint(then: () => void): void {
  if (isHolding) waiting.add(then);
  else then();
}

/** The state of another store, the same at any time but between `paintFirst` and the frame after it: then it is the one before. */
export function followed<State>(store: StoreApi<State>): UseBoundStore<StoreApi<State>> {
  const copy = create<State>(() => store.getState());
  const follow = (): void => copy.setState(store.getState(), true);
  // The same function each time, so that it waits once however often the store changes.
  store.subscribe(() => afterPaint(follow));
  return copy;
}
