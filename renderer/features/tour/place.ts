/** A box in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the card and what it points to, and between it and the edge of the window. */
const GAP = 10;

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Where a card stands: below what it points to, else above, else beside it, else over it, and always within the window. In the middle
 * where it points to nothing.
 */
export function placeCard(
  target: Box | null,
  card: Size,
  page: Size,
): { readonly left: number; readonly top: number } {
  const most = { left: page.width - card.width - GAP, top: page.height - card.height - GAP };
  if (target === null)
    return {
      left: Math.max(GAP, (page.width - card.width) / 2),
      top: Math.max(GAP, (page.height - card.height) / 3),
    };
  const centred = within(target.left + target.width / 2 - card.width / 2, GAP, most.left);
  const level = within(target.top, GAP, most.top);
  const below = target.top + target.height + GAP;
  if (below <= most.top) return { left: centred, top: below };
  const above = target.top - card.height - GAP;
  if (above >= GAP) return { left: centred, top: above };
  const before = target.left - card.width - GAP;
  if (before >= GAP) return { left: before, top: level };
  const after = target.left + target.width + GAP;
  if (after <= most.left) return { left: after, top: level };
  return { left: most.left, top: most.top };
}
