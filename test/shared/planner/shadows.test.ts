import { expect, test } from 'vitest';
import { heldHolidays } from '../../../shared/fairness/held-holidays.ts';
import type { LayerName, ShiftId } from '../../../shared/model/ids.ts';
import type { Layer, Rotation } from '../../../shared/model/rotation.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { planInput } from '../../../shared/planner/plan.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { slotOf } from '../../../shared/rotation/expand.ts';
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
  primary,
  rotationIdOf,
  secondary,
} from '../../builders/a-workspace.ts';
import { made } from '../editing/try-edit.ts';
import { before, finish, planned, q1, smallTeam } from './small-team.ts';

const shadow = 'shadow' as LayerName;
const layer: Layer = { name: shadow, title: 'Shadow', weightPercent: 0 };

/** The same team where somebody looks on each turn of the first rotation: its own people, and Zoe, who does nothing else. */
function watched(workspace: Workspace): Workspace {
  const zoe = aPerson('Zoe', { position: 9, region: 'US' });
  const rotations = Object.values(workspace.rotations).map((rotation): Rotation =>
    rotation.kind === 'watch'
      ? rotation
      : {
          ...rotation,
          layers: [...rotation.layers, layer],
          participants: [
            ...rotation.participants.map((one) => ({ ...one, layers: [...one.layers, shadow] })),
            { person: zoe.id, layers: [shadow] },
          ],
        },
  );
  return {
    ...workspace,
    people: { ...workspace.people, [zoe.id]: zoe },
    rotations: Object.fromEntries(rotations.map((one) => [one.id, one])),
  };
}

const team = rotationIdOf('Team');
const looksOn = (day: string, person: string, changes: Partial<Shift> = {}): Shift =>
  aShift(day, person, { layer: shadow, id: `${team}/shadow/${day}` as ShiftId, ...changes });

test('who looks on changes nothing that the planner computes with, in any team', () => {
  for (let seed = 1; seed <= 25; seed++) {
    const workspace = smallTeam(seed);
    expect(problemOf(watched(workspace), q1).digest).toBe(problemOf(workspace, q1).digest);
  }
});

test('the plan gives the duties to the same people, and every turn to look on to somebody who is free for it', () => {
  for (let seed = 1; seed <= 8; seed++) {
    const workspace = smallTeam(seed);
    const plain = planned(workspace, 4000);
    const shown = watched(workspace);
    const { assignments, cost } = planned(shown, 4000);
    const duties = assignments.filter(({ shift }) => !shift.includes('/shadow/'));
    expect([duties, cost]).toEqual([plain.assignments, plain.cost]);
    const shadows = assignments.filter(({ shift }) => shift.includes('/shadow/'));
    const turns = new Set(plain.assignments.map(({ shift }) => shift.split('/').at(-1)));
    expect(shadows.length).toBeGreaterThan(0);
    expect(shadows.length).toBeLessThanOrEqual(turns.size);
    for (const { shift, person } of shadows) {
      // Zoe is always free; whoever is on call in this rotation is not.
      expect(person).not.toBeNull();
      const day = shift.split('/').at(-1) ?? '';
      const onCall = duties.filter((duty) => duty.shift.startsWith(team) && duty.shift.endsWith(day));
      expect(onCall.map((duty) => duty.person)).not.toContain(person);
    }
  }
});

test('turns to look on go round, stay with whoever has them, and leave out who is away', () => {
  const people = ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) => aPerson(name, { position }));
  const rotation = aRotation('Team', ['Ann'], {
    layers: [{ name: primary, title: 'Primary', weightPercent: 100 }, layer],
    endsOn: date('2027-02-01'),
    participants: [
      { person: personIdOf('Ann'), layers: [primary] },
      ...['Bo', 'Cy', 'Di'].map((name) => ({ person: personIdOf(name), layers: [shadow] })),
    ],
  });
  const workspace = aWorkspace({
    people,
    rotations: [rotation],
    leave: [aLeave('Bo', '2027-01-25', '2027-01-26')],
    shifts: [looksOn('2027-01-04', 'Di')],
  });
  const { assignments } = planned(workspace, 500);
  const who = assignments.filter(({ shift }) => shift.includes('/shadow/')).map(({ person }) => person);
  expect(who).toEqual(['person-di', 'person-bo', 'person-cy', 'person-cy']);
});

const busy = watched(
  aWorkspace({
    people: ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) =>
      aPerson(name, { position, region: 'US', mostShiftsAQuarter: 1 }),
    ),
    rotations: [aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], { restWeeks: 2 })],
    holidaySets: [aHolidaySet('US', 2027)],
    holidays: [aHoliday('US', 'King', '2027-01-18')],
    shifts: [aShift('2027-01-18', 'Ann'), aShift('2027-01-18', 'Bo', { layer: secondary })],
  }),
);
const others = [
  looksOn('2027-01-11', 'Ann'),
  looksOn('2027-01-18', 'Ann'),
  looksOn('2027-01-25', 'Ann'),
  looksOn('2027-02-01', 'Cy'),
];
const withShadows: Workspace = {
  ...busy,
  shifts: { ...busy.shifts, ...Object.fromEntries(others.map((shift) => [shift.id, shift])) },
};

test('no rule about duty speaks of who looks on: neither two roles, rest, nor a cap', () => {
  expect(checkQuarter(withShadows, q1)).toEqual(checkQuarter(busy, q1));
});

test('leave, and who takes no part, are told of who looks on as of everybody', () => {
  const leave = aLeave('Cy', '2027-02-02', '2027-02-03');
  const away = { ...withShadows, leave: { [leave.id]: leave } };
  expect(checkQuarter(away, q1).filter(({ shift }) => shift.includes('/shadow/'))).toMatchObject([
    { rule: 'on-leave', person: 'person-cy' },
  ]);
});

test('points, holidays, turns and score are those of the duties alone', () => {
  const [plain, shown] = [busy, withShadows].map((workspace) => judge(workspace, q1, null));
  expect(shown).toEqual(plain);
  expect(shown?.people.map(({ person }) => person)).not.toContain('person-zoe');
  expect(heldHolidays(withShadows, q1)).toEqual(heldHolidays(busy, q1));
});

test('a pinned turn to look on stays, and is in no plan’s way', () => {
  const workspace = watched(
    aWorkspace({ shifts: [looksOn('2027-01-04', 'Ann', { pinned: true, origin: 'hand' })] }),
  );
  const { assignments, seed, digest, iterations } = finish(planInput(workspace, q1, null, before), 2000);
  expect(assignments).toContainEqual({ shift: `${team}/shadow/2027-01-04`, person: 'person-ann' });
  const after = made(workspace, {
    kind: 'accept-plan',
    quarter: q1,
    assignments,
    seed,
    digest,
    iterations,
    cost: null,
    bound: null,
    today: before,
  });
  expect(Object.values(after.shifts).every(({ id }) => slotOf(after, id) !== null)).toBe(true);
  expect(checkQuarter(after, q1).filter(({ severity }) => severity === 'hard')).toEqual([]);
});
