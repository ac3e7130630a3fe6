/** Tasks: who owns what, changed by hand, by keys and by a more even split; and how it stood over time. */
import type { Locator, Page } from '@playwright/test';
import { findings } from './support/axe.ts';
import { expect, story } from './support/story.ts';
import { middleOf, openSample, step, untilSaved } from './support/work.ts';

async function openTasks(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Tasks' }).click();
  await expect(matrix(page)).toBeVisible();
}

const matrix = (page: Page): Locator => page.getByRole('grid', { name: /^Owners of tasks on/ });
const cell = (page: Page, name: RegExp | string): Locator => page.getByRole('gridcell', { name });
const note = (page: Page, words: RegExp): Locator => page.getByText(words).first();

/** Drags what lies in one cell to another; the card is looked at on the way. */
async function drag(page: Page, from: Locator, to: Locator, card: RegExp): Promise<void> {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 4, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await expect(page.getByText(card).first()).toBeVisible();
  await page.mouse.up();
}

story(
  'a role is dragged to somebody else, with its effect before the drop, and taken back by one undo',
  async ({ host: { page } }) => {
    await openTasks(page);
    await drag(
      page,
      cell(page, 'A, Engineer 1: primary owner'),
      cell(page, 'A, Engineer 4: no role'),
      /Engineer 4 takes A primary \(1 point a week\)/,
    );
    await expect(cell(page, 'A, Engineer 4: primary owner')).toBeVisible();
    await expect(note(page, /Engineer 4 takes A primary from Fri 1 Jan 2027\./)).toBeVisible();
    await untilSaved(page);
    await step(page, 'Undo').click();
    await expect(cell(page, 'A, Engineer 1: primary owner')).toBeVisible();
  },
);

story('one person in both roles of a task is refused in the cell', async ({ host: { page } }) => {
  await openTasks(page);
  // Engineer 1 has A primary and D secondary: in exchange for D primary that would be both roles of D.
  await drag(
    page,
    cell(page, 'A, Engineer 1: primary owner'),
    cell(page, 'D, Engineer 4: primary owner'),
    /Engineer 1 would own both roles of D, Daily growth/,
  );
  await expect(cell(page, 'A, Engineer 1: primary owner')).toBeVisible();
  await expect(cell(page, 'D, Engineer 4: primary owner')).toBeVisible();
});

story('the same by keys and by clicks alone', async ({ host: { page } }) => {
  await openTasks(page);
  const target = cell(page, /^A, Engineer 3/);
  await cell(page, /^A, Engineer 1/).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(target).toHaveAccessibleName('A, Engineer 3: primary owner');
  await step(page, 'Undo').click();
  for (const role of ['primary owner', 'secondary owner', 'no role']) {
    await target.click();
    await expect(target).toHaveAccessibleName(`A, Engineer 3: ${role}`);
  }
  // The third click leaves what was there before the first.
  await expect(cell(page, 'A, Engineer 1: primary owner')).toBeVisible();
  await expect(cell(page, 'A, Engineer 2: secondary owner')).toBeVisible();
});

story(
  'a more even split is previewed, accepted as one step from its day, and stands in the history',
  async ({ host: { page } }) => {
    await openTasks(page);
    await expect(
      note(page, /By number: 3\/3\/2\/2: 10 roles over 4 people can be split no more evenly\./),
    ).toBeVisible();
    await expect(
      note(page, /By weight: .*1\.25 points a week apart; 2 handovers would bring that to 0\.25 points\./),
    ).toBeVisible();
    const offers = page.getByRole('list', { name: 'More even splits, fewest handovers first' });
    await offers.getByRole('button', { name: 'Preview' }).last().click();
    await expect(
      note(page, /2 roles would change hands from Fri 1 Jan 2027\. Nothing is changed yet\./),
    ).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await offers.getByRole('button', { name: 'Accept' }).last().click();
    await expect(page.getByText('No other owners make it more even by weight.')).toBeVisible();
    await page.getByRole('tab', { name: 'Over the quarters' }).click();
    const table = page.getByRole('table', { name: /^Owners from/ });
    await expect(table.getByText('from 1 Jan').last()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await step(page, 'Undo').click();
    await page.getByRole('tab', { name: 'Owners' }).click();
    await expect(offers).toBeVisible();
  },
);

story('a weight is typed in its place, and a wrong one is refused there', async ({ host: { page } }) => {
  await openTasks(page);
  await cell(page, 'A: 1 point a week').click();
  const field = page.getByRole('textbox', { name: 'A, points a week' });
  await field.fill('1.1');
  await expect(page.getByText('Points a week from 0 to 100, in quarters')).toBeVisible();
  await field.fill('2,5');
  await field.press('Enter');
  await expect(cell(page, 'A: 2.5 points a week')).toBeVisible();
});

story('a runbook that names another owner is settled from here', async ({ host: { page } }) => {
  await openTasks(page);
  const settle = page.getByRole('region', { name: 'Runbooks that name other owners' });
  await expect(settle).toContainText(
    'The runbook Profit names Engineer 1 as secondary, task B names Engineer 3.',
  );
  await settle.getByRole('button', { name: 'Use task owner' }).click();
  await expect(settle).toBeHidden();
  await step(page, 'Undo').click();
  await settle.getByRole('button', { name: 'Keep' }).click();
  await expect(settle).toBeHidden();
});

story('tasks and pipelines are added, changed and archived', async ({ host: { page } }) => {
  await openTasks(page);
  await page.getByRole('button', { name: 'Add task…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a task' });
  expect(await findings(page, '[role=dialog]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Add task' }).click();
  await expect(dialog.getByText('A name is needed.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Aggregate churn');
  await dialog.getByRole('textbox', { name: 'Code' }).fill('A');
  await expect(dialog.getByText('Another task has the code A.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Code' }).fill('F');
  await dialog.getByRole('button', { name: 'Add task' }).click();
  await expect(cell(page, 'F: open: primary, secondary')).toBeVisible();
  await page.getByRole('button', { name: 'More about F, Aggregate churn' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(cell(page, /^F:/)).toHaveCount(0);
  await page.getByText('1 archived task').click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(cell(page, 'F: open: primary, secondary')).toBeVisible();
  await page.getByRole('button', { name: 'Pipelines…' }).click();
  const pipelines = page.getByRole('dialog', { name: 'Pipelines' });
  await pipelines.getByRole('button', { name: 'Add pipeline…' }).click();
  await pipelines.getByRole('textbox', { name: 'Name' }).fill('Retention');
  await expect(pipelines.getByRole('textbox', { name: 'Code' })).toHaveValue('RET');
  await pipelines.getByRole('button', { name: 'Add pipeline', exact: true }).click();
  await expect(pipelines.getByTitle('Retention')).toBeVisible();
});

story('weeks without an owner are seen and explained without colour', async ({ host: { page } }) => {
  await openTasks(page);
  await page.getByRole('tab', { name: 'Weeks' }).click();
  const weeks = page.getByRole('grid', { name: /^Tasks and their owners, week by week/ });
  await expect(
    weeks.getByRole('gridcell', { name: /^A, W6, 8–14 Feb: .*Engineer 1 \(primary\): on leave Mon–Fri/ }),
  ).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

story(
  'quarters stand side by side, with who owes whom and who had which holiday',
  async ({ host: { page } }) => {
    await openSample(page);
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Fairness' }).click();
    await page.getByRole('tab', { name: 'Over time' }).click();
    const owed = page.getByRole('region', { name: 'Who owes whom' });
    await expect(owed).toContainText(/Engineer \d owes Engineer \d [\d.]+ points?\./, { timeout: 30_000 });
    await expect(
      page
        .getByRole('table', { name: /^Held against the share/ })
        .getByRole('img', { name: /^Engineer 1, Q4 2026: held/ }),
    ).toBeVisible();
    await expect(page.getByRole('table', { name: 'Who had which, year by year' })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  },
);
