/**
 * The read-only site. In the browser host it is taken as an archive, unpacked, and read from its folder in light, dark and as it prints; the
 * desktop publishes it into a folder, with PDFs, and again after it was closed.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { findings } from './support/axe.ts';
import { askedAgain, DesktopHost } from './support/desktop-host.ts';
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

/** Opens the tab with the sample's worked quarter chosen. */
async function toSite(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: 'Exchange' })
    .press('Enter');
  await page.getByRole('tab', { name: 'Site' }).press('Enter');
  const quarters = page.getByRole('group', { name: 'Quarters' });
  await expect(quarters.getByRole('checkbox', { name: 'Q4 2026' })).toBeVisible();
  if (!(await quarters.getByRole('checkbox', { name: 'Q4 2026' }).isChecked()))
    await quarters.getByText('Q4 2026').click();
}

story(
  'the site is taken as an archive and reads well from its folder @browser-only',
  async ({ host: { page } }, info) => {
    await openSample(page);
    await toSite(page);
    await page.getByRole('button', { name: 'Show its files' }).press('Enter');
    await expect(page.getByRole('table', { name: 'Files of the site' })).toContainText(
      'schedule-2026-q4.html',
    );
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
    // Colours are the same on all pages: two have every one of them.
    for (const [look, media, some] of [
      ['light', { media: 'screen', colorScheme: 'light' }, pages],
      ['dark', { media: 'screen', colorScheme: 'dark' }, pages.slice(0, 2)],
      ['on paper', { media: 'print', colorScheme: 'dark' }, pages.slice(1, 2)],
    ] as const) {
      await reader.emulateMedia(media);
      for (const path of some) {
        await reader.goto(pathToFileURL(join(folder, path)).href);
        await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await findings(reader), `${path}, ${look}`).toEqual([]);
      }
    }
    await reader.emulateMedia({ media: 'screen' });
    await reader.goto(pathToFileURL(join(folder, 'index.html')).href);
    await reader.getByRole('link', { name: 'Engineer 4' }).first().click();
    await expect(reader.getByRole('heading', { name: 'Engineer 4' })).toBeVisible();
    expect(complaints).toEqual([]);
    await reader.close();
  },
);

story(
  'the site is published into a folder with PDFs, and again after a restart what changed alone @desktop-only',
  async ({ host }) => {
    if (!(host instanceof DesktopHost)) throw new Error('the desktop alone asks for a folder');
    const folder = join(host.dataFolder, 'site');
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), 'of the company');
    await openSample(host.page);
    await toSite(host.page);
    await askedAgain(() =>
      host.app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      }, folder),
    );
    await host.page.getByRole('button', { name: 'Choose a folder…' }).press('Enter');
    await expect(host.page.getByText(folder)).toBeVisible();
    await host.page.getByRole('button', { name: 'Publish' }).press('Enter');
    // After a restart it is another page.
    const files = () => host.page.getByRole('region', { name: 'Files of the site' });
    await expect(files().getByText(/^\d+ new\.$/)).toBeVisible({ timeout: 60_000 });
    await untilSaved(host.page);
    const printed = readdirSync(join(folder, 'runbooks')).filter((name) => name.endsWith('.pdf'));
    expect(printed.length).toBeGreaterThan(0);
    for (const name of printed)
      expect(
        readFileSync(join(folder, 'runbooks', name))
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    expect(readFileSync(join(folder, 'runbooks.html'), 'utf8')).toContain(
      `href="runbooks/${printed[0] ?? ''}"`,
    );
    const written = statSync(join(folder, 'schedule-2026-q4.html')).mtimeMs;

    await host.quit();
    await host.launch();
    rmSync(join(folder, 'find.html'));
    await toSite(host.page);
    await expect(host.page.getByText(folder)).toBeVisible();
    await host.page.getByRole('button', { name: 'Publish' }).press('Enter');
    await expect(files().getByText(/^1 new, \d+ unchanged\.$/)).toBeVisible({ timeout: 60_000 });
    expect(statSync(join(folder, 'schedule-2026-q4.html')).mtimeMs).toBe(written);
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('of the company');
  },
);
