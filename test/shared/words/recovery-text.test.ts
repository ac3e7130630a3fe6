import { expect, test } from 'vitest';
import type { Comparison, RestorePoint } from '../../../shared/contract/recovery.ts';
import {
  bytesText,
  comparisonText,
  pointTitle,
  sameTablesText,
  sinceText,
  tableEffectText,
} from '../../../shared/words/recovery-text.ts';

const point: RestorePoint = {
  id: 'edit:3',
  kind: 'edit',
  revision: 3,
  time: '2026-11-23T09:00:00Z',
  title: 'Plan Q1 2027',
  bytes: null,
  editsSince: 2,
  inChosenFolder: false,
};

test('a point is called by its edit, a copy by its kind', () => {
  expect(pointTitle(point)).toBe('Plan Q1 2027');
  expect(pointTitle({ ...point, kind: 'daily', title: null })).toBe('Daily copy');
});

test('how far back a point lies is told in edits, where it lies on the way at all', () => {
  expect(sinceText(point)).toBe('2 edits ago');
  expect(sinceText({ editsSince: 1 })).toBe('1 edit ago');
  expect(sinceText({ editsSince: 0 })).toBe('what is open now');
  expect(sinceText({ editsSince: null })).toBe('not on the way to what is open');
});

test('sizes are told in the unit that reads best', () => {
  expect([640, 71_012, 20_400_000].map(bytesText)).toEqual(['640 B', '71.0 kB', '20.4 MB']);
});

test('what a restore does to a table is told by its verbs', () => {
  expect(tableEffectText({ comeBack: 1, go: 0, change: 0 })).toBe('1 comes back');
  expect(tableEffectText({ comeBack: 3, go: 1, change: 2 })).toBe('3 come back, 1 goes, 2 change');
});

test('tables left alone are one sentence', () => {
  expect(
    sameTablesText([
      { table: 'about', now: 1 },
      { table: 'people', now: 4 },
      { table: 'leave', now: 9 },
    ]),
  ).toBe('Name and zone of the team, People (4) and Leave (9) stay as they are.');
  expect(sameTablesText([{ table: 'about', now: 1 }])).toBe('Name and zone of the team stays as before.');
});

test('a comparison says how many records ask for a choice, and why all of them do without a common state', () => {
  const two = {
    records: [{}, {}],
    more: 0,
    conflicts: 1,
    ancestor: { revision: 1, time: null },
  } as unknown as Comparison;
  expect(comparisonText(two)).toBe(
    '2 records differ. 1 of them was changed in both, differently: choose one each.',
  );
  expect(comparisonText({ ...two, conflicts: 0 })).toBe(
    '2 records differ. No field was changed in both, differently, so they fit together.',
  );
  expect(comparisonText({ ...two, ancestor: null })).toMatch(/every difference asks for your choice/);
});
