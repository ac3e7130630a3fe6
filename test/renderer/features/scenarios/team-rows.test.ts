import { expect, test } from 'vitest';
import { teamRows } from '../../../../renderer/features/scenarios/team-rows.ts';
import type { PlanRecord } from '../../../../shared/model/quarter.ts';
import { compare } from '../../../../shared/scenarios/compare.ts';
import { aPerson, date, personIdOf } from '../../../builders/a-workspace.ts';
import { early, evenShares, inTurn, planned, quarter } from '../../../shared/scenarios/what-if.ts';

const plan: PlanRecord = { seed: 1, digest: 'a', iterations: 1, acceptedOn: early, cost: 260, bound: 100 };
const rowsOf = (left = planned(), right = planned(), record: PlanRecord | null = null, current = true) =>
  teamRows(
    compare(
      quarter,
      { workspace: left, assessment: null, plan: null, current },
      { workspace: right, assessment: null, plan: record, current },
    ),
  );
const row = (rows: ReturnType<typeof rowsOf>, name: string) => rows.find((one) => one.name === name);

test('a score waits for what is attainable, and nothing is said of wishes that nobody has', () => {
  const rows = rowsOf();
  expect(row(rows, 'Fairness')).toMatchObject({ before: '…', after: '…', turn: null });
  expect(row(rows, 'Furthest from a share')).toMatchObject({ before: '…', after: '…', turn: null });
  expect(row(rows, 'Wanted weeks given')).toBeUndefined();
});

test('the distance from the best never says more than the bound of its run', () => {
  expect(row(rowsOf(planned(), planned(), plan), 'Distance from the best')).toMatchObject({
    before: 'nothing is proven',
    after: 'At most 2 wishes from the best',
  });
  expect(row(rowsOf(planned(), planned(), { ...plan, bound: 260 }), 'Distance from the best')?.after).toBe(
    'Proven best',
  );
});

test('what was proven of a plan that was changed since is told as past', () => {
  const rows = rowsOf(planned(), planned(), { ...plan, bound: 260 }, false);
  expect(row(rows, 'Distance from the best')?.after).toBe('Was proven best');
});

test('gaps make a plan worse and wishes given make it better', () => {
  const wishes = [{ week: date('2027-01-11'), kind: 'want' as const }];
  const people = ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) =>
    aPerson(name, { position, wishes: name === 'Ann' ? wishes : [] }),
  );
  const swapped = inTurn().map((shift) =>
    shift.start.startsWith('2027-01-11') ? { ...shift, person: personIdOf('Ann') } : shift,
  );
  const rows = rowsOf(planned({ people }), planned({ people, shifts: swapped.slice(0, -1) }));
  expect(row(rows, 'Gaps and conflicts')).toMatchObject({ before: 'none', after: '1 gap', turn: 'worse' });
  expect(row(rows, 'Wanted weeks given')).toMatchObject({
    before: '0 of 1',
    after: '1 of 1',
    turn: 'better',
  });
});

test('fewer wishes given of fewer asked for make a plan no worse: what was refused counts', () => {
  const wishes = [{ week: date('2027-01-11'), kind: 'want' as const }];
  const team = (wishing: readonly string[]) =>
    ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) =>
      aPerson(name, { position, wishes: wishing.includes(name) ? wishes : [] }),
    );
  const rows = rowsOf(planned({ people: team(['Ann', 'Bo']) }), planned({ people: team(['Bo']) }));
  expect(row(rows, 'Wanted weeks given')).toMatchObject({
    before: '1 of 2',
    after: '1 of 1',
    turn: 'better',
  });
});

test('a quarter in which nobody is planned has no score', () => {
  expect(row(rowsOf(planned({ shifts: [] })), 'Fairness')?.before).toBe('nobody planned');
});

test('a distance from a share that nobody notices makes no plan worse', () => {
  const assessed = (shifts = inTurn()) => {
    const workspace = planned({ shifts });
    return { workspace, assessment: evenShares(workspace), plan: null, current: true };
  };
  const moved = inTurn().map((shift, week) => (week === 0 ? { ...shift, person: personIdOf('Di') } : shift));
  expect(row(teamRows(compare(quarter, assessed(), assessed(moved))), 'Furthest from a share')).toMatchObject(
    {
      turn: null,
    },
  );
  const heaped = inTurn().map((shift, week) => (week < 5 ? { ...shift, person: personIdOf('Ann') } : shift));
  expect(
    row(teamRows(compare(quarter, assessed(), assessed(heaped))), 'Furthest from a share'),
  ).toMatchObject({
    turn: 'worse',
  });
});
