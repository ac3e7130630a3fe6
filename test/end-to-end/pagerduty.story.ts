/** PagerDuty, played by a service of our own that has its traps: mapped, compared, sent, read again, taken back. */
import type { Page } from '@playwright/test';
import { fakePagerDuty, type FakePagerDuty } from '../support/fake-pagerduty.ts';
import { findings } from './support/axe.ts';
import { storyDay } from './support/host.ts';
import { expect, story } from './support/story.ts';
import { openSample, untilSaved } from './support/work.ts';

const DAY = 86_400_000;

/** The sample's four engineers, with a schedule on which the first is on call all the time. */
async function aService(): Promise<FakePagerDuty> {
  const fake = await fakePagerDuty();
  fake.now = storyDay.getTime();
  for (const number of [1, 2, 3, 4])
    fake.users.push({ id: `U${number}`, name: `Engineer ${number}`, email: `u${number}@example.com` });
  const always = [{ start: fake.now - 90 * DAY, end: fake.now + 180 * DAY, user: 'U1' }];
  fake.incidents.push({
    id: 'Q1',
    incident_number: 41,
    title: 'Profit file is late',
    urgency: 'low',
    status: 'resolved',
    created_at: '2026-11-10T03:00:00Z',
    last_status_change_at: '2026-11-10T05:00:00Z',
    service: { id: 'S1', summary: 'Profit pipeline' },
  });
  fake.schedules.push({
    id: 'PPRIM',
    name: 'Data platform, first line',
    zone: 'Europe/Berlin',
    kind: 'layers',
    layers: [always],
    overrides: [],
    shifts: [],
  });
  return fake;
}

async function connect(page: Page, fake: FakePagerDuty, token: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Exchange' }).click();
  await page.getByRole('tab', { name: 'PagerDuty' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill(fake.address);
  await page.getByLabel('API token').fill(token);
  await page.getByRole('button', { name: 'Keep token' }).click();
}

const told = (page: Page) => page.getByRole('tabpanel', { name: 'PagerDuty' });

story('a plan is compared with PagerDuty, sent as overrides, and taken back', async ({ host: { page } }) => {
  const fake = await aService();
  try {
    await openSample(page);
    await page.getByRole('button', { name: 'Previous quarter' }).click();
    await connect(page, fake, fake.token);
    await expect(page.getByText('kept only until Evenwatch ends')).toBeVisible();
    await page.getByRole('button', { name: 'Read people and schedules' }).click();
    await expect(page.getByText('4 people, 1 schedule.')).toBeVisible();
    await page.getByRole('button', { name: /Role of Data platform/ }).click();
    await page.getByRole('option', { name: 'Team, Primary' }).click();
    await page.getByRole('button', { name: 'Read who is on call' }).click();
    await expect(page.getByText(/^Last seen /)).toBeVisible();
    await expect(page.getByRole('row', { name: /Data platform, first line .* level 1/ })).toContainText(
      'Engineer 1',
    );
    await page.getByRole('button', { name: 'Compare with Q4 2026' }).click();
    await expect(page.getByRole('heading', { name: 'What would change in Q4 2026' })).toBeVisible();
    await untilSaved(page);
    expect(fake.requests.filter((line) => !line.startsWith('GET'))).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Send \d+ changes?…/ }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Send \d+ change/ })
      .click();
    await expect(page.getByText('Read again: PagerDuty shows the plan.')).toBeVisible();
    const [schedule] = fake.schedules;
    expect(schedule?.overrides.length).toBeGreaterThan(0);
    for (const { start, user } of schedule?.overrides ?? []) {
      expect(start).toBeGreaterThan(fake.now);
      expect(user).not.toBe('U1');
    }
    await page.getByRole('button', { name: 'Take the last sending back' }).click();
    await expect(page.getByText(/Read again: \d+ requests? would still be needed/)).toBeVisible();
    expect(schedule?.overrides).toEqual([]);
    await page.getByRole('button', { name: 'Read incidents of Q4 2026' }).click();
    await expect(page.getByRole('row', { name: /Profit file is late/ })).toContainText('Added');
    await page.getByRole('button', { name: 'Take over one incident' }).click();
    await expect(page.getByRole('row', { name: /Profit file is late/ })).toContainText('In the log already');
  } finally {
    await fake.close();
  }
});

story(
  'a token that PagerDuty does not accept, and a service that is gone, are told',
  async ({ host: { page } }) => {
    const fake = await aService();
    try {
      await openSample(page);
      await connect(page, fake, 'two words');
      await expect(told(page)).toContainText('no token of PagerDuty');
      await page.getByLabel('API token').fill('another-token');
      await page.getByRole('button', { name: 'Keep token' }).click();
      await page.getByRole('button', { name: 'Read people and schedules' }).click();
      await expect(told(page)).toContainText('does not accept the token');
    } finally {
      await fake.close();
    }
    await page.getByRole('button', { name: 'Read people and schedules' }).click();
    await expect(told(page)).toContainText('offline, or the address is wrong');
  },
);
