/** The ways back: older states, a second version of the file, and a file that cannot be opened at all. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { closeWorkspace } from '../../shared/document/close.ts';
import { openWorkspace } from '../../shared/document/open.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, plan, step, untilSaved } from './support/work.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const filesIn = (dataFolder: string): readonly string[] =>
  readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.startsWith('workspaces/'))
    .map((path) => join(dataFolder, path))
    .filter((path) => statSync(path).isFile());

function workspaceFile(dataFolder: string): string {
  const file = filesIn(dataFolder).find((path) => path.endsWith('/workspace.json'));
  if (file === undefined) throw new Error('there is no workspace file');
  return file;
}

async function openRecovery(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Restore points' }).click();
  await expect(page.getByRole('listbox', { name: 'Restore points' })).toBeVisible();
}

story(
  'an older state is looked at first, taken back as one step, and undo returns',
  async ({ planned: { page } }) => {
    await step(page, 'Undo').click();
    await untilSaved(page);
    await openRecovery(page);
    const points = page.getByRole('listbox', { name: 'Restore points' });
    await points.getByRole('option', { name: /^Plan Q1 2027/ }).click();
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview.getByRole('row', { name: /^Shifts/ })).toContainText('91 come back');
    expect(await findings(page)).toEqual([]);
    await preview.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(page.getByRole('contentinfo').getByText(/\d+ gaps/)).toBeVisible();
  },
);

story('by keys alone a point is chosen and restored', async ({ planned: { page } }) => {
  await openRecovery(page);
  const points = page.getByRole('listbox', { name: 'Restore points' });
  await points.getByRole('option').first().focus();
  await page.keyboard.press('End');
  await expect(points.getByRole('option').last()).toBeFocused();
  await expect(points.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  const restore = page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Restore' });
  await expect(restore).toBeEnabled();
  await restore.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('contentinfo').getByText(/\d+ gaps/)).toBeVisible();
  await untilSaved(page);
});

story(
  'a file that something else wrote is noticed before anything is written, compared and merged',
  async ({ host }) => {
    const { page } = host;
    await openSample(page);
    await untilSaved(page);
    const file = workspaceFile(host.dataFolder);
    const kept = openWorkspace(readFileSync(file, 'utf8'), file, sha256);
    if (!kept.ok) throw new Error('the sample cannot be read');
    const { workspace, revision } = kept.value;
    const theirs: Workspace = {
      ...workspace,
      about: { ...workspace.about, name: 'Investor data, elsewhere' },
    };
    const written = closeWorkspace(theirs, revision + 1, sha256);
    writeFileSync(file, written);

    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await page.getByRole('button', { name: 'Accept plan' }).click();
    await expect(page.getByRole('contentinfo').getByText(/Not saved/)).toBeVisible();
    expect(readFileSync(file, 'utf8')).toBe(written);

    await page.getByRole('button', { name: 'Compare versions' }).click();
    await page.getByRole('main').getByRole('button', { name: 'Compare', exact: true }).click();
    const comparison = page.getByRole('region', { name: 'Comparison' });
    await expect(comparison.getByText('Investor data, elsewhere')).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await comparison.getByRole('button', { name: 'Merge' }).click();
    await untilSaved(page);
    await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();

    await host.quit();
    await host.launch();
    await expect(plan(host.page)).toBeVisible();
    await expect(host.page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
    const after = openWorkspace(readFileSync(file, 'utf8'), file, sha256);
    expect(after.ok && after.value.workspace.about.name).toBe('Investor data, elsewhere');
  },
);

story(
  'where no copy in sight can be opened, the start screen leads to what is kept',
  async ({ sleepingPlanned: host }) => {
    // What stands in by itself is hurt: the file, the generation before it and every copy but the hourly ones.
    for (const path of filesIn(host.dataFolder))
      if (/\/(workspace|previous)\.json$|\/backups\//.test(path)) writeFileSync(path, 'hurt');
    await host.launch();
    const { page } = host;
    await expect(page.getByRole('button', { name: 'Open sample quarter' })).toBeVisible();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(/could not/i);
    await page.getByRole('button', { name: 'See what can be restored' }).click();
    await expect(page.getByRole('main', { name: 'Recovery' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to start' }).click();
    await expect(page.getByRole('button', { name: 'Open sample quarter' })).toBeVisible();
  },
);
