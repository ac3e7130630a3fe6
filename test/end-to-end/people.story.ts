/** People: added, changed, wished for, archived, imported. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, step, untilSaved } from './support/work.ts';

const table = (page: Page) => page.getByRole('table', { name: 'People' });
const person = (page: Page, name: string) => table(page).getByRole('button', { name, exact: true });
const form = (page: Page, name: string) => page.getByRole('dialog', { name });
const lineOf = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

async function openPeople(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'People' }).click();
  await expect(table(page).getByRole('rowheader')).toHaveCount(4);
}

const bytesOf = {
  'UTF-16 LE': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-8 with BOM': (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
  'Windows-1252': (text: string) => Buffer.from(text, 'latin1'),
} as const;

async function chooseFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Import…' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'From a CSV file…' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: bytes });
}

story('somebody joins in two layers with a week wished for, all as one step', async ({ host: { page } }) => {
  await openPeople(page);
  await page.getByRole('button', { name: 'Add somebody' }).click();
  const sheet = form(page, 'Add somebody');
  await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill('Eve Okafor');
  await sheet.getByRole('textbox', { name: 'Share of full time' }).fill('60');
  await expect(sheet.getByLabel('First day in the team')).toHaveValue('2026-11-23');
  const profit = sheet.getByRole('group', { name: 'Profit: takes turns in' });
  await profit.getByText('Primary').click();
  await profit.getByText('Secondary').click();
  // By keys: from the first week of the quarter one right is week 2.
  const week = sheet.getByRole('grid', { name: 'Weeks of 2027' }).getByRole('button', { name: 'Week 1,' });
  await week.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('w');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('a');
  await sheet.getByRole('button', { name: 'Add to the team' }).click();
  await expect(sheet).toBeHidden();
  const line = lineOf(page, 'Eve Okafor');
  await expect(line).toContainText('60 %');
  await expect(line).toContainText('Profit: primary, secondary;');
  await expect(line).toContainText('wanted W2');
  await expect(line).toContainText('avoided W3');
  await untilSaved(page);
  await step(page, 'Undo').click();
  await expect(line).toBeHidden();
});

story('a form says at the field what is wrong, and saves nothing', async ({ host: { page } }) => {
  await openPeople(page);
  await person(page, 'Engineer 2').click();
  const sheet = form(page, 'Engineer 2');
  await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill('x'.repeat(300));
  await sheet.getByRole('textbox', { name: 'Share of full time' }).fill('120');
  await sheet.getByLabel('First day in the team').fill('2027-02-01');
  await sheet.getByLabel('Last day in the team').fill('2027-01-01');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByText('A share of full time lies between 1 and 100 %.').first()).toBeVisible();
  await expect(sheet.getByRole('alert')).toContainText('this one has 300');
  await expect(sheet.getByRole('alert')).toContainText('The last day is before the first.');
  expect(await findings(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(person(page, 'Engineer 2')).toBeFocused();
  await expect(step(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
  // Two people of one name would be mixed up by every import.
  await person(page, 'Engineer 2').click();
  await sheet.getByRole('textbox', { name: 'Name', exact: true }).fill('Engineer 1');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByRole('alert')).toContainText('has the same name');
});

story(
  'whoever goes hands over first; then they are archived, and back by one undo',
  async ({ host: { page } }) => {
    await openPeople(page);
    await person(page, 'Engineer 4').click();
    await form(page, 'Engineer 4').getByRole('button', { name: 'Archive…' }).click();
    const archive = page.getByRole('dialog', { name: 'Archive Engineer 4?' });
    const first = archive.getByRole('region', { name: 'To hand over' });
    await expect(first.getByRole('listitem').first()).toContainText('W49 (30 Nov–6 Dec)');
    await expect(archive.getByRole('button', { name: 'Archive', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    expect(await findings(page, '[role=dialog]')).toEqual([]);
    await archive.getByRole('button', { name: /^Leave these \d+ shifts open$/ }).click();
    await expect(first.getByText(/^Task /).first()).toBeVisible();
    await expect(first.getByText(/W49/)).toHaveCount(0);
    // What blocks is a click away.
    await first.getByRole('button', { name: 'Tasks' }).first().click();
    await expect(page.getByRole('main', { name: 'Tasks' })).toBeVisible();
    await step(page, 'Undo').click();
    await untilSaved(page);
  },
);

for (const encoding of ['UTF-16 LE', 'UTF-8 with BOM', 'Windows-1252'] as const)
  story(
    `a file in ${encoding} is previewed, taken over as one step and taken back`,
    async ({ host: { page } }) => {
      await openPeople(page);
      const text =
        'Name;Pensum;Eintritt;Region\r\nEngineer 1;80 %;;\r\nJürgen Müller;0,5;4.1.2027;de-by\r\nÅsa;100 %;4.1.2027;XX\r\n';
      await chooseFile(page, 'team.csv', bytesOf[encoding](text));
      const dialog = page.getByRole('dialog', { name: 'Import people' });
      await expect(dialog.getByText(`team.csv, ${encoding}, 3 rows`)).toBeVisible();
      const preview = dialog.getByRole('table', { name: 'What the import would do' });
      await expect(preview.getByRole('row', { name: /Changed Engineer 1/ })).toContainText('80 % was 100 %');
      await expect(preview.getByRole('row', { name: /New Jürgen Müller/ })).toContainText('from 4 Jan 2027');
      expect(await findings(page, '[role=dialog]')).toEqual([]);
      await expect(
        dialog.getByText('XX is no country that is known: no holiday counts for Åsa'),
      ).toBeVisible();
      await dialog.getByRole('checkbox', { name: /^Take row 4, Åsa/ }).press('Space');
      await expect(dialog.getByText('The newcomer takes no turns yet', { exact: false })).toBeVisible();
      await dialog.getByRole('group', { name: 'Whoever is new takes turns in' }).getByText('Team').click();
      await dialog.getByRole('button', { name: 'Import 2 people' }).click();
      await expect(lineOf(page, 'Jürgen Müller')).toContainText('Team: primary;');
      await expect(lineOf(page, 'Engineer 1')).toContainText('80 %');
      await expect(table(page).getByText('Åsa')).toHaveCount(0);
      await untilSaved(page);
      await step(page, 'Undo').click();
      await expect(table(page).getByRole('rowheader')).toHaveCount(4);
      await expect(lineOf(page, 'Engineer 1')).toContainText('100 %');
    },
  );

story('a bad file is told by row and column, and nothing of it is taken', async ({ host: { page } }) => {
  await openPeople(page);
  const text = 'Name,Share,First day\nEve,60,2027-02-29\nFay,150,\n=HYPERLINK("x"),100,\nGus,50,1,extra';
  await chooseFile(page, 'bad.csv', Buffer.from(text));
  const dialog = page.getByRole('dialog', { name: 'Import people' });
  const problems = dialog.getByRole('table', { name: 'What is wrong with the file' });
  await expect(problems.getByRole('row', { name: '2 Error First day' })).toContainText('no such day');
  await expect(problems.getByRole('row', { name: '3 Error Share' })).toBeVisible();
  await expect(problems.getByRole('row', { name: '5 Error' }).first()).toContainText('4 cells');
  await expect(problems.getByRole('row', { name: '4 Note Name' })).toContainText('formula');
  await expect(dialog.getByRole('button', { name: /^Import / }).last()).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  expect(await findings(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await chooseFile(page, 'long.csv', Buffer.from('Name,Share\n' + 'Somebody,100\n'.repeat(100_000)));
  await expect(dialog.getByText(/has more than 10,000 rows/)).toBeVisible();
  await page.keyboard.press('Escape');
  await chooseFile(page, 'team.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  await expect(
    page.getByText("team.xlsx is a spreadsheet's own file. Save it as CSV there, and import that.").first(),
  ).toBeVisible();
  await expect(table(page).getByRole('rowheader')).toHaveCount(4);
  // Dropped on another screen, a table comes to the same preview.
  await page.keyboard.press('Control+1');
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Name,Share\nEve,60\n'], 'dropped.csv'));
    return data;
  });
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await expect(dialog.getByText(/^dropped\.csv/)).toBeVisible();
});

story(
  'arrows walk through the names, Enter opens, and no rule of WCAG is broken',
  async ({ host: { page } }) => {
    await openPeople(page);
    await person(page, 'Engineer 1').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(person(page, 'Engineer 4')).toBeFocused();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
      await page.keyboard.press('Enter');
      await expect(form(page, 'Engineer 4')).toBeVisible();
      expect(await findings(page, '[role=dialog]'), colorScheme).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(person(page, 'Engineer 4')).toBeFocused();
    }
  },
);
