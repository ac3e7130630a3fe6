/** Holidays: suggested, reviewed, locked, imported; and single days of them handed on. */
import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, step, untilSaved } from './support/work.ts';

/** The library is 1.5 MB, and the machine may do much else. */
const untilAsked = { timeout: 30_000 };

const rail = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Screens' }).getByText(name, { exact: true });
const screen = (page: Page): Locator => page.getByRole('main', { name: 'Holidays' });

async function openHolidays(page: Page): Promise<void> {
  await openSample(page);
  await rail(page, 'Holidays').click();
  await expect(screen(page).getByText('The same as in date-holidays 3.37.0.')).toBeVisible(untilAsked);
}

async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await dialog.page().getByRole('option', { name: option, exact: true }).click();
}

async function bothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page), colorScheme).toEqual([]);
  }
}

story(
  'a year is suggested for a region, mended, locked, and what was settled stays settled',
  async ({ host: { page } }) => {
    await openHolidays(page);
    await bothThemes(page);
    await page.getByRole('button', { name: 'Add a year…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add the holidays of a year' });
    await expect(dialog.getByRole('checkbox', { name: "New Year's Day" })).toBeVisible(untilAsked);
    await choose(dialog, 'Country', 'Germany');
    await choose(dialog, 'Region', 'Bayern');
    await choose(dialog, 'Year', '2027');
    // Half days before a feast are offered, and left out until they are wanted.
    await expect(dialog.getByRole('checkbox', { name: 'Epiphany' })).toBeChecked(untilAsked);
    await expect(dialog.getByRole('checkbox', { name: 'Christmas Eve' })).not.toBeChecked();
    expect(await findings(page, '[role=dialog]')).toEqual([]);
    await dialog.getByRole('button', { name: /^Add \d+ holidays$/ }).click();
    const set = page.getByRole('region', { name: 'Germany, BY 2027' });
    await expect(set).toContainText('The same as in date-holidays 3.37.0.', untilAsked);

    await set.getByRole('button', { name: 'Strike out Epiphany' }).click();
    await expect(set.getByRole('rowheader', { name: 'Epiphany' })).toBeHidden();
    await set.getByRole('button', { name: 'Change Whit Monday' }).click();
    const change = page.getByRole('dialog', { name: 'Change Whit Monday' });
    await change.getByLabel('Name').fill('');
    await change.getByRole('button', { name: 'Save holiday' }).click();
    await expect(change).toContainText('A holiday needs a name.');
    await change.getByLabel('Name').fill('Pfingstmontag');
    await change.getByLabel('Day', { exact: true }).fill('2028-02-29');
    await expect(change).toContainText('The day lies outside 2027, the year of this set.');
    await change.getByLabel('Day', { exact: true }).fill('2027-01-01');
    await expect(change).toContainText('is on this day. Name both in one entry');
    await change.getByLabel('Day', { exact: true }).fill('2027-05-17');
    await change.getByRole('button', { name: 'Save holiday' }).click();
    await expect(set).toContainText('2 suggestions are settled by hand and stay so.');

    await set.getByRole('button', { name: 'Lock as reviewed' }).click();
    await expect(set).toContainText(
      'compared with date-holidays 3.37.0. Its days change only once you unlock it.',
    );
    await expect(set.getByRole('button', { name: 'Strike out Pfingstmontag' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await bothThemes(page);
    await untilSaved(page);
    for (let steps = 0; steps < 4; steps++) await step(page, 'Undo').click();
    await expect(page.getByRole('region', { name: 'Germany, BY 2027' })).toBeHidden();
    await expect(page.getByRole('region', { name: 'United States 2027' })).toBeVisible();
  },
);

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, 'latin1'),
});

async function importFile(page: Page, name: string, text: string): Promise<Locator> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await chooser).setFiles(file(name, text));
  const dialog = page.getByRole('dialog', { name: 'Import holidays' });
  await expect(dialog).toBeVisible();
  return dialog;
}

story(
  'a file of holidays is told off by row and column, then taken over as one step with what it changes',
  async ({ host: { page } }) => {
    await openHolidays(page);
    const wrong = await importFile(
      page,
      'wrong.csv',
      'date;name\n2027-02-30;Never\n2027-03-17;St. Patrick\n',
    );
    await expect(wrong.getByRole('row', { name: /2 Error date there is no such day/ })).toBeVisible();
    await expect(wrong.getByRole('button', { name: /^Import/ })).toHaveAttribute('aria-disabled', 'true');
    await wrong.getByRole('button', { name: 'Cancel' }).click();

    const text = 'date;name;region\n2027-01-01;New Year;US\n2027-05-05;F\xeate;FR\n2027-09-07;Labor Day;US\n';
    const dialog = await importFile(page, 'days.csv', text);
    await expect(dialog).toContainText('days.csv, Windows-1252, 3 holidays');
    const preview = dialog.getByRole('region', { name: 'Holidays of the file' });
    await expect(
      preview.getByRole('row', { name: /Changed United States 2027 New Year was New Year's Day/ }),
    ).toBeVisible();
    await expect(
      preview.getByRole('row', { name: /Changed United States 2027 Labor Day 2027-09-07 was 2027-09-06/ }),
    ).toBeVisible();
    await expect(preview.getByRole('row', { name: /New France 2027 Fête/ })).toBeVisible();
    expect(await findings(page, '[role=dialog]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Import 3 changes' }).click();
    await expect(page.getByRole('navigation', { name: 'Holiday sets' })).toContainText('France 2027');
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(page.getByRole('navigation', { name: 'Holiday sets' })).not.toContainText('France 2027');
  },
);

story('single holidays go to better owners as proposed, by hand, and back', async ({ host: { page } }) => {
  await openSample(page);
  // The quarter under way: Thanksgiving and Christmas are still to come.
  await page.getByRole('button', { name: /Previous quarter/ }).click();
  await rail(page, 'Fairness').click();
  await page.getByRole('tab', { name: 'Holidays' }).click();
  const proposals = page.getByRole('region', { name: 'Proposed covers of holidays' });
  await expect(proposals).toContainText('make who covers what more even', untilAsked);
  await bothThemes(page);
  await proposals.getByRole('button', { name: /^Accept all/ }).click();
  await expect(proposals).toContainText('none is better held by somebody else', untilAsked);
  const duties = page.getByRole('table', { name: /Duties on each holiday/ });
  await expect(duties.getByText('cover', { exact: true }).first()).toBeVisible();
  await untilSaved(page);

  const covered = duties.getByRole('button', { name: /, cover\. Give the day away/ });
  const before = await covered.count();
  expect(before).toBeGreaterThan(1);
  await covered.first().click();
  await page.getByRole('button', { name: 'Take the cover back' }).click();
  await expect(covered).toHaveCount(before - 1);

  const christmas = duties.getByRole('button', { name: /^Team primary, Christmas Day/ });
  const holder = await christmas.innerText();
  await christmas.click();
  const card = page.getByRole('dialog', { name: /Christmas Day$/ });
  const other = card.getByRole('listitem').getByRole('button').first();
  await other.hover();
  await expect(card).toContainText(/covers Fri 25 Dec of Team primary/);
  expect(await findings(page, '[role=dialog]')).toEqual([]);
  await card.getByRole('radio', { name: 'Swap with' }).click();
  await expect(card.getByRole('button', { name: /^Thanksgiving Day/ }).first()).toBeVisible();
  await card.getByRole('radio', { name: 'Give the day to' }).click();
  await card.getByRole('listitem').getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  // The lead may overrule a rule, and is asked first.
  const anyway = page.getByRole('button', { name: 'Place anyway' });
  await expect(anyway.or(christmas.filter({ hasNotText: holder }))).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(christmas).not.toHaveText(holder);
  await step(page, 'Undo').click();
  await expect(christmas).toHaveText(holder);
  await untilSaved(page);
});
