import { expect, test } from 'vitest';
import { settlingLines, type Writing } from '../../../shared/comp-time/credit.ts';
import { dueBy, waitingFor } from '../../../shared/comp-time/settlements.ts';
import { balanceOf } from '../../../shared/comp-time/balance.ts';
import type { CompTimeId, ShiftId } from '../../../shared/model/ids.ts';
import type { LocalDateTime } from '../../../shared/model/dates.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  aHoliday,
  aHolidaySet,
  aPerson,
  aPolicy,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
} from '../../builders/a-workspace.ts';
import { declineStep } from '../../../shared/editing/comp-time-steps.ts';
import { made } from '../editing/try-edit.ts';

const region = 'DE-BE';
const names = ['Ann', 'Bo', 'Cy', 'Di'];
const first = aShift('2027-01-04', 'Ann');
const second = aShift('2027-01-11', 'Bo');
const world = (rest: Parameters<typeof aWorkspace>[0] = {}): Workspace =>
  aWorkspace({
    people: names.map((name) => aPerson(name, { region })),
    rotations: [aRotation('Team', names)],
    holidaySets: [aHolidaySet(region, 2027)],
    holidays: [
      aHoliday(region, 'Some Thursday', '2027-01-07'),
      aHoliday(region, 'Some Monday', '2027-01-11'),
    ],
    shifts: [first, second],
    ...rest,
  });

/** Ids that count up, so that two runs are the same. */
function writing(today: string): Writing {
  let id = 0;
  return { author: 'Lead', today: date(today), newId: () => `comp-${today}-${(id += 1)}` as CompTimeId };
}

function settled(workspace: Workspace, today: string): Workspace {
  const lines = settlingLines(workspace, dueBy(workspace, date(today)).settlements, writing(today));
  return lines.reduce((next, entry) => made(next, { kind: 'add-comp-time', entry }), workspace);
}

const told = (workspace: Workspace, today: string) =>
  dueBy(workspace, date(today)).settlements.map(({ date: day, takeBack, credit }) => [
    day,
    takeBack.map(({ person, minutes }) => `${person.slice(7)} ${minutes}`),
    credit.map(({ person, minutes }) => `${person.slice(7)} ${minutes}`),
  ]);

const open = (workspace: Workspace, name: string, day = '2027-12-31'): number =>
  balanceOf(workspace, personIdOf(name), date(day)).open;

test('a day is earned when it is over, not before, and not again once it was credited', () => {
  expect(told(world(), '2027-01-07')).toEqual([]);
  expect(told(world(), '2027-01-08')).toEqual([['2027-01-07', [], ['ann 480']]]);
  expect(told(world(), '2027-01-12')).toEqual([
    ['2027-01-07', [], ['ann 480']],
    ['2027-01-11', [], ['ann 180']],
    ['2027-01-11', [], ['bo 300']],
  ]);
  expect(waitingFor(dueBy(world(), date('2027-01-12')))).toEqual(
    new Map([
      [personIdOf('Ann'), 660],
      [personIdOf('Bo'), 300],
    ]),
  );
  const done = settled(world(), '2027-01-12');
  expect(told(done, '2027-02-01')).toEqual([]);
  expect([open(done, 'Ann'), open(done, 'Bo')]).toEqual([660, 300]);
});

test('a swap of a worked week moves what it earned to whoever served', () => {
  const credited = settled(world(), '2027-01-12');
  const swapped = made(credited, {
    kind: 'assign-shifts',
    assignments: [{ shift: first.id, person: personIdOf('Cy') }],
    accept: [],
    today: date('2027-02-01'),
    reason: 'Cy stepped in on the day',
  });
  expect(told(swapped, '2027-02-01')).toEqual([
    ['2027-01-07', ['ann 480'], ['cy 480']],
    ['2027-01-11', ['ann 180'], ['cy 180']],
  ]);
  const done = settled(swapped, '2027-02-01');
  expect(told(done, '2027-02-02')).toEqual([]);
  expect([open(done, 'Ann'), open(done, 'Bo'), open(done, 'Cy')]).toEqual([0, 300, 660]);
  expect(Object.keys(done.compTime)).toHaveLength(3 + 2 + 2);
});

test('a covered day earns for whoever covered, though the turn had been credited', () => {
  const credited = settled(world(), '2027-01-12');
  const cover = aShift('2027-01-07', 'Di', {
    id: `${first.id}/cover/2027-01-07` as ShiftId,
    covers: first.id,
    start: '2027-01-07T09:00' as LocalDateTime,
    end: '2027-01-08T09:00' as LocalDateTime,
  });
  const covered = { ...credited, shifts: { ...credited.shifts, [cover.id]: cover } };
  expect(told(covered, '2027-02-01')).toEqual([
    ['2027-01-07', ['ann 480'], ['ann 180']],
    ['2027-01-07', [], ['di 300']],
  ]);
  const done = settled(covered, '2027-02-01');
  expect([open(done, 'Ann'), open(done, 'Di')]).toEqual([360, 300]);
});

test('what the lead declined with a reason is not offered again, until somebody else turns out to have served it', () => {
  const [asked] = dueBy(world(), date('2027-01-08')).settlements;
  if (asked === undefined) throw new Error('nothing is due');
  const step = declineStep(world(), asked, 'Paid out in cash', 'Decline', writing('2027-01-08'));
  if (step === null) throw new Error('nothing to decline');
  const declined = made(world(), step);
  expect(told(declined, '2027-01-08')).toEqual([]);
  expect(open(declined, 'Ann')).toBe(0);
  const swapped = made(declined, {
    kind: 'assign-shifts',
    assignments: [{ shift: first.id, person: personIdOf('Cy') }],
    accept: [],
    today: date('2027-02-01'),
    reason: 'Cy stepped in',
  });
  expect(told(swapped, '2027-01-08')).toEqual([['2027-01-07', [], ['cy 480']]]);
});

test('a turn that turned out to be served by nobody is taken back', () => {
  const credited = settled(world(), '2027-01-12');
  const vacated = made(credited, {
    kind: 'assign-shifts',
    assignments: [{ shift: second.id, person: null }],
    accept: [],
    today: date('2027-02-01'),
    reason: 'Nobody was there',
  });
  expect(told(vacated, '2027-02-01')).toEqual([['2027-01-11', ['bo 300'], []]]);
  expect(open(settled(vacated, '2027-02-01'), 'Bo')).toBe(0);
});

test('a line that rests on a turn from before the plan is left alone', () => {
  const credited = settled(world(), '2027-01-12');
  const [line] = Object.values(credited.compTime);
  if (line === undefined) throw new Error('nothing was credited');
  const old = {
    ...line,
    id: 'comp-old' as CompTimeId,
    source: { ...line.source, shift: 'rotation-gone/primary/2020-01-06' as ShiftId },
  };
  expect(told({ ...credited, compTime: { ...credited.compTime, [old.id]: old } }, '2027-02-01')).toEqual([]);
});

const terms = (changes: Partial<Policy['compTime']>, rest: Partial<Policy> = {}): Policy =>
  aPolicy({ ...rest, compTime: { ...aPolicy().compTime, ...changes } });

test('a new policy leaves what was credited under the old one as it was written', () => {
  const credited = settled(world(), '2027-01-12');
  const next = terms(
    { minutesPerHoliday: 600 },
    { id: 'policy-2' as Policy['id'], version: 2, from: date('2027-01-01') },
  );
  const changed = { ...credited, policies: { ...credited.policies, [next.id]: next } };
  expect(told(changed, '2027-02-01')).toEqual([]);
  expect(told({ ...changed, compTime: {} }, '2027-02-01')[0]).toEqual(['2027-01-07', [], ['ann 600']]);
});

test('what would have expired by now is not offered any more, and is counted', () => {
  expect(dueBy(world(), date('2028-01-08'))).toMatchObject({ lapsed: 1, settlements: [{}, {}] });
  expect(dueBy(world(), date('2028-01-11'))).toMatchObject({ lapsed: 3, settlements: [] });
});

test('what ended more than two years ago is not looked at', () => {
  const policies = [terms({ expiresAfterMonths: null })];
  expect(dueBy(world({ policies }), date('2029-01-11'))).toMatchObject({
    lapsed: 0,
    settlements: [{}, {}, {}],
  });
  expect(dueBy(world({ policies }), date('2029-01-12')).settlements).toHaveLength(1);
});

test('beyond the cap, what was served is written down and written off in one go', () => {
  const capped = world({ policies: [terms({ mostOpenMinutes: 500 })] });
  const done = settled(capped, '2027-01-12');
  expect(balanceOf(done, personIdOf('Ann'), date('2027-01-12'))).toMatchObject({
    earned: 660,
    expired: 160,
    open: 500,
  });
  expect(told(done, '2027-02-01')).toEqual([]);
  // Taken back, nothing of it stays: neither the earning nor what was cut off it.
  const swapped = made(done, {
    kind: 'assign-shifts',
    assignments: [{ shift: first.id, person: personIdOf('Cy') }],
    accept: [],
    today: date('2027-02-01'),
    reason: 'Cy stepped in',
  });
  const moved = settled(swapped, '2027-02-01');
  expect(balanceOf(moved, personIdOf('Ann'), date('2027-02-01'))).toMatchObject({
    earned: 0,
    expired: 0,
    open: 0,
  });
  expect(open(moved, 'Cy')).toBe(500);
});
