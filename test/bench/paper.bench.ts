/** Runbooks to PDF, from the click to the file on the disk. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { RunbookId } from '../../shared/model/ids.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { exportPdf } from '../end-to-end/support/work.ts';
import { record } from './row.ts';
import { hostWith, times } from './support.ts';

/** The sample with its runbooks copied until there are this many, no text the same as another. */
function withRunbooks(count: number): Workspace {
  const sample = sampleWorkspace();
  const originals = Object.values(sample.runbooks);
  const copies = Array.from({ length: count }, (_none, index) => {
    const original = originals[index % originals.length];
    if (!original) throw new Error('the sample has no runbooks');
    const id = `runbook-copy-${String(index + 1)}` as RunbookId;
    const body = original.body.replace(/\bthe\b/g, `the ${String(index + 1)}`);
    return [id, { ...original, id, body, title: `${original.title} ${String(index + 1)}` }] as const;
  });
  return { ...sample, runbooks: Object.fromEntries(copies) };
}

/** Prints so many of a plan's runbooks some times, from the click on; the first time, which starts a window, does not count. */
async function measure(
  project: string,
  plan: number,
  rows: readonly (readonly ['this' | 'all', number])[],
  turns: number,
): Promise<void> {
  const host = hostWith(project, withRunbooks(plan));
  await host.launchToday();
  const { page } = host;
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Runbooks' }).click();
  const file = join(host.dataFolder, 'bench.pdf');
  await host.answerSaveDialog(file);
  for (const [which, count] of rows) {
    const values = await times(turns + 1, async () => {
      rmSync(file, { force: true });
      const begun = performance.now();
      await exportPdf(page, which);
      await expect.poll(() => existsSync(file), { intervals: [10], timeout: 120_000 }).toBe(true);
      return performance.now() - begun;
    });
    record(project, `PDF of ${String(count)} runbook${count === 1 ? '' : 's'}`, 'ms', values.slice(1));
  }
  await host.quit();
}

test('PDF of 1 and of 30 runbooks @desktop-only', async ({}, info) => {
  await measure(
    info.project.name,
    30,
    [
      ['this', 1],
      ['all', 30],
    ],
    6,
  );
});

test('PDF of 300 runbooks @desktop-only', async ({}, info) => {
  await measure(info.project.name, 300, [['all', 300]], 3);
});
