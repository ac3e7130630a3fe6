import { expect, test } from 'vitest';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import type { RotationId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import {
  aLeave,
  aPerson,
  aPolicy,
  aRotation,
  aShift,
  aTask,
  aWorkspace,
  date,
  personIdOf,
} from '../../builders/a-workspace.ts';
import { sixtyByFiftyTwo, thirtyByThirteen } from '../../builders/large-workspace.ts';
import { processorTime } from '../../support/processor-time.ts';

test('what the builders build is sound', () => {
  for (const workspace of [aWorkspace(), thirtyByThirteen(), sixtyByFiftyTwo(), sampleWorkspace()]) {
    expect(integrityFindings(workspace)).toEqual([]);
  }
});

const person = personIdOf;
const broken: [string, Workspace, string][] = [
  [
    'a record under a foreign key',
    { ...aWorkspace(), people: { ...aWorkspace().people, [person('Ann')]: aPerson('Bob') } },
    'people/person-ann',
  ],
  [
    'two people of one name',
    aWorkspace({ people: [aPerson('Ann'), aPerson('Ann B', { name: 'ANN' })], rotations: [] }),
    'people/person-ann.name',
  ],
  [
    'a shift of somebody unknown',
    aWorkspace({ shifts: [aShift('2027-01-04', 'Zed')] }),
    'shifts/rotation-team/primary/2027-01-04.person',
  ],
  [
    'a shift of an unknown rotation',
    aWorkspace({ shifts: [aShift('2027-01-04', 'Ann', { rotation: 'rotation-x' as RotationId })] }),
    'shifts/rotation-x/primary/2027-01-04.rotation',
  ],
  [
    'a shift of an unknown layer',
    aWorkspace({ shifts: [aShift('2027-01-04', 'Ann', { layer: 'third' as never })] }),
    'shifts/rotation-team/third/2027-01-04.layer',
  ],
  [
    'a shift whose id says another day',
    aWorkspace({
      shifts: [aShift('2027-01-04', 'Ann', { id: 'rotation-team/primary/2027-01-11' as ShiftId })],
    }),
    'shifts/rotation-team/primary/2027-01-11.id',
  ],
  [
    'a shift that ends before it starts',
    aWorkspace({ shifts: [aShift('2027-01-04', 'Ann', { weeks: -1 })] }),
    'shifts/rotation-team/primary/2027-01-04.end',
  ],
  [
    'a cover of no shift',
    aWorkspace({
      shifts: [
        aShift('2027-01-05', 'Bo', {
          id: 'rotation-team/primary/2027-01-04/cover/2027-01-05' as ShiftId,
          covers: 'rotation-team/primary/2027-01-04' as ShiftId,
          end: '2027-01-06T09:00' as never,
        }),
      ],
    }),
    'shifts/rotation-team/primary/2027-01-04/cover/2027-01-05.covers',
  ],
  [
    'leave of somebody unknown',
    aWorkspace({ leave: [aLeave('Zed', '2027-01-01', '2027-01-01')] }),
    'leave/leave-zed-2027-01-01.person',
  ],
  ['one owner in both roles', aWorkspace({ tasks: [aTask('A', 'Ann', 'Ann')] }), 'tasks/task-a.ownership'],
  ['an owner who is unknown', aWorkspace({ tasks: [aTask('A', 'Zed', null)] }), 'tasks/task-a.ownership'],
  [
    'a turn order with somebody unknown',
    aWorkspace({ rotations: [aRotation('Team', ['Ann', 'Zed'])] }),
    'rotations/rotation-team.participants',
  ],
  [
    'policies out of order',
    aWorkspace({
      policies: [aPolicy(), aPolicy({ id: 'policy-2' as never, version: 2, from: date('2020-01-01') })],
    }),
    'policies/policy-2.from',
  ],
  ['no policy at all', aWorkspace({ policies: [] }), 'policies'],
];

test.each(broken)('%s is found, with its place', (_name, workspace, where) => {
  const findings = integrityFindings(workspace);
  expect(findings.map((finding) => finding.where)).toContain(where);
  for (const { what } of findings) expect(what).toMatch(/^[a-zA-Z0-9].{5,}/);
});

test('a cover inside its shift is sound, one beyond it is not, and nor is a cover of a cover', () => {
  const base = aShift('2027-01-04', 'Ann');
  const cover = (end: string, changes = {}) =>
    aShift('2027-01-06', 'Bo', {
      id: `${base.id}/cover/2027-01-06` as ShiftId,
      covers: base.id,
      end: end as never,
      ...changes,
    });
  expect(integrityFindings(aWorkspace({ shifts: [base, cover('2027-01-08T09:00')] }))).toEqual([]);
  expect(integrityFindings(aWorkspace({ shifts: [base, cover('2027-01-12T09:00')] }))).toMatchObject([
    { where: `shifts/${base.id}/cover/2027-01-06.start` },
  ]);
  const twice = cover('2027-01-07T09:00', {
    id: `${base.id}/cover/2027-01-06/cover/2027-01-06`,
    covers: `${base.id}/cover/2027-01-06`,
  });
  expect(
    integrityFindings(aWorkspace({ shifts: [base, cover('2027-01-08T09:00'), twice] })).map(
      ({ what }) => what,
    ),
  ).toContain('a cover is covered');
});

test('somebody archived may stand in the past', () => {
  const people = [aPerson('Ann', { archivedOn: date('2027-02-01') }), aPerson('Bo')];
  const workspace = aWorkspace({
    people,
    rotations: [aRotation('Team', ['Bo'])],
    shifts: [aShift('2027-01-04', 'Ann')],
  });
  expect(integrityFindings(workspace)).toEqual([]);
});

test('a big ledger is checked in one walk', () => {
  const lines = Array.from({ length: 4000 }, (_none, index) => ({
    id: `comp-${index}`,
    kind: 'earn',
    person: person('Ann'),
    date: '2027-01-01',
    minutes: 1,
    reverses: null,
    source: { shift: `rotation-team/primary/2027-01-04`, holiday: null, incident: null, leave: null },
    policy: 'policy-1',
    author: 'Lead',
    note: '',
  }));
  const worked = processorTime();
  expect(integrityFindings(aWorkspace({ compTime: lines as never }))).toEqual([]);
  // Quadratic work took seconds here; a walk takes milliseconds.
  expect(worked()).toBeLessThan(1000);
});
