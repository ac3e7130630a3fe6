/** From nothing to an accepted plan. */
import { expect, story } from './support/story.ts';
import { openSample, plan, planAndAccept, step, untilSaved } from './support/work.ts';

story(
  'a first start offers the sample, a new plan, a file and the tour, and opens nothing by itself',
  async ({ host: { page } }) => {
    await expect(page.getByRole('button', { name: 'Open sample quarter' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'New plan' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open…' })).toBeVisible();
    await expect(plan(page)).toBeHidden();
  },
);

story('the sample quarter is planned in three clicks', async ({ host: { page } }) => {
  await page.getByRole('button', { name: 'Open sample quarter' }).click();
  await page.getByRole('button', { name: 'Plan quarter' }).click();
  await page.getByRole('button', { name: 'Accept plan' }).click();
  await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
  await untilSaved(page);
  await expect(page.getByRole('contentinfo').getByText('No conflicts')).toBeVisible();
});

story('a proposal changes nothing until it is accepted, and can be discarded', async ({ host: { page } }) => {
  await openSample(page);
  const gaps = page.getByRole('contentinfo').getByText(/\d+ gaps/);
  const before = await gaps.innerText();
  await page.getByRole('button', { name: 'Plan quarter' }).click();
  await expect(page.getByRole('button', { name: 'Accept plan' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(gaps).toHaveText(before);
  await expect(step(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
});

story('accepting a plan is one step, and one undo takes all of it back', async ({ host: { page } }) => {
  await openSample(page);
  const gaps = page.getByRole('contentinfo').getByText(/\d+ gaps/);
  const before = await gaps.innerText();
  await planAndAccept(page);
  await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
  await step(page, 'Undo').click();
  await expect(gaps).toHaveText(before);
});

story(
  'a quarter can be planned, discarded and planned again, as often as one likes @once',
  async ({ host: { page } }) => {
    await openSample(page);
    for (let turn = 0; turn < 4; turn++) {
      await page.getByRole('button', { name: 'Plan quarter' }).click();
      await expect(page.getByRole('button', { name: 'Accept plan' })).toBeVisible({ timeout: 30_000 });
      await page.getByRole('button', { name: 'Discard' }).click();
      await expect(page.getByRole('region', { name: 'Proposal' })).toBeHidden();
    }
    // A run that is ended as soon as a hand can, under way or just done, must not take the next one with it.
    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await page
      .getByRole('region', { name: 'Proposal' })
      .getByRole('button', { name: /^(Cancel|Discard)$/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await expect(page.getByRole('button', { name: 'Accept plan' })).toBeVisible({ timeout: 30_000 });
  },
);
