/** Time off in return: what serving earns, approved, taken, corrected and given away, by clicks and by keys. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, step, untilSaved } from './support/work.ts';

const show = (page: Page, screen: string) =>
  page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen, exact: true })
    .click();

const balances = (page: Page) => page.getByRole('table', { name: 'Balances of comp time today' });
const rowOf = (page: Page, person: string) => balances(page).getByRole('row').filter({ hasText: person });
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name }).click();

async function openCompTime(page: Page): Promise<void> {
  await openSample(page);
  await show(page, 'Comp time');
  await expect(balances(page)).toBeVisible();
}

/** Pays for responding to incidents from the quarter that is being worked. */
async function payForResponse(page: Page): Promise<void> {
  await show(page, 'Policy');
  await page.getByRole('button', { name: 'Previous quarter' }).click();
  await page.getByRole('button', { name: /Start from/ }).click();
  await page.getByRole('option', { name: 'Hour for hour of response' }).click();
  await expect(page.getByText('Rests on incidents being recorded', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Save version 2…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save version 2' }).click();
  await untilSaved(page);
}

story(
  'what was served waits for approval, is approved in one step, declined with a reason, and undone',
  async ({ host: { page } }) => {
    await openSample(page);
    await payForResponse(page);
    await show(page, 'Comp time');
    // Lines written under the first version stay; three incidents were resolved since.
    await tab(page, 'To settle (3)');
    const waiting = page.getByRole('table', { name: /^Served, and not in the ledger/ });
    await expect(waiting.getByRole('row')).toHaveCount(4);
    expect(await findings(page)).toEqual([]);
    await waiting.getByRole('button', { name: /^Decline… Response to INC-1057/ }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Paid out with the salary');
    await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    await expect(waiting.getByRole('row')).toHaveCount(3);
    await page.getByRole('button', { name: 'Approve 2' }).click();
    await expect(page.getByText('Nothing waits for you', { exact: false })).toBeVisible();
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(page.getByRole('button', { name: 'Approve 2' })).toBeVisible();
    await untilSaved(page);
  },
);

story(
  'time off is booked from a balance, shown with its conflict, and cancelled',
  async ({ host: { page } }) => {
    await openCompTime(page);
    await page.getByRole('button', { name: 'Book time off…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Book time off' });
    await expect(dialog.getByText('can be taken on Mon 23 Nov 2026', { exact: false })).toBeVisible();
    // Two whole days are more than the 15 h that Engineer 1 has.
    await dialog.getByLabel('Last day').fill('2026-11-24');
    await expect(dialog.getByText('1 h more than there are')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Book 16 h' })).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByLabel('First day').fill('2026-12-01');
    await dialog.getByLabel('Last day').fill('2026-12-01');
    await dialog.getByRole('button', { name: 'Book 8 h' }).click();
    await expect(rowOf(page, 'Engineer 1')).toContainText('8 h');
    await untilSaved(page);
    await tab(page, 'Booked');
    const booked = page.getByRole('table', { name: 'Booked comp time' });
    await expect(booked.getByRole('row')).toHaveCount(3);
    expect(await findings(page)).toEqual([]);
    await booked.getByRole('button', { name: /^Cancel the booking of Engineer 1/ }).click();
    await expect(booked.getByRole('row')).toHaveCount(2);
    await untilSaved(page);
  },
);

story(
  'a line is taken back by another line, by keys alone, and the balance adds up',
  async ({ host: { page } }) => {
    await openCompTime(page);
    // What is booked ahead stands behind it, and is no part of the sum.
    const open = page.getByRole('definition').filter({ hasText: '=' });
    await page.getByRole('button', { name: 'Engineer 4: statement' }).press('Enter');
    await expect(page.getByRole('button', { name: 'All balances' })).toBeFocused();
    await expect(open).toHaveText('= 15 h 15 min');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take back… Veterans Day, Team primary W46' }).press('Enter');
    // Keys that come before the dialog is there go to the button behind it.
    await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await page.keyboard.type('Swapped by word of mouth');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Take back 8 h' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(open).toHaveText('= 7 h 15 min');
    await expect(page.getByText('Swapped by word of mouth')).toBeVisible();
    await untilSaved(page);
    await page.getByRole('button', { name: 'All balances' }).click();
    await expect(balances(page).getByRole('row', { name: /^Team/ })).toContainText('44 h');
  },
);

story('balances and lines are given away as files', async ({ host: { page } }, info) => {
  story.skip(info.project.name === 'desktop', 'the desktop asks with a dialog of the system');
  await openCompTime(page);
  for (const [item, ending] of [
    ['Balances and lines as Excel workbook', 'xlsx'],
    ['Balances as CSV', 'csv'],
    ['Lines as CSV', 'csv'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    expect((await download).suggestedFilename()).toMatch(
      new RegExp(`^Comp time, Investor data, .*\\.${ending}$`),
    );
  }
});
