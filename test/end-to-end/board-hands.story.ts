/** Several shifts and days off in the hand, by box, keys and clicks; the year; corrections; and drops that mean nothing. */
import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { chipIn, middleOf, openSample, plan, rowOf, step, untilSaved } from './support/work.ts';

const selected = (page: Page): Locator =>
  plan(page).locator('[data-kind="person"] .board-chip[aria-pressed="true"]');
const card = (page: Page): Locator => page.locator('.ghost-card');
const week = (page: Page, number: number): Locator =>
  plan(page).getByRole('columnheader', { name: new RegExp(`^Week ${String(number)},`) });

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not on the screen: ${String(locator)}`);
  return box;
}

/** Draws a box over the row of a person, from the free ground at the foot of one week to the head of another. */
async function drawOver(page: Page, person: string, from: number, to: number): Promise<void> {
  const [row, start, end] = [
    await boxOf(rowOf(page, person)),
    await boxOf(week(page, from)),
    await boxOf(week(page, to)),
  ];
  await page.mouse.move(start.x + 4, row.y + row.height - 3);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, row.y + row.height - 12, { steps: 3 });
  await page.mouse.move(end.x + end.width - 4, row.y + 6, { steps: 6 });
}

story('a box selects what it touches, and the selection moves as one step', async ({ planned: { page } }) => {
  await page.getByRole('radio', { name: 'People' }).click();
  await drawOver(page, 'Engineer 4', 1, 2);
  const count = await selected(page).count();
  expect(count).toBeGreaterThan(1);
  await page.mouse.up();
  await expect(selected(page)).toHaveCount(count);

  const from = await middleOf(selected(page).first());
  const gaps = await middleOf(rowOf(page, 'Gaps'));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 });
  await page.mouse.move(from.x, gaps.y, { steps: 6 });
  await expect(page.getByText(`${String(count)} shifts`, { exact: true })).toBeVisible();
  await expect(card(page)).toContainText(`Engineer 4 gives up ${String(count)} shifts`);
  expect(await findings(page)).toEqual([]);
  await page.mouse.up();
  await expect(page.getByRole('contentinfo').getByText(`${String(count)} gaps`)).toBeVisible();
  await untilSaved(page);
  await step(page, 'Undo').click();
  await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
});

story(
  'a gift is repeated with one key, and to the end of the quarter by a list',
  async ({ planned: { page } }) => {
    const chips = rowOf(page, 'Engineer 1').getByRole('button', { name: /, Profit, Secondary, week / });
    const left = await chips.count();
    expect(left).toBeGreaterThan(3);
    await chips.first().focus();
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+Enter');
    await expect(chips).toHaveCount(left - 1);
    await chips.first().focus();
    await page.keyboard.press('.');
    const asked = page.getByRole('alertdialog');
    if (await asked.isVisible()) await asked.getByRole('button', { name: 'Place anyway' }).click();
    await expect(chips).toHaveCount(left - 2);
    await chips.first().focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Repeat to quarter end…' }).click();
    const list = page.getByRole('dialog', { name: /^Repeat on Profit secondary: give to Engineer 3/ });
    await expect(list.getByRole('listitem').filter({ hasText: 'Profit secondary' })).toHaveCount(left - 2);
    expect(await findings(page)).toEqual([]);
    await list.getByRole('button', { name: 'Cancel' }).click();
    await expect(chips).toHaveCount(left - 2);
  },
);

story('days off are dragged to other days, and by clicks back', async ({ host: { page } }) => {
  await openSample(page);
  const away = rowOf(page, 'Engineer 3').getByRole('gridcell', { name: /week 4, on leave/ });
  const [from, cell] = [await boxOf(away), await boxOf(week(page, 5))];
  await page.mouse.move(from.x + 12, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 10, { steps: 3 });
  await page.mouse.move(cell.x + 12, from.y + 10, { steps: 5 });
  await expect(card(page)).toContainText(/Engineer 3 is on leave .*1–.* Feb, was 25–29 Jan/);
  await page.mouse.up();
  await untilSaved(page);
  const moved = rowOf(page, 'Engineer 3').getByRole('gridcell', { name: /week 5, on leave/ });
  await expect(moved).toBeVisible();
  await moved.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'One week earlier' }).click();
  await expect(away).toBeVisible();
});

story(
  'a year stands in one grid, and what is worked is corrected with a reason',
  async ({ host: { page } }) => {
    await openSample(page);
    await page
      .getByRole('group', { name: 'Quarter' })
      .getByRole('button', { name: 'Previous quarter' })
      .click();
    await page.getByRole('radio', { name: 'Year' }).click();
    const year = page.getByRole('grid', { name: 'On-call plan, 2026' });
    await expect(year).toBeVisible();
    expect(await findings(page)).toEqual([]);
    const chip = year
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Engineer 2' }) })
      .getByRole('button', { name: /, Team, Primary, week 4[0-5], / })
      .first();
    const name = (await chip.getAttribute('aria-label')) ?? '';
    await chip.focus();
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await expect(card(page)).toContainText('has been worked: a reason is asked for');
    await page.keyboard.press('Enter');
    const question = page.getByRole('alertdialog', { name: /^Correct Team primary/ });
    await expect(question.getByRole('button', { name: /^Correct/ })).toHaveAttribute('aria-disabled', 'true');
    expect(await findings(page)).toEqual([]);
    await question.getByRole('textbox', { name: 'Reason' }).fill('They swapped by phone');
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await untilSaved(page);
    await expect(
      year.getByRole('button', { name: name.replace('Engineer 2', 'Engineer 3') }),
    ).not.toHaveCount(0);
    await page.getByRole('navigation').getByRole('button', { name: 'History' }).click();
    await expect(page.getByText(/correction: They swapped by phone/).first()).toBeVisible();
  },
);

story(
  'a drop outside, on itself or under a proposal changes nothing and says so',
  async ({ planned: { page } }) => {
    const chip = chipIn(page, 'Engineer 4', 'Team, Primary, week 1').first();
    const at = await middleOf(chip);
    const said = (text: string) => expect(page.getByRole('alert').getByText(text).first()).toBeAttached();
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 30, at.y + 20, { steps: 3 });
    await page.mouse.move(at.x, 20, { steps: 4 });
    await page.mouse.up();
    await said('Cancelled. Nothing changed.');
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 8, at.y + 4, { steps: 3 });
    await page.mouse.move(at.x, at.y, { steps: 3 });
    await page.mouse.up();
    await said('No change.');
    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await expect(page.getByRole('button', { name: 'Accept plan' })).toBeVisible({ timeout: 60_000 });
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 40, at.y + 90, { steps: 4 });
    await expect(page.getByText('A plan is proposed: accept or discard it first.').first()).toBeVisible();
    await page.mouse.up();
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(chip).toBeVisible();
  },
);

story('F6 goes round the window, and the grid keeps its place', async ({ host: { page } }) => {
  await openSample(page);
  await expect(plan(page).locator(':focus')).toHaveCount(1); // whoever opened the plan goes on in it
  await page.keyboard.press('ArrowRight');
  const here = await plan(page).locator(':focus').getAttribute('aria-label');
  await page.keyboard.press('F6');
  await expect(plan(page).locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+F6');
  await expect(plan(page).locator(':focus')).toHaveAttribute('aria-label', here ?? '');
});

story(
  'what is dropped while the disk is full stays, is called not saved, and is saved once there is room',
  async ({ planned: { page } }) => {
    let isFull = false;
    // Between window and keeper: every edit is answered as by a full disk. That the keeper answers so is told in its own tests.
    await page.routeWebSocket(/\/bridge$/, (window) => {
      const keeper = window.connectToServer();
      window.onMessage((message) => {
        const { id, channel } = JSON.parse(String(message)) as { id?: number; channel?: string };
        if (!isFull || channel !== 'workspace.apply') return keeper.send(message);
        const problem = { kind: 'disk', tried: 'write', file: '/plans/workspace.json', code: 'ENOSPC' };
        window.send(JSON.stringify({ id, reply: { ok: false, problem } }));
      });
    });
    await page.reload();
    await expect(plan(page)).toBeVisible();
    await page.getByRole('radio', { name: 'People' }).click();
    const words = 'Team, Primary, week 1';
    const from = await middleOf(chipIn(page, 'Engineer 4', words).first());
    const gaps = await middleOf(rowOf(page, 'Gaps'));
    isFull = true;
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 });
    await page.mouse.move(from.x, gaps.y, { steps: 6 });
    await expect(card(page)).toContainText('Engineer 4');
    await page.mouse.up();
    await expect(chipIn(page, 'Gaps', words).first()).toBeVisible();
    await expect(page.getByRole('contentinfo').getByText('Not saved: disk full')).toBeVisible();
    isFull = false;
    await page.getByRole('button', { name: 'Retry' }).click();
    await untilSaved(page);
    await expect(chipIn(page, 'Gaps', words).first()).toBeVisible();
  },
);
