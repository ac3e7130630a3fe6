import { expect, test } from 'vitest';
import { weekSignsText } from '../../../shared/words/calendar-text.ts';
import { date } from '../../builders/a-workspace.ts';

const week = { monday: date('2027-01-18'), gaps: 0, conflicts: 0, holidays: [] };

test('a week is named by its number and its Monday, and what to look at there', () => {
  expect(weekSignsText(week)).toBe('W3, 18 Jan');
  expect(weekSignsText({ ...week, gaps: 2, conflicts: 1, holidays: ['Day of Rest'] })).toBe(
    'W3, 18 Jan: 2 gaps, 1 conflict, Day of Rest',
  );
  expect(weekSignsText({ ...week, gaps: 1, conflicts: 3 })).toBe('W3, 18 Jan: 1 gap, 3 conflicts');
});
