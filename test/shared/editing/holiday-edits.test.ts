import { expect, test } from 'vitest';
import type { Holiday } from '../../../shared/model/holiday.ts';
import { aHoliday, aHolidaySet, aWorkspace, date } from '../../builders/a-workspace.ts';
import { made, refusalOf } from './try-edit.ts';

const open = aHolidaySet('US', 2027);
const locked = aHolidaySet('US', 2026, { locked: true });
const newYear = aHoliday('US', "New Year's Day", '2027-01-01');
const christmas = aHoliday('US', 'Christmas Day', '2026-12-25');
const workspace = aWorkspace({ holidaySets: [open, locked], holidays: [newYear, christmas] });
const save = (holiday: Holiday) => ({ kind: 'save-holiday' as const, holiday });

test('a locked set takes no day, changes none and gives none away', () => {
  const refusal = { kind: 'locked', set: locked.id };
  expect(refusalOf(workspace, save(aHoliday('US', 'Boxing Day', '2026-12-26')))).toEqual(refusal);
  expect(refusalOf(workspace, save({ ...christmas, weightPercent: 200 }))).toEqual(refusal);
  expect(refusalOf(workspace, { kind: 'remove-holiday', holiday: christmas.id })).toEqual(refusal);
  expect(refusalOf(workspace, save({ ...christmas, set: open.id, actual: date('2027-12-25') }))).toEqual(
    refusal,
  );
  expect(refusalOf(workspace, { kind: 'save-holiday-set', set: { ...locked, region: 'CA' } })).toEqual(
    refusal,
  );
});

test('an unlocked set can be changed again', () => {
  const unlocked = made(workspace, { kind: 'save-holiday-set', set: { ...locked, locked: false } });
  expect(
    made(unlocked, save({ ...christmas, weightPercent: 200 })).holidays[christmas.id]?.weightPercent,
  ).toBe(200);
});

test('there is one set for each region and year', () => {
  const twin = { ...open, id: 'holidays-other' as never };
  expect(refusalOf(workspace, { kind: 'save-holiday-set', set: twin })).toMatchObject({
    kind: 'duplicate',
    field: 'region',
    with: open.id,
  });
  expect(refusalOf(workspace, { kind: 'save-holiday-set', set: { ...open, year: 2028 } })).toMatchObject({
    kind: 'invalid',
  });
});

test('a holiday lies in the year of its set, though it may be observed the day before', () => {
  const next = aHolidaySet('US', 2028);
  const day = aHoliday('US', "New Year's Day", '2028-01-01', { observed: date('2027-12-31') });
  const with2028 = made(workspace, { kind: 'save-holiday-set', set: next });
  expect(made(with2028, save(day)).holidays).toHaveProperty(day.id);
  expect(refusalOf(with2028, save({ ...day, set: open.id }))).toMatchObject({
    kind: 'invalid',
    where: `holidays/${day.id}.actual`,
  });
});

test('one day, or one name, is not entered twice in a set', () => {
  expect(refusalOf(workspace, save({ ...newYear, id: 'holiday-x' as never, name: 'Other' }))).toMatchObject({
    kind: 'duplicate',
    field: 'actual',
  });
  expect(
    refusalOf(workspace, save({ ...newYear, id: 'holiday-x' as never, actual: date('2027-01-02') })),
  ).toMatchObject({ kind: 'duplicate', field: 'name' });
  expect(refusalOf(workspace, save({ ...newYear, observed: newYear.actual }))).toMatchObject({
    kind: 'invalid',
  });
});

test('a holiday that earned time off stays', () => {
  const earn = {
    id: 'comp-1' as never,
    kind: 'earn' as const,
    person: 'person-ann' as never,
    date: newYear.actual,
    minutes: 480,
    reverses: null,
    source: { shift: null, holiday: newYear.id, incident: null, leave: null },
    policy: 'policy-1' as never,
    author: 'Lead',
    note: '',
  };
  const earned = aWorkspace({ holidaySets: [open], holidays: [newYear], compTime: [earn] });
  expect(refusalOf(earned, { kind: 'remove-holiday', holiday: newYear.id })).toMatchObject({
    kind: 'still-used',
    by: { id: 'comp-1' },
  });
  expect(
    made(aWorkspace({ holidaySets: [open], holidays: [newYear] }), {
      kind: 'remove-holiday',
      holiday: newYear.id,
    }).holidays,
  ).toEqual({});
});
