import { expect, test } from 'vitest';
import { toneOf } from '../../../renderer/state/tone.ts';

test('inside the band a difference is even, outside it is over or under', () => {
  expect(toneOf({ difference: 4, band: 4 })).toBe('even');
  expect(toneOf({ difference: 5, band: 4 })).toBe('over');
  expect(toneOf({ difference: -5, band: 4 })).toBe('under');
});
