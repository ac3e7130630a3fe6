/** Leave: drawn, moved, typed, imported, and its conflicts with the plan repaired. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { middleOf, openSample, step, untilSaved } from './support/work.ts';

const show = (page: Page): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name: 'Leave', exact: true }).click();
const strip = (page: Page) => page.getByRole('grid', { name: /^Leave, / });
const line = (page: Page, person: string) =>
  strip(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: person }) });
const bar = (page: Page, person: string, words: RegExp) =>
  line(page, person).getByRole('gridcell', { name: words });

async function importFile(page: Page, name: string, mimeType: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType, buffer: Buffer.from(text) });
}

story(
  'leave that is drawn over planned turns shows its conflicts, and one click mends them',
  async ({ planned: { page } }) => {
    await show(page);
    await expect(page.getByRole('button', { name: 'No conflicts' })).toBeVisible();
    const known = bar(page, 'Engineer 1', /^Leave, 8–12 Feb/);
    const from = await middleOf(known);
    const row = await line(page, 'Engineer 2').boundingBox();
    if (row === null) throw new Error('no row');
    const y = row.y + row.height / 3;
    await page.mouse.move(from.x, y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, y, { steps: 4 });
    await expect(page.getByText(/^Engineer 2, leave 10–\d+ Feb: /)).toBeVisible();
    await page.mouse.up();
    await expect(bar(page, 'Engineer 2', /^Leave, 10–\d+ Feb, .*conflict with/)).toBeVisible();
    const conflicts = page.getByRole('complementary', { name: 'Conflicts' });
    if (!(await conflicts.isVisible())) await page.getByRole('button', { name: /^\d+ conflicts?$/ }).click();
    await conflicts.getByRole('button', { name: 'Fix now' }).click();
    await conflicts.getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByRole('button', { name: 'No conflicts' })).toBeVisible();
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(page.getByRole('button', { name: /^\d+ conflicts?$/ })).toBeVisible();
    await step(page, 'Undo').click();
    await expect(page.getByRole('button', { name: 'No conflicts' })).toBeVisible();
    await untilSaved(page);
  },
);

story('a bar is moved by its middle and stretched by its end', async ({ host: { page } }) => {
  await openSample(page);
  await show(page);
  const before = await bar(page, 'Engineer 3', /^Leave, 25–29 Jan/).boundingBox();
  if (before === null) throw new Error('no bar');
  const [day, y] = [before.width / 5, before.y + before.height / 2];
  await page.mouse.move(before.x + before.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width / 2 + 7 * day, y, { steps: 5 });
  await page.mouse.up();
  await expect(bar(page, 'Engineer 3', /^Leave, 1–5 Feb/)).toBeVisible();
  const moved = await bar(page, 'Engineer 3', /^Leave, 1–5 Feb/).boundingBox();
  if (moved === null) throw new Error('no bar');
  await page.mouse.move(moved.x + moved.width - 2, y);
  await page.mouse.down();
  await page.mouse.move(moved.x + moved.width - 2 + 3 * day, y, { steps: 5 });
  await page.mouse.up();
  await expect(bar(page, 'Engineer 3', /^Leave, 1–8 Feb/)).toBeVisible();
  await untilSaved(page);
});

story('leave by keys alone: chosen, typed, moved and removed', async ({ host: { page } }) => {
  await openSample(page);
  await show(page);
  await strip(page).focus();
  for (let days = 0; days < 3; days++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Add leave' });
  await form.getByLabel('Reason').fill('Nobody else reads this');
  await form.getByRole('button', { name: 'Add leave' }).click();
  await expect(bar(page, 'Engineer 1', /^Leave, 4–5 Jan/)).toBeVisible();
  await expect(page.getByText('Nobody else reads this')).toHaveCount(0);
  await strip(page).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar(page, 'Engineer 1', /^Leave, 5–7 Jan/)).toBeVisible();
  await strip(page).focus();
  await page.keyboard.press('Delete');
  await expect(bar(page, 'Engineer 1', /^Leave, 5–7 Jan/)).toHaveCount(0);
  await untilSaved(page);
});

const calendar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'UID:1@x',
  'SUMMARY:Engineer 1 - Clinic',
  'DTSTART;VALUE=DATE:20270301',
  'DTEND;VALUE=DATE:20270304',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2@x',
  'SUMMARY:Off',
  'ATTENDEE;CN=Zoe Zed:mailto:zoe@example.org',
  'DTSTART;VALUE=DATE:20270308',
  'DTEND;VALUE=DATE:20270309',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:3@x',
  'SUMMARY:Engineer 2',
  'DTSTART;VALUE=DATE:20270325',
  'DTEND;VALUE=DATE:20270330',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

story(
  'a calendar is taken over once it is said who is meant and what overlaps, as one step',
  async ({ host: { page } }) => {
    await openSample(page);
    await show(page);
    await importFile(page, 'absences.ics', 'text/calendar', calendar);
    const dialog = page.getByRole('dialog', { name: 'Import leave' });
    await expect(dialog.getByText('overlaps leave of 2027-03-15 to 2027-03-26')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Import 1 leave' })).toBeVisible();
    await dialog.getByRole('button', { name: /Zoe Zed/ }).click();
    await page.getByRole('option', { name: 'Engineer 4' }).click();
    await dialog.getByText('Merge with leave that it overlaps').click();
    await dialog.getByRole('button', { name: 'Import 3 leaves' }).click();
    await expect(bar(page, 'Engineer 1', /^Leave, 1–3 Mar/)).toBeVisible();
    await expect(bar(page, 'Engineer 2', /^Leave, 15–29 Mar/)).toBeVisible();
    await expect(bar(page, 'Engineer 4', /^Leave, Mon 8 Mar/)).toBeVisible();
    await untilSaved(page);
    await importFile(page, 'absences.ics', 'text/calendar', calendar);
    await expect(dialog).toBeVisible();
    await expect(dialog.getByText(/^Who is meant/)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await step(page, 'Undo').click();
    await expect(bar(page, 'Engineer 1', /^Leave, 1–3 Mar/)).toHaveCount(0);
    await expect(bar(page, 'Engineer 2', /^Leave, 15–26 Mar/)).toBeVisible();
  },
);

story(
  'a table with errors is told by row and column, and nothing of it is taken',
  async ({ host: { page } }) => {
    await openSample(page);
    await show(page);
    await importFile(
      page,
      'leave.csv',
      'text/csv',
      'Name;From;To\nEngineer 1;2027-02-30;\nEngineer 2;2027-03-05;2027-03-01\nEngineer 3;2027-03-01;2027-03-02\n',
    );
    const dialog = page.getByRole('dialog', { name: 'Import leave' });
    await expect(dialog.getByText('there is no such day as “2027-02-30”')).toBeVisible();
    await expect(dialog.getByText('ends on 2027-03-01, before it starts on 2027-03-05')).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Import / })).toHaveAttribute('aria-disabled', 'true');
  },
);

for (const scheme of ['light', 'dark'] as const)
  story(`leave, its form and its import have no findings in ${scheme}`, async ({ planned: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await show(page);
    await strip(page).focus();
    await page.getByRole('button', { name: 'No conflicts' }).click();
    await page.waitForTimeout(400); // fonts and the toast settle; contrast is measured on what is painted
    expect(await findings(page), 'quarter').toEqual([]);
    await page.getByRole('radio', { name: 'Year' }).click();
    await page.getByRole('button', { name: 'Add leave' }).click();
    expect(await findings(page), 'form').toEqual([]);
    await page.keyboard.press('Escape');
    await importFile(page, 'absences.ics', 'text/calendar', calendar);
    await expect(page.getByRole('dialog', { name: 'Import leave' })).toBeVisible();
    expect(await findings(page), 'import').toEqual([]);
  });
