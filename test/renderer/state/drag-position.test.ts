import { expect, test } from 'vitest';
import { isWhereReleased, noteRelease } from '../../../renderer/state/drag-position.ts';

test('a pointer is where it let go until it moves, and not again when it comes back', () => {
  expect(isWhereReleased({ x: 10, y: 10 })).toBe(false);
  noteRelease({ x: 10, y: 10 });
  expect(isWhereReleased({ x: 11, y: 12 })).toBe(true);
  expect(isWhereReleased({ x: 30, y: 10 })).toBe(false);
  expect(isWhereReleased({ x: 10, y: 10 })).toBe(false);
});
