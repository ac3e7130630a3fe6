/** The same hand on the Calendar. */
import { expect, story } from './support/story.ts';
import { middleOf, untilSaved } from './support/work.ts';

story(
  'on the Calendar a shift dropped on a person is theirs, with the same card before',
  async ({ planned: { page } }) => {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Calendar' }).click();
    const chip = page.getByRole('button', { name: /, Team, Primary, week 2, / }).first();
    await expect(chip).toBeVisible();
    const holder = /Engineer \d/.exec((await chip.getAttribute('aria-label')) ?? '')?.[0] ?? '';
    const other = holder === 'Engineer 3' ? 'Engineer 4' : 'Engineer 3';
    const from = await middleOf(chip);
    const to = await middleOf(page.getByRole('complementary', { name: 'People' }).getByText(other));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, from.y + 4, { steps: 3 });
    await page.mouse.move(to.x, to.y, { steps: 10 });
    await expect(page.getByText(new RegExp(`^${other} takes Team primary, W2`))).toBeVisible();
    await page.keyboard.down('Control'); // places it whatever the card says
    await page.mouse.up();
    await page.keyboard.up('Control');
    await expect(
      page.getByRole('button', { name: new RegExp(`, Team, Primary, week 2, .*${other}`) }).first(),
    ).toBeVisible();
    await untilSaved(page);
  },
);
