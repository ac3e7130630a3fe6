/** What axe finds, in the words of a report. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Findings of axe by the rules of WCAG 2.2 AA: rule, element, reason.
 *
 * @param part a selector; else the whole page, which takes a second or two on the Board
 */
export async function findings(page: Page, part?: string): Promise<readonly string[]> {
  // Colours on their way from one theme to the other are no colours of either.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    ),
  );
  const axe = new AxeBuilder({ page })
    .setLegacyMode() // Electron opens no second page for axe to finish in; there are no frames to join
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
