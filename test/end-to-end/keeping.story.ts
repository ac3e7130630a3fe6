/** What was shown as saved is there after quitting, after a kill, and beside a damaged file. */
import { existsSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, story } from './support/story.ts';
import { openSample, plan, planAndAccept, step, untilSaved } from './support/work.ts';

const workspaceFiles = (dataFolder: string): readonly string[] =>
  readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)workspaces\/[^/]+\/workspace\.json$/.test(path))
    .map((path) => join(dataFolder, path));

/** Every file below the data folder whose content is these bytes. */
function keptCopies(dataFolder: string, content: string): readonly string[] {
  return readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(dataFolder, path))
    .filter(
      (path) =>
        !path.includes('/chromium/') && statSync(path).isFile() && readFileSync(path, 'utf8') === content,
    );
}

/** What is kept of runbooks that are being written. */
const draftsIn = (dataFolder: string): string =>
  workspaceFiles(dataFolder)
    .map((path) => join(dirname(path), 'drafts.json'))
    .map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
    .join('');

story('quitting and starting again shows the same plan, and undo and redo still work', async ({ host }) => {
  await openSample(host.page);
  await planAndAccept(host.page);
  await host.quit();
  await host.launch();
  const { page } = host;
  await expect(plan(page)).toBeVisible();
  await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
  await step(page, 'Undo').click();
  await expect(page.getByRole('contentinfo').getByText(/\d+ gaps/)).toBeVisible();
  await step(page, 'Redo').click();
  await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
  await untilSaved(page);
});

story('an edit shown as saved survives the process being killed', async ({ host }) => {
  await openSample(host.page);
  await planAndAccept(host.page);
  await host.kill();
  await host.launch();
  await expect(host.page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
  host.forget(/WebSocket connection|net::ERR/); // the page saw its server die
});

for (const [title, damage] of [
  ['cut in half', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['overwritten with something else @once', (file: string) => writeFileSync(file, 'not a plan at all')],
  ['emptied @once', (file: string) => truncateSync(file, 0)],
] as const)
  story(
    `a window, a word and a copy kept, where a workspace file was ${title}`,
    async ({ sleepingPlanned: host }) => {
      const [file = ''] = workspaceFiles(host.dataFolder);
      expect(file).not.toBe('');
      damage(file);
      const damaged = readFileSync(file, 'utf8');
      await host.launchToday();
      // It is told once; a start that was ended half-way may have been the one that heard it, and the kept file alone bears witness.
      if (!host.startedAgain)
        await expect(
          host.page.getByText(/damaged|could not be read|cannot be read|set aside/i).first(),
        ).toBeVisible();
      expect(keptCopies(host.dataFolder, damaged).length).toBeGreaterThan(0);
      // What was saved is there all the same: the lead goes on working.
      await host.quit();
      await host.launch();
      await expect(plan(host.page)).toBeVisible();
      await expect(host.page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
    },
  );

story(
  'what is being written of a runbook survives a kill, is offered again, and is gone once it is saved',
  async ({ host }) => {
    const openRunbooks = () =>
      host.page
        .getByRole('navigation', { name: 'Screens' })
        .getByRole('button', { name: 'Runbooks' })
        .click();
    await openSample(host.page);
    await openRunbooks();
    await host.page.getByRole('option', { name: /Growth/ }).click();
    await host.page.getByRole('button', { name: 'Edit', exact: true }).click();
    await host.page.getByRole('textbox', { name: 'Notes' }).click();
    await host.page.keyboard.press('Control+End');
    await host.page.keyboard.type('\nCall the night desk.');
    await expect.poll(() => draftsIn(host.dataFolder)).toContain('Call the night desk.');
    await host.kill();
    await host.launch();
    host.forget(/WebSocket connection|net::ERR/); // the page saw its server die
    await openRunbooks();
    await host.page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(host.page.getByText('Your changes to this runbook are not saved.')).toBeVisible();
    await expect(host.page.getByText('Call the night desk.')).toHaveCount(0);
    await host.page.getByRole('button', { name: 'Go on writing' }).click();
    await host.page.getByRole('button', { name: 'Save runbook' }).click();
    await expect(host.page.getByText('Call the night desk.')).toBeVisible();
    await untilSaved(host.page);
    await expect.poll(() => draftsIn(host.dataFolder)).toBe('');
  },
);

story(
  'a file of a newer format is opened to read, says why, and is left as it is',
  async ({ sleepingPlanned: host }) => {
    const [file = ''] = workspaceFiles(host.dataFolder);
    const newer = readFileSync(file, 'utf8').replace(/"version":\s*\d+/, '"version":99');
    writeFileSync(file, newer);
    await host.launch();
    await expect(host.page.getByText(/newer version/i).first()).toBeVisible();
    await host.quit();
    expect(readFileSync(file, 'utf8')).toBe(newer);
  },
);
