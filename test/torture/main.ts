/** The program behind `npm run torture`: reads the orders, runs the tortures one after the other, prints the table. */
import { tortures } from './all.ts';
import { ordersOf, usage } from './orders.ts';
import { runOne } from './run-one.ts';
import { hasFailed, printList, printTable, type Row } from './table.ts';

const orders = ordersOf(process.argv.slice(2), tortures);
if (typeof orders === 'string') {
  process.stderr.write(`${orders}\n${usage}\n`);
  process.exit(2);
}
if (orders.list) {
  printList(tortures, orders.json);
} else {
  const rows: Row[] = [];
  for (const torture of orders.chosen) rows.push(await runOne(torture, orders));
  printTable(rows, orders.json);
  // Not `exitCode`: a torture that hung has left something waiting.
  process.exit(rows.some(hasFailed) ? 1 : 0);
}
