/** Plans beside the plan: named, branched, compared, adopted; and the policy that weighs them, tried before it is saved. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { chipIn, openSample, plan, step, untilSaved } from './support/work.ts';

const show = (page: Page, screen: string) =>
  page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen, exact: true })
    .click();

const openCompare = (page: Page): Promise<void> => show(page, 'Compare');

const people = (page: Page) => page.getByRole('table', { name: /^Everybody under both plans/ });
const whole = (page: Page, name: string) =>
  page
    .getByRole('table', { name: 'The two plans as a whole' })
    .getByRole('row', { name: new RegExp(`^${name}`) });

/** Everything every two weeks, planned and compared: three clicks. */
async function branchBiweekly(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try bi-weekly…' }).click();
  await page.getByRole('button', { name: 'Plan the branch' }).click();
  await expect(people(page)).toBeVisible({ timeout: 90_000 });
}

story(
  'a bi-weekly branch is compared person by person, adopted in one step and taken back by one undo',
  async ({ planned: host }) => {
    const { page } = host;
    await openCompare(page);
    await branchBiweekly(page);
    await expect(page.getByText('turns every two weeks from Mon 4 Jan')).toBeVisible();
    await expect(people(page).getByRole('row')).toHaveCount(5);
    // Both scores are worked out, each under its own facts.
    await expect(whole(page, 'Fairness')).toHaveText(/Fairness.*\d+(\.\d)?\d+(\.\d)?/, { timeout: 60_000 });
    await page.getByRole('tab', { name: /weeks differ$/ }).click();
    await expect(page.getByRole('table', { name: /^Weeks in which/ })).toBeVisible();
    await page.getByRole('button', { name: 'Use this plan' }).click();
    await untilSaved(page);
    await show(page, 'Board');
    await expect(chipIn(page, 'Engineer', ', Team, Primary, week 1').first()).toBeVisible();
    await expect(plan(page).getByRole('button', { name: /, Team, Primary, week 2, / })).toHaveCount(0);
    await step(page, 'Undo').click();
    await expect(
      plan(page)
        .getByRole('button', { name: /, Team, Primary, week 2, / })
        .first(),
    ).toBeVisible();
    await untilSaved(page);
  },
);

story('a branch without somebody says who loses by it', async ({ planned: { page } }) => {
  await openCompare(page);
  await page.getByRole('button', { name: 'Branch…' }).click();
  await page.getByText('Engineer 3', { exact: true }).click();
  await page.getByRole('button', { name: 'Plan the branch' }).click();
  await expect(people(page)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('Without Engineer 3 from Mon 4 Jan')).toBeVisible();
  await expect(people(page).getByRole('row', { name: /^Engineer 3/ })).toContainText('Not in it');
  await expect(people(page).getByRole('row', { name: /^Engineer 4/ })).toContainText('Loses');
});

story(
  'somebody who is not in the team yet is planned with, and everybody else gains by it',
  async ({ planned: { page } }) => {
    await openCompare(page);
    await page.getByRole('button', { name: 'Branch…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('group', { name: /^With somebody/ })
      .getByLabel('Name')
      .fill('Zoe');
    await page.getByRole('button', { name: 'Plan the branch' }).click();
    await expect(people(page).getByRole('row', { name: /^Zoe/ })).toContainText('New', { timeout: 120_000 });
    await expect(people(page).getByText('Gains', { exact: true }).first()).toBeVisible();
  },
);

story(
  'a named plan is there after a restart, and can be come back to after changes',
  async ({ planned: host }) => {
    await openCompare(host.page);
    await host.page.getByRole('button', { name: 'Name the present plan…' }).click();
    await host.page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('As agreed');
    await host.page.keyboard.press('Enter');
    await untilSaved(host.page);
    await host.quit();
    await host.launch();
    const { page } = host;
    await show(page, 'Compare');
    await expect(page.getByText('0 weeks differ')).toBeVisible();
    await expect(page.getByText('This is the plan that stands.').last()).toBeVisible();
    await show(page, 'Board');
    const chip = plan(page)
      .getByRole('button', { name: /, Team, Primary, week 5, / })
      .first();
    await chip.focus();
    await page.keyboard.press('Delete');
    await expect(page.getByRole('contentinfo').getByText('1 gap')).toBeVisible();
    await show(page, 'Compare');
    await expect(page.getByText('1 week differs')).toBeVisible();
    await page.getByRole('button', { name: 'Use this plan' }).click();
    await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
    await untilSaved(page);
  },
);

story(
  'a policy is tried on the last quarter, saved as the next version, and undone',
  async ({ host: { page } }) => {
    await openSample(page);
    await show(page, 'Policy');
    const last = page.getByRole('region', { name: 'How would Q4 2026 score?' });
    const price = (row: string) => last.getByRole('row', { name: new RegExp(`^${row}`) }).getByRole('cell');
    await expect(price('Price in wishes').nth(1)).toHaveText(/^[\d.]+$/, { timeout: 60_000 });
    const before = await price('Uneven load').nth(1).innerText();
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('Fairness before wishes')).toBeVisible();
    await expect(price('Uneven load').nth(1)).not.toHaveText(before);
    await expect(price('Uneven load').nth(0)).toHaveText(before);
    await expect(price('Score').nth(1)).toHaveText(/^[\d.]+$/, { timeout: 60_000 });
    await page.getByRole('button', { name: 'Save version 2…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save version 2' }).click();
    await untilSaved(page);
    await expect(page.getByText(/^Version 2, from/)).toBeVisible();
    const versions = page.getByRole('region', { name: 'Versions' });
    await expect(versions.getByText('Uneven load: 1 wish a point² → 2 wishes a point²')).toBeVisible();
    await step(page, 'Undo').click();
    await expect(page.getByText(/^Version 1, from/)).toBeVisible();
  },
);

story('the drafted policy becomes a branch of its own by keys alone', async ({ host: { page } }) => {
  await openSample(page);
  await show(page, 'Policy');
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Try as a branch…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Branch Q1 2027' })).toBeVisible();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await expect(people(page)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('Uneven load: 1 wish a point² → 0.2 wishes a point²')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const)
  story(
    `two plans side by side, their form and a drafted policy have no findings in ${scheme}`,
    async ({ planned: { page } }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await openCompare(page);
      await page.getByRole('button', { name: 'Try bi-weekly…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await findings(page), 'the form').toEqual([]);
      await page.getByRole('button', { name: 'Plan the branch' }).click();
      await expect(people(page)).toBeVisible({ timeout: 90_000 });
      await page.waitForTimeout(400); // fonts and the toast settle; contrast is measured on what is painted
      expect(await findings(page), 'side by side').toEqual([]);
      await page.getByRole('tab', { name: /weeks differ$/ }).click();
      expect(await findings(page), 'weeks').toEqual([]);
      await show(page, 'Policy');
      await page.getByLabel('A weekday').fill('1000');
      await page.getByRole('slider').focus();
      await page.keyboard.press('End');
      await page.waitForTimeout(400);
      expect(await findings(page), 'policy').toEqual([]);
    },
  );
