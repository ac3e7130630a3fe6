import { afterEach, expect, test } from 'vitest';
import { conventionsOf, neutral } from '../../../shared/words/conventions.ts';
import { counted, countText, decimalText } from '../../../shared/words/number-text.ts';
import { pointsText, scoreText } from '../../../shared/words/points-text.ts';
import { writeBy } from '../../../shared/words/writing.ts';

afterEach(() => {
  writeBy(neutral);
});

test.each([
  ['en-US', '1,234,567', '−0.75', '99.9'],
  ['de-DE', '1.234.567', '−0,75', '99,9'],
  ['fr-FR', '1\u00a0234\u00a0567', '−0,75', '99,9'],
  ['de-CH', '1’234’567', '−0.75', '99.9'],
  ['', '1,234,567', '−0.75', '99.9'],
])('numbers are written as in %j: %s, %s, %s', (locale, whole, fraction, score) => {
  writeBy(conventionsOf(locale));
  expect(countText(1_234_567)).toBe(whole);
  expect(decimalText(-0.75, 2)).toBe(fraction);
  expect(scoreText(99.96)).toBe(score);
});

test('small and round numbers have no marks that they do not need', () => {
  expect([0, 7, 999, 1000, 10.4].map(countText)).toEqual(['0', '7', '999', '1,000', '10.4']);
  expect([0, -0.001, 12, 2.5].map((value) => decimalText(value, 1))).toEqual(['0', '0', '12', '2.5']);
  expect(decimalText(12, 1, 'keep')).toBe('12.0');
  expect(counted(1, 'week')).toBe('1 week');
  expect(counted(1200, 'person', 'people')).toBe('1,200 people');
});

test('halves of a tenth go away from zero on both sides', () => {
  expect(pointsText(9)).toBe('2.3');
  expect(pointsText(-9)).toBe('−2.3');
});
