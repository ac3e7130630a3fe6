import { expect, test } from 'vitest';
import type { LayerName, RotationId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
  primary,
  secondary,
} from '../../builders/a-workspace.ts';
import { made, refusalOf } from './try-edit.ts';

const save = (rotation: Rotation) => ({ kind: 'save-rotation' as const, rotation });
const planned = () =>
  aWorkspace({ shifts: [aShift('2027-01-04'), aShift('2027-01-11', 'Bo'), aShift('2027-01-18', 'Cy')] });

test.each<[string, Partial<Rotation>, string]>([
  [
    'somebody unknown in the order',
    { participants: [{ person: personIdOf('Zed'), layers: [primary] }] },
    'unknown-record',
  ],
  [
    'somebody in the order twice',
    { participants: [1, 2].map(() => ({ person: personIdOf('Ann'), layers: [primary] })) },
    'invalid',
  ],
  [
    'a layer that is none',
    { participants: [{ person: personIdOf('Ann'), layers: ['third' as LayerName] }] },
    'invalid',
  ],
  [
    'two layers of one name',
    { layers: [1, 2].map(() => ({ name: primary, title: 'Primary', weightPercent: 100 })) },
    'invalid',
  ],
  ['an end before the start', { endsOn: date('2026-12-01') }, 'invalid'],
  ['owners as stand-ins without a pipeline', { standIns: 'task-owners' }, 'invalid'],
  ['an unknown stand-in', { standIns: [personIdOf('Zed')] }, 'unknown-record'],
  ['an unknown pipeline', { pipeline: 'pipeline-none' as never }, 'unknown-record'],
  ['an unknown forerunner', { succeeds: 'rotation-none' as RotationId }, 'unknown-record'],
  ['itself as forerunner', { succeeds: 'rotation-new' as RotationId }, 'invalid'],
])('a rotation with %s is refused', (_name, changes, kind) => {
  expect(refusalOf(aWorkspace(), save(aRotation('New', ['Ann', 'Bo'], changes)))).toMatchObject({ kind });
});

test('rotations do not succeed each other in a circle', () => {
  const workspace = aWorkspace({
    rotations: [
      aRotation('One', ['Ann'], { succeeds: 'rotation-two' as RotationId }),
      aRotation('Two', ['Ann']),
    ],
  });
  expect(
    refusalOf(workspace, save(aRotation('Two', ['Ann'], { succeeds: 'rotation-one' as RotationId }))),
  ).toMatchObject({ kind: 'invalid' });
});

test('nobody archived joins a rotation, and one who is in it already may stay', () => {
  const people = [aPerson('Ann', { archivedOn: date('2026-12-01') }), aPerson('Bo')];
  const without = aWorkspace({ people, rotations: [aRotation('Team', ['Bo'])] });
  expect(refusalOf(without, save(aRotation('Team', ['Bo', 'Ann'])))).toMatchObject({
    kind: 'archived',
    id: 'person-ann',
  });
  const within = aWorkspace({ people, rotations: [aRotation('Team', ['Ann', 'Bo'])] });
  expect(made(within, save(aRotation('Team', ['Ann', 'Bo'], { name: 'Renamed' }))).rotations).toHaveProperty(
    'rotation-team',
  );
});

test('order, people, names and weights change while shifts stay as they were', () => {
  const workspace = planned();
  const after = made(
    workspace,
    save(aRotation('Team', ['Di', 'Cy', 'Bo', 'Ann'], { name: 'All', restWeeks: 2, factorPercent: 150 })),
  );
  expect(after.shifts).toBe(workspace.shifts);
});

test.each<[string, Partial<Rotation>, number]>([
  ['another weekday', { handoff: { ...aRotation().handoff, weekday: 3 } }, 3],
  ['another hour', { handoff: { ...aRotation().handoff, time: '10:00' as never } }, 3],
  ['turns of two weeks', { cadenceWeeks: 2 }, 3],
  ['an end before the last shift', { endsOn: date('2027-01-11') }, 2],
  ['a start after the first shift', { startsOn: date('2027-01-11') }, 1],
  [
    'no layer of that name',
    { layers: [{ name: secondary, title: 'Secondary', weightPercent: 50 }], participants: [] },
    3,
  ],
])('%s would leave shifts without a slot, and is refused with them', (_name, changes, count) => {
  const refusal = refusalOf(planned(), save(aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], changes)));
  expect(refusal).toMatchObject({ kind: 'shifts-left-over', rotation: 'rotation-team' });
  expect(refusal.kind === 'shifts-left-over' && refusal.shifts).toHaveLength(count);
});

test('ending the rotation after its shifts and starting a successor is the way to new terms', () => {
  const ended = made(
    planned(),
    save(aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], { endsOn: date('2027-01-25') })),
  );
  const next = aRotation('Team 2', ['Ann', 'Bo'], {
    cadenceWeeks: 2,
    startsOn: date('2027-01-25'),
    succeeds: 'rotation-team' as RotationId,
  });
  expect(made(ended, save(next)).rotations).toHaveProperty('rotation-team-2');
});
