/** The hand's measures: an edit that is durable, a drop that is painted, a first plan on the screen. */
import { expect, test, type Page } from '@playwright/test';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { largeWorkspace } from '../builders/large-workspace.ts';
import { middleOf, plan, planAndAccept } from '../end-to-end/support/work.ts';
import { record } from './row.ts';
import { dropPainted, hostWith, showFirstQuarter, times } from './support.ts';

test('an edit until it is acknowledged as durable', async ({}, info) => {
  const host = hostWith(info.project.name, sampleWorkspace());
  await host.launchToday();
  await showFirstQuarter(host.page);
  await planAndAccept(host.page);
  // Undo and redo of the whole plan: 91 records a line, the longest edit there is.
  const values = await times(20, () => acknowledged(host.page));
  record(info.project.name, 'edit to durable acknowledgement (whole plan)', 'ms', values);
  await host.quit();
});

/** Presses undo or redo and waits until "Saved" goes and comes back, by the page's own clock. */
function acknowledged(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const foot = document.querySelector('footer');
        if (!foot) throw new Error('there is no status bar');
        const isSaved = () => foot.textContent?.includes('Saved') ?? false;
        let wasUnsaved = false;
        const observer = new MutationObserver(() => {
          if (!isSaved()) wasUnsaved = true;
          else if (wasUnsaved) {
            observer.disconnect();
            done(performance.now() - begun);
          }
        });
        observer.observe(foot, { subtree: true, childList: true, characterData: true });
        const undo = document.querySelector<HTMLElement>('header [aria-label="Undo"]');
        const redo = document.querySelector<HTMLElement>('header [aria-label="Redo"]');
        const begun = performance.now();
        (undo?.ariaDisabled === 'true' || undo?.getAttribute('aria-disabled') === 'true'
          ? redo
          : undo
        )?.click();
      }),
  );
}

// A large team's is measured by board.bench, with what its drags cost.
test('a drop until it is painted, 4 people × 13 weeks', async ({}, info) => {
  const host = hostWith(info.project.name, largeWorkspace({ people: 4, weeks: 13, rotations: 1 }));
  await host.launchToday();
  const { page } = host;
  await showFirstQuarter(page);
  const peoplePivot = page.getByRole('radio', { name: 'People' });
  if (await peoplePivot.isVisible()) await peoplePivot.click();
  await expect(
    plan(page)
      .getByRole('button', { name: /week 3, / })
      .first(),
  ).toBeVisible();
  const values = await times(30, async (turn) => {
    const chips = plan(page).getByRole('button', {
      name: new RegExp(`, Primary, week ${String(2 + (turn % 8))}, .*Person`),
    });
    const from = await middleOf(chips.first());
    const target = await middleOf(
      plan(page)
        .getByRole('rowheader', { name: /^Person/ })
        .nth((turn * 3 + 1) % 4),
    );
    return dropPainted(page, from, { x: from.x, y: target.y + 4 });
  });
  record(info.project.name, 'drop to paint, 4 people × 13 weeks', 'ms', values);
  await host.quit();
});

test('the sample from one click to a proposal, and to the accepted plan', async ({}, info) => {
  const host = hostWith(info.project.name, sampleWorkspace());
  await host.launchToday();
  const { page } = host;
  await expect(plan(page)).toBeVisible();
  await showFirstQuarter(page);
  const values = await times(5, async () => {
    const begun = performance.now();
    await page.getByRole('button', { name: 'Plan quarter' }).click();
    await expect(page.getByRole('button', { name: 'Accept plan' })).toBeVisible({ timeout: 60_000 });
    const taken = performance.now() - begun;
    await page.getByRole('button', { name: 'Discard' }).click();
    return taken;
  });
  record(info.project.name, 'plan quarter to finished proposal (sample)', 'ms', values);
  await host.quit();
});

test('the first plan on the screen', async ({}, info) => {
  const host = hostWith(info.project.name, sampleWorkspace());
  await host.launchToday();
  const { page } = host;
  await expect(plan(page)).toBeVisible();
  await showFirstQuarter(page);
  await page.waitForTimeout(1500);
  const values = await times(10, async () => {
    const value = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const board = document.querySelector('[role=grid]');
          if (!board) throw new Error('there is no plan');
          const observer = new MutationObserver(() => {
            if (!board.querySelector('[data-proposed]')) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun), 0));
          });
          observer.observe(board, { subtree: true, childList: true, attributes: true });
          const button = [...document.querySelectorAll('header button')].find((one) =>
            one.textContent?.startsWith('Plan quarter'),
          );
          const begun = performance.now();
          (button as HTMLElement | undefined)?.click();
        }),
    );
    await page.getByRole('button', { name: 'Discard' }).click();
    return value;
  });
  record(info.project.name, 'first plan on the screen (sample)', 'ms', values);
  await host.quit();
});
