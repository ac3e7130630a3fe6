import { expect, test } from 'vitest';
import {
  pointsText,
  pointsWithUnit,
  scoreText,
  shareText,
  signedPointsText,
} from '../../../shared/words/points-text.ts';

test.each([
  [36, '9'],
  [9, '2.3'],
  [2, '0.5'],
  [1, '0.3'],
  [-9, '−2.3'],
  [0, '0'],
  [-0.1, '0'],
  [0.1, '0'],
])('%d quarter-points are %s points', (q, points) => {
  expect(pointsText(q)).toBe(points);
});

test('the unit is singular for one point only', () => {
  expect([4, 36, 0, -4].map(pointsWithUnit)).toEqual(['1 point', '9 points', '0 points', '−1 points']);
});

test('differences carry their sign, or the side of the share that they are on', () => {
  expect([10, -10, 0, 0.1].map(signedPointsText)).toEqual(['+2.5', '−2.5', '0', '0']);
  expect([2, -4, 0, 0.1].map(shareText)).toEqual(['0.5 over share', '1 below share', 'on share', 'on share']);
});

test.each([
  [100, '100'],
  [99.96, '99.9'],
  [99.9999999, '99.9'],
  [91, '91'],
  [64.1, '64.1'],
  [0, '0'],
  [8.7, '8.7'],
  [null, '–'],
])('a score of %s reads %s', (score, written) => {
  expect(scoreText(score)).toBe(written);
});

test('no score with one decimal is changed by being written', () => {
  for (let tenths = 0; tenths <= 1000; tenths++) expect(Number(scoreText(tenths / 10))).toBe(tenths / 10);
});
