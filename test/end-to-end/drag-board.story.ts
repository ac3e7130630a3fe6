/** Giving a shift to somebody else on the Board: by hand, by keys, by clicks. The effect shows before it happens. */
import type { Page } from '@playwright/test';
import { expect, story } from './support/story.ts';
import { chipIn, middleOf, plan, rowOf, step, untilSaved, untilScored } from './support/work.ts';

/** The team's primary shift of week 2, and somebody of whom it is not. */
async function teamShift(page: Page) {
  const chip = plan(page)
    .getByRole('button', { name: /, Team, Primary, week 2, / })
    .first();
  const holder = /Engineer \d/.exec((await chip.getAttribute('aria-label')) ?? '')?.[0] ?? '';
  const words = /, Team, Primary, week 2, /;
  return { chip, holder, words };
}

/** Somebody for whom the shift in hand would break no hard rule: the first one over whose row the card shows no conflict. */
async function dragOntoSomebodyFree(page: Page, holder: string, from: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 3 });
  for (const other of ['Engineer 1', 'Engineer 2', 'Engineer 3', 'Engineer 4'].filter(
    (name) => name !== holder,
  )) {
    const row = await rowOf(page, other).boundingBox();
    if (!row) throw new Error(`${other} has no row`);
    await page.mouse.move(from.x, row.y + row.height - 8, { steps: 4 });
    await expect(page.getByText(new RegExp(`^${other} takes Team primary, W2`))).toBeVisible();
    if (await page.getByText('Release to place').isVisible()) return other;
  }
  throw new Error('nobody could take the shift without a conflict');
}

story(
  'a dragged shift names who takes it and what it does to the score before it is dropped',
  async ({ planned: { page } }) => {
    await untilScored(page);
    const { chip, holder, words } = await teamShift(page);
    const other = await dragOntoSomebodyFree(page, holder, await middleOf(chip));
    await expect(page.getByText(/^Score ([\d.]+ → [\d.]+|stays [\d.]+)/)).toBeVisible();
    await expect(chipIn(page, other, 'Team, Primary, week 2').first()).toBeHidden(); // nothing has changed yet
    await page.mouse.up();
    await expect(rowOf(page, other).getByRole('button', { name: words })).toBeVisible();
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(rowOf(page, holder).getByRole('button', { name: words })).toBeVisible();
    await step(page, 'Redo').click();
    await expect(rowOf(page, other).getByRole('button', { name: words })).toBeVisible();
  },
);

story('Escape while dragging changes nothing', async ({ planned: { page } }) => {
  const { chip, holder, words } = await teamShift(page);
  await dragOntoSomebodyFree(page, holder, await middleOf(chip));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(rowOf(page, holder).getByRole('button', { name: words })).toBeVisible();
  await expect(page.getByText('Cancelled. Nothing changed.').first()).toBeAttached();
});

story('a shift is picked up, aimed and placed with keys alone', async ({ planned: { page } }) => {
  const { chip, holder, words } = await teamShift(page);
  await chip.focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('alert').getByText(/Picked up/)).toBeAttached();
  const number = Number(holder.at(-1));
  await page.keyboard.press(number === 4 ? 'ArrowUp' : 'ArrowDown');
  await expect(page.getByRole('alert').getByText(/takes Team primary/)).toBeAttached();
  await page.keyboard.press('Control+Enter');
  const other = `Engineer ${number === 4 ? 3 : number + 1}`;
  await expect(rowOf(page, other).getByRole('button', { name: words })).toBeVisible();
  await untilSaved(page);
});

story('a shift is given away with plain clicks', async ({ planned: { page } }) => {
  const { chip, holder, words } = await teamShift(page);
  await chip.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Unassign' }).click();
  await expect(rowOf(page, 'Gaps').getByRole('button', { name: words })).toBeVisible();
  await expect(page.getByRole('contentinfo').getByText('1 gap')).toBeVisible();
  await step(page, 'Undo').click();
  await expect(rowOf(page, holder).getByRole('button', { name: words })).toBeVisible();
});

story(
  'a drop onto somebody on leave asks first, and Cancel is the safe answer',
  async ({ planned: { page } }) => {
    const away = plan(page)
      .getByRole('gridcell', { name: /^Engineer \d, week \d+, on leave$/ })
      .first();
    const label = (await away.getAttribute('aria-label')) ?? '';
    const [person = '', week = ''] = label.split(', ');
    const chip = plan(page)
      .getByRole('button', { name: new RegExp(`, Team, Primary, ${week}, `) })
      .first();
    const from = await middleOf(chip);
    const to = await middleOf(away);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await expect(page.getByText(new RegExp(`^${person} is on leave`)).first()).toBeVisible();
    await page.mouse.up();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(
      rowOf(page, person).getByRole('button', { name: new RegExp(`, Team, Primary, ${week}, `) }),
    ).toBeHidden();
  },
);
