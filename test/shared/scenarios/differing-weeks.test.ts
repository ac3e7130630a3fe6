import { expect, test } from 'vitest';
import { asItIs, factsOf } from '../../../shared/scenarios/branch.ts';
import { differingWeeks } from '../../../shared/scenarios/differing-weeks.ts';
import { noFacts } from '../../../shared/scenarios/facts.ts';
import { branchBase, layScenario } from '../../../shared/scenarios/lay-over.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { aShift, personIdOf, rotationIdOf } from '../../builders/a-workspace.ts';
import { early, planned, quarter, team } from './what-if.ts';

test('only the weeks that differ are listed, with both holders', () => {
  const laid = layScenario(
    planned(),
    { quarter, facts: noFacts, assignments: [{ shift: aShift('2027-02-01').id, person: null }] },
    early,
  );
  expect(differingWeeks(quarter, planned(), laid)).toEqual([
    {
      week: '2027-02-01',
      duties: [{ shift: aShift('2027-02-01').id, before: personIdOf('Ann'), after: null }],
    },
  ]);
  expect(differingWeeks(quarter, planned(), planned())).toEqual([]);
});

test('a turn of two weeks is compared with the two weekly turns in its place: it is the same duty', () => {
  const workspace = planned();
  const facts = factsOf(workspace, quarter, { ...asItIs, cadence: { [rotationIdOf('Team')]: 2 } }, early);
  const slots = slotsOfQuarter(branchBase(workspace, quarter, facts, early), quarter);
  const assignments = slots.map(({ id }, turn) => ({
    shift: id,
    person: personIdOf(team[turn % 4] ?? 'Ann'),
  }));
  const weeks = differingWeeks(
    quarter,
    workspace,
    layScenario(workspace, { quarter, facts, assignments }, early),
  );
  // Ann Ann Bo Bo Cy Cy Di Di Ann Ann Bo Bo Cy against Ann Bo Cy Di …: the first week is the same, the second is not.
  expect(weeks[0]).toMatchObject({
    week: '2027-01-11',
    duties: [{ before: personIdOf('Bo'), after: personIdOf('Ann') }],
  });
  // The seventh turn reaches a week into the next quarter, in which the weekly plan has no turn.
  expect(weeks.at(-1)).toMatchObject({
    week: '2027-04-05',
    duties: [{ before: undefined, after: personIdOf('Cy') }],
  });
});
