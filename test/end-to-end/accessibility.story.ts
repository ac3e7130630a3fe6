/** Every screen, light and dark, without a finding of axe; names are asserted, for axe does not judge them. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import type { Host } from './support/host.ts';
import { expect, story } from './support/story.ts';
import { chipIn, openSample, plan, planAndAccept } from './support/work.ts';

const rail = (page: Page) => page.getByRole('navigation', { name: 'Screens' });

/** The names of all screens, from the rail itself: one that is added is looked at without a word here. */
const screensOf = async (page: Page): Promise<readonly string[]> =>
  (await rail(page).getByRole('button').allInnerTexts()).map((text) => text.trim());

const show = (page: Page, screen: string) =>
  rail(page).getByRole('button', { name: screen, exact: true }).click();

/** Looks at a screen as it opens and, in the browser, at each of its tabs: both hosts draw them with the same parts. */
async function everyTab(
  page: Page,
  host: Host['kind'],
  look: (part: string) => Promise<void>,
): Promise<void> {
  await page.waitForTimeout(400); // lazy screens and fonts settle; contrast is measured on what is painted
  await look('as it opens');
  if (host === 'desktop') return;
  const tabs = page.getByRole('main').getByRole('tab');
  for (let index = 1; index < (await tabs.count()); index++) {
    await tabs.nth(index).click();
    await page.waitForTimeout(400);
    await look((await tabs.nth(index).innerText()).trim());
  }
}

for (const scheme of ['light', 'dark'] as const) {
  story(`the start screen has no findings in ${scheme}`, async ({ host: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(page.getByRole('button', { name: 'Open sample quarter' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });

  story(`no screen has findings in ${scheme}`, async ({ planned: host }) => {
    const { page } = host;
    story.slow();
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const screen of await screensOf(page)) {
      await show(page, screen);
      await expect(rail(page).getByRole('button', { name: screen, exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await everyTab(page, host.kind, async (part) => {
        expect(await findings(page), `${screen}, ${part}`).toEqual([]);
      });
    }
  });
}

story('no screen has findings with more contrast @browser-only', async ({ planned: { page } }) => {
  story.slow();
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more');
  for (const screen of await screensOf(page)) {
    await show(page, screen);
    await page.waitForTimeout(400);
    expect(await findings(page), screen).toEqual([]);
  }
});

story('every part of Fairness, an opened card among them, has no findings', async ({ planned: { page } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), `commands, ${colorScheme}`).toEqual([]);
  }
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

story('the plan is a grid with counts, names and one tab stop', async ({ planned: { page } }) => {
  await expect(plan(page)).toHaveAttribute('aria-colcount', '14');
  const stops = await plan(page).evaluate((grid) => grid.querySelectorAll('[tabindex="0"]').length);
  expect(stops).toBe(1);
  await expect(plan(page).getByRole('columnheader', { name: /^Week 1, / })).toBeVisible();
  await expect(plan(page).getByRole('rowheader', { name: /^Engineer 1, \d+(\.\d)? points/ })).toBeVisible();
});

story('chips are at least 24 px high, which axe does not look at', async ({ planned: { page } }) => {
  const heights = await plan(page)
    .getByRole('button', { name: /week \d+/ })
    .evaluateAll((chips) => chips.map((chip) => chip.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(50);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
});

/**
 * Controls that stand in the window and cannot be reached: they reach over its edge, and nothing around them scrolls. Each in its own
 * words, so that a failure says what to mend.
 */
const outOfReach = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
        const { overflowX } = getComputedStyle(at);
        if ((overflowX === 'auto' || overflowX === 'scroll') && at.scrollWidth > at.clientWidth) return true;
      }
      return false;
    };
    const isForEyes = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.sr-only, [data-react-aria-prevent-focus], [aria-hidden=true]') === null;
    return [...document.querySelectorAll('button, input, [role=tab], [role=radio], a[href]')].flatMap(
      (element) => {
        const box = element.getBoundingClientRect();
        if (box.width < 2 || box.height < 2 || !isForEyes(element) || scrolls(element)) return [];
        const isOut = box.left < -1 || box.right > innerWidth + 1;
        return isOut
          ? [`${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`]
          : [];
      },
    );
  });

for (const [what, width, height] of [
  ['1024 × 640', 1024, 640],
  ['1440 × 900 at 200 %', 720, 450],
  ['1024 × 640 at 200 %', 512, 320],
] as const)
  story(`at ${what} nothing is cut off and nothing scrolls sideways but the plan`, async ({ host }) => {
    const { page } = host;
    await openSample(page);
    await host.resize(width, height);
    for (const screen of await screensOf(page)) {
      await show(page, screen);
      await page.waitForTimeout(300);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, screen).toBeLessThanOrEqual(0);
      expect(await outOfReach(page), screen).toEqual([]);
    }
  });
