import { expect, test } from 'vitest';
import { boundAfter } from '../../../shared/editing/leaving.ts';
import {
  archiveLaterText,
  bindingText,
  membershipText,
  outsideText,
  noPartText,
  noTurnsText,
  regionText,
  regionTrouble,
  standingText,
  teamSizeText,
  turnsIn,
  weekCellText,
  weekWithYearText,
  wishWeeksText,
  workedTurnsText,
} from '../../../shared/words/people-text.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import {
  aHolidaySet,
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aTask,
  aWorkspace,
  date,
  personIdOf,
} from '../../builders/a-workspace.ts';

const today = date('2027-01-13');
const days = (joinsOn: string | null, leavesOn: string | null) => ({
  joinsOn: joinsOn === null ? null : date(joinsOn),
  leavesOn: leavesOn === null ? null : date(leavesOn),
});

test.each([
  [null, null, 'always'],
  ['2027-01-04', null, 'from 4 Jan 2027'],
  [null, '2027-02-28', 'until 28 Feb 2027'],
  ['2027-01-04', '2027-02-28', '4 Jan–28 Feb 2027'],
  ['2026-01-05', '2027-02-28', '5 Jan 2026–28 Feb 2027'],
])('in the team from %s to %s reads “%s”', (joins, leaves, text) => {
  expect(membershipText(days(joins, leaves))).toBe(text);
});

test('beside a name stands only what is not as usual', () => {
  const standing = (joins: string | null, leaves: string | null, archived: string | null = null) =>
    standingText(
      aPerson('Ann', { ...days(joins, leaves), archivedOn: archived === null ? null : date(archived) }),
      today,
    );
  expect(standing(null, null)).toBe('');
  expect(standing('2027-01-13', '2027-01-13')).toBe('');
  expect(standing('2027-01-14', null)).toBe('joins later');
  expect(standing(null, '2027-01-12')).toBe('has left');
  expect(standing(null, '2027-01-12', '2027-01-13')).toBe('archived');
});

test('turns are named by rotation and layer, standing in too; rotations out of use are not', () => {
  const workspace = aWorkspace({
    rotations: [
      aRotation('Team', ['Ann'], { position: 1 }),
      aRotation('Profit', ['Bo'], { position: 0, kind: 'watch', standIns: [personIdOf('Ann')] }),
      aRotation('Old', ['Ann'], { archivedOn: date('2027-01-01') }),
    ],
  });
  expect(turnsIn(workspace, personIdOf('Ann'), today)).toEqual([
    { code: 'PRO', name: 'Profit', layers: [], standsIn: true },
    { code: 'TEA', name: 'Team', layers: ['primary', 'secondary'], standsIn: false },
  ]);
});

test('whoever owns a task of a pipeline is named as stand-in of its watch, unless every layer is theirs already', () => {
  const workspace = sampleWorkspace();
  const watch = Object.values(workspace.rotations).find(({ standIns }) => standIns === 'task-owners');
  if (watch === undefined) throw new Error('no watch is stood in for by task owners');
  const owners = new Set(
    Object.values(workspace.tasks)
      .filter(({ pipeline }) => pipeline === watch.pipeline)
      .flatMap(({ ownership }) => ownership.flatMap(({ primary, secondary }) => [primary, secondary])),
  );
  const named = Object.values(workspace.people).filter(({ id }) =>
    turnsIn(workspace, id, today).some(({ code, standsIn }) => code === watch.code && standsIn),
  );
  const regular = new Set(
    watch.participants
      .filter(({ layers }) => layers.length === watch.layers.length)
      .map(({ person }) => person),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.map(({ id }) => id)).toEqual(
    Object.values(workspace.people)
      .map(({ id }) => id)
      .filter((id) => owners.has(id) && !regular.has(id)),
  );
});

test('few weeks are named, many counted, and those that are over left out', () => {
  const wish = (week: string, kind: 'want' | 'avoid' = 'want') => ({ week: date(week), kind });
  expect(wishWeeksText([wish('2027-01-04'), wish('2027-02-03'), wish('2027-01-11')], 'want', today)).toBe(
    'W2, W5',
  );
  expect(wishWeeksText([wish('2027-02-01'), wish('2027-02-08'), wish('2027-02-15')], 'want', today)).toBe(
    '3 weeks',
  );
  expect(wishWeeksText([wish('2027-02-01')], 'avoid', today)).toBe('');
  expect(weekWithYearText(date('2027-01-01'))).toBe('W53 2026');
});

test('a week is read aloud with its days, the wish, and whether somebody is on call', () => {
  const read = (cell: Parameters<typeof weekCellText>[2]) =>
    weekCellText(date('2027-02-01'), date('2027-02-07'), cell);
  expect(read({ wish: null, onCall: false, past: false })).toBe('Week 5, 1–7 Feb, no wish');
  expect(read({ wish: 'avoid', onCall: true, past: false })).toBe('Week 5, 1–7 Feb, avoided, on call');
  expect(read({ wish: null, onCall: true, past: true })).toBe('Week 5, 1–7 Feb, on call, over');
});

test('what still rests on somebody is a sentence each', () => {
  const workspace = aWorkspace({
    shifts: [aShift('2027-01-11', 'Ann'), aShift('2027-01-18', 'Ann')],
    tasks: [aTask('A', 'Bo', 'Ann')],
    leave: [aLeave('Ann', '2027-02-01', '2027-02-05')],
  });
  expect(
    boundAfter(workspace, personIdOf('Ann'), today).map((binding) => bindingText(workspace, binding)),
  ).toEqual([
    'Team primary, W2 (11–17 Jan): its last days want a cover',
    'Team primary, W3 (18–24 Jan)',
    'Task A, Task A: secondary owner',
    'Leave, 1–5 Feb',
    'Team: stays in the turn order for the weeks worked, takes no turn any more',
  ]);
});

test('counts have their unit, one and many', () => {
  expect(teamSizeText([aPerson('Ann')])).toBe('1 person, all full-time');
  expect(teamSizeText([aPerson('Ann'), aPerson('Bo', { fullTimePercent: 80 })])).toBe(
    '2 people, 1.8 of full time',
  );
  expect(workedTurnsText('Ann', 'Team', 1)).toMatch(/^Ann has begun 1 turn of Team\./);
  expect(workedTurnsText('Ann', 'Team', 3)).toMatch(/^Ann has begun 3 turns of Team\./);
  const workspace = aWorkspace({ shifts: [aShift('2027-01-11', 'Ann')] });
  expect(outsideText(workspace, Object.keys(workspace.shifts))).toBe(
    '1 shift lies outside these days, the first on Mon 11 Jan 2027.',
  );
  expect(archiveLaterText('Ann', date('2027-02-28'))).toContain('once Sun 28 Feb 2027 is over');
});

test('a region is known by its name, an unknown one by its code', () => {
  expect(regionText('DE-BY')).toBe('Germany, BY');
  expect(regionText('US')).toBe('United States');
  expect(regionText('QX')).toBe('QX');
});

test('a region of which no holiday counts says so, and what was meant', () => {
  const workspace = aWorkspace({ holidaySets: [aHolidaySet('DE', 2027), aHolidaySet('US', 2020)] });
  const trouble = (region: string) => regionTrouble(workspace, region, today);
  expect(trouble('DE')).toBeNull();
  expect(trouble('DE-BY')).toBe('No holidays of Germany, BY are reviewed: those of the whole country count.');
  expect(trouble('US')).toBe(
    'No holidays of United States are reviewed: none count until they are, under Holidays.',
  );
  expect(trouble('XX')).toBe('XX is no country that is known. No holiday counts.');
  expect(trouble('UK')).toBe('UK is no country that is known; GB is United Kingdom. No holiday counts.');
  expect(noPartText('DE-ZZ')).toContain('Germany has no region ZZ');
});

test('newcomers without turns are counted', () => {
  expect(noTurnsText(1)).toBe('The newcomer takes no turns yet.');
  expect(noTurnsText(3)).toBe('The 3 newcomers take no turns yet.');
});
