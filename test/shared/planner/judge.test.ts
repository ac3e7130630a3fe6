import { expect, test } from 'vitest';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { random } from '../../../shared/planner/random.ts';
import { pastQuarter } from '../../../shared/sample/past-quarter.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aHoliday, aHolidaySet, aLeave, aPerson, aRotation, aShift, aShiftId, aWorkspace, date, personIdOf, primary, secondary } from '../../builders/a-workspace.ts';
import { planned, q1, smallTeam, withPlan } from './small-team.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

test('every card adds up, down to its shifts', () => {
  const { people } = judge(sampleWorkspace(), pastQuarter, null);
  expect(people).toHaveLength(4);
  for (const card of people) {
    expect(card.equalShare - card.carry - card.taskLoad).toBeCloseTo(card.target);
    expect(card.target - card.structural).toBeCloseTo(card.attainable);
    expect(card.load - card.attainable).toBe(card.difference);
    expect(card.primary + card.secondary).toBe(card.shifts.length);
  }
  expect(sum(people.map(({ difference }) => difference))).toBe(0);
  expect(sum(people.map(({ shifts }) => shifts.length))).toBe(Object.keys(sampleWorkspace().shifts).length);
});

test('an empty quarter has no score; one with gaps or conflicts is provisional and counts them', () => {
  const empty = judge(aWorkspace(), q1, null);
  expect(empty).toMatchObject({ score: null, gaps: 26, conflicts: 0, held: 0, slots: 26, provisional: true });
  const shifts = [aShift('2027-01-04'), aShift('2027-01-04', 'Ann', { layer: secondary })];
  expect(judge(aWorkspace({ shifts }), q1, null)).toMatchObject({ gaps: 24, conflicts: 2, provisional: true });
});

test('gaps and conflicts are those of the check, whoever holds what', () => {
  const next = random(11);
  for (let seed = 1; seed <= 40; seed++) {
    const workspace = withPlan(smallTeam(seed), planned(smallTeam(seed), 500));
    const people = Object.values(workspace.people);
    const shuffled = Object.fromEntries(
      Object.entries(workspace.shifts).map(([id, shift]) => [id, next() < 0.4 ? { ...shift, person: people[Math.floor(next() * people.length)]?.id ?? shift.person } : shift]),
    ) as Workspace['shifts'];
    const changed = { ...workspace, shifts: shuffled };
    const hard = checkQuarter(changed, q1).filter(({ severity }) => severity === 'hard');
    const { gaps, conflicts } = judge(changed, q1, null);
    expect([gaps, gaps + conflicts], `team ${seed}`).toEqual([hard.filter(({ rule }) => rule === 'gap').length, hard.length]);
  }
});

test('two who share the primary weeks are told apart from two who share the roles', () => {
  const mondays = Array.from({ length: 13 }, (_, week) => `2027-${week < 4 ? '01' : week < 8 ? '02' : '03'}-${String([4, 11, 18, 25, 1, 8, 15, 22, 1, 8, 15, 22, 29][week]).padStart(2, '0')}`);
  const roles = mondays.flatMap((day) => [aShift(day, 'Ann'), aShift(day, 'Bo', { layer: secondary })]);
  const rotation = aRotation('Team', ['Ann', 'Bo']);
  const people = ['Ann', 'Bo'].map((name) => aPerson(name));
  const always = judge(aWorkspace({ people, rotations: [rotation], shifts: roles }), q1, null);
  expect(always.people.map(({ primary: first, secondary: second }) => [first, second])).toEqual([[13, 0], [0, 13]]);
  expect(always.score).toBeLessThan(20);
});

test('weekends with one person show as such, in the days counted and in the score', () => {
  // Turns from Saturday to Saturday: whoever holds one has its weekend.
  const handoff = { weekday: 6, time: '00:00' as never, zone: aPerson().zone };
  const weekly = aRotation('Team', ['Ann', 'Bo'], { handoff, layers: aRotation().layers.slice(0, 1) });
  const workspace = aWorkspace({ rotations: [weekly], people: ['Ann', 'Bo'].map((name) => aPerson(name)) });
  const even = withPlan(workspace, planned(workspace, 5_000));
  const hers = Object.fromEntries(Object.entries(even.shifts).map(([id, shift]) => [id, { ...shift, person: personIdOf('Ann') }])) as Workspace['shifts'];
  const weekends = (one: Workspace) => judge(one, q1, null).people.map(({ counts }) => counts.weekend);
  expect(weekends(even)).toEqual([12, 12]);
  expect(weekends({ ...even, shifts: hers })).toEqual([24, 0]);
  expect([judge(even, q1, null).score, judge({ ...even, shifts: hers }, q1, null).score]).toEqual([100, 0]);
});

test('a holiday counts once for its holder, by the holder’s own region, and shows its date', () => {
  const holidays = [aHoliday('US', 'King', '2027-01-18'), aHoliday('DE', 'Epiphany', '2027-01-06')];
  const people = [aPerson('Ann', { region: 'US' }), aPerson('Bo', { region: 'DE' })];
  const shifts = [aShift('2027-01-18', 'Ann'), aShift('2027-01-04', 'Bo'), aShift('2027-01-18', 'Bo', { layer: secondary })];
  const workspace = aWorkspace({ people, holidaySets: [aHolidaySet('US', 2027), aHolidaySet('DE', 2027)], holidays, shifts });
  const held = judge(workspace, q1, null).people.map((card) => card.holidays.map(({ name, date: day, shift }) => [name, day, shift]));
  expect(held).toEqual([
    [['King', '2027-01-18', aShiftId('Team', primary, '2027-01-18')]],
    [['Epiphany', '2027-01-06', aShiftId('Team', primary, '2027-01-04')]],
  ]);
});

test('leave lowers the share: a week from Monday to Friday is a week, nobody catches up', () => {
  const workspace = aWorkspace({ leave: [aLeave('Ann', '2027-01-04', '2027-01-08'), aLeave('Bo', '2027-01-04', '2027-01-04')] });
  const shares = judge(workspace, q1, null).people.map(({ equalShare }) => equalShare);
  const weeks = 13 * 4 - 1 - 0.2;
  expect(shares.map((share) => share / (13 * 54))).toEqual([12, 12.8, 13, 13].map((present): unknown => expect.closeTo(present / weeks, 6)));
});

test('people who joined and who will leave owe for the weeks they are there', () => {
  const people = [aPerson('Ann'), aPerson('Bo', { joinsOn: date('2027-02-15') }), aPerson('Cy', { leavesOn: date('2027-01-31') })];
  const shares = judge(aWorkspace({ people }), q1, null).people.map(({ equalShare }) => equalShare);
  expect(shares.map((share) => share / (13 * 54))).toEqual([13, 7, 4].map((present): unknown => expect.closeTo(present / 24, 6)));
});

test('wishes are counted: asked for and given, asked to be free and taken', () => {
  const people = [aPerson('Ann', { wishes: [{ week: date('2027-01-04'), kind: 'avoid' }, { week: date('2027-01-25'), kind: 'want' }, { week: date('2027-02-01'), kind: 'want' }] })];
  const shifts = [aShift('2027-01-04'), aShift('2027-01-25')];
  const [card] = judge(aWorkspace({ people, shifts }), q1, null).people;
  expect(card?.wishes).toEqual({ wanted: 2, granted: 1, avoided: 1, broken: 1 });
  expect(card?.person).toBe(personIdOf('Ann'));
});
