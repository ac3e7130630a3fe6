/** What people do in the app, by what they see: roles, names and texts. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Start screen to sample: one click. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open sample quarter' }).click();
  await expect(plan(page)).toBeVisible();
}

/** The Board's grid. */
export const plan = (page: Page): Locator => page.getByRole('grid', { name: /^On-call plan/ });

export const saved = (page: Page): Locator =>
  page.getByRole('contentinfo').getByText('Saved', { exact: true });

/** Waits until everything is acknowledged by the keeper. */
export async function untilSaved(page: Page): Promise<void> {
  await expect(saved(page)).toBeVisible();
}

/** Waits until everybody's share is worked out: only then does the Board say scores. */
export async function untilScored(page: Page): Promise<void> {
  await expect(
    plan(page)
      .getByRole('rowheader', { name: /, score \d/ })
      .first(),
  ).toBeVisible({ timeout: 30_000 });
}

/** Plans the quarter on view and accepts the proposal: two clicks. */
export async function planAndAccept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plan quarter' }).click();
  await page.getByRole('button', { name: 'Accept plan' }).click();
  await expect(page.getByRole('region', { name: 'Proposal' })).toBeHidden();
  await untilSaved(page);
}

/** Undo or redo in the title bar; the toast after an edit has one as well. */
export const step = (page: Page, name: 'Undo' | 'Redo'): Locator =>
  page.getByRole('banner').getByRole('button', { name, exact: true });

/** Row of a person on the Board. */
export const rowOf = (page: Page, person: string): Locator =>
  plan(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: person }) });

/** A chip in a person's row: `chipIn(page, 'Engineer 1', 'Team, Primary, week 1')`. */
export const chipIn = (page: Page, person: string, words: string): Locator =>
  rowOf(page, person).getByRole('button', { name: words });

/** Middle of an element in the window. */
export async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`not on the screen: ${String(element)}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** PDF or print of the shown runbook or of all, by the reader's menu. */
export async function exportPdf(page: Page, which: 'this' | 'all'): Promise<void> {
  await page
    .getByRole('main', { name: 'Runbook' })
    .getByRole('button', { name: /^(Export PDF|Print)/ })
    .click();
  await page.getByRole('menuitem', { name: which === 'this' ? / alone$/ : /^All \d+ runbooks/ }).click();
}
