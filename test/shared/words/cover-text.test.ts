import { expect, test } from 'vitest';
import type { Price } from '../../../shared/planner/explain/price.ts';
import type { CoverAdvice, HolidayHandedOn } from '../../../shared/planner/covers/propose.ts';
import {
  adviceText,
  adviceTitle,
  feastText,
  gainText,
  handedOnText,
  standChangeText,
} from '../../../shared/words/cover-text.ts';
import { aShiftId, aWorkspace, date, personIdOf, primary } from '../../builders/a-workspace.ts';

const workspace = aWorkspace();
const turn = aShiftId('Team', primary, '2027-05-31');
const day = (to: string, until = '2027-06-01'): HolidayHandedOn => ({
  shift: turn,
  turn,
  from: date('2027-05-31'),
  until: date(until),
  person: personIdOf('Ann'),
  names: ['Memorial Day'],
  to: personIdOf(to),
});
const price = (changes: Partial<Price>): Price => ({
  total: 0,
  rest: 0,
  load: 0,
  holidays: 0,
  sameHoliday: 0,
  wishes: 0,
  standIns: 0,
  refused: 0,
  changed: 0,
  open: 0,
  breaches: 0,
  ...changes,
});
const advice = (considered: number, proposals: number): CoverAdvice => ({
  quarter: '2027-Q2' as CoverAdvice['quarter'],
  considered,
  proposals: Array.from({ length: proposals }, () => ({ days: [day('Bo')], price: price({}), people: [] })),
  together: price({}),
  people: [],
});

test('a holiday that goes to somebody else, and several', () => {
  expect(handedOnText(workspace, day('Bo'))).toBe(
    'Bo covers Memorial Day, Mon 31 May, Team primary, for Ann',
  );
  expect(feastText(day('Bo', '2027-06-02'))).toBe('Memorial Day, 31 May–1 Jun');
  expect(adviceTitle(workspace, [day('Bo')])).toBe(
    'Bo covers Memorial Day, Mon 31 May, Team primary, for Ann',
  );
  expect(adviceTitle(workspace, [day('Bo'), day('Cy'), day('Bo')])).toBe('3 holidays covered by Bo, Cy');
  expect(adviceTitle(workspace, [])).toBe('No holidays handed on');
});

test('what it is worth, term by term; what rounds to nothing is left out', () => {
  expect(gainText(price({ total: -192, holidays: -240, load: 8, changed: 40, wishes: 3 }))).toBe(
    'Better by 2.4 wishes: more even holidays −3, load +0.1, change of hands +0.5',
  );
  expect(gainText(price({ total: -80, sameHoliday: -80 }))).toBe(
    'Better by 1 wish: the same holiday again −1',
  );
});

test('where somebody stands before and after, and what the list says', () => {
  expect(standChangeText(workspace, { person: personIdOf('Ann'), before: 5, after: -1 })).toBe(
    'Ann: 1.25 → −0.25 against share',
  );
  expect(adviceText(advice(0, 0))).toMatch(/^No holiday is left to hand on/);
  expect(adviceText(advice(1, 0))).toBe('Of 1 duty on a holiday, none is better held by somebody else.');
  expect(adviceText(advice(8, 2))).toMatch(
    /^Of 8 duties on holidays, 2 changes make who covers what more even/,
  );
  expect(adviceText(advice(8, 1))).toMatch(/1 change makes/);
});
