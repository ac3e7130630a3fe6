import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesText } from '../../../shared/words/date-text.ts';
import { readDuration } from '../../../shared/words/duration-text.ts';

test.each([
  ['8', 480],
  ['8 h', 480],
  ['8h', 480],
  ['7:30', 450],
  ['0:05', 5],
  ['7.5', 450],
  ['7,5 h', 450],
  ['7 h 30 min', 450],
  ['450 min', 450],
  ['45m', 45],
  [' 2 hours ', 120],
])('%j is %i minutes', (text, minutes) => {
  expect(readDuration(text)).toBe(minutes);
});

test.each(['', 'a day', '7:60', '-8', '8 h 30 s', '1e3', '::', 'h', '8 8'])(
  '%j is no length of time',
  (text) => {
    const read = readDuration(text);
    // "h" alone names a unit and no number.
    expect(read === null || read === 0).toBe(true);
  },
);

test('what is shown is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500_000 }), (minutes) => {
      expect(readDuration(minutesText(minutes))).toBe(minutes);
    }),
    { seed: 2, numRuns: 200 },
  );
});
