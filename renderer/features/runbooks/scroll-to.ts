/** Room for the head of the page, which stays in sight. */
const ABOVE = 104;

/**
 * Brings a part of the page to the top of its pane and gives it the focus. Only the pane scrolls: `scrollIntoView` would move
 * the window's frame too, and its title bar out of sight.
 */
export function scrollToPart(id: string): void {
  const part = document.getElementById(id);
  const pane = part?.closest('.runbook-pane');
  if (!part || !pane) return;
  const top = part.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTo({ top: pane.scrollTop + top - ABOVE });
  part.focus({ preventScroll: true });
}
