/** Datadog, played by a service of our own: read on demand, shown beside the runbook with its time, also when the service is gone. */
import { fakeDatadog } from '../support/fake-datadog.ts';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { openSample } from './support/work.ts';

story(
  'how pipelines stand is read from Datadog and stays beside their runbooks',
  async ({ host: { page } }) => {
    const fake = await fakeDatadog();
    fake.monitors.push(
      {
        id: 1,
        name: 'Profit file is late',
        overall_state: 'Alert',
        overall_state_modified: '2026-11-23T07:00:00Z',
        tags: ['pipeline:profit'],
      },
      { id: 2, name: 'Rows of growth', overall_state: 'OK', tags: [] },
      { id: 3, name: 'Disk of the build server', overall_state: 'OK', tags: [] },
    );
    fake.objectives.push({
      id: 's',
      attributes: {
        name: 'Delivered by 06:00',
        all_tags: ['pipeline:profit'],
        thresholds: [{ target: 99.5, timeframe: '30d' }],
        status: { state: 'breached', sli: 98.1, error_budget_remaining: -280 },
      },
    });
    fake.schedules.set('sched-1', {
      data: {
        id: 'sched-1',
        type: 'schedules',
        attributes: { name: 'Data platform', time_zone: 'Europe/Berlin' },
        relationships: { layers: { data: [{ type: 'layers', id: 'l' }] } },
      },
      included: [
        {
          type: 'layers',
          id: 'l',
          attributes: {
            name: 'Weekly',
            effective_date: '2026-11-01T00:00:00Z',
            rotation_start: '2026-11-02T08:00:00Z',
            interval: { days: 7, seconds: 0 },
          },
          relationships: { members: { data: ['1', '2'].map((id) => ({ type: 'members', id })) } },
        },
        ...['1', '2'].map((id) => ({
          type: 'members',
          id,
          relationships: { user: { data: { type: 'users', id } } },
        })),
        ...['1', '2'].map((id) => ({
          type: 'users',
          id,
          attributes: { name: `Engineer ${id}`, email: `e${id}@example.com` },
        })),
      ],
    });
    const screens = page.getByRole('navigation', { name: 'Screens' });
    const tab = page.getByRole('tabpanel', { name: 'Datadog' });
    try {
      await openSample(page);
      await screens.getByRole('button', { name: 'Exchange' }).click();
      await page.getByRole('tab', { name: 'Datadog' }).click();
      await page.getByRole('textbox', { name: 'Address' }).fill(fake.address);
      await page.getByLabel('API key').fill(fake.keys[0]);
      await page.getByLabel('Application key').fill(fake.keys[1]);
      await page.getByRole('button', { name: 'Keep keys' }).click();
      await page.getByRole('button', { name: 'Read monitors' }).click();
      await expect(tab).toContainText('3 monitors and 1 objective.');
      await expect(tab.getByRole('row', { name: /^Profit/ })).toContainText('98.1 % of 99.5 % in 30 days');
      await expect(tab.getByRole('row', { name: /^Engagement/ })).toContainText('Not watched');
      await expect(tab.getByText('Disk of the build server')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    } finally {
      await fake.close();
    }
    await page.getByRole('button', { name: 'Read monitors' }).click();
    await expect(tab).toContainText('offline, or the address is wrong');
    await expect(tab.getByRole('row', { name: /^Profit/ })).toContainText('Alert');
    await screens.getByRole('button', { name: 'Runbooks' }).click();
    const facts = page.getByRole('complementary', { name: 'Facts' });
    await expect(facts.getByText('Profit file is late')).toBeVisible();
    await expect(facts.getByText(/^Last seen .* ago/)).toBeVisible();
  },
);
