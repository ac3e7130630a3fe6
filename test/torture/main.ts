/** The program behind `npm run torture`: reads the orders, runs the tortures one after the other, prints the table. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tortures } from './all.ts';
import { printList, printTable, type Row } from './table.ts';
import type { Torture } from './torture.ts';
import { ordersOf, usage } from './orders.ts';

const orders = ordersOf(process.argv.slice(2), tortures);
if (typeof orders === 'string') {
  process.stderr.write(`${orders}\n${usage}\n`);
  process.exit(2);
}
if (orders.list) {
  printList(tortures, orders.json);
} else {
  const rows: Row[] = [];
  for (const torture of orders.chosen) rows.push(await rowOf(torture));
  printTable(rows, orders.json);
  if (rows.some(({ outcome }) => outcome.failures.length > 0)) process.exitCode = 1;
}

async function rowOf(torture: Torture): Promise<Row> {
  if (orders === null || typeof orders === 'string') throw new Error('there are no orders');
  const count = orders.count ?? (orders.short ? torture.short : torture.full);
  const seed = orders.seed;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `evenwatch-${torture.name}-`)));
  const begun = performance.now();
  const seconds = (): number => (performance.now() - begun) / 1000;
  let told = 0;
  const progress = (cases: number): void => {
    if (orders.quiet || seconds() - told < 10) return;
    told = seconds();
    process.stderr.write(`evenwatch: ${torture.name}: ${cases} of ${count} ${torture.unit}, ${told.toFixed(0)} s\n`);
  };
  try {
    const outcome = await torture.run({ count, seed, folder, progress });
    return { torture, seed, count, seconds: seconds(), outcome };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const failures = [{ where: 'the torture itself', what, seed: null }];
    return { torture, seed, count, seconds: seconds(), outcome: { ran: 0, failures, seen: '', leftOut: null } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
