/** A lead's first hour: help beside the work, and a quarter from people to a published plan by keys alone. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, plan, step, untilSaved } from './support/work.ts';

const steps = (page: Page) => page.getByRole('complementary', { name: 'New quarter' });

/** What leads on from a step; it has the focus, so that Enter alone goes through all of them. */
const wayOn = (page: Page, name: string) => steps(page).getByRole('button', { name, exact: true });

story(
  'the sample’s next quarter is prepared by keys, from people to a calendar file, in under thirty presses @browser-only',
  async ({ host: { page } }, info) => {
    story.slow();
    await openSample(page);
    const begun = Date.now();
    let presses = 0;
    const press = async (keys: string): Promise<void> => {
      presses += 1;
      await page.keyboard.press(keys);
    };
    await press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    for (const letter of 'new quarter') await press(letter === ' ' ? 'Space' : letter);
    const commands = page.getByRole('dialog', { name: 'Commands' });
    await expect(commands.getByRole('menuitem')).toHaveCount(1);
    await expect(commands.getByRole('menuitem')).toHaveAccessibleName('New quarter, step by step');
    await expect(commands.getByRole('searchbox')).toHaveAttribute('aria-activedescendant', /./);
    await press('Enter');

    for (const screen of ['People', 'Leave', 'Holidays']) {
      await expect(page.getByRole('main', { name: screen })).toBeVisible();
      await expect(steps(page).getByRole('region', { name: screen })).toBeVisible();
      await expect(wayOn(page, 'Next')).toBeFocused();
      await press('Enter');
    }
    await expect(wayOn(page, 'Plan quarter')).toBeFocused();
    await press('Enter');
    await expect(wayOn(page, 'Accept plan')).toBeFocused({ timeout: 60_000 });
    await press('Enter');
    await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
    await expect(wayOn(page, 'Next')).toBeFocused();
    await press('Enter');

    await expect(page.getByRole('main', { name: 'Fairness' })).toBeVisible();
    await expect(steps(page).getByText(/^Score \d/)).toBeVisible();
    expect(await findings(page, '[aria-label="New quarter"]')).toEqual([]);
    await expect(wayOn(page, 'Next')).toBeFocused();
    await press('Enter');

    await expect(wayOn(page, 'Save the team’s calendar…')).toBeFocused();
    const download = page.waitForEvent('download');
    await press('Enter');
    expect((await download).suggestedFilename()).toMatch(/\.ics$/);
    await expect(wayOn(page, 'Finish')).toBeFocused();
    await press('Enter');
    await expect(steps(page)).toBeHidden();
    await untilSaved(page);

    const seconds = Math.round((Date.now() - begun) / 1000);
    info.annotations.push({ type: 'measured', description: `${presses} presses, ${seconds} s` });
    expect(presses).toBeLessThan(30);
    expect(seconds).toBeLessThan(600);
    // What went out stays known; the plan is one step back.
    await expect(step(page, 'Undo')).not.toHaveAttribute('aria-disabled', 'true');
  },
);

story('the tour and the help are taken by keys, and have no findings @browser-only', async ({ host }) => {
  const { page } = host;
  await page.getByRole('button', { name: 'Take the tour' }).press('Enter');
  const tour = page.getByRole('dialog', { name: 'Tour' });
  await expect(plan(page)).toBeVisible();
  for (const at of [1, 2, 3, 4, 5]) {
    await expect(tour.getByText(`Tour, ${at} of 5`)).toBeVisible();
    if (at === 2) expect(await findings(page, '[aria-label=Tour]')).toEqual([]);
    await tour.press('ArrowRight');
  }
  await expect(tour).toBeHidden();

  await page.keyboard.press('F1');
  const help = page.getByRole('complementary', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'Changing a plan by hand' })).toBeVisible();
  await help.getByRole('searchbox', { name: 'Search the help' }).fill('forgiven');
  await help.getByRole('button', { name: /^Carry: what goes on/ }).press('Enter');
  await expect(help.getByRole('heading', { name: 'How fairness is computed' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findings(page, '[aria-label=Help]'), colorScheme).toEqual([]);
  }
  await help.press('Escape');
  await expect(help).toBeHidden();

  // What was taken once is not offered again.
  await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Close plan' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Open sample quarter' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the tour' })).toBeHidden();
});
