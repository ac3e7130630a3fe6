import { expect, test } from 'vitest';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PolicyId, ShiftId } from '../../../shared/model/ids.ts';
import type { PlanRecord } from '../../../shared/model/quarter.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { edit } from '../../../shared/editing/edit.ts';
import { reverse } from '../../../shared/editing/changes.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { asItIs, factsOf } from '../../../shared/scenarios/branch.ts';
import { branchBase } from '../../../shared/scenarios/lay-over.ts';
import {
  aLeave,
  aPerson,
  aPolicy,
  aShift,
  date,
  personIdOf,
  rotationIdOf,
} from '../../builders/a-workspace.ts';
import { early, inTurn, planned, quarter, scenarioOf, team, within } from '../scenarios/what-if.ts';

const plan: PlanRecord = { seed: 1, digest: 'abc', iterations: 10, acceptedOn: early, cost: 100, bound: 100 };
const biweekly = { ...asItIs, cadence: { [rotationIdOf('Team')]: 2 as const } };

/** A workspace that keeps this scenario. */
const keeping = (workspace: Workspace, scenario: Scenario): Workspace => ({
  ...workspace,
  scenarios: { [scenario.id]: scenario },
});

function adopt(workspace: Workspace, scenario: Scenario, today: LocalDate = early) {
  const kept = keeping(workspace, scenario);
  return { kept, outcome: edit(kept, { kind: 'adopt-scenario', scenario: scenario.id, today }) };
}

/** A branch under other facts in which everybody has their turns in order. */
function branch(workspace: Workspace, terms: typeof asItIs, today: LocalDate = early): Scenario {
  const facts = factsOf(workspace, quarter, terms, today);
  const people = team.map(personIdOf).filter((id) => !terms.without.includes(id));
  const slots = slotsOfQuarter(branchBase(workspace, quarter, facts, today), quarter);
  return scenarioOf(workspace, {
    facts,
    plan,
    assignments: slots.map(({ id }, turn) => ({ shift: id, person: people[turn % people.length] ?? null })),
  });
}

test('a bi-weekly branch becomes the plan in one step, and one undo takes all of it back', () => {
  const { kept, outcome } = adopt(planned(), branch(planned(), biweekly));
  if (!outcome.ok) throw new Error(outcome.reason.kind);
  const { workspace, changes } = outcome.value;
  expect(integrityFindings(workspace)).toEqual([]);
  expect(slotsOfQuarter(workspace, quarter)).toHaveLength(7);
  expect(workspace.quarters[quarter]?.plan).toEqual(plan);
  const undone = edit(workspace, { kind: 'revert', direction: 'undo', of: 1, changes: reverse(changes) });
  expect(undone.ok && undone.value.workspace).toEqual(kept);
});

test('what has been worked stays, and the change comes with the next hand-off', () => {
  const workspace = planned();
  const { outcome } = adopt(workspace, branch(workspace, biweekly, within), within);
  if (!outcome.ok) throw new Error(outcome.reason.kind);
  const { shifts } = outcome.value.workspace;
  for (const day of ['2027-01-04', '2027-01-11'])
    expect(shifts[aShift(day).id]).toBe(workspace.shifts[aShift(day).id]);
  expect(shifts[aShift('2027-01-18').id]).toBeUndefined();
});

test('a branch whose change lies behind worked turns by now is refused with those turns', () => {
  const { outcome } = adopt(planned(), branch(planned(), biweekly), within);
  expect(outcome).toMatchObject({
    ok: false,
    reason: { kind: 'shifts-left-over', shifts: [aShift('2027-01-04').id, aShift('2027-01-11').id] },
  });
});

test('somebody who is on leave by now is named, and nothing changes', () => {
  const scenario = branch(planned(), { ...asItIs, without: [personIdOf('Di')] });
  const leave = [aLeave('Ann', '2027-01-25', '2027-01-31')];
  const { outcome } = adopt(planned({ leave }), scenario);
  expect(outcome).toMatchObject({
    ok: false,
    reason: { kind: 'breaks-rules', findings: [{ rule: 'on-leave', person: personIdOf('Ann') }] },
  });
});

test('a conflict that the present plan has anyway does not stand against a scenario', () => {
  const leave = [aLeave('Ann', '2027-03-01', '2027-03-07')];
  const shifts = inTurn();
  const workspace = planned({ leave, shifts });
  const swapped = scenarioOf(workspace, {
    assignments: [
      { shift: aShift('2027-01-18').id, person: personIdOf('Di') },
      { shift: aShift('2027-01-25').id, person: personIdOf('Cy') },
    ],
  });
  expect(adopt(workspace, swapped).outcome.ok).toBe(true);
});

test('a policy comes in as the newest version, and is not brought in twice', () => {
  const terms = { ...asItIs, policy: aPolicy({ id: 'policy-77' as PolicyId, weekendLoad: 20 }) };
  const scenario = branch(planned(), terms);
  const { outcome } = adopt(planned(), scenario);
  if (!outcome.ok) throw new Error(outcome.reason.kind);
  const { workspace } = outcome.value;
  expect(policyOf(workspace, quarter)).toMatchObject({ id: 'policy-2', version: 2, weekendLoad: 20 });
  expect(workspace.quarters[quarter]?.policy).toBe('policy-2');
  expect(edit(workspace, { kind: 'adopt-scenario', scenario: scenario.id, today: early })).toMatchObject({
    ok: false,
    reason: { kind: 'no-change' },
  });
});

test('a name that somebody else has taken since is refused', () => {
  const scenario = branch(planned(), {
    ...asItIs,
    joining: [{ name: 'Zoe', fullTimePercent: 100, rotations: [rotationIdOf('Team')] }],
  });
  const workspace = planned();
  const people = {
    ...workspace.people,
    'person-z': aPerson('Zoe', { id: 'person-z' as never, position: 9 }),
  };
  expect(adopt({ ...workspace, people }, scenario).outcome).toMatchObject({
    ok: false,
    reason: { kind: 'duplicate', field: 'name' },
  });
});

test('a closed quarter, an unknown scenario and the plan that stands are refused', () => {
  const record = {
    id: quarter,
    closedOn: date('2027-04-05'),
    policy: 'policy-1' as PolicyId,
    carry: [],
    plan: null,
  };
  const scenario = branch(planned(), biweekly);
  expect(adopt(planned({ quarters: [record] }), scenario).outcome).toMatchObject({
    reason: { kind: 'closed-quarter' },
  });
  expect(edit(planned(), { kind: 'adopt-scenario', scenario: scenario.id, today: early })).toMatchObject({
    reason: { kind: 'unknown-record' },
  });
  expect(adopt(planned(), scenarioOf(planned())).outcome).toMatchObject({ reason: { kind: 'no-change' } });
});

test('a pinned shift follows the scenario: pins bind the planner, not the lead', () => {
  const workspace = planned({ shifts: inTurn().map((shift) => ({ ...shift, pinned: true })) });
  const shift: ShiftId = aShift('2027-01-04').id;
  const { outcome } = adopt(
    workspace,
    scenarioOf(workspace, {
      assignments: [
        { shift, person: personIdOf('Di') },
        { shift: aShift('2027-01-25').id, person: personIdOf('Ann') },
      ],
    }),
  );
  expect(outcome.ok && outcome.value.workspace.shifts[shift]?.person).toBe(personIdOf('Di'));
});
