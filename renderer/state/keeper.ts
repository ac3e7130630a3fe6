import type { Bridge } from '../../shared/contract/channels.ts';

/** The bridge to the keeper: set once at start by main.tsx, a memory bridge in tests. */
let bridge: Bridge | null = null;

export function setKeeper(next: Bridge): void {
  bridge = next;
}

export function keeper(): Bridge {
  if (!bridge) throw new Error('the bridge is not set: main.tsx calls start() first');
  return bridge;
}
