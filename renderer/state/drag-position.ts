/** Where the ghost hangs, in px of the window. Outside React and the stores: it changes with every move of the hand. */
export interface GhostPlace {
  readonly x: number;
  readonly y: number;
}

let place: GhostPlace = { x: 0, y: 0 };
const listeners = new Set<(place: GhostPlace) => void>();

export function placeGhost(next: GhostPlace): void {
  place = next;
  for (const listener of listeners) listener(next);
}

/** Tells the listener the place now and on every change, until the returned function is called. */
export function onGhostPlace(listener: (place: GhostPlace) => void): () => void {
  listeners.add(listener);
  listener(place);
  return () => listeners.delete(listener);
}

let released: GhostPlace | null = null;

/** Remembers where something was let go. */
export const noteRelease = (at: GhostPlace): void => {
  released = at;
};

/** Whether a pointer is still where it let something go: what comes to lie under it is no question of the hand. Once it has moved, it is. */
export function isWhereReleased({ x, y }: GhostPlace): boolean {
  const isThere = released !== null && Math.hypot(x - released.x, y - released.y) < 4;
  if (!isThere) released = null;
  return isThere;
}
