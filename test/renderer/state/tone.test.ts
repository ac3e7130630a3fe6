import { expect, test } from 'vitest';
import { toneOf } from '../../../renderer/state/tone.ts';

test('inside the band a difference is even, outside it is over or under', () => {
  expect(toneOf({ difference: 4, band: 4, allowance: 0 })).toBe('even');
  expect(toneOf({ difference: 5, band: 4, allowance: 0 })).toBe('over');
  expect(toneOf({ difference: -5, band: 4, allowance: 0 })).toBe('under');
});

test('what even the fairest plan known leaves is not coloured as uneven', () => {
  expect(toneOf({ difference: 13, band: 4, allowance: 9 })).toBe('even');
  expect(toneOf({ difference: -14, band: 4, allowance: 9 })).toBe('under');
});
