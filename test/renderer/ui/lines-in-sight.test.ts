import { expect, test } from 'vitest';
import { linesInSight } from '../../../renderer/ui/lines-in-sight.ts';

const terms = { row: 34, head: 48, drawnWhole: 60, ahead: 12 };

test('a team of up to sixty is drawn whole', () => {
  expect(linesInSight(900, 600, { ...terms, count: 60 })).toEqual({ first: 0, end: 60 });
});

test('of two hundred only what is in sight is drawn, with lines ahead on both sides wherever it is scrolled to', () => {
  for (let top = 0; top <= 200 * 34 - 552; top += 7) {
    const { first, end } = linesInSight(top, 600, { ...terms, count: 200 });
    expect(first * 34).toBeLessThanOrEqual(Math.max(0, top - 12 * 34));
    expect(end * 34).toBeGreaterThanOrEqual(Math.min(200 * 34, top + 552 + 12 * 34));
    expect(end - first).toBeLessThan(70);
  }
});
