/** Planning with a proof, and asking the plan. */
import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { chipIn, openSample, rowOf, step, untilSaved } from './support/work.ts';

/** A proof takes a second or two here, and a minute at most on a machine that does much else. */
const untilProven = { timeout: 90_000 };

const proposal = (page: Page): Locator => page.getByRole('region', { name: 'Proposal' });
const standing = (page: Page): Locator => page.getByRole('region', { name: 'Plan', exact: true });
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Ask the plan' });
const anyBadge = /Proven best|At most \d+ wish(es)? from the best/;

/** The best plan that is there after two seconds, accepted: what is asked of it here waits for no proof. */
async function acceptSoon(page: Page): Promise<void> {
  // Where the proof is quick, the proposal is there before the button is.
  const either = proposal(page).getByRole('button', { name: /^(Use best so far|Accept plan)$/ });
  await either.first().click(untilProven);
  await expect(proposal(page).getByRole('button', { name: 'Use best so far' })).toBeHidden();
  const accept = proposal(page).getByRole('button', { name: 'Accept plan' });
  if (await accept.isVisible()) await accept.click();
  await expect(standing(page)).toContainText('unchanged since');
}

async function planned(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('button', { name: 'Plan quarter' }).click();
  await acceptSoon(page);
}

async function choose(page: Page, label: string, option: RegExp | string): Promise<void> {
  await panel(page)
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .click();
  await page.getByRole('option', { name: option }).first().click();
}

story(
  'a plan says what is proven of it, before it is accepted and after, and that it was changed',
  async ({ host: { page } }) => {
    await openSample(page);
    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await expect(proposal(page).getByRole('button', { name: 'Accept plan' })).toBeVisible(untilProven);
    const badge = proposal(page).getByRole('button', { name: /show what was proven/ });
    await expect(badge).toHaveText(anyBadge);
    const said = await badge.innerText();
    await badge.click();
    const details = page.getByRole('dialog', { name: 'What was proven' });
    await expect(details.getByRole('img', { name: /No plan can cost less than/ })).toBeVisible();
    await expect(details).toContainText('This plan costs');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Accept plan' }).click();
    await expect(standing(page)).toContainText('unchanged since');
    await expect(standing(page).getByRole('button', { name: /show what was proven/ })).toHaveText(said);
    await chipIn(page, 'Engineer 1', 'week').first().focus();
    await page.keyboard.press('Delete');
    await expect(standing(page)).toContainText('1 shift changed since');
    await expect(standing(page).getByRole('button', { name: /^Was / })).toBeVisible();
    await step(page, 'Undo').click();
    await expect(standing(page)).toContainText('unchanged since');
    await untilSaved(page);
  },
);

story(
  'a run is cancelled at once and leaves nothing; its best so far can be taken',
  async ({ host: { page } }) => {
    await openSample(page);
    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await proposal(page).getByRole('button', { name: 'Cancel' }).click();
    await expect(proposal(page)).toBeHidden({ timeout: 1000 });
    await expect(step(page, 'Undo')).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await acceptSoon(page);
  },
);

story('why somebody holds a shift, by keys alone, and back to where one was', async ({ host: { page } }) => {
  await planned(page);
  const chip = chipIn(page, 'Engineer 2', 'week').first();
  await chip.focus();
  const shift = await chip.getAttribute('data-shift');
  await page.keyboard.press('w');
  await expect(panel(page).getByRole('heading', { name: 'Ask the plan' })).toBeFocused();
  await expect(panel(page).getByText('Engineer 2 holds')).toBeVisible();
  await expect(panel(page).getByRole('region', { name: 'Everybody else' }).getByRole('listitem')).toHaveCount(
    3,
  );
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(page.locator(`[data-shift="${shift ?? ''}"]:focus`)).toHaveCount(1);
});

story(
  'why not somebody: the rule that bars them, or a price, which one click pays',
  async ({ host: { page } }) => {
    await planned(page);
    await rowOf(page, 'Engineer 1')
      .getByRole('gridcell', { name: /on leave/ })
      .first()
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Why not Engineer 1 in W\d+…$/ }).click();
    await expect(panel(page).getByText('Engineer 1 is on leave').first()).toBeVisible();

    await chipIn(page, 'Engineer 2', ', Secondary, ').first().focus();
    await page.keyboard.press('Shift+W');
    await choose(page, 'Why not', 'Engineer 3');
    await expect(
      panel(page)
        .getByText(/wish(es)? more|the same|Saves/)
        .first(),
    ).toBeVisible();
    await panel(page).getByRole('button', { name: 'Make these changes' }).click();
    await expect(standing(page)).toContainText(/\d+ shifts? changed since/);
    await step(page, 'Undo').click();
    await expect(standing(page)).toContainText('unchanged since');
    await untilSaved(page);
  },
);

story('a swap shows everybody before and after, and is applied as one step', async ({ host: { page } }) => {
  await planned(page);
  await chipIn(page, 'Engineer 2', 'week').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Swaps that help…' }).click();
  const first = panel(page).getByRole('button', { name: 'Apply' }).first();
  await expect(first).toBeVisible({ timeout: 15_000 });
  await expect(panel(page).getByRole('table', { name: 'Who moves, before and after' }).first()).toBeVisible();
  await first.click();
  await expect(standing(page)).toContainText(/[23] shifts changed since/);
  await step(page, 'Undo').click();
  await expect(standing(page)).toContainText('unchanged since');
});

story('a gap is repaired with few changes, as a proposal', async ({ host: { page } }) => {
  await planned(page);
  await chipIn(page, 'Engineer 1', 'week').first().focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('contentinfo').getByText('1 gap')).toBeVisible();
  await standing(page).getByRole('button', { name: 'Re-plan…' }).click();
  await panel(page).getByRole('button', { name: 'Propose a repair' }).click();
  await expect(proposal(page).getByRole('button', { name: /^Quick repair/ })).toBeVisible({
    timeout: 15_000,
  });
  await proposal(page).getByRole('button', { name: 'Discard' }).click();
  await panel(page).getByRole('textbox', { name: 'At most' }).fill('2');
  await panel(page).getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(proposal(page).getByRole('button', { name: /within 2 changes/ })).toBeVisible(untilProven);
  await page.getByRole('button', { name: 'Accept plan' }).click();
  await expect(page.getByRole('contentinfo').getByText('No gaps')).toBeVisible();
  await untilSaved(page);
});

for (const scheme of ['light', 'dark'] as const) {
  story(`the plan’s header and every question have no findings in ${scheme}`, async ({ host: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    // The screens around are looked at in the accessibility story; all of the Board again and again would take minutes.
    await openSample(page);
    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await expect(proposal(page).getByRole('button', { name: 'Cancel' })).toBeVisible();
    expect(await findings(page, '[role=region][aria-label=Proposal]'), 'planning').toEqual([]);
    await acceptSoon(page);
    await standing(page)
      .getByRole('button', { name: /show what was proven/ })
      .click();
    expect(await findings(page, '[role=dialog]'), 'what was proven').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ask…' }).click();
    for (const question of ['Why', 'Why not', 'Swaps', 'Re-plan', 'Clashes']) {
      await panel(page).getByRole('tab', { name: question, exact: true }).click();
      await page.waitForTimeout(600); // the answer comes; contrast is measured on what is painted
      expect(await findings(page, 'aside[aria-label="Ask the plan"]'), question).toEqual([]);
    }
  });
}
