/**
 * Once a pressed button has gone from the strip, puts focus where the work goes on: by keys one would have to start at the top else.
 * Nothing is taken from whoever has focus by then.
 *
 * @param selector of what gets it
 */
export function handOnFocus(selector: string): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(selector)?.focus();
  });
}

export const STANDING_BADGE = '[role=region][aria-label=Plan] button';
export const PLAN_QUARTER = '#plan-quarter button';
