/** A row of the bench's table: one measure on one host. */
import { appendFileSync } from 'node:fs';

export type Unit = 'ms' | 'MB' | 'kB' | '%' | 'pieces';

/** Middle value; of an even count the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The smallest value that at least `share` of all do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Adds a row to the file that `npm run bench` reads. */
export function record(host: string, measure: string, unit: Unit, values: readonly number[]): void {
  const file = process.env['EVENWATCH_BENCH_ROWS'];
  if (!file) throw new Error('EVENWATCH_BENCH_ROWS names no file; run `npm run bench`');
  const row = {
    host,
    measure,
    unit,
    count: values.length,
    median: median(values),
    p95: quantile(values, 0.95),
  };
  appendFileSync(file, JSON.stringify(row) + '\n');
}
