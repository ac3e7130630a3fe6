import type { MixedProgram } from './solver.ts';

/** Gathers a linear program column by column and row by row. */
export interface ProgramBuilder {
  /** Adds a variable; returns its number. */
  column(cost: number, lower: number, upper: number, whole?: 'whole'): number;
  row(lower: number, upper: number, entries: readonly (readonly [column: number, value: number])[]): void;
  /** Variables so far. */
  width(): number;
  build(): MixedProgram;
}

export function programBuilder(): ProgramBuilder {
  const cost: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const wholes: number[] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const starts: number[] = [0];
  const columns: number[] = [];
  const values: number[] = [];
  return {
    column(price, least, most, whole) {
      cost.push(price);
      lower.push(least);
      upper.push(most);
      wholes.push(whole === undefined ? 0 : 1);
      return cost.length - 1;
    },
    row(least, most, entries) {
      rowLower.push(least);
      rowUpper.push(most);
      for (const [column, value] of entries) {
        columns.push(column);
        values.push(value);
      }
      starts.push(columns.length);
    },
    width: () => cost.length,
    build: () => ({
      cost: Float64Array.from(cost),
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
      whole: Int32Array.from(wholes),
      rowLower: Float64Array.from(rowLower),
      rowUpper: Float64Array.from(rowUpper),
      starts: Int32Array.from(starts),
      columns: Int32Array.from(columns),
      values: Float64Array.from(values),
    }),
  };
}

/** Where the secants of a square change: every q this near the target, every 15 q beyond. */
const NEAR = 150;
const FAR_STEP = 15;

/** Points between which (v − target)² is followed by its secants, from 0 to `most`. */
export function breakpoints(target: number, most: number): readonly number[] {
  const points = [0];
  const first = Math.floor(target) - NEAR;
  const last = Math.ceil(target) + NEAR;
  for (let at = first - FAR_STEP * Math.ceil(Math.max(0, first) / FAR_STEP); at < first; at += FAR_STEP) points.push(at);
  for (let at = first; at <= last; at++) points.push(at);
  for (let at = last + FAR_STEP; at < most; at += FAR_STEP) points.push(at);
  points.push(most);
  return points.filter((point, place) => point >= 0 && point <= most && (place === 0 || point > 0)).sort((a, b) => a - b)
    .filter((point, place, all) => place === 0 || point !== all[place - 1]);
}
