/** Calendars go out as one archive, and a schedule of another tool comes in: audited, taken over as one step, taken back. */
import { readFileSync } from 'node:fs';
import { unzipSync, strFromU8 } from 'fflate';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample, step, untilSaved } from './support/work.ts';

/** Two weekly lists of which one person is in both at once now and then. */
const opsgenie = JSON.stringify({
  data: [
    {
      id: 'S1',
      name: 'Profit',
      timezone: 'America/New_York',
      rotations: ['Primary', 'Secondary'].map((name, place) => ({
        id: name,
        name,
        startDate: '2027-01-04T14:00:00Z',
        type: 'weekly',
        participants: [1, 2, 3]
          .slice(place)
          .map((number) => ({ type: 'user', id: `u${number}`, username: `Engineer ${number}` })),
      })),
    },
  ],
});

story(
  'calendars go out, and a schedule of Opsgenie comes in with its audit',
  async ({ host: { page } }, info) => {
    await openSample(page);
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('button', { name: 'Exchange' })
      .press('Enter');
    if (info.project.name === 'browser') {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save all calendars…' }).press('Enter');
      const files = unzipSync(readFileSync(await (await download).path()));
      expect(Object.keys(files)).toContain('Investor data on-call, Engineer 1.ics');
      for (const bytes of Object.values(files))
        expect(strFromU8(bytes)).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
      await expect(page.getByRole('row', { name: /^Investor data on-call, Engineer 1 / })).toContainText(
        'nothing new',
      );
    }
    await page.getByRole('tab', { name: 'Import a schedule' }).press('Enter');
    const choose = async (name: string, text: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file…' }).press('Enter');
      await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    };
    await choose('signed-out.json', '<!DOCTYPE html><title>Log in</title>');
    await expect(page.getByRole('alert').getByText('signed-out.json is a page of a website')).toBeVisible();
    await choose('opsgenie.json', opsgenie);
    const dialog = page.getByRole('dialog', { name: 'Import schedules of Opsgenie' });
    await expect(dialog.getByText('One person in two duties at once')).toBeVisible();
    await expect(dialog.getByText(/Lists of 3 and 2 .* every 6 weeks/)).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Import \d+ turns$/ }).press('Enter');
    await expect(page.getByText(/^Imported \d+ turns from opsgenie.json/).first()).toBeVisible();
    await untilSaved(page);
    await step(page, 'Undo').press('Enter');
    await choose('opsgenie.json', opsgenie);
    await expect(dialog.getByRole('button', { name: /^Import \d+ turns$/ })).toBeEnabled();
  },
);
