/** What a bar can be measured on: from zero to a round number at or above the largest value, in steps of one, two or five. */
export function scaleFor(values: readonly number[]): number {
  const largest = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= largest - 1e-9) ?? 10;
  return step * power;
}

/** Where a value stands on a scale, in per cent of its length; values outside are put at its ends. */
export const percentOf = (value: number, scale: number): number => Math.min(100, Math.max(0, (value / scale) * 100));
