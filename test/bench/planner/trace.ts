/** What a solver had at a moment: seconds since it began, cost of its best plan in cost units. */
export type TracePoint = readonly [seconds: number, cost: number];

/** The cost of the best plan known after so many seconds; null where there was none yet. */
export function costAt(trace: readonly TracePoint[], seconds: number): number | null {
  return trace.reduce<number | null>((best, [at, cost]) => (at <= seconds && (best === null || cost < best) ? cost : best), null);
}

/** Everything measured of one run of one solver on one instance. */
export interface Run {
  readonly trace: readonly TracePoint[];
  /** Who holds each slot; −1 is open. */
  readonly people: readonly number[];
  readonly cost: number;
  /** No plan costs less; null where nothing is known. */
  readonly bound: number | null;
  /** Seconds until the plan was proven best; null where it was not. */
  readonly provenAfter: number | null;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly memoryMB: number;
}

/** Middle value where null stands above every number; null where the middle is. Of an even count the upper of the two. */
export function medianOrNull(values: readonly (number | null)[]): number | null {
  const sorted = [...values].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
