/** Rotations: looked at, changed from a day on, ended; and a layer that looks on without carrying anything. */
import type { Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import {
  chipIn,
  middleOf,
  openSample,
  plan,
  planAndAccept,
  step,
  untilSaved,
  untilScored,
} from './support/work.ts';

const show = (page: Page, screen: string) =>
  page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen, exact: true })
    .click();

const list = (page: Page) => page.getByRole('navigation', { name: 'Rotations' });
const pick = (page: Page, name: string) =>
  list(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
const nextTurns = (page: Page) => page.getByRole('table', { name: /^The next turns of/ }).getByRole('row');
const dialog = (page: Page) => page.getByRole('dialog');

async function openRotations(page: Page): Promise<void> {
  await show(page, 'Rotations');
  await expect(nextTurns(page)).toHaveCount(7);
}

const biweekly = (page: Page) =>
  page.getByRole('radiogroup', { name: 'Turns change' }).getByText('Every two weeks').click();

story(
  'another cadence is previewed, begins on a day, leaves what came before as it was, and one undo takes it back',
  async ({ planned: { page } }) => {
    await openRotations(page);
    await biweekly(page);
    await page.getByRole('button', { name: 'Save…' }).click();
    await dialog(page).getByLabel('The new terms begin on').fill('2027-02-01');
    await expect(dialog(page).getByText('9 turns in Q1 2027 instead of 13')).toBeVisible();
    await expect(dialog(page).getByText(/^5 turns are open after it/)).toBeVisible();
    await dialog(page).getByRole('button', { name: 'See who would do what' }).click();
    const turns = dialog(page).getByRole('table', { name: 'Who would hold each turn' });
    await expect(turns.getByRole('row')).toHaveCount(10, { timeout: 60_000 });
    await expect(turns.getByText('nobody')).toHaveCount(0);
    await dialog(page)
      .getByRole('button', { name: /^Compare every week/ })
      .click();
    const both = dialog(page).getByRole('table', { name: /under both cadences$/ });
    await expect(both.getByRole('row', { name: /^Turns in the quarter/ })).toHaveText(/139$/, {
      timeout: 60_000,
    });
    await dialog(page).getByRole('button', { name: 'Change from Mon 1 Feb 2027' }).click();
    await untilSaved(page);
    await expect(list(page).getByText(/ends Mon 1 Feb 2027/)).toBeVisible();
    await show(page, 'Board');
    await expect(
      plan(page)
        .getByRole('button', { name: /, Team, Primary, week 4, / })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole('contentinfo').getByText('5 gaps')).toBeVisible();
    await step(page, 'Undo').click();
    await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
    await untilSaved(page);
  },
);

story('a hand-off that moves leaves everybody their turns', async ({ planned: { page } }) => {
  await openRotations(page);
  await page.getByRole('button', { name: /^Monday/ }).click();
  await page.getByRole('option', { name: 'Wednesday' }).click();
  await page.getByRole('button', { name: 'Save…' }).click();
  await dialog(page).getByLabel('The new terms begin on').fill('2027-02-01');
  await expect(dialog(page).getByText('13 turns in Q1 2027, as before')).toBeVisible();
  await dialog(page)
    .getByRole('button', { name: /^Change from/ })
    .click();
  await untilSaved(page);
  await expect(nextTurns(page).nth(1)).toContainText('Wed 3 Feb 09:00');
  await page.getByRole('button', { name: 'Continues older terms' }).click();
  await expect(page.getByRole('button', { name: /^Goes on under other terms/ })).toBeVisible();
});

story(
  'a shadow looks on: its turns are planned, and nobody’s points change by it',
  async ({ planned: { page } }) => {
    const points = plan(page).getByRole('rowheader', { name: /^Engineer \d, \d+(\.\d)? points/ });
    await untilScored(page);
    const before = await points.evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label')));
    await show(page, 'Rotations');
    await page.getByRole('button', { name: 'Add layer' }).click();
    await page.getByRole('menuitem', { name: /^Shadow/ }).click();
    for (const name of ['Engineer 3', 'Engineer 4'])
      await page
        .getByRole('group', { name: `Layers of ${name}` })
        .getByText('Shadow')
        .click();
    await page.getByRole('button', { name: 'Save…' }).click();
    await dialog(page).getByLabel('The new terms begin on').fill('2027-01-04');
    await expect(dialog(page).getByText('No gap in it')).toBeVisible();
    await dialog(page)
      .getByRole('button', { name: /^Change from/ })
      .click();
    await untilSaved(page);
    await planAndAccept(page);
    await show(page, 'Board');
    await expect(chipIn(page, 'Engineer', ', Team, Shadow, week 1').first()).toBeVisible();
    await expect(page.getByRole('contentinfo').getByText('No conflicts')).toBeVisible();
    await untilScored(page);
    const after = await points.evaluateAll((heads) => heads.map((head) => head.getAttribute('aria-label')));
    expect(after).toEqual(before);
  },
);

story('people are put in another order by hand and by keys', async ({ planned: { page } }) => {
  await openRotations(page);
  await pick(page, 'Engagement');
  const people = page.getByRole('list', { name: 'People, in turn order' });
  const names = () =>
    people
      .getByRole('group')
      .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')));
  const grip = people.getByRole('button', { name: /^Move Engineer 1, / });
  await grip.scrollIntoViewIfNeeded();
  const [from, to] = [await middleOf(grip), await middleOf(people.getByRole('listitem').nth(1))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y, { steps: 8 });
  await page.mouse.move(from.x, to.y + 12, { steps: 2 });
  await page.mouse.up();
  await expect.poll(names).toEqual(['Layers of Engineer 2', 'Layers of Engineer 1']);
  await people.getByRole('button', { name: /^Move Engineer 1, / }).press('ArrowUp');
  await expect.poll(names).toEqual(['Layers of Engineer 1', 'Layers of Engineer 2']);
  await people.getByRole('button', { name: 'Move Engineer 2 up' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await untilSaved(page);
  await expect.poll(names).toEqual(['Layers of Engineer 2', 'Layers of Engineer 1']);
});

for (const scheme of ['light', 'dark'] as const) {
  story(`rotations, a change and the end of one have no findings in ${scheme}`, async ({ host }) => {
    const { page } = host;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await openSample(page);
    await show(page, 'Rotations');
    await expect(nextTurns(page)).toHaveCount(7);
    await host.resize(1024, 640);
    expect(await findings(page), 'at 1024 × 640').toEqual([]);
    await pick(page, 'Profit');
    await page.getByText('By name').click();
    expect(await findings(page), 'a watch').toEqual([]);
    await pick(page, 'Team');
    await biweekly(page);
    await page.getByRole('button', { name: 'Save…' }).click();
    await expect(dialog(page)).toBeVisible();
    expect(await findings(page), 'a change').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More for Team' }).click();
    await page.getByRole('menuitem', { name: 'End…' }).click();
    expect(await findings(page), 'the end').toEqual([]);
  });
}
