/** Every screen, light and dark, without a finding of axe; names are asserted, for axe does not judge them. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { chipIn, openSample, plan, planAndAccept } from './support/work.ts';

const screens = ['Board', 'Calendar', 'Fairness', 'Runbooks', 'Compare', 'Policy', 'History'] as const;

const show = (page: Page, screen: string) =>
  page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen, exact: true })
    .click();

for (const scheme of ['light', 'dark'] as const) {
  story(`the start screen has no findings in ${scheme}`, async ({ host: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(page.getByRole('button', { name: 'Open sample quarter' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });

  story(`no screen has findings in ${scheme}`, async ({ host: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openSample(page);
    await planAndAccept(page);
    for (const screen of screens) {
      await show(page, screen);
      await expect(
        page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen, exact: true }),
      ).toHaveAttribute('aria-current', 'page');
      await page.waitForTimeout(400); // lazy screens and fonts settle; contrast is measured on what is painted
      expect(await findings(page), screen).toEqual([]);
    }
  });
}

story('every part of Fairness, an opened card among them, has no findings', async ({ host: { page } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page);
  await planAndAccept(page);
  await show(page, 'Fairness');
  await page
    .getByRole('button', { name: /^Engineer/, expanded: false })
    .first()
    .click();
  for (const part of ['People', 'Tasks', 'Holidays']) {
    await page.getByRole('tab', { name: part }).click();
    await page.waitForTimeout(400);
    expect(await findings(page), part).toEqual([]);
  }
});

story('a dialog, a menu, a toast and a held shift have no findings', async ({ host: { page } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSample(page);
  await planAndAccept(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findings(page), 'commands').toEqual([]);
  await page.keyboard.press('Escape');
  const chip = chipIn(page, 'Engineer 1', ', Team, ').first();
  await chip.click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await findings(page), 'shift menu').toEqual([]);
  await page.keyboard.press('Escape');
  await chip.focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowDown');
  expect(await findings(page), 'held shift').toEqual([]);
  await page.keyboard.press('Escape');
});

story('the plan is a grid with counts, names and one tab stop', async ({ host: { page } }) => {
  await openSample(page);
  await planAndAccept(page);
  await expect(plan(page)).toHaveAttribute('aria-colcount', '14');
  const stops = await plan(page).evaluate((grid) => grid.querySelectorAll('[tabindex="0"]').length);
  expect(stops).toBe(1);
  await expect(plan(page).getByRole('columnheader', { name: /^Week 1, / })).toBeVisible();
  await expect(plan(page).getByRole('rowheader', { name: /^Engineer 1, \d+(\.\d)? points/ })).toBeVisible();
});

story('chips are at least 24 px high, which axe does not look at', async ({ host: { page } }) => {
  await openSample(page);
  await planAndAccept(page);
  const heights = await plan(page)
    .getByRole('button', { name: /week \d+/ })
    .evaluateAll((chips) => chips.map((chip) => chip.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(50);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});

story('at 1024 × 700 nothing is cut off and nothing scrolls sideways but the plan', async ({ host }) => {
  const { page } = host;
  await openSample(page);
  await host.resize(1024, 700);
  for (const screen of screens) {
    await show(page, screen);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, screen).toBeLessThanOrEqual(0);
  }
});
