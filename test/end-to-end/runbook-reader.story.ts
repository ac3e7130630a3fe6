/** A runbook at three in the morning: worked through, in large type, opened from an address; reviews and gaps by day. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample } from './support/work.ts';

async function openGrowth(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Runbooks' }).click();
  await page.getByRole('option', { name: /Growth/ }).click();
}

story('a checklist keeps ticks and notes, and its record outlives a reload', async ({ host: { page } }) => {
  await openGrowth(page);
  await page
    .getByRole('button', { name: /^Work through/ })
    .first()
    .click();
  const checklist = page.getByRole('region', { name: /^Checklist:/ });
  await checklist.getByRole('checkbox').first().check();
  await checklist.getByRole('textbox', { name: 'Notes' }).fill('The feed was late');
  expect(await findings(page, '.runbook')).toEqual([]);
  await checklist.getByRole('button', { name: 'Finish' }).click();
  await expect(checklist).toBeHidden();
  await expect(page.getByRole('contentinfo').getByText('Saved')).toBeVisible();
  await page.reload();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Runbooks' }).click();
  await page.getByRole('option', { name: /Growth/ }).click();
  await page.locator('.run-record summary').click();
  await expect(page.locator('.run-record')).toContainText('The feed was late');
  await expect(page.locator('.run-record').getByRole('img', { name: 'Done' })).toHaveCount(1);
});

story('incident mode is one column in large type, and Escape leaves it', async ({ host: { page } }) => {
  await openGrowth(page);
  await page.getByRole('button', { name: 'Incident mode' }).click();
  await expect(page.getByRole('listbox', { name: 'Runbooks' })).toBeHidden();
  const type = await page.getByRole('article').evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  expect(type).toBeGreaterThanOrEqual(18);
  expect(await findings(page, '.runbooks')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox', { name: 'Runbooks' })).toBeVisible();
});

story('the reminder leads to the reviews that are due', async ({ host: { page } }) => {
  await openSample(page);
  await page
    .getByRole('contentinfo')
    .getByRole('button', { name: /runbook reviews? due/ })
    .click();
  const due = page.getByRole('table', { name: 'Runbooks due for review' });
  const before = await due.getByRole('row').count();
  expect(await findings(page, '.runbooks')).toEqual([]);
  await due
    .getByRole('button', { name: /^Reviewed, no change/ })
    .first()
    .click();
  if (before > 2) await expect(due.getByRole('row')).toHaveCount(before - 1);
  else await expect(due).toBeHidden();
});

story(
  'the address of a runbook opens it, and leaves the address bar @browser-only',
  async ({ host: { page } }) => {
    await openSample(page);
    await page.evaluate(() => {
      location.hash = '#runbook=runbook-engagement';
    });
    await expect(page.getByRole('article').getByRole('heading', { level: 2 }).first()).toHaveText(
      'Engagement',
    );
    expect(await page.evaluate(() => location.hash)).toBe('');
  },
);
