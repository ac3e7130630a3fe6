import { expect, test } from 'vitest';
import { alikeConflicts } from '../../../../shared/planner/explain/alike.ts';
import type { Claim } from '../../../../shared/planner/explain/claims.ts';
import type { Conflict } from '../../../../shared/planner/explain/conflict.ts';
import { conflictText, wayPriceText } from '../../../../shared/words/ask-text.ts';
import type { Price } from '../../../../shared/planner/explain/price.ts';
import { aLeave, aShiftId, aWorkspace, personIdOf, primary, secondary } from '../../../builders/a-workspace.ts';

const away = ['Ann', 'Bo'].map((name): Claim => ({ kind: 'leave', leave: aLeave(name, '2027-01-25', '2027-01-31').id, person: personIdOf(name) }));
const [w4, second, w5] = [aShiftId('Team', primary, '2027-01-25'), aShiftId('Team', secondary, '2027-01-25'), aShiftId('Team', primary, '2027-02-01')];
const about = (shifts: readonly (typeof w4)[], others: readonly Claim[], smallest = true): Conflict => ({
  claims: [...others, ...shifts.map((shift): Claim => ({ kind: 'held', shift }))],
  smallest,
  shifts,
  people: [],
});

test('conflicts that differ only in their turn are one, which is the smallest where each of them is', () => {
  const found = alikeConflicts([about([w4], away), about([second], away.toReversed(), false)]);
  expect(found).toEqual([{ conflict: { claims: away, smallest: false, shifts: [w4, second], people: [] }, turns: [w4, second] }]);
  expect(conflictText(aWorkspace(), found[0]!)).toBe('2 turns of W4 need somebody, and these 2 leave nobody for them. Giving up any one lets turns be filled.');
});

test('a conflict about other facts, about two turns at once, or about no facts stands alone and whole', () => {
  const conflicts = [about([w4], away), about([w5], away.slice(1)), about([w4, second], away), about([w4, second], away), about([w5], [])];
  expect(alikeConflicts(conflicts)).toEqual(conflicts.map((conflict) => ({ conflict, turns: [] })));
  expect(conflictText(aWorkspace(), { conflict: conflicts[0]!, turns: [] })).toBe('These 3 cannot all hold. Giving up any one lets the others hold.');
});

test('a way out says how many gaps it leaves of how many, and about where its price is not proven', () => {
  const price = (total: number): Price => ({ total, open: 0, breaches: 0, rest: 0, load: 0, holidays: 0, sameHoliday: 0, wishes: 0, changed: 0 }) as Price;
  const told = (total: number, gapsBefore: number, gaps: number, exact = false) => wayPriceText({ price: price(total), gaps, gapsBefore, exact });
  expect(told(-11_760, 7, 3)).toBe('7 gaps → 3, about 147 wishes cheaper');
  expect(told(32, 0, 0, true)).toBe('0.4 wishes more');
  expect(told(80, 1, 1)).toBe('1 gap left, about 1 wish more');
  expect(told(0, 7, 7)).toBe('7 gaps left, costs about the same');
  expect(wayPriceText({ price: null, gaps: 0, gapsBefore: 0, exact: false })).toBe('its price is not known');
});
