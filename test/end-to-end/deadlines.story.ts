/** What falls due and what went wrong: recorded with evidence, run by a clock, and counted where the policy says so. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, step, untilSaved } from './support/work.ts';

const show = (page: Page, screen: string) =>
  page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen, exact: true })
    .click();

story(
  'a month is looked through by keys, an occurrence waived with its reason, and undone',
  async ({ host: { page } }) => {
    await openSample(page);
    await show(page, 'Deadlines');
    await page.getByRole('button', { name: 'Next month' }).focus();
    await page.keyboard.press('Enter');
    const month = page.getByRole('table', { name: /^Due in / });
    await expect(month.getByRole('row')).toHaveCount(6);
    expect(await findings(page)).toEqual([]);
    await month.getByRole('button', { name: /^Record… Growth report final/ }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Growth report final/ });
    await dialog.getByRole('radio', { name: 'Waived' }).click();
    await expect(dialog.getByRole('button', { name: 'Record as waived' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('No report this month');
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Record as waived' }).click();
    await expect(month.getByText('No report this month')).toBeVisible();
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(month.getByText('No report this month')).toBeHidden();
    await untilSaved(page);
  },
);

story(
  'a rule by the 31st is explained, and changing it keeps what it said of the past',
  async ({ host: { page } }) => {
    await openSample(page);
    await show(page, 'Deadlines');
    await page.getByRole('tab', { name: 'Rules' }).click();
    await page.getByRole('button', { name: 'Edit… Profit data available' }).click();
    const sheet = page.getByRole('dialog', { name: 'Edit Profit data available' });
    await sheet.getByLabel('Day', { exact: true }).fill('31');
    await expect(sheet.getByText('have no 31st', { exact: false })).toBeVisible();
    await expect(sheet.getByRole('list', { name: 'Next days' }).getByRole('listitem')).toHaveCount(6);
    expect(await findings(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Save' }).click();
    const rules = page.getByRole('table', { name: 'Rules' });
    await expect(rules.getByRole('row', { name: /Profit data available/ })).toHaveCount(2);
    await expect(rules.getByText(/^Ended /)).toBeVisible();
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(rules.getByRole('row', { name: /Profit data available/ })).toHaveCount(1);
    await untilSaved(page);
  },
);

story(
  'an incident runs by its clock: opened, paused with a reason, and refused an end before its beginning',
  async ({ host: { page } }) => {
    await openSample(page);
    await show(page, 'Incidents');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Report incident…' }).click();
    await page.getByLabel('What happened').fill('Export is late');
    await page.getByRole('button', { name: 'Open incident' }).click();
    const sheet = page.getByRole('dialog', { name: 'Export is late' });
    await expect(sheet.getByText('Not acknowledged')).toBeVisible();
    await sheet.getByRole('button', { name: 'Acknowledge' }).click();
    await sheet.getByRole('radio', { name: 'Resolve' }).click();
    await sheet.getByRole('textbox', { name: 'On' }).or(sheet.getByLabel('On')).first().fill('2026-01-04');
    await expect(sheet.getByText(/give a later time/)).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('tab', { name: 'Report' }).click();
    await expect(page.getByRole('table', { name: 'Incidents by quarter and pipeline' })).toBeVisible();
    await untilSaved(page);
  },
);

story(
  'deadline days count as a line of the card once the policy gives them points',
  async ({ host: { page } }) => {
    await openSample(page);
    await show(page, 'Policy');
    await page.getByLabel('A deadline day', { exact: true }).fill('1');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save version 2…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save version 2' }).click();
    await untilSaved(page);
    await show(page, 'Fairness');
    await expect(page.getByText(/^Deadline days weigh /).first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
  },
);
