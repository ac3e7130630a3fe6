import { expect, test } from 'vitest';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { asItIs, factsOf } from '../../../shared/scenarios/branch.ts';
import { noFacts } from '../../../shared/scenarios/facts.ts';
import { branchBase, layScenario, withoutSlot } from '../../../shared/scenarios/lay-over.ts';
import { aShift, aShiftId, personIdOf, primary, rotationIdOf } from '../../builders/a-workspace.ts';
import { early, inTurn, planned, quarter, scenarioOf, within } from './what-if.ts';

const team = rotationIdOf('Team');
const first = aShiftId('Team', primary, '2027-01-04');
const third = aShiftId('Team', primary, '2027-01-18');
const biweekly = { ...asItIs, cadence: { [team]: 2 as const } };

const holdersOf = (workspace: ReturnType<typeof planned>) =>
  slotsOfQuarter(workspace, quarter).map(({ id }) => workspace.shifts[id]?.person ?? null);

test('a plan laid over itself changes nothing', () => {
  const workspace = planned();
  expect(layScenario(workspace, scenarioOf(workspace), early).shifts).toEqual(workspace.shifts);
});

test('a scenario gives its slots to its people, and opens those that it leaves open', () => {
  const workspace = planned();
  const laid = layScenario(
    workspace,
    {
      quarter,
      facts: noFacts,
      assignments: [
        { shift: first, person: personIdOf('Di') },
        { shift: third, person: null },
      ],
    },
    early,
  );
  expect(laid.shifts[first]).toMatchObject({ person: personIdOf('Di'), origin: 'planned', pinned: false });
  expect(laid.shifts[third]).toBeUndefined();
  expect(Object.keys(laid.shifts)).toHaveLength(12);
});

test('what has begun stays with whoever works it', () => {
  const workspace = planned();
  const everything = scenarioOf(workspace).assignments.map(({ shift }) => ({
    shift,
    person: personIdOf('Di'),
  }));
  const laid = layScenario(workspace, { quarter, facts: noFacts, assignments: everything }, within);
  expect(holdersOf(laid).slice(0, 3)).toEqual([personIdOf('Ann'), personIdOf('Bo'), personIdOf('Di')]);
});

test('a pinned shift gives way to a scenario, and an unchanged one keeps its pin', () => {
  const pinned = inTurn().map((shift) => ({ ...shift, pinned: true }));
  const laid = layScenario(
    planned({ shifts: pinned }),
    { quarter, facts: noFacts, assignments: [{ shift: first, person: personIdOf('Di') }] },
    early,
  );
  expect(laid.shifts[first]?.pinned).toBe(false);
  expect(laid.shifts[third]?.pinned).toBe(true);
});

test('slots that there are no more, and slots of other quarters, are passed over', () => {
  const workspace = planned();
  const gone = 'rotation-gone/primary/2027-01-04' as ShiftId;
  const later = aShiftId('Team', primary, '2027-04-12');
  const laid = layScenario(
    workspace,
    {
      quarter,
      facts: noFacts,
      assignments: [gone, later].map((shift) => ({ shift, person: personIdOf('Di') })),
    },
    early,
  );
  expect(laid.shifts).toEqual(workspace.shifts);
});

test('another cadence takes the planned turns with it, their covers and those of later quarters, never the worked ones', () => {
  const cover = { ...aShift('2027-01-18', 'Di'), id: `${third}/cover/2027-01-20` as ShiftId, covers: third };
  const later = aShift('2027-04-05', 'Ann');
  const workspace = planned({ shifts: [aShift('2026-12-28', 'Cy'), ...inTurn(), cover, later] });
  const base = branchBase(workspace, quarter, factsOf(workspace, quarter, biweekly, within), within);
  expect(Object.keys(base.shifts).sort()).toEqual(
    ['2026-12-28', '2027-01-04', '2027-01-11'].map((day) => aShiftId('Team', primary, day)),
  );
});

test('a branch without somebody opens their planned turns and leaves the others alone', () => {
  const workspace = planned({ shifts: inTurn().map((shift) => ({ ...shift, pinned: true })) });
  const facts = factsOf(workspace, quarter, { ...asItIs, without: [personIdOf('Ann')] }, within);
  const base = branchBase(workspace, quarter, facts, within);
  const holders = holdersOf(base);
  expect(holders[0]).toBe(personIdOf('Ann')); // begun
  expect(holders.filter((holder) => holder === null)).toHaveLength(3);
  expect(holders.slice(1).includes(personIdOf('Ann'))).toBe(false);
});

test('only turns that the terms no longer have are without a slot', () => {
  const workspace = planned();
  expect(withoutSlot(workspace, team)).toEqual([]);
  const ended = {
    ...workspace,
    rotations: { ...workspace.rotations, [team]: { ...workspace.rotations[team], endsOn: '2027-03-22' } },
  } as typeof workspace;
  expect(withoutSlot(ended, team).map(({ id }) => id)).toEqual([
    aShiftId('Team', primary, '2027-03-22'),
    aShiftId('Team', primary, '2027-03-29'),
  ]);
});
