/**
 * The blind spots of other tools' scores, as formats.md lists them (section 10), each with its numbers: what ours says instead.
 */
import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { addDays, atTime, nextQuarter } from '../../../shared/calendar/days.ts';
import { hoursOf } from '../../../shared/calendar/span.ts';
import { countsAsEven, noAllowance, scores } from '../../../shared/fairness/score.ts';
import type { LocalDate, LocalTime, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { assess } from '../../../shared/planner/assess.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { judge, type TeamFairness } from '../../../shared/planner/judge.ts';
import { shortageAt } from '../../../shared/planner/matching.ts';
import { peopleOnPlan } from '../../../shared/planner/problem.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { type Solver, solverOver } from '../../../shared/planner/solver.ts';
import { servedSpans } from '../../../shared/rotation/override.ts';
import { worstFirst } from '../../../shared/planner/worst-first.ts';

import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
  secondary,
} from '../../builders/a-workspace.ts';
import { before, finish, planned, q1, withPlan } from './small-team.ts';
import { planInput } from '../../../shared/planner/plan.ts';

let solver: Solver;
beforeAll(async () => {
  solver = solverOver(await loadHighs());
});

const names = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'];
const monday = (week: number, from = '2027-01-04'): LocalDate => addDays(date(from), 7 * week);
const oneLayer = aRotation().layers.slice(0, 1);

/** A weekly primary rotation of the first so many people. */
const team = (many: number, changes: Parameters<typeof aWorkspace>[0] = {}): Workspace =>
  aWorkspace({
    people: names.slice(0, many).map((name, position) => aPerson(name, { position })),
    rotations: [aRotation('Team', names.slice(0, many), { layers: oneLayer })],
    ...changes,
  });

/** Whoever holds each week: 'AABC' gives Ann the first two, Bo the third. */
const held = (workspace: Workspace, letters: string, from = '2027-01-04'): Workspace => {
  const nameOf = (letter: string): string => names.find((name) => name.startsWith(letter)) ?? letter;
  const shifts = [...letters].flatMap((letter, week) =>
    letter === '.' ? [] : [aShift(monday(week, from), nameOf(letter))],
  );
  return {
    ...workspace,
    shifts: { ...workspace.shifts, ...Object.fromEntries(shifts.map((shift) => [shift.id, shift])) },
  };
};

const judged = async (workspace: Workspace, quarter = q1): Promise<TeamFairness> =>
  judge(workspace, quarter, await assess(workspace, quarter, solver));

const told = ({ people }: TeamFairness): readonly string[] =>
  people
    .filter((card) => (card.score ?? 100) < 100 || !countsAsEven(card, card.allowance))
    .map(({ person }) => person);

test('1: of six members two serve; the four with nothing are named, and the score is no 100', async () => {
  const fairness = await judged(held(team(6), 'ABABABABABABA'));
  expect(fairness.people.map(({ shifts }) => shifts.length)).toEqual([7, 6, 0, 0, 0, 0]);
  expect(fairness.people.slice(2).every(({ score }) => (score ?? 100) < 100)).toBe(true);
  expect(fairness.score).toBeLessThan(20);
});

test('2: equal hours with one person’s weekends all over: 13-0-0 a quarter, 52-0-0 a year, against 5-4-4 and 18-17-17', async () => {
  const midnight = { weekday: 1, time: '00:00' as LocalTime, zone: aPerson().zone };
  const people = names.slice(0, 3).map((name, position) => aPerson(name, { position }));
  let workspace = aWorkspace({
    people,
    rotations: [aRotation('Team', names.slice(0, 3), { layers: oneLayer, handoff: midnight })],
  });
  const cover = (week: Shift, day: number, many: number, person: string): Shift => {
    const start = addDays(week.start.slice(0, 10) as LocalDate, day);
    const id = `${week.id}/cover/${start}` as Shift['id'];
    return {
      ...week,
      id,
      start: atTime(start, midnight.time),
      end: atTime(addDays(start, many), midnight.time),
      covers: week.id,
      person: personIdOf(person),
      pinned: true,
    };
  };
  // Bo and Cy hold the weekdays in turn, Ann every Saturday and Sunday, and as many weekdays more as makes 28 days each.
  const shifts = Array.from({ length: 12 }, (_, week) => {
    const turn = {
      ...aShift(monday(week), week % 2 === 0 ? 'Bo' : 'Cy'),
      start: atTime(monday(week), midnight.time),
      end: atTime(monday(week + 1), midnight.time),
    };
    return [turn, cover(turn, 5, 2, 'Ann'), ...(week < 4 ? [cover(turn, 4, 1, 'Ann')] : [])];
  }).flat();
  const uneven = {
    ...workspace,
    shifts: Object.fromEntries(shifts.map((shift) => [shift.id, shift])) as Workspace['shifts'],
  };
  const cards = judge(uneven, q1, null).people;
  expect(cards.map(({ counts }) => counts.weekday + counts.weekend)).toEqual([28, 28, 28]);
  expect(cards.map(({ counts }) => counts.weekend / 2)).toEqual([12, 0, 0]);
  // Covers set no dead-band: Ann is told off by the band of whole weeks, and still far from even.
  expect(judge(uneven, q1, null).score).toBeLessThan(60);

  const weekends = [0, 0, 0];
  let quarter = q1;
  for (let round = 0; round < 4; round++) {
    const shares = await assess(workspace, quarter, solver);
    const { assignments } = finish(planInput(workspace, quarter, shares, before), 20_000);
    const { slots, slotAt } = problemOf(workspace, quarter);
    const turns = assignments.flatMap(({ shift, person }) => {
      const slot = slots[slotAt.get(shift) ?? -1];
      return slot === undefined || person === null
        ? []
        : [{ ...aShift(slot.start.slice(0, 10)), ...slot, person }];
    });
    workspace = {
      ...workspace,
      shifts: { ...workspace.shifts, ...Object.fromEntries(turns.map((turn) => [turn.id, turn])) },
    };
    const fairness = judge(workspace, quarter, shares);
    expect(fairness.score).toBe(100);
    fairness.people.forEach(
      ({ counts }, place) => (weekends[place] = (weekends[place] ?? 0) + counts.weekend / 2),
    );
    if (round === 0) expect(weekends.toSorted((a, b) => b - a)).toEqual([5, 4, 4]);
    quarter = nextQuarter(quarter);
  }
  expect(weekends.toSorted((a, b) => b - a)).toEqual([18, 17, 17]);
});

test('3: an open turn is named as a gap, though somewhere else two are on call at once', async () => {
  const second = aRotation('Second', names.slice(0, 3), {
    layers: oneLayer,
    endsOn: date('2027-01-11'),
    position: 1,
  });
  const workspace = team(3, {
    rotations: [aRotation('Team', names.slice(0, 3), { layers: oneLayer }), second],
  });
  const extra = aShift('2027-01-04', 'Cy', { rotation: second.id });
  const filled = held(workspace, 'ABCAB.CABCABC');
  const doubled = { ...filled, shifts: { ...filled.shifts, [extra.id]: extra } };
  const fairness = await judged(doubled);
  expect([fairness.gaps, fairness.provisional, fairness.best]).toEqual([1, true, null]);
  const gap = checkQuarter(doubled, q1).find(({ rule }) => rule === 'gap');
  expect(gap).toMatchObject({ severity: 'hard', shift: `rotation-team/primary/${monday(5)}` });
});

test('4: half of the quarter empty and the rest equal is a hard finding for each turn, and no "good"', async () => {
  const workspace = held(team(3), 'ABCABC.......');
  const fairness = await judged(workspace);
  expect([fairness.gaps, fairness.provisional]).toEqual([7, true]);
  expect(checkQuarter(workspace, q1).filter(({ severity }) => severity === 'hard')).toHaveLength(7);
});

for (const [letters, split] of [
  ['ABABABABABABA', '7-6'],
  ['ABCABCABCABCA', '5-4-4'],
  ['ABCDABCDABCDA', '4-3-3-3'],
  ['ABCDEABCDEABC', '3-3-3-2-2'],
] as const) {
  test(`5 and 11: 13 weeks split ${split} read 100, each person reads 100, nobody is flagged`, async () => {
    const fairness = await judged(held(team(new Set(letters).size), letters));
    expect(fairness.score).toBe(100);
    expect(fairness.best).toMatchObject({ kind: 'best', score: 100 });
    expect(told(fairness)).toEqual([]);
  });
}

test('6: over a year one carries 8.9 % more than two others, or 28 % more than seven: named, and no 100', () => {
  for (const [many, more] of [
    [3, 0.089],
    [8, 0.28],
  ] as const) {
    const share = (52 * 36) / many;
    const standings = Array.from({ length: many }, (_, person) => ({
      difference: person === 0 ? more * share : (-more * share) / (many - 1),
      band: 18,
      holidayBalance: 0,
    }));
    const { team: score, people } = scores(standings, noAllowance);
    expect(score).toBeLessThan(70);
    expect(people[0]).toBeLessThan(50);
    expect(Math.min(...people.slice(1))).toBeGreaterThan(85);
  }
});

test('7: seven of 13 weeks leave a debt of one half week; seven again are told off, six are not', async () => {
  const rotation = aRotation('Team', ['Ann', 'Bo'], { layers: oneLayer, startsOn: date('2026-10-05') });
  const workspace = held(team(2, { rotations: [rotation] }), 'ABABABABABABA', '2026-10-05');
  const assessment = await assess(workspace, q1, solver);
  expect(assessment.carry[personIdOf('Ann')]).toMatchObject({ load: 18, forgiven: 0 });
  expect([assessment.attainable[personIdOf('Ann')], assessment.attainable[personIdOf('Bo')]]).toEqual([
    216, 252,
  ]);
  const again = judge(held(workspace, 'ABABABABABABA'), q1, assessment);
  const turned = judge(held(workspace, 'BABABABABABAB'), q1, assessment);
  expect(turned.score).toBe(100);
  expect(told(again)).toEqual([personIdOf('Ann'), personIdOf('Bo')]);
  expect(again.score).toBe(75);
  expect(again.best).toMatchObject({ kind: 'below', score: 100 });
});

test('8: shares of 1, 1, 1 and a half over 14 weeks: 4-4-4-2 reads 100', async () => {
  const people = names
    .slice(0, 4)
    .map((name, position) => aPerson(name, { position, fullTimePercent: name === 'Di' ? 50 : 100 }));
  const rotation = aRotation('Team', names.slice(0, 4), { layers: oneLayer, startsOn: date('2027-04-05') });
  const quarter = '2027-Q2' as QuarterId;
  // The second quarter has 13 Mondays: two rotations, the second of one week, make 14 turns.
  const one = aRotation('One', names.slice(0, 4), {
    layers: oneLayer,
    startsOn: date('2027-06-28'),
    endsOn: date('2027-07-05'),
    handoff: { weekday: 1, time: '09:00' as LocalTime, zone: aPerson().zone },
    kind: 'watch',
    position: 1,
  });
  const workspace = held(aWorkspace({ people, rotations: [rotation, one] }), 'ABCABCABCABCD', '2027-04-05');
  const extra = aShift('2027-06-28', 'Di', { rotation: one.id });
  const fairness = await judged(
    { ...workspace, shifts: { ...workspace.shifts, [extra.id]: extra } },
    quarter,
  );
  expect(fairness.people.map(({ shifts }) => shifts.length)).toEqual([4, 4, 4, 2]);
  expect(fairness.score).toBe(100);
  expect(told(fairness)).toEqual([]);
});

test('9: a joiner present 7 of 13 weeks has a target of 1.98 weeks, the others of 3.67; 4-4-3-2 reads 100', async () => {
  const people = names
    .slice(0, 4)
    .map((name, position) => aPerson(name, { position, joinsOn: name === 'Di' ? monday(6) : null }));
  const fairness = await judged(held(team(4, { people }), 'ABCABABCDABCD'));
  expect(fairness.people.map(({ target }) => Math.round((target / 36) * 100) / 100)).toEqual([
    3.67, 3.67, 3.67, 1.98,
  ]);
  expect(fairness.people.map(({ shifts }) => shifts.length)).toEqual([4, 4, 3, 2]);
  expect(fairness.score).toBe(100);
  expect(told(fairness)).toEqual([]);
});

test('10: always primary beside always secondary is 13-0 by role against 7-6, and far from 100', async () => {
  const workspace = aWorkspace({
    people: ['Ann', 'Bo'].map((name) => aPerson(name)),
    rotations: [aRotation('Team', ['Ann', 'Bo'])],
  });
  const roles = (swapped: (week: number) => boolean): Workspace => {
    const shifts = Array.from({ length: 13 }, (_, week) => {
      const pair = swapped(week) ? ['Bo', 'Ann'] : ['Ann', 'Bo'];
      return [aShift(monday(week), pair[0]), aShift(monday(week), pair[1], { layer: secondary })];
    }).flat();
    return {
      ...workspace,
      shifts: Object.fromEntries(shifts.map((shift) => [shift.id, shift])),
    };
  };
  const always = await judged(roles(() => false));
  expect(always.people.map((card) => [card.primary, card.secondary])).toEqual([
    [13, 0],
    [0, 13],
  ]);
  expect(always.score).toBeLessThan(20);
  const turns = await judged(roles((week) => week % 2 === 1));
  expect(turns.people.map((card) => [card.primary, card.secondary])).toEqual([
    [7, 6],
    [6, 7],
  ]);
  expect(turns.score).toBe(100);
});

test('12: 6-4-2-1 names the worst-off first, six weeks where four would do', async () => {
  const fairness = await judged(held(team(4), 'ABABABACABCAD'));
  expect(fairness.people.map(({ shifts }) => shifts.length)).toEqual([6, 4, 2, 1]);
  const [worst] = worstFirst(fairness.people, () => 0);
  expect([worst?.person, worst?.score]).toEqual([personIdOf('Ann'), 0]);
  expect(fairness.score).toBeLessThan(50);
  const bound = await judged(held(team(4), 'ABCDABCDABCDA'));
  expect(Math.max(...bound.people.map(({ shifts }) => shifts.length))).toBe(4);
});

test('13: the only holiday of a quarter counts as even, and goes to the debt of whoever had it', async () => {
  const quarter = q1;
  const people = names.slice(0, 4).map((name, position) => aPerson(name, { position, region: 'US' }));
  const holidays = [aHoliday('US', 'King', '2027-01-18'), aHoliday('US', 'Memorial Day', '2027-05-31')];
  const workspace = held(
    team(4, { people, holidays, holidaySets: [aHolidaySet('US', 2027)] }),
    'ABCDABCDABCDA',
  );
  const fairness = await judged(workspace, quarter);
  expect(fairness.people.map(({ holidays: own }) => own.length)).toEqual([0, 0, 1, 0]);
  expect(
    fairness.people.map(({ holidayBalance, penalties }) => [holidayBalance, penalties.holidays]),
  ).toEqual([
    [-1, 0],
    [-1, 0],
    [3, 0],
    [-1, 0],
  ]);
  const next = await assess(workspace, nextQuarter(quarter), solver);
  expect(people.map(({ id }) => next.carry[id]?.holidays)).toEqual([-1, -1, 3, -1]);
  const { assignments } = finish(
    planInput(workspace, nextQuarter(quarter), next, date('2027-03-01')),
    50_000,
  );
  expect(assignments.find(({ shift }) => shift.endsWith('2027-05-31'))?.person).not.toBe(personIdOf('Cy'));
});

test('14: where nobody is free in week 7 the hole is named, with the turns and people that clash', () => {
  const leave = names.slice(0, 3).map((name) => aLeave(name, monday(6), addDays(monday(6), 4)));
  const workspace = team(3, { leave });
  const plan = withPlan(workspace, planned(workspace, 20_000));
  expect(judge(plan, q1, null)).toMatchObject({ gaps: 1, provisional: true });
  const id = `rotation-team/primary/${monday(6)}`;
  expect(checkQuarter(plan, q1).filter(({ rule }) => rule === 'gap')).toMatchObject([
    { shift: id, severity: 'hard' },
  ]);
  const problem = problemOf(plan, q1);
  const slot = problem.slots.findIndex((one) => one.id === id);
  expect(shortageAt(problem, peopleOnPlan(plan, problem), slot)).toMatchObject({ slots: [slot], people: [] });
});

test('15: weeks of 167 and 169 hours are known as such, and count the same seven days', () => {
  const hours = (zoneName: string, from: string): readonly [number, number] => {
    const handoff = { weekday: 1, time: '09:00' as LocalTime, zone: zoneName as ZoneName };
    const workspace = aWorkspace({
      rotations: [
        aRotation('Team', names.slice(0, 4), { handoff, layers: oneLayer, startsOn: date('2027-01-04') }),
      ],
    });
    const quarter = `2027-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}` as QuarterId;
    const problem = problemOf(workspace, quarter);
    const slot = problem.slots.findIndex(({ id }) => id.endsWith(from));
    const turn = problem.slots[slot];
    if (turn === undefined) throw new Error(`no turn from ${from}`);
    return [
      servedSpans({}, turn, handoff.zone).reduce((sum, span) => sum + hoursOf(span), 0),
      problem.load[slot] ?? 0,
    ];
  };
  expect(hours('Europe/Berlin', '2027-03-22')).toEqual([167, 36]);
  expect(hours('Europe/Berlin', '2027-10-25')).toEqual([169, 36]);
  expect(hours('America/New_York', '2027-03-08')).toEqual([167, 36]);
  expect(hours('America/New_York', '2027-11-01')).toEqual([169, 36]);
  expect(hours('Europe/Berlin', '2027-03-15')).toEqual([168, 36]);
});
