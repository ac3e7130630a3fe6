import { expect, test } from 'vitest';
import { findEntries, type Entry } from '../../../../renderer/features/palette/find-entries.ts';

const entry = (title: string, kind = 'Shift', also = ''): Entry => ({
  id: title,
  title,
  kind,
  also,
  aside: undefined,
  keys: undefined,
  disabledReason: undefined,
  run: () => undefined,
});

const found = (query: string, ...entries: readonly Entry[]): readonly string[] =>
  findEntries(entries, query, 10).map(({ title }) => title);

const w5 = entry('Profit primary, W5 (1–7 Feb)', 'Shift', 'Bram');
const w1 = entry('Profit primary, W1 (4–10 Jan)', 'Shift', 'Ann');
const w13 = entry('Profit primary, W13 (29 Mar–4 Apr)', 'Shift', 'Zoë');

test('finds every word of the query, in any order', () => {
  expect(found('w5 profit', w1, w5, w13)).toEqual([w5.title]);
  expect(found('profit w5', w1, w5, w13)).toEqual([w5.title]);
  expect(found('growth w5', w1, w5, w13)).toEqual([]);
});

test('takes the number of a week whole: W1 is not W13', () => {
  expect(found('w1', w13, w1)).toEqual([w1.title]);
});

test('finds a day in numbers, however they are typed, and no other that begins alike', () => {
  const week6 = entry('W6, Feb 8–14', 'Week', '2027-02-08 February 8 2/8');
  const week53 = entry('W53, Dec 28–Jan 3', 'Week', '2027-01-02 January 2 1/2');
  const week7 = entry('W3, Jan 18–24', 'Week', '2027-01-21 January 21 1/21');
  for (const query of ['2/8', '02/08', '2.8.', '2.8'])
    expect(found(query, week53, week6)).toEqual([week6.title]);
  expect(found('1/2', week7, week53)).toEqual([week53.title]);
});

test('is blind to case and accents', () => {
  expect(found('ZOE', w1, w13)).toEqual([w13.title]);
});

test('puts the best fit first, and leaves equals in their order', () => {
  const undo = entry('Undo', 'Edit');
  const shown = entry('Show or hide what can be undone', 'View');
  expect(found('undo', shown, undo)).toEqual(['Undo', shown.title]);
  expect(found('profit', w5, w1)).toEqual([w5.title, w1.title]);
});

test('shows what there is when nothing is asked, and no more than can be read', () => {
  expect(findEntries([w1, w5, w13], '  ', 2)).toEqual([w1, w5]);
});
