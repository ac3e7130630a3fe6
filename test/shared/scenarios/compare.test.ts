import { expect, test } from 'vitest';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { asItIs, factsOf } from '../../../shared/scenarios/branch.ts';
import { compare, type PlanSide } from '../../../shared/scenarios/compare.ts';
import { withPolicy } from '../../../shared/scenarios/facts.ts';
import { branchBase, layScenario } from '../../../shared/scenarios/lay-over.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aPerson, aPolicy, aShift, date, personIdOf, rotationIdOf } from '../../builders/a-workspace.ts';
import { early, evenShares, inTurn, planned, quarter, team } from './what-if.ts';

const side = (workspace: Workspace): PlanSide => ({ workspace, assessment: null, plan: null, current: true });
const verdicts = (left: Workspace, right: Workspace) =>
  Object.fromEntries(
    compare(quarter, side(left), side(right)).people.map(({ person, verdict }) => [person.slice(7), verdict]),
  );

/** Di takes the first week, which was Ann’s. */
const given = (workspace: Workspace = planned()) =>
  layScenario(
    workspace,
    {
      quarter,
      facts: { rotations: [], people: [], policy: null },
      assignments: [{ shift: aShift('2027-01-04').id, person: personIdOf('Di') }],
    },
    early,
  );

test('a plan beside itself changes nothing for anybody', () => {
  const { people, before, after } = compare(quarter, side(planned()), side(planned()));
  expect(people.map(({ verdict }) => verdict)).toEqual(['even', 'even', 'even', 'even']);
  expect(after).toEqual(before);
});

test('whoever gets a week less gains by its points, and whoever gets it loses as many', () => {
  const { people } = compare(quarter, side(planned()), side(given()));
  const of = (name: string) => people.find(({ person }) => person === personIdOf(name));
  expect(of('Ann')).toMatchObject({ verdict: 'gains', change: { load: -36, holidays: 0, wishes: 0 } });
  expect(of('Di')).toMatchObject({ verdict: 'loses', change: { load: 36 } });
  expect(of('Bo')).toMatchObject({ verdict: 'even', change: { load: 0 } });
});

test('the loads of both columns add up to the same where the same turns are held', () => {
  const { people } = compare(quarter, side(planned()), side(given()));
  const sum = (which: 'before' | 'after') => people.reduce((all, one) => all + (one[which]?.load ?? 0), 0);
  expect(sum('before')).toBe(13 * 36);
  expect(sum('after')).toBe(sum('before'));
});

test('less load against a broken wish is both: no rate of exchange is made up', () => {
  const wishes = [{ week: date('2027-01-04'), kind: 'want' as const }];
  const workspace = planned({
    people: [
      aPerson('Ann', { wishes }),
      ...['Bo', 'Cy', 'Di'].map((name, position) => aPerson(name, { position: position + 1 })),
    ],
  });
  const { people, before, after } = compare(quarter, side(workspace), side(given(workspace)));
  expect(people[0]).toMatchObject({ verdict: 'both', change: { load: -36, wishes: -1 } });
  expect(before.wishes).toEqual({ wanted: 1, granted: 1, avoided: 0, kept: 0 });
  expect(after.wishes.granted).toBe(0);
});

test('points are counted by the policy on the left: another weight of weekends is nobody’s work', () => {
  const dearer = withPolicy(planned(), quarter, aPolicy({ weekendLoad: 40 }));
  expect(verdicts(planned(), dearer)).toEqual({ ann: 'even', bo: 'even', cy: 'even', di: 'even' });
  const { people } = compare(quarter, side(planned()), side(dearer));
  expect(people.every(({ before, after }) => before?.load === after?.load)).toBe(true);
});

test('who is planned without leaves, who is new joins, and gaps are counted', () => {
  const without = factsOf(planned(), quarter, { ...asItIs, without: [personIdOf('Cy')] }, early);
  const base = branchBase(planned(), quarter, without, early);
  expect(verdicts(planned(), base)).toEqual({ ann: 'even', bo: 'even', cy: 'leaves', di: 'even' });
  expect(verdicts(base, planned()).cy).toBe('joins');
  expect(compare(quarter, side(planned()), side(base)).after.fairness.gaps).toBe(3);
});

test('rest breaches and the largest distance from a share are of each side', () => {
  const heaped = planned({ shifts: inTurn().map((shift) => ({ ...shift, person: personIdOf('Ann') })) });
  const { before, after } = compare(quarter, side(planned()), side(heaped));
  expect(before.furthest).toBeNull(); // before what is attainable is known it would jump
  const known = (workspace: Workspace): PlanSide => ({
    ...side(workspace),
    assessment: evenShares(workspace),
  });
  const assessed = compare(quarter, known(planned()), known(heaped));
  expect(assessed.before.furthest).toBe(27); // three share a quarter of 13 weeks, and Ann has a week more
  expect(assessed.after.furthest).toBe(13 * 27);
  expect(after.restBreaches).toBe(0); // the rotation asks for no rest
});

test('the week that a last turn of two weeks reaches further is nobody’s additional work', () => {
  const facts = factsOf(planned(), quarter, { ...asItIs, cadence: { [rotationIdOf('Team')]: 2 } }, early);
  const slots = slotsOfQuarter(branchBase(planned(), quarter, facts, early), quarter);
  const assignments = slots.map(({ id }, turn) => ({
    shift: id,
    person: personIdOf(team[turn % 4] ?? 'Ann'),
  }));
  const { people } = compare(
    quarter,
    side(planned()),
    side(layScenario(planned(), { quarter, facts, assignments }, early)),
  );
  const sum = (which: 'before' | 'after') => people.reduce((all, one) => all + (one[which]?.load ?? 0), 0);
  expect(slots).toHaveLength(7); // fourteen weeks
  expect(sum('after')).toBe(sum('before'));
  // Ann: four weeks of thirteen, then two turns of two; Cy: three weeks, then two turns of which one is cut to a week.
  expect(people.map(({ change }) => change.load)).toEqual([0, 36, 0, -36]);
});
