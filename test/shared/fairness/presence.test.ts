import { expect, test } from 'vitest';
import { presenceOf } from '../../../shared/fairness/presence.ts';
import { aLeave, aPerson, date } from '../../builders/a-workspace.ts';

const [from, to] = [date('2027-01-04'), date('2027-04-04')];
const weeks = (person = aPerson(), leave: readonly ReturnType<typeof aLeave>[] = [], allowance = 0): number =>
  presenceOf(person, leave, from, to, allowance).total / 10;

test('thirteen weeks are thirteen weeks, less each working day away, by halves', () => {
  expect(weeks()).toBe(13);
  expect(weeks(aPerson(), [aLeave('Ann', '2027-01-04', '2027-01-08')])).toBe(12);
  expect(weeks(aPerson(), [aLeave('Ann', '2027-01-09', '2027-01-10')])).toBe(13);
  expect(weeks(aPerson(), [aLeave('Ann', '2027-01-04', '2027-01-04', { part: 'morning' })])).toBe(12.9);
});

test('leave that overlaps is counted once, and leave that is not settled not at all', () => {
  const twice = [aLeave('Ann', '2027-01-04', '2027-01-08'), aLeave('Ann', '2027-01-06', '2027-01-12')];
  expect(weeks(aPerson(), twice)).toBe(13 - 1.4);
  expect(weeks(aPerson(), [aLeave('Ann', '2027-01-04', '2027-01-08', { tentative: true })])).toBe(13);
});

test('whoever joins or leaves is there from the first to the last day', () => {
  expect(weeks(aPerson('Ann', { joinsOn: date('2027-02-15') }))).toBe(7);
  expect(weeks(aPerson('Ann', { leavesOn: date('2027-01-29') }))).toBe(4);
  expect(weeks(aPerson('Ann', { joinsOn: date('2027-02-17'), leavesOn: date('2027-02-18') }))).toBe(0.4);
  expect(weeks(aPerson('Ann', { archivedOn: date('2027-01-04') }))).toBe(0);
});

test('the policy may count the first weeks of leave as present, and no more than there are', () => {
  const away = [aLeave('Ann', '2027-01-04', '2027-01-22')];
  expect([0, 1, 2, 5].map((allowance) => weeks(aPerson(), away, allowance))).toEqual([10, 11, 12, 13]);
  expect(weeks(aPerson('Ann', { joinsOn: date('2027-02-15') }), [], 5)).toBe(7);
});
