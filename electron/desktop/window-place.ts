import { z } from 'zod';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const pixels = z.int().min(-100_000).max(100_000);

const placeSchema = z
  .object({
    x: pixels,
    y: pixels,
    width: pixels.min(200),
    height: pixels.min(200),
    maximized: z.boolean(),
    fullScreen: z.boolean(),
    /** Chromium's level: 0 is 100 %, each step a fifth more. */
    zoom: z.number().min(-5).max(6),
  })
  .readonly();

/** Where a window was, and how large its content was shown. */
export type Place = z.infer<typeof placeSchema>;

/** What was kept, or null where that is no place. */
export function readPlace(text: string): Place | null {
  try {
    return placeSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // no JSON
  }
}

const usual = { width: 1440, height: 900 };

/** The least size at which the screens are laid out. */
const least = { width: 1024, height: 640 };

/** So much of the upper edge must be in sight for a hand to get hold of the window. */
const grip = { width: 120, height: 40 };

const overlap = (start: number, length: number, from: number, span: number): number =>
  Math.min(start + length, from + span) - Math.max(start, from);

const canGrip = (place: Area, area: Area): boolean =>
  overlap(place.x, place.width, area.x, area.width) >= grip.width &&
  overlap(place.y, grip.height, area.y, area.height) >= grip.height;

export interface Fitted extends Area {
  readonly minWidth: number;
  readonly minHeight: number;
}

/**
 * Where the window goes: where it was, if that part of a screen still exists; else into the middle of the first screen. Never larger than
 * its screen, whose panels are not part of its area.
 *
 * @param areas of the screens, the main one first; never none
 */
export function fitPlace(kept: Place | null, areas: readonly Area[]): Fitted {
  const main = areas[0] ?? { x: 0, y: 0, ...usual };
  const area = (kept && areas.find((one) => canGrip(kept, one))) ?? main;
  const isThere = kept !== null && canGrip(kept, area);
  const width = Math.min(kept?.width ?? usual.width, area.width);
  const height = Math.min(kept?.height ?? usual.height, area.height);
  return {
    x: isThere ? kept.x : area.x + Math.floor((area.width - width) / 2),
    y: isThere ? kept.y : area.y + Math.floor((area.height - height) / 2),
    width,
    height,
    minWidth: Math.min(least.width, area.width),
    minHeight: Math.min(least.height, area.height),
  };
}
