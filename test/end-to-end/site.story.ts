/** The read-only site: taken from the Exchange screen, unpacked, and read from its folder in light and dark. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, untilSaved } from './support/work.ts';

/** One page of each kind. */
const pages = [
  'index.html',
  'schedule-2026-q4.html',
  'people.html',
  'people/person-engineer-1.html',
  'rotations/rotation-profit.html',
  'holidays.html',
  'runbooks/runbook-profit.html',
  'calendars.html',
  'find.html',
];

story('the site is taken as an archive and reads well from its folder', async ({ host: { page } }, info) => {
  story.skip(
    info.project.name === 'desktop',
    'the desktop publishes into a folder that the system’s dialog asks for',
  );
  await openSample(page);
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Exchange' })
    .press('Enter');
  await page.getByRole('tab', { name: 'Site' }).press('Enter');
  const quarters = page.getByRole('group', { name: 'Quarters' });
  await expect(quarters.getByRole('checkbox', { name: 'Q4 2026' })).toBeVisible();
  if (!(await quarters.getByRole('checkbox', { name: 'Q4 2026' }).isChecked()))
    await quarters.getByText('Q4 2026').click();
  await page.getByRole('button', { name: 'Show its files' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Files of the site' })).toContainText('schedule-2026-q4.html');
  expect(await findings(page, '[role="tabpanel"]')).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the site' }).press('Enter');
  const file = info.outputPath('site.zip');
  await (await download).saveAs(file);
  await untilSaved(page);

  const folder = info.outputPath('site');
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const reader = await page.context().newPage();
  const complaints: string[] = [];
  reader.on('console', (message) => complaints.push(message.text()));
  for (const colorScheme of ['light', 'dark'] as const) {
    await reader.emulateMedia({ colorScheme });
    // Colours are the same on all pages: three have every one of them.
    for (const path of colorScheme === 'light' ? pages : pages.slice(0, 3)) {
      await reader.goto(pathToFileURL(join(folder, path)).href);
      await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await findings(reader), `${path}, ${colorScheme}`).toEqual([]);
    }
  }
  await reader.goto(pathToFileURL(join(folder, 'index.html')).href);
  await reader.getByRole('link', { name: 'Engineer 4' }).first().click();
  await expect(reader.getByRole('heading', { name: 'Engineer 4' })).toBeVisible();
  expect(complaints).toEqual([]);
  await reader.close();
});
