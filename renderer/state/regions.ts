import { announce } from './announce.ts';

/** The parts of the window that F6 goes round: title bar, rail, screen, panel, status bar, in the order of the page. */
const landmarks = 'header, nav, main, aside, footer';
const stops =
  'button:not([disabled]):not([tabindex="-1"]), a[href]:not([tabindex="-1"]), input:not([disabled]):not([tabindex="-1"]), [tabindex="0"]';

/** Where the focus was in each part when it was left. */
const lastIn = new WeakMap<Element, HTMLElement>();

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** Where the focus goes in a part: back to where it was, else into its grid, else to the first stop. */
function stopIn(region: HTMLElement): HTMLElement | null {
  const last = lastIn.get(region);
  if (last !== undefined && last.isConnected && isShown(last)) return last;
  const grid = region.querySelector<HTMLElement>('[role=grid] [tabindex="0"]');
  return grid ?? [...region.querySelectorAll<HTMLElement>(stops)].find(isShown) ?? null;
}

/**
 * Carries the focus to the next part of the window that can take it, or to the one before, round the end, and says its name.
 */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(landmarks)].filter(
    (region) => region.parentElement?.closest(landmarks) === null && stopIn(region) !== null,
  );
  if (regions.length === 0) return;
  const active = document.activeElement;
  const here = regions.findIndex((region) => region.contains(active));
  const left = regions[here];
  if (left !== undefined && active instanceof HTMLElement) lastIn.set(left, active);
  const from = here === -1 && step === -1 ? 0 : here;
  const next = regions[(from + step + regions.length) % regions.length];
  if (next === undefined) return;
  stopIn(next)?.focus();
  const name = next.getAttribute('aria-label');
  if (name !== null) announce(name);
}
