/** From nothing to a plan that can be worked on, and what it costs to stay there. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { plan } from '../end-to-end/support/work.ts';
import { record } from './row.ts';
import { hostWith, times } from './support.ts';

test('start to interactive, and memory at rest', async ({}, info) => {
  const host = hostWith(info.project.name, sampleWorkspace());
  const starts = await times(7, async (turn) => {
    const begun = performance.now();
    await host.launchToday();
    await expect(
      plan(host.page)
        .getByRole('button', { name: /, week \d+, / })
        .first(),
    ).toBeVisible();
    const ready = performance.now() - begun;
    if (turn < 6) await host.quit();
    return ready;
  });
  // The first start fills the disk's cache: it is warm starts that are compared.
  record(info.project.name, 'start to interactive (sample)', 'ms', starts.slice(1));
  await host.page.waitForTimeout(5000);
  if (process.platform === 'linux' && info.project.name === 'desktop')
    record(info.project.name, 'memory at rest, all processes (PSS)', 'MB', [proportionalMemory(host.pid)]);
  await host.quit();
});

/** Proportional set size of a process and all it started, in MB: shared pages are counted once. */
function proportionalMemory(pid: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), numberIn(`/proc/${name}/status`, /^PPid:\s+(\d+)/m)]),
  );
  const family = new Set([pid]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [child, parent] of parents)
      if (family.has(parent) && !family.has(child)) {
        family.add(child);
        grown = true;
      }
  }
  return (
    [...family].reduce(
      (sum, one) => sum + numberIn(`/proc/${String(one)}/smaps_rollup`, /^Pss:\s+(\d+)/m),
      0,
    ) / 1000
  );
}

function numberIn(file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // the process has ended, or belongs to another user
  }
}
