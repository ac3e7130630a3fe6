import { expect, test } from 'vitest';
import {
  changeText,
  dayOfYearText,
  entryFaults,
  holidaysCount,
  noCalendarText,
  regionText,
  reviewSentence,
  reviewText,
  setText,
} from '../../../shared/words/holiday-text.ts';
import { aHoliday, aHolidaySet, date } from '../../builders/a-workspace.ts';

test('regions and sets by name; a code that no country has stands for itself', () => {
  expect(regionText('US')).toBe('United States');
  expect(regionText('DE-BY')).toBe('Germany, BY');
  expect(regionText('QQ')).toBe('QQ');
  expect(setText({ region: 'JP', year: 2027 })).toBe('Japan 2027');
  expect([holidaysCount(1), holidaysCount(0)]).toEqual(['1 holiday', '0 holidays']);
});

test('how far the review is', () => {
  const set = aHolidaySet('US', 2027);
  expect(reviewText(set)).toBe('Waits for review');
  expect(reviewSentence(set)).toMatch(/lock the year/);
  const done = { ...set, locked: true, reviewedOn: date('2026-11-23'), against: 'date-holidays 3.37.0' };
  expect(reviewSentence(done)).toBe(
    'Reviewed on Mon 23 Nov 2026, compared with date-holidays 3.37.0. Its days change only once you unlock it.',
  );
  expect(reviewText({ locked: true, reviewedOn: null })).toBe('Reviewed');
});

test('an observed day of another year says so', () => {
  expect(dayOfYearText(date('2027-12-31'), 2028)).toBe('Fri 31 Dec 2027');
  expect(dayOfYearText(date('2028-01-01'), 2028)).toBe('Sat 1 Jan');
});

test('an entry is told what is wrong with it, field by field', () => {
  const others = [aHoliday('US', 'Labor Day', '2028-09-04')];
  const faults = (name: string, actual: string, observed: string | null = null) =>
    entryFaults({ name, actual, observed: observed === null ? null : date(observed) }, 2028, others);
  expect(faults('Leap Day', '2028-02-29')).toEqual({});
  expect(faults(' ', '')).toEqual({ name: 'A holiday needs a name.', actual: 'Choose the day.' });
  expect(faults('labor day', '2028-09-04', '2028-09-04')).toEqual({
    name: 'Labor Day is on Mon 4 Sep already.',
    actual: 'Labor Day is on this day. Name both in one entry, since a day is one holiday.',
    observed: 'That is the day itself: leave it empty.',
  });
  expect(faults('x'.repeat(201), '2027-09-04')).toEqual({
    name: 'A name has at most 200 letters; this one has 201.',
    actual: 'The day lies outside 2028, the year of this set.',
  });
});

test('a difference in weight or certainty is said with both sides', () => {
  const holiday = aHoliday('US', 'Feast', '2027-03-09', { weightPercent: 50, tentative: true });
  const incoming = { ...holiday, key: null, weightPercent: 100, tentative: false };
  expect(changeText({ kind: 'weighed', incoming, holiday }, 'the file')).toBe(
    'Feast: 50 %, tentative here; 100 %, certain there.',
  );
});

test('why no holiday counts as points is said by its cause', () => {
  expect(noCalendarText(null, 2027)).toBe('No holiday counts as points: the team has no region.');
  expect(noCalendarText('DE-BY', 2027)).toBe(
    'No holiday of 2027 counts as points: Germany, BY has no set of that year yet. Suggest it under Sets.',
  );
});
