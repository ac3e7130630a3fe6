import { expect, test } from 'vitest';
import { monthTitle } from '../../../../renderer/features/board/board-head.tsx';
import { date } from '../../../builders/a-workspace.ts';

const september = date('2027-09-06');

test('a month of a quarter has its whole name, one of a year as much as has room above its weeks', () => {
  expect(monthTitle(september, 304, false)).toBe('September 2027');
  expect(monthTitle(september, 96, true)).toBe('Sep 2027');
  expect(monthTitle(september, 42, true)).toBe('Sep');
  expect(monthTitle(september, 21, true)).toBe('');
});
