import { dayOfInstantText } from './clock.ts';

/**
 * Neighbouring rows of one day together; those without a time stay with the rows above them. The order of the rows is kept: it is by
 * revision, and a clock that was set back makes a day stand twice.
 */
export function byDay<Row>(
  rows: readonly Row[],
  timeOf: (row: Row) => string | null,
): readonly { readonly day: string; readonly rows: readonly Row[] }[] {
  const days: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    const time = timeOf(row);
    const day = time === null ? (last?.day ?? '') : dayOfInstantText(time);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
