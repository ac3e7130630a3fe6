/** From the click on a screen to the screen that can be used, with ten years of sixty people in the plan. */
import { expect, test, type Page } from '@playwright/test';
import { tenYears } from '../builders/ten-years.ts';
import { plan } from '../end-to-end/support/work.ts';
import { record } from './row.ts';
import { hostWith, showFirstQuarter, times } from './support.ts';

const TURNS = 7;

/**
 * Clicks a screen's button in the rail and waits until its content stands and the page answers again, by the page's own clock: the
 * message comes after the frame was drawn and after whatever else the page had to do.
 */
const shown = (page: Page, title: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((done, failed) => {
        const button = [...document.querySelectorAll('nav[aria-label="Screens"] button')].find(
          (one) => one.textContent?.trim() === wanted,
        );
        if (!(button instanceof HTMLElement)) throw new Error(`no button ${wanted}`);
        const isThere = (): boolean => {
          const main = document.querySelector(`main[aria-label="${wanted}"]`);
          if (main === null) return false;
          const waits = [...main.querySelectorAll('[role=status]')].some((one) =>
            /is loading$/.test(one.textContent ?? ''),
          );
          return !waits && main.querySelector('h2, [role=grid], table, ol, ul, p') !== null;
        };
        const begun = performance.now();
        const look = (): void => {
          if (!isThere()) {
            if (performance.now() - begun > 20_000) failed(new Error(`${wanted} never stood there`));
            else requestAnimationFrame(look);
            return;
          }
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - begun);
            channel.port2.postMessage(null);
          });
        };
        button.click();
        requestAnimationFrame(look);
      }),
    title,
  );

test('every screen, 60 people and ten years', async ({}, info) => {
  const host = hostWith(info.project.name, tenYears());
  await host.launchToday();
  const { page } = host;
  await expect(plan(page)).toBeVisible({ timeout: 60_000 });
  await showFirstQuarter(page);
  const rail = page.getByRole('navigation', { name: 'Screens' }).getByRole('button');
  const titles = (await rail.allTextContents()).map((text) => text.trim());
  for (const title of titles) {
    const home = title === 'History' ? 'Policy' : 'History';
    const values = await times(TURNS, async () => {
      await shown(page, home);
      await page.waitForTimeout(400);
      return shown(page, title);
    });
    // The first time also fetches the screen's own part of the program.
    record(info.project.name, `${title}: first click to usable, ten years`, 'ms', values.slice(0, 1));
    record(info.project.name, `${title}: click to usable, ten years`, 'ms', values.slice(1));
  }
  await host.quit();
});
