import { loadSolver } from '../../../electron/command-line/load-solver.ts';
import { instances } from '../instances.ts';
import { twelveQuarters } from '../twelve-quarters.ts';

/** How far people drift from what is due when one team's quarters follow each other. In points. */
export interface CarryRow {
  readonly name: string;
  readonly quarters: number;
  /** The largest difference of anybody after any quarter, and after the last. */
  readonly largest: number;
  readonly last: number;
  /** How often the limit of what is carried cut something off. */
  readonly forgiven: number;
}

/** The instances whose quarters the design follows (planning.md, section 3). */
export const carryInstances = ['b', 'f', 'g'] as const;

const MOVES = 1_000_000;

/** Twelve quarters of an instance, each planned with what the one before left. */
export async function measureCarry(name: (typeof carryInstances)[number]): Promise<CarryRow> {
  const row = { name, quarters: 0, largest: 0, last: 0, forgiven: 0 };
  const solver = await loadSolver();
  for await (const { difference, leaves } of twelveQuarters(instances[name].terms, solver, MOVES)) {
    row.quarters += 1;
    row.last = Math.max(...difference.map(Math.abs)) / 4;
    row.largest = Math.max(row.largest, row.last);
    row.forgiven += leaves.filter(({ forgiven }) => forgiven !== 0).length;
  }
  return row;
}

export const carryLine = ({ name, quarters, largest, last, forgiven }: CarryRow): string =>
  `${name}: ${quarters} quarters one after the other, nobody ever more than ${largest} points from what was due, ${last} after the last; forgiven ${forgiven} times`;
