import { rowOf } from '../problem.ts';
import { columnsOf, type Draft } from './draft.ts';

/** Rest: each turn beyond the first in a window is a breach; turns that stay, and those of the quarter before, count first. */
export function restRows(draft: Draft): void {
  const { decision, builder, fills } = draft;
  const { problem, kept } = decision;
  const width = problem.people.length;
  const inWindow: number[][] = Array.from({ length: problem.windowCount }, () => []);
  problem.slots.forEach((_, slot) => { for (const window of rowOf(problem.windows, slot)) inWindow[window]?.push(slot); });
  inWindow.forEach((slots, window) => {
    for (let person = 0; person < width; person++) {
      const entries = columnsOf(draft, slots, person);
      const before = (problem.leadIn[window * width + person] as number) + slots.filter((slot) => kept[slot] === person).length;
      const free = Math.max(0, 1 - before);
      if (entries.length <= free) continue;
      const columns = entries.map(([column]) => column);
      const breaches = builder.column(problem.weights.restBreach, 0, entries.length - free);
      builder.row(-Infinity, free, [...entries, [breaches, -1]]);
      fills.push((x) => { x[breaches] = Math.max(0, columns.reduce((sum, column) => sum + (x[column] as number), 0) - free); });
    }
  });
}
