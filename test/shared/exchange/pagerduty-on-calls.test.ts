import { expect, test } from 'vitest';
import { besidePlan, onCallsOf, type RemoteOnCall } from '../../../shared/exchange/pagerduty-on-calls.ts';
import type { LayerName, PersonId, RotationId } from '../../../shared/model/ids.ts';
import { aPerson, aRotation, aShift, aWorkspace } from '../../builders/a-workspace.ts';

const onCall = (user: string, schedule: string | null): RemoteOnCall => ({
  user: { id: user, name: user },
  schedule: schedule === null ? null : { id: schedule, name: schedule },
  reachedBy: [],
  until: null,
});

test('on-calls stand beside whom the plan has at that moment, where the schedule stands for a role', () => {
  const workspace = aWorkspace({
    people: [aPerson('Ann'), aPerson('Bo')],
    rotations: [aRotation('Team', ['Ann', 'Bo'])],
    shifts: [aShift('2027-01-04', 'Ann')],
  });
  const role = (outside: string, layer: string | null) => ({
    outside,
    name: outside,
    rotation: layer === null ? null : ('rotation-team' as RotationId),
    layer: layer as LayerName | null,
  });
  const mapping = {
    people: [
      { outside: 'UA', name: 'UA', person: 'person-ann' as PersonId },
      { outside: 'UB', name: 'UB', person: 'person-bo' as PersonId },
    ],
    rotations: [role('P1', 'primary'), role('P2', 'secondary'), role('P3', null)],
  };
  const all = [
    onCall('UA', 'P1'),
    onCall('UB', 'P1'),
    onCall('UX', 'P1'),
    onCall('UA', 'P2'),
    onCall('UA', 'P3'),
    onCall('UA', null),
  ];
  const at = Date.parse('2027-01-05T12:00:00Z');
  expect(besidePlan(workspace, all, mapping, at).map(({ kind, planned }) => [kind, planned])).toEqual([
    ['as-planned', 'person-ann'],
    ['other', 'person-ann'],
    ['other', 'person-ann'],
    ['nobody-planned', null],
    ['unmapped', null],
    ['unmapped', null],
  ]);
});

test('entries without anybody are counted as not understood', () => {
  const losses = { unread: 0 };
  expect(
    onCallsOf(
      [{ oncalls: [{ user: null }, { user: { id: 'U1' }, schedule: null, escalation_level: 2 }] }],
      losses,
    ),
  ).toEqual([{ user: { id: 'U1', name: 'U1' }, schedule: null, reachedBy: [], until: null }]);
  expect(losses.unread).toBe(1);
});
