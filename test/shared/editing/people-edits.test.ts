import { expect, test } from 'vitest';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import { aLeave, aPerson, aShift, aTask, aWorkspace, date } from '../../builders/a-workspace.ts';
import { made, refusalOf } from './try-edit.ts';

const saveLeave = (leave: Leave) => ({ kind: 'save-leave' as const, leave });

test('a person is added, and changed again under the same id', () => {
  const eve = aPerson('Eve');
  const added = made(aWorkspace(), { kind: 'save-person', person: eve });
  expect(added.people[eve.id]).toEqual(eve);
  expect(
    made(added, { kind: 'save-person', person: { ...eve, fullTimePercent: 50 } }).people[eve.id]
      ?.fullTimePercent,
  ).toBe(50);
  expect(refusalOf(added, { kind: 'save-person', person: { ...eve } })).toEqual({ kind: 'no-change' });
});

test('two people of one name would be mixed up by every import', () => {
  const twin = aPerson('Twin', { name: '  ann ' });
  expect(refusalOf(aWorkspace(), { kind: 'save-person', person: twin })).toEqual({
    kind: 'duplicate',
    table: 'people',
    id: twin.id,
    with: 'person-ann',
    field: 'name',
  });
});

test('a name is free again once its holder is archived', () => {
  const workspace = aWorkspace({
    people: [aPerson('Ann', { archivedOn: date('2026-12-01') })],
    rotations: [],
  });
  expect(
    Object.keys(made(workspace, { kind: 'save-person', person: aPerson('Ann 2', { name: 'Ann' }) }).people),
  ).toHaveLength(2);
});

test('the last day in the team is not before the first', () => {
  const person = aPerson('Eve', { joinsOn: date('2027-02-01'), leavesOn: date('2027-01-31') });
  expect(refusalOf(aWorkspace(), { kind: 'save-person', person })).toMatchObject({
    kind: 'invalid',
    where: 'people/person-eve.leavesOn',
  });
});

test('whoever is archived first hands over shifts and tasks, in that order; the place in the turn order stays', () => {
  const gone = aPerson('Ann', { archivedOn: date('2027-01-11') });
  const shift = aShift('2027-01-11', 'Ann');
  const task = aTask('A', 'Ann', 'Bo');
  const everything = aWorkspace({ shifts: [aShift('2027-01-04', 'Ann'), shift], tasks: [task] });
  const archive = { kind: 'save-person' as const, person: gone };
  expect(refusalOf(everything, archive)).toEqual({
    kind: 'still-used',
    table: 'people',
    id: gone.id,
    by: { table: 'shifts', id: shift.id },
  });
  const noShift = aWorkspace({ shifts: [aShift('2027-01-04', 'Ann')], tasks: [task] });
  expect(refusalOf(noShift, archive)).toMatchObject({ by: { table: 'tasks', id: 'task-a' } });
  const free = aWorkspace({ shifts: [aShift('2027-01-04', 'Ann')] });
  const after = made(free, archive);
  expect(after.people[gone.id]?.archivedOn).toBe('2027-01-11');
  expect(after.rotations).toBe(free.rotations);
  expect(integrityFindings(after)).toEqual([]);
});

test('leave is booked over a shift, which stays where it is', () => {
  const workspace = aWorkspace({ shifts: [aShift('2027-01-11', 'Ann')] });
  const after = made(workspace, saveLeave(aLeave('Ann', '2027-01-12', '2027-01-13')));
  expect(Object.keys(after.leave)).toHaveLength(1);
  expect(after.shifts).toBe(workspace.shifts);
});

test('leave that ends before it begins, or of somebody unknown, is refused', () => {
  expect(refusalOf(aWorkspace(), saveLeave(aLeave('Ann', '2027-01-12', '2027-01-11')))).toMatchObject({
    kind: 'invalid',
    where: 'leave/leave-ann-2027-01-12.to',
  });
  expect(refusalOf(aWorkspace(), saveLeave(aLeave('Zed', '2027-01-12', '2027-01-12')))).toMatchObject({
    kind: 'unknown-record',
    id: 'person-zed',
  });
});

test('half a day is on a single day, and two halves of one day stand side by side', () => {
  expect(
    refusalOf(aWorkspace(), saveLeave(aLeave('Ann', '2027-01-12', '2027-01-13', { part: 'morning' }))),
  ).toMatchObject({ kind: 'invalid' });
  const morning = made(
    aWorkspace(),
    saveLeave(aLeave('Ann', '2027-01-12', '2027-01-12', { part: 'morning' })),
  );
  const afternoon = aLeave('Ann', '2027-01-12', '2027-01-12', {
    part: 'afternoon',
    id: 'leave-later' as never,
  });
  expect(Object.keys(made(morning, saveLeave(afternoon)).leave)).toHaveLength(2);
});

test('no day is booked twice for one person', () => {
  const workspace = aWorkspace({ leave: [aLeave('Ann', '2027-01-12', '2027-01-20')] });
  expect(refusalOf(workspace, saveLeave(aLeave('Ann', '2027-01-20', '2027-01-25')))).toMatchObject({
    kind: 'invalid',
  });
  expect(
    Object.keys(made(workspace, saveLeave(aLeave('Bo', '2027-01-12', '2027-01-20'))).leave),
  ).toHaveLength(2);
  expect(
    Object.keys(made(workspace, saveLeave(aLeave('Ann', '2027-01-21', '2027-01-25'))).leave),
  ).toHaveLength(2);
});

test('nobody archived is given leave after that day', () => {
  const workspace = aWorkspace({
    people: [aPerson('Ann', { archivedOn: date('2027-01-12') })],
    rotations: [],
  });
  expect(refusalOf(workspace, saveLeave(aLeave('Ann', '2027-01-11', '2027-01-12')))).toMatchObject({
    kind: 'archived',
  });
});

test('leave is removed unless time off was booked for it', () => {
  const leave = aLeave('Ann', '2027-01-12', '2027-01-12', { kind: 'comp-time' });
  const take = {
    id: 'comp-1' as never,
    kind: 'take' as const,
    person: leave.person,
    date: leave.from,
    minutes: -480,
    reverses: null,
    source: { shift: null, holiday: null, incident: null, leave: leave.id },
    policy: 'policy-1' as never,
    author: 'Lead',
    note: '',
  };
  const booked = aWorkspace({ leave: [leave], compTime: [take] });
  expect(refusalOf(booked, { kind: 'remove-leave', leave: leave.id })).toMatchObject({
    kind: 'still-used',
    by: { table: 'compTime', id: 'comp-1' },
  });
  const reversal = {
    ...take,
    id: 'comp-2' as never,
    kind: 'reverse' as const,
    minutes: 480,
    reverses: take.id,
  };
  const taken = made(aWorkspace({ leave: [leave], compTime: [take, reversal] }), {
    kind: 'remove-leave',
    leave: leave.id,
  });
  expect(taken.leave).toEqual({});
  expect(integrityFindings(taken)).toEqual([]);
  expect(made(aWorkspace({ leave: [leave] }), { kind: 'remove-leave', leave: leave.id }).leave).toEqual({});
  expect(refusalOf(aWorkspace(), { kind: 'remove-leave', leave: leave.id })).toMatchObject({
    kind: 'unknown-record',
  });
});
