/** The hand on the Calendar, on the quarter of a team of twelve: by the page's own clock and by Chromium's trace. */
import { expect, test } from '@playwright/test';
import { largeWorkspace } from '../builders/large-workspace.ts';
import { middleOf, plan } from '../end-to-end/support/work.ts';
import { traced, workPer } from './main-thread.ts';
import { record } from './row.ts';
import { dropPainted, hostWith, showFirstQuarter, times } from './support.ts';

test('a drop on the Calendar until it is painted, 78 shifts', async ({}, info) => {
  const host = hostWith(info.project.name, largeWorkspace({ people: 12, weeks: 13, rotations: 3 }));
  await host.launchToday();
  const { page } = host;
  await expect(plan(page)).toBeVisible();
  await showFirstQuarter(page);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Calendar' }).click();
  const people = page.getByRole('complementary', { name: 'People' }).getByRole('listitem');
  await expect(people).toHaveCount(12);
  const drop = async (turn: number): Promise<number> => {
    const chip = page.getByRole('button', {
      name: new RegExp(`, Primary, week ${String(2 + (turn % 3))}, `),
    });
    const from = await middleOf(chip.nth(turn % 3));
    const to = await middleOf(people.nth((turn * 5 + 1) % 12));
    return dropPainted(page, from, to);
  };
  const painted = await times(30, drop);
  // Apart from the others, for a trace takes time itself.
  const written = await traced(page);
  await times(30, drop);
  record(
    info.project.name,
    'work per drop on the Calendar, 78 shifts',
    'ms',
    workPer('pointerup', await written()),
  );
  record(info.project.name, 'drop on the Calendar to painted, 78 shifts', 'ms', painted);
  await host.quit();
});
