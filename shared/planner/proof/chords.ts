/** A line that a convex cost never falls below at any value that can occur: `cost ≥ slope · value + height`. */
export interface Chord {
  readonly slope: number;
  readonly height: number;
}

/** How many times at most a person can add a value: loads or holidays of slots that begin at different moments. */
export type Steps = ReadonlyMap<number, number>;

/**
 * Every sum that can be reached from `base` by adding each value at most as often as it may be, in order. A superset of what
 * the rules allow, so lines between neighbours hold for every plan.
 */
export function reachable(base: number, steps: Steps): Int32Array {
  const most = [...steps].reduce((sum, [value, times]) => sum + value * times, 0);
  const reached = new Uint8Array(most + 1);
  reached[0] = 1;
  for (const [value, times] of steps) {
    if (value <= 0) continue;
    for (let time = 0; time < times; time++) {
      for (let at = most; at >= value; at--) if (reached[at - value] === 1) reached[at] = 1;
    }
  }
  const sums: number[] = [];
  for (let at = 0; at <= most; at++) if (reached[at] === 1) sums.push(base + at);
  return Int32Array.from(sums);
}

/**
 * The lines between neighbouring values, without those that say no more than that a cost is not negative.
 *
 * @param values in ascending order; at least one
 * @param near false where a value is so far off that a line every `step` will do
 */
export function chordsBetween(values: Int32Array, cost: (value: number) => number, near: (value: number) => boolean, step: number): readonly Chord[] {
  const first = values[0] ?? 0;
  if (values.length === 1) return cost(first) === 0 ? [] : [{ slope: 0, height: cost(first) }];
  const chords: Chord[] = [];
  let last = -Infinity;
  for (let place = 1; place < values.length; place++) {
    const from = values[place - 1] as number;
    const to = values[place] as number;
    if (cost(from) === 0 && cost(to) === 0) continue;
    const edge = place === 1 || place === values.length - 1;
    if (!edge && !near(from) && !near(to) && from - last < step) continue;
    last = from;
    const slope = (cost(to) - cost(from)) / (to - from);
    chords.push({ slope, height: cost(from) - slope * from });
  }
  return chords;
}

/** What the lines together say a value costs at least. */
export const costByChords = (chords: readonly Chord[], value: number): number =>
  chords.reduce((most, { slope, height }) => Math.max(most, slope * value + height), 0);
