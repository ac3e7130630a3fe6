/** From nothing to a plan that can be worked on, and what it costs to stay there. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { plan } from '../end-to-end/support/work.ts';
import { megabyte, workspaceOfSize } from '../torture/support/sized-workspace.ts';
import { record } from './row.ts';
import { hostWith, times } from './support.ts';

const IDLE_SECONDS = 60;

for (const size of [1, 5, 20])
  test(`start to interactive and rest, plan of ${String(size)} MB`, async ({}, info) => {
    const host = hostWith(info.project.name, workspaceOfSize(size * megabyte));
    const starts = await times(9, async (turn) => {
      const begun = performance.now();
      await host.launchToday();
      await expect(
        plan(host.page)
          .getByRole('button', { name: /, week \d+, / })
          .first(),
      ).toBeVisible();
      const ready = performance.now() - begun;
      if (turn < 8) await host.quit();
      return ready;
    });
    // The first start fills the disk's cache: it is warm starts that are compared.
    record(info.project.name, `start to interactive, ${String(size)} MB`, 'ms', starts.slice(1));
    await host.page.waitForTimeout(10_000);
    if (process.platform === 'linux' && info.project.name === 'desktop') {
      const before = processorTicks(host.pid);
      await host.page.waitForTimeout(IDLE_SECONDS * 1000);
      const seconds = (processorTicks(host.pid) - before) / TICKS_A_SECOND;
      record(info.project.name, `processor at rest, ${String(size)} MB, all processes`, '%', [
        (100 * seconds) / IDLE_SECONDS,
      ]);
      record(info.project.name, `memory at rest, ${String(size)} MB, all processes (PSS)`, 'MB', [
        proportionalMemory(host.pid),
      ]);
    }
    await host.quit();
  });

/** A process and all that it started. */
function familyOf(pid: number): ReadonlySet<number> {
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
  return family;
}

const sumOver = (pid: number, figureOf: (one: number) => number): number =>
  [...familyOf(pid)].reduce((sum, one) => sum + figureOf(one), 0);

/** Proportional set size of a process and all it started, in MB: shared pages are counted once. */
const proportionalMemory = (pid: number): number =>
  sumOver(pid, (one) => numberIn(`/proc/${String(one)}/smaps_rollup`, /^Pss:\s+(\d+)/m)) / 1000;

/** What `sysconf(_SC_CLK_TCK)` says on every Linux. */
const TICKS_A_SECOND = 100;

/** Processor time that a process and all it started have used, in ticks: `utime` and `stime` of proc(5). */
const processorTicks = (pid: number): number =>
  sumOver(
    pid,
    (one) =>
      numberIn(`/proc/${String(one)}/stat`, /\) \S+(?: \S+){10} (\d+)/) +
      numberIn(`/proc/${String(one)}/stat`, /\) \S+(?: \S+){11} (\d+)/),
  );

function numberIn(file: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // the process has ended, or belongs to another user
  }
}
