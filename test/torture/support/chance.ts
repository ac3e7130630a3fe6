import { random } from '../../builders/large-workspace.ts';

/** Seeded draws: the same case for the same seed, on every machine. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  part(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

export function chanceOf(seed: number): Chance {
  // Neighbouring seeds must not begin alike: the generator counts its state up.
  const draw = random(Math.imul(seed + 1, 0x9e3779b1));
  const below = (end: number): number => Math.floor(draw() * end);
  return {
    part: draw,
    below,
    pick<Value>(values: readonly Value[]): Value {
      if (values.length === 0) throw new Error('there is nothing to pick from');
      return values[below(values.length)] as Value;
    },
  };
}
