/** Runbooks that a team has already, brought in from files: looked at first, taken over as one step, refused as a whole. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample } from './support/work.ts';

async function choose(
  page: Page,
  entry: string,
  files: Parameters<Locator['setInputFiles']>[0],
): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Runbooks' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: entry }).click();
  await (await chooser).setFiles(files);
  return page.getByRole('dialog', { name: 'Import runbooks' });
}

const plain = `1. Pipeline Name: Profit
Types of data
a. revenue per account
Owners
a. Primary: Engineer 4 (Aggregate profit - Task B)
Common Issues
a. Figures differ from accounts
Ask before you rerun.
SLA’s
a. invoices are checked by the 12th of each month
b. critical issues are resolved within 12 hours
`;

story(
  'a folder of runbooks is looked at, comes in with a deadline it promises, and goes again in one undo',
  async ({ host: { page } }) => {
    await openSample(page);
    const folder = story.info().outputPath('runbooks');
    await mkdir(join(folder, 'ops'), { recursive: true });
    await writeFile(join(folder, 'ops', 'all.txt'), plain);
    await writeFile(
      join(folder, 'ops', 'billing.md'),
      '---\ntitle: Billing\nx-tool: 1\n---\n<script>alert(1)</script>\n',
    );
    await writeFile(join(folder, 'ops', 'logo.png'), 'no text');
    const dialog = await choose(page, 'Folder of Markdown…', folder);
    await expect(dialog).toContainText('2 files, 2 runbooks');
    await expect(dialog).toContainText('logo.png');
    await expect(dialog).toContainText('kept as written: x-tool');
    await expect(dialog.getByRole('table', { name: 'What the import would do' })).toContainText(
      'Ask before you rerun.',
    );
    await expect(
      dialog.getByRole('checkbox', { name: /invoices are checked.*first Fri 11 Dec/ }),
    ).toBeChecked();
    expect(await findings(page, '[role=dialog]')).toEqual([]);
    await dialog.getByRole('button', { name: 'Import 2 runbooks and 1 deadline' }).click();
    await expect(dialog).toBeHidden();
    const list = page.getByRole('listbox', { name: 'Runbooks' });
    await page.getByRole('radio', { name: 'All', exact: true }).click();
    await expect(list.getByRole('option', { name: /^Billing/ })).toBeVisible();
    await list.getByRole('option', { name: /^Profit/ }).click();
    const facts = page.getByRole('complementary', { name: 'Facts' });
    await expect(facts.getByRole('button', { name: 'Next Fri 11 Dec' })).toBeVisible();
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect(list.getByRole('option', { name: /^Billing/ })).toHaveCount(0);
    await expect(facts).not.toContainText('invoices are checked');
  },
);

story('a file that is no text keeps the others out and says why', async ({ host: { page } }) => {
  await openSample(page);
  const markdown = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/markdown', buffer });
  const dialog = await choose(page, 'Markdown files or a ZIP…', [
    markdown('good.md', Buffer.from('# Good\n')),
    markdown('paper.md', Buffer.from('%PDF-1.7\n')),
  ]);
  await expect(dialog).toContainText('paper.md');
  await expect(dialog).toContainText('it is a PDF; save its text as Markdown');
  await expect(dialog.getByRole('button', { name: 'Import 1 runbook' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('radio', { name: 'All', exact: true }).click();
  await expect(page.getByRole('option', { name: /^Good/ })).toHaveCount(0);
});
