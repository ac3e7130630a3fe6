import type { LinearProgram } from '../solver.ts';

/** What sums of rounded products may be off by, against the size of what is added. */
const SLACK = 1e-9;

/** True where a value for every column keeps within all bounds and rows. */
export function satisfies(program: LinearProgram, x: Float64Array): boolean {
  const { lower, upper, rowLower, rowUpper, starts, columns, values } = program;
  for (let column = 0; column < x.length; column++) {
    const value = x[column] as number;
    if (value < (lower[column] as number) || value > (upper[column] as number)) return false;
  }
  for (let row = 0; row < rowLower.length; row++) {
    let sum = 0;
    let size = 1;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const part = (values[at] as number) * (x[columns[at] as number] as number);
      sum += part;
      size += Math.abs(part);
    }
    if (sum < (rowLower[row] as number) - SLACK * size || sum > (rowUpper[row] as number) + SLACK * size) return false;
  }
  return true;
}
