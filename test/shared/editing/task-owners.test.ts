import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import {
  handOver,
  handedOver,
  handoverCommand,
  lookAfter,
  nextChange,
  nextRole,
  ownersAt,
  withOwners,
  withRole,
} from '../../../shared/editing/task-owners.ts';
import type { PersonId, TaskId } from '../../../shared/model/ids.ts';
import { aPerson, aTask, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

const day = date('2027-02-01');
const [ann, bo, cy, di] = ['Ann', 'Bo', 'Cy', 'Di'].map(personIdOf) as [
  PersonId,
  PersonId,
  PersonId,
  PersonId,
];
const a = aTask('A', 'Ann', 'Bo');
const b = aTask('B', 'Cy', 'Ann', { position: 1 });
const team = aWorkspace({ tasks: [a, b, aTask('C', 'Di', null, { position: 2 })] });
const open = 'task-c' as TaskId;

const drop = (
  task: TaskId,
  role: 'primary' | 'secondary',
  person: PersonId | null,
  onTask: TaskId,
  on: PersonId | null,
) => {
  const made = handOver(team, day, { task, role, person }, { task: onTask, person: on });
  return made.ok
    ? made.value.map(({ task: id, role: as, to }) => `${id.slice(5)} ${as} ${to ?? 'nobody'}`)
    : made.reason.kind;
};

test('in its row a role is given, given up, or exchanged with the other owner', () => {
  expect(drop(a.id, 'primary', ann, a.id, di)).toEqual(['a primary person-di']);
  expect(drop(a.id, 'primary', ann, a.id, null)).toEqual(['a primary nobody']);
  expect(drop(a.id, 'primary', ann, a.id, bo)).toEqual(['a primary person-bo', 'a secondary person-ann']);
  expect(drop(a.id, 'primary', ann, a.id, ann)).toBe('no-change');
});

test('on another task it is exchanged: for the role in the cell, or in its own column for the one of its kind', () => {
  expect(drop(a.id, 'secondary', bo, b.id, cy)).toEqual(['a secondary person-cy', 'b primary person-bo']);
  expect(drop(a.id, 'secondary', bo, open, bo)).toEqual(['a secondary nobody', 'c secondary person-bo']);
  expect(drop(a.id, 'secondary', bo, open, null)).toEqual(['a secondary nobody', 'c secondary person-bo']);
  expect(drop(a.id, 'secondary', bo, b.id, di)).toBe('nothing-there');
  expect(drop(open, 'secondary', null, b.id, null)).toBe('nothing-there');
});

test('an open role is taken by whoever it is dropped on', () => {
  expect(drop(open, 'secondary', null, open, bo)).toEqual(['c secondary person-bo']);
  expect(drop(open, 'secondary', null, open, di)).toEqual(['c primary nobody', 'c secondary person-di']);
});

test('one person in both roles of a task is refused, and so is somebody who is not in the team', () => {
  // Ann has A primary and B secondary: whoever gives B primary for it would leave her with both.
  expect(drop(a.id, 'primary', ann, b.id, cy)).toBe('both-roles');
  const gone = aWorkspace({
    people: [aPerson('Ann'), aPerson('Bo', { leavesOn: date('2027-01-31') })],
    tasks: [a],
  });
  const made = handOver(gone, day, { task: a.id, role: 'primary', person: ann }, { task: a.id, person: bo });
  expect(made).toEqual({ ok: false, reason: { kind: 'not-in-team', person: bo } });
});

test('no drop leaves one person with both roles, loses a role, or changes what was before the day', () => {
  const people = [ann, bo, cy, di, null];
  const ids = [a.id, b.id, open];
  fc.assert(
    fc.property(fc.nat(2), fc.boolean(), fc.nat(2), fc.nat(4), (from, primary, onto, person) => {
      const task = ids[from] as TaskId;
      const role = primary ? 'primary' : 'secondary';
      const owner = ownersAt(team.tasks[task] as typeof a, day)[role];
      const made = handOver(
        team,
        day,
        { task, role, person: owner },
        { task: ids[onto] as TaskId, person: people[person] ?? null },
      );
      if (!made.ok) return;
      const after = lookAfter(team, day, made.value);
      for (const one of Object.values(after.tasks)) {
        const owners = ownersAt(one, day);
        expect(owners.primary === null || owners.primary !== owners.secondary).toBe(true);
        expect(ownersAt(one, date('2027-01-31'))).toEqual(ownersAt(team.tasks[one.id] as typeof a, day));
      }
      const command = handoverCommand(team, day, made.value, 'Hand over');
      expect(command !== null && edit(team, command).ok).toBe(true);
    }),
  );
});

test('a click goes from nothing to P to S to nothing, and the other owner changes places', () => {
  const owners = ownersAt(a, day);
  expect([nextRole(owners, di), nextRole(owners, ann), nextRole(owners, bo)]).toEqual([
    'primary',
    'secondary',
    null,
  ]);
  expect(withRole(owners, di, 'primary')).toEqual({ primary: di, secondary: bo });
  expect(withRole(owners, ann, 'secondary')).toEqual({ primary: bo, secondary: ann });
  expect(withRole(owners, bo, null)).toEqual({ primary: ann, secondary: null });
  expect(withRole(owners, di, null)).toBe(owners);
});

test('owners change from their day on, keep what was before, and leave a later change in place', () => {
  const later = { from: date('2027-03-01'), primary: di, secondary: null };
  const planned = { ...a, ownership: [...a.ownership, later] };
  const changed = withOwners(planned, day, { primary: cy, secondary: bo });
  expect(changed.ownership.map(({ from, primary }) => [from, primary])).toEqual([
    ['2026-01-01', ann],
    [day, cy],
    ['2027-03-01', di],
  ]);
  expect([nextChange(planned, day), nextChange(a, day)]).toEqual(['2027-03-01', null]);
});

test('changing back on the same day leaves no trace', () => {
  const there = withOwners(a, day, { primary: cy, secondary: bo });
  expect(withOwners(there, day, { primary: ann, secondary: bo })).toEqual(a);
});

test('several handovers are one step, and nothing is none', () => {
  const made = handOver(team, day, { task: a.id, role: 'secondary', person: bo }, { task: b.id, person: cy });
  const handovers = made.ok ? made.value : [];
  expect(handoverCommand(team, day, handovers, 'Hand over 2 roles')).toMatchObject({
    kind: 'together',
    title: 'Hand over 2 roles',
  });
  expect(handedOver(team, day, handovers).map(({ id }) => id)).toEqual([a.id, b.id]);
  expect(handoverCommand(team, day, [], '')).toBeNull();
});
