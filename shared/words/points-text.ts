import { decimalText } from './number-text.ts';

/** Quarter-points as points, without the unit: 36 is `9`, 9 is `2.3`. Halves go away from zero, so that both signs read alike. */
export const pointsText = (q: number): string =>
  decimalText((Math.sign(q) * Math.round(Math.abs(q / 4) * 10)) / 10, 1);

/**
 * Hundredths of a point as a number without needless zeros: 225 is `2.25`, −50 is `−0.5`. Quarter-points are whole hundredths, so
 * what is shown this way adds up.
 */
export const hundredthsText = (hundredths: number): string => decimalText(hundredths / 100, 2);

/** Quarter-points as points, to the last quarter: 9 q is `2.25`. */
export const exactPointsText = (q: number): string => hundredthsText(Math.round(q * 25));

/** `2.25 points`, `1 point`. */
export const exactPointsWithUnit = (q: number): string =>
  `${exactPointsText(q)} ${exactPointsText(q) === '1' ? 'point' : 'points'}`;

/** `9 points`, `1 point`. */
export const pointsWithUnit = (q: number): string =>
  `${pointsText(q)} ${pointsText(q) === '1' ? 'point' : 'points'}`;

/** `+2.3`, `−0.9`, `0`. */
export const signedPointsText = (q: number): string =>
  q > 0 && pointsText(q) !== '0' ? `+${pointsText(q)}` : pointsText(q);

/** Quarter-points from the share: `0.4 over share`, `0.9 below share`, `on share`. */
export function shareText(q: number): string {
  const points = pointsText(Math.abs(q));
  if (points === '0') return 'on share';
  return `${points} ${q > 0 ? 'over' : 'below'} share`;
}

/** A score, cut off after one decimal: 99.96 reads `99.9`, never 100. A dash where there is none. */
export function scoreText(score: number | null): string {
  if (score === null) return '–';
  // 64.1 × 10 is 640.999… in binary; the small addition is far below anything a score can differ by.
  return decimalText(Math.floor(score * 10 + 1e-9) / 10, 1);
}
