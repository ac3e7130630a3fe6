/** Days on the Calendar: views, hand-offs, single days that change hands, and the quarter on paper. */
import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { middleOf, step, untilSaved } from './support/work.ts';

async function openCalendar(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Calendar' }).click();
  await expect(turn(page, 1)).toBeVisible();
}

const turn = (page: Page, week: number): Locator =>
  page.getByRole('button', { name: new RegExp(`, Team, Primary, week ${week}, `) }).first();

const holderOf = async (chip: Locator): Promise<string> =>
  /Engineer \d/.exec((await chip.getAttribute('aria-label')) ?? '')?.[0] ?? '';

const dayCell = (page: Page, day: string): Locator => page.locator(`[data-date="${day}"]`).first();

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 3, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
}

story(
  'the Calendar shows quarter, month, week with its hand-offs, and list, all without findings',
  async ({ planned: { page } }) => {
    await openCalendar(page);
    for (const view of ['Month', 'Week', 'List']) {
      await page.getByRole('radio', { name: view, exact: true }).click();
      await expect(turn(page, 1)).toBeVisible();
      if (view === 'Week') {
        await expect(page.getByText('09:00 hand-off')).toBeVisible();
        await page.getByRole('button', { name: 'Next week' }).click();
        await expect(page.getByRole('heading', { name: /^W2 · 11–17 Jan/ })).toBeVisible();
        await page.getByRole('button', { name: 'Previous week' }).click();
      }
      expect(await findings(page), view).toEqual([]);
    }
  },
);

story(
  'the end of a turn drawn to Thursday gives the days after it to whoever comes next, and undo takes it back',
  async ({ planned: { page } }) => {
    await openCalendar(page);
    const [first, next] = [await holderOf(turn(page, 1)), await holderOf(turn(page, 2))];
    expect(first).not.toBe(next);
    await turn(page, 1).hover();
    const edge = page.locator('[data-edge="end"][data-of*="team/primary/2027-01-04"]');
    const cell = await dayCell(page, '2027-01-07').boundingBox();
    if (cell === null) throw new Error('no such day');
    await drag(page, await middleOf(edge), { x: cell.x + cell.width / 2, y: cell.y + 20 });
    await expect(page.getByText(`${next} covers 8–10 Jan of Team primary W1`).first()).toBeVisible();
    await page.keyboard.down('Control');
    await page.mouse.up();
    await page.keyboard.up('Control');
    const cover = page.getByRole('button', { name: new RegExp(`^Cover, .*Team, Primary, .*${next}`) });
    await expect(cover).toHaveCount(1);
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(cover).toHaveCount(0);
  },
);

story('a holiday dropped on somebody is theirs for that day alone', async ({ planned: { page } }) => {
  await openCalendar(page);
  const holiday = page.getByText('Martin Luther King Jr. Day');
  const holder = await holderOf(turn(page, 3));
  const other = holder === 'Engineer 1' ? 'Engineer 2' : 'Engineer 1';
  await holiday.scrollIntoViewIfNeeded();
  const rail = page.getByRole('complementary', { name: 'People' }).getByText(other);
  await drag(page, await middleOf(holiday), await middleOf(rail));
  await expect(page.getByText(new RegExp(`^${other} covers Mon 18 Jan of `)).first()).toBeVisible();
  await page.keyboard.down('Control');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(
    page.getByRole('button', {
      name: new RegExp(`^Cover, .*${other}, .*Mon 18 Jan 09:00 to Tue 19 Jan 09:00`),
    }),
  ).toHaveCount(1);
});

story(
  'days drawn over the calendar become leave, which is drawn there and undone in one step',
  async ({ planned: { page } }) => {
    await openCalendar(page);
    const [from, to] = [
      await dayCell(page, '2027-01-06').boundingBox(),
      await dayCell(page, '2027-01-08').boundingBox(),
    ];
    if (from === null || to === null) throw new Error('no such day');
    await drag(page, { x: from.x + 20, y: from.y + 40 }, { x: to.x + 20, y: to.y + 40 });
    await page.mouse.up();
    const dialog = page.getByRole('dialog', { name: 'Add leave' });
    await expect(dialog.getByLabel('Last day')).toHaveValue('2027-01-08');
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add leave' }).click();
    await expect(dialog).toBeHidden();
    const leave = page.getByTitle('Engineer 1 on leave');
    await expect(leave.first()).toBeVisible();
    await untilSaved(page);
  },
);

story(
  'Ctrl+P shows the poster of the quarter as it will be printed, without findings',
  async ({ planned: { page } }) => {
    await openCalendar(page);
    await page.keyboard.press('Control+p');
    const dialog = page.getByRole('dialog', { name: 'Print Q1 2027' });
    await expect(dialog.getByRole('heading', { name: 'On call, Q1 2027' })).toBeVisible();
    await expect(dialog.getByRole('rowheader', { name: 'Team primary' })).toBeVisible();
    await dialog.getByRole('radio', { name: 'List per person' }).click();
    await expect(dialog.getByRole('heading', { name: 'Engineer 1, Q1 2027' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  },
);
