import { expect, test } from 'vitest';
import { taskWeeks, weeksOf, type TaskWeek } from '../../../shared/fairness/task-weeks.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  careSentence,
  careSign,
  ownerWeekText,
  weekHeading,
  weeksSummary,
} from '../../../shared/words/task-weeks-text.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aTask,
  aWorkspace,
  date,
  secondary,
} from '../../builders/a-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const tasks = [aTask('A', 'Ann', 'Bo')];

function weekOf(workspace: Workspace, monday: string): TaskWeek {
  const found = taskWeeks(workspace, quarter)[0]?.weeks.find(({ week }) => week === monday);
  if (found === undefined) throw new Error(`no week from ${monday}`);
  return found;
}

test('a quarter has its weeks with the days that are in it', () => {
  const weeks = weeksOf(quarter);
  expect(weeks).toHaveLength(14);
  expect([weeks[0]?.week, weeks[0]?.days.length]).toEqual(['2026-12-28', 3]);
  expect(weeks.flatMap(({ days }) => days)).toHaveLength(90);
});

test('a week in which an owner is on call is told from one in which an owner is only there', () => {
  const workspace = aWorkspace({ tasks, shifts: [aShift('2027-01-11', 'Bo', { layer: secondary })] });
  expect(weekOf(workspace, '2027-01-11').care).toBe('on-duty');
  expect(weekOf(workspace, '2027-01-25').care).toBe('present');
});

test('a shadow layer is no duty', () => {
  const rotation = aRotation();
  const shadow = { ...rotation, layers: rotation.layers.map((layer) => ({ ...layer, weightPercent: 0 })) };
  const workspace = aWorkspace({ tasks, rotations: [shadow], shifts: [aShift('2027-01-11', 'Bo')] });
  expect(weekOf(workspace, '2027-01-11').care).toBe('present');
});

test('days on which both owners are away are counted, and a week of them is nobody', () => {
  const both = [
    aLeave('Ann', '2027-01-25', '2027-01-29'),
    aLeave('Bo', '2027-01-28', '2027-02-05'),
    aLeave('Ann', '2027-02-01', '2027-02-05'),
  ];
  const workspace = aWorkspace({ tasks, leave: both });
  const some = weekOf(workspace, '2027-01-25');
  expect([some.care, some.without]).toEqual(['gaps', ['2027-01-28', '2027-01-29']]);
  expect(weekOf(workspace, '2027-02-01').care).toBe('nobody');
  expect(careSentence(some)).toBe('On Thu 28 Jan and Fri 29 Jan no owner is on call or there.');
  expect([careSign(some), weekHeading(some.week)]).toEqual(['2 d', 'W4, 25–31 Jan']);
  expect(some.owners.map((owner) => ownerWeekText(workspace, owner))).toEqual([
    'Ann (primary): on leave Mon–Fri',
    'Bo (secondary): on leave Thu–Fri',
  ]);
  expect(weeksSummary(taskWeeks(workspace, quarter))).toMatch(/^In 2 of 14 weeks/);
});

test('leave that is not settled and half days leave nobody away', () => {
  const leave = ['Ann', 'Bo'].flatMap((name) => [
    aLeave(name, '2027-01-25', '2027-01-25', { tentative: true }),
    aLeave(name, '2027-02-01', '2027-02-01', { part: 'morning' }),
  ]);
  const workspace = aWorkspace({ tasks, leave });
  expect([weekOf(workspace, '2027-01-25').care, weekOf(workspace, '2027-02-01').care]).toEqual([
    'present',
    'present',
  ]);
});

test('an owner on call on a day of leave still counts as on call', () => {
  const leave = [aLeave('Ann', '2027-01-11', '2027-01-15'), aLeave('Bo', '2027-01-11', '2027-01-15')];
  const workspace = aWorkspace({ tasks, leave, shifts: [aShift('2027-01-11', 'Ann')] });
  const week = weekOf(workspace, '2027-01-11');
  expect(week.care).toBe('on-duty');
  expect(week.owners.map((owner) => ownerWeekText(workspace, owner))[0]).toBe(
    'Ann (primary): on call, Team primary; on leave Mon–Fri',
  );
});

test('a holiday of the whole team is no working day, one of an owner alone is a day away', () => {
  const workspace: Workspace = {
    ...aWorkspace({
      people: [aPerson('Ann', { region: 'US' }), aPerson('Bo', { region: 'DE', position: 1 })],
      tasks,
      leave: [aLeave('Bo', '2027-01-18', '2027-01-18')],
      holidaySets: [aHolidaySet('US', 2027), aHolidaySet('DE', 2027)],
      holidays: [aHoliday('US', 'King', '2027-01-18'), aHoliday('DE', 'Kings', '2027-01-06')],
    }),
  };
  expect(weekOf(workspace, '2027-01-18').without).toEqual(['2027-01-18']);
  expect(
    weekOf({ ...workspace, about: { ...workspace.about, region: 'US' } }, '2027-01-18').workingDays,
  ).toBe(4);
  const week = weekOf(workspace, '2027-01-18');
  expect(week.owners.map((owner) => ownerWeekText(workspace, owner))[0]).toBe(
    'Ann (primary): off Mon (King)',
  );
});

test('each owner counts on the days on which they own the task', () => {
  const handed = [
    {
      ...aTask('A', 'Ann', null),
      ownership: [
        { from: date('2026-01-01'), primary: aPerson('Ann').id, secondary: null },
        { from: date('2027-01-27'), primary: aPerson('Bo').id, secondary: null },
      ],
    },
  ];
  const leave = [aLeave('Ann', '2027-01-25', '2027-01-29')];
  const week = weekOf(aWorkspace({ tasks: handed, leave }), '2027-01-25');
  expect(week.without).toEqual(['2027-01-25', '2027-01-26']);
  expect(week.owners).toHaveLength(2);
});

test('a task without owners says so, in every week', () => {
  const workspace = aWorkspace({ tasks: [aTask('A', null, null)] });
  expect(new Set(taskWeeks(workspace, quarter)[0]?.weeks.map(({ care }) => care))).toEqual(
    new Set(['no-owner']),
  );
});

test('reasons for leave stand nowhere', () => {
  const workspace = aWorkspace({
    tasks,
    leave: [aLeave('Ann', '2027-01-25', '2027-01-29', { reason: 'private-word' })],
  });
  expect(JSON.stringify(taskWeeks(workspace, quarter))).not.toContain('private-word');
});
