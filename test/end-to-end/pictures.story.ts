/**
 * The main screens against the pictures kept in `pictures/`. A changed colour, a lost label or a shifted grid fails; a pixel smoothed
 * otherwise does not. After a change that is meant, `npm test -- --stories browser pictures --update-snapshots` takes them anew:
 * look at what git shows then.
 */
import type { Locator, Page } from '@playwright/test';
import { expect, story } from './support/story.ts';
import { openSample } from './support/work.ts';

/** Colours differ from a fiftieth of the distance of black and white on; one pixel in a thousand may. */
const tolerance = {
  threshold: 0.02,
  maxDiffPixelRatio: 0.001,
  animations: 'disabled',
  caret: 'hide',
} as const;

/** Worked weeks, so that no plan is searched for: how far a search comes depends on the machine. */
async function openWorkedQuarter(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('button', { name: 'Previous quarter' }).click();
}

/** A screen at rest: its words are there, its fonts are loaded, and nothing is under the pointer. */
async function show(page: Page, screen: string, words: Locator): Promise<Locator> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen, exact: true })
    .click();
  await page.mouse.move(512, 3);
  await expect(words).toBeInViewport();
  await page.evaluate(() => document.fonts.ready);
  return page.getByRole('main', { name: screen });
}

/** Stands on the Board once the shares have been worked out. */
const score = (page: Page): Locator => page.getByText(/^Score \d+$/).first();

for (const scheme of ['light', 'dark'] as const)
  story(`the screens look as in the pictures in ${scheme} @browser-only`, async ({ host }) => {
    const { page } = host;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await host.resize(1024, 640);
    await openWorkedQuarter(page);
    const screens = {
      Board: score(page),
      Calendar: page.getByRole('button', { name: /, Team, Primary, week 48, / }).first(),
      Holidays: page.getByText(/^The same as in date-holidays/),
      Rotations: page.getByText('Engagement').first(),
    };
    for (const [screen, words] of Object.entries(screens)) {
      const main = await show(page, screen, words);
      await expect.soft(main, screen).toHaveScreenshot(`${screen.toLowerCase()}-${scheme}.png`, tolerance);
    }
  });

story('the pictures notice a colour that is not the one of before @browser-only', async ({ host }) => {
  story.skip(
    ['all', 'changed'].includes(story.info().config.updateSnapshots),
    'pictures are being taken anew: the wrong colour would be kept',
  );
  const { page } = host;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await host.resize(1024, 640);
  await openWorkedQuarter(page);
  const board = await show(page, 'Board', score(page));
  for (const [token, colour] of [
    ['--person-1', '#1a7dbb'],
    ['--panel', '#f1f3f6'],
    ['--text', '#3d4654'],
  ] as const) {
    await page.evaluate(([name, value]) => document.documentElement.style.setProperty(name, value), [
      token,
      colour,
    ] as const);
    await expect(
      expect(board, token).toHaveScreenshot('board-light.png', { ...tolerance, timeout: 2500 }),
    ).rejects.toThrow();
    await page.evaluate((name) => document.documentElement.style.removeProperty(name), token);
  }
});
