import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOrders } from './orders.ts';
import type { Row } from './table.ts';
import type { Outcome, Torture } from './torture.ts';

/** Runs a torture in a folder of its own, and makes its row of the table; what it throws is a failure like any other. */
export async function runOne(torture: Torture, { count: wished, short, seed, quiet }: RunOrders): Promise<Row> {
  const count = wished ?? (short ? torture.short : torture.full === 'all' ? Infinity : torture.full);
  const place = torture.inMemory === true && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = realpathSync(mkdtempSync(join(place, `evenwatch-${torture.name}-`)));
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  let told = 0;
  const progress = (cases: number): void => {
    if (quiet || seconds() - told < 10) return;
    told = seconds();
    process.stderr.write(`evenwatch: ${torture.name}: ${cases} of ${count === Infinity ? 'all' : count} ${torture.unit}, ${told.toFixed(0)} s\n`);
  };
  const rowWith = (outcome: Outcome): Row => ({ torture, seed, count, seconds: seconds(), outcome });
  try {
    return rowWith(await torture.run({ count, seed, folder, progress }));
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const failures = [{ where: 'the torture itself', what, seed: null }];
    return rowWith({ ran: 0, failures, seen: '', leftOut: null });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
