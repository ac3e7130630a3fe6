import { expect, test } from 'vitest';
import { barText, heldHolidaysText, standingText } from '../../../../shared/words/fairness-text.ts';
import { worstFirst } from '../../../../shared/planner/worst-first.ts';
import { shiftsBehind } from '../../../../renderer/features/fairness/shifts-behind.ts';
import { holidaysCovered } from '../../../../renderer/features/fairness/holidays-covered.ts';
import { ownedTasks } from '../../../../renderer/features/fairness/owned-tasks.ts';
import { taskSplit } from '../../../../shared/fairness/split.ts';
import type { LocalDate, QuarterId } from '../../../../shared/model/dates.ts';
import { judge, type PersonFairness } from '../../../../shared/planner/judge.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';

const workspace = sampleWorkspace();
const worked = '2026-Q4' as QuarterId;
const cards = judge(workspace, worked, null).people;
const firstCard = (): PersonFairness => {
  const [card] = cards;
  if (!card) throw new Error('the sample has no people');
  return card;
};

test.each(cards.map((card) => [card.person, card] as const))(
  'each figure of %s equals the shifts it opens',
  (person, card) => {
    const behind = shiftsBehind(workspace, worked, person);
    const sum = (of: (one: (typeof behind)[number]) => number): number =>
      behind.reduce((total, one) => total + of(one), 0);
    expect(behind.length).toBeGreaterThan(0);
    expect(behind.map(({ shift }) => shift)).toEqual(card.shifts);
    expect(sum(({ load }) => load)).toBe(card.load);
    expect(sum(({ counts }) => counts.weekday)).toBe(card.counts.weekday);
    expect(sum(({ counts }) => counts.weekend)).toBe(card.counts.weekend);
    expect(sum(({ counts }) => counts.holiday)).toBe(card.counts.holiday);
    expect(behind.filter(({ firstLayer }) => firstLayer)).toHaveLength(card.primary);
  },
);

test('the sum on a card comes out: equal share − carry − tasks − structural = attainable', () => {
  for (const card of cards)
    expect(card.equalShare - card.carry - card.taskLoad - card.structural).toBeCloseTo(card.attainable, 6);
});

test('the duties a number of the tasks opens are as many and as heavy as it says', () => {
  const on = '2027-01-01' as LocalDate;
  for (const part of taskSplit(workspace, on).people) {
    const owned = ownedTasks(workspace, part.person, on);
    expect(owned).toHaveLength(part.count);
    expect(owned.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(part.weight, 9);
  }
});

test('every holiday of a quarter is listed once, with the turn that reaches in from the quarter before', () => {
  const holidays = holidaysCovered(workspace, '2027-Q1' as QuarterId);
  expect(new Set(holidays.map(({ key }) => key)).size).toBe(holidays.length);
  const [first] = holidays;
  expect(first?.date).toBe('2027-01-01');
  expect(first?.covers.length).toBeGreaterThan(0);
  expect(holidays.map(({ date }) => date)).toEqual(holidays.map(({ date }) => date).toSorted());
});

test('a bar says in words all that it draws', () => {
  expect(barText('Amara', { ...firstCard(), load: 72, attainable: 76, difference: -4 })).toBe(
    'Amara: 18 points, 1 below share; share 19 points',
  );
});

test('how far somebody is off is told with what could be helped', () => {
  const card = { ...firstCard(), band: 8, allowance: 4 };
  expect(standingText({ ...card, difference: 0 })).toBe('On share');
  expect(standingText({ ...card, difference: 6 })).toBe(
    '1.5 over share, within the 2 points that count as even',
  );
  expect(standingText({ ...card, difference: -10 })).toBe(
    '2.5 below share; even the fairest plan known leaves somebody this far off',
  );
  expect(standingText({ ...card, difference: 20 })).toBe('5 over share, 2 more than it would have to be');
});

test('the one furthest from fair stands first', () => {
  const card = firstCard();
  const people = [
    { ...card, band: 18, penalty: 10, difference: 2 },
    { ...card, band: 18, penalty: 120, difference: 60 },
    { ...card, band: 18, penalty: 300, difference: 90 },
    { ...card, band: 18, penalty: 10, difference: -12 },
  ];
  expect(worstFirst(people, () => 0).map(({ penalty, difference }) => [penalty, difference])).toEqual([
    [300, 90],
    [120, 60],
    [10, -12],
    [10, 2],
  ]);
});

test('a holiday with several duties is named once', () => {
  const held = {
    holiday: 'holiday-x',
    name: 'New Year',
    date: '2027-01-01',
    shift: 'rotation-a/primary/2027-01-01',
  } as unknown as PersonFairness['holidays'][number];
  expect(heldHolidaysText({ holidays: [held, held] })).toBe('New Year, Fri 1 Jan (2 duties)');
});
