import { expect, test } from 'vitest';
import { dateOf } from '../../../shared/calendar/days.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import {
  asItIs,
  changeableRotations,
  changeDay,
  factsOf,
  membersIn,
} from '../../../shared/scenarios/branch.ts';
import { withFacts } from '../../../shared/scenarios/facts.ts';
import { aPerson, aPolicy, date, personIdOf, rotationIdOf } from '../../builders/a-workspace.ts';
import { early, oneLayer, planned, quarter, within } from './what-if.ts';

const team = rotationIdOf('Team');
const biweekly = { ...asItIs, cadence: { [team]: 2 as const } };

test('terms that say what holds anyway change nothing', () => {
  const facts = factsOf(planned(), quarter, { ...asItIs, cadence: { [team]: 1 } }, early);
  expect(facts).toEqual({ rotations: [], people: [], policy: null });
});

test('another cadence ends the rotation at the first hand-off of the quarter, and another of its name goes on', () => {
  const [ended, next] = factsOf(planned(), quarter, biweekly, early).rotations;
  expect(ended).toMatchObject({ id: team, endsOn: '2027-01-04', cadenceWeeks: 1 });
  expect(next).toMatchObject({
    id: 'rotation-team-2',
    name: 'Team',
    cadenceWeeks: 2,
    startsOn: '2027-01-04',
    succeeds: team,
  });
  const branched = withFacts(planned({ shifts: [] }), quarter, factsOf(planned(), quarter, biweekly, early));
  expect(integrityFindings(branched)).toEqual([]);
  const slots = slotsOfQuarter(branched, quarter);
  expect(slots).toHaveLength(7); // thirteen weeks: six turns of two weeks, and one that reaches into the next quarter
  expect(slots.every(({ rotation }) => rotation === next?.id)).toBe(true);
});

test('in the middle of a quarter the change comes with the next hand-off after today', () => {
  const [ended, next] = factsOf(planned(), quarter, biweekly, within).rotations;
  expect(ended?.endsOn).toBe('2027-01-18');
  expect(next?.startsOn).toBe('2027-01-18');
});

test('a rotation without a turn before the change takes the new cadence itself', () => {
  const fresh = { ...oneLayer, startsOn: date('2027-01-04') };
  const facts = factsOf(planned({ rotations: [fresh] }), quarter, biweekly, early);
  expect(facts.rotations).toEqual([{ ...fresh, cadenceWeeks: 2 }]);
});

test('somebody is planned without from the first hand-off on, and no later than they leave anyway', () => {
  const facts = factsOf(planned(), quarter, { ...asItIs, without: [personIdOf('Cy')] }, early);
  expect(facts.people).toEqual([aPerson('Cy', { position: 2, leavesOn: date('2027-01-03') })]);
  const leaver = aPerson('Cy', { leavesOn: date('2026-12-20') });
  const anyway = factsOf(planned({ people: [leaver] }), quarter, { ...asItIs, without: [leaver.id] }, early);
  expect(anyway.people[0]?.leavesOn).toBe('2026-12-20');
});

test('a newcomer joins with the first turn of their rotations and takes turns in every layer of them', () => {
  const facts = factsOf(
    planned(),
    quarter,
    { ...asItIs, joining: [{ name: 'Zoë Ängström', fullTimePercent: 80, rotations: [team] }] },
    early,
  );
  expect(facts.people[0]).toMatchObject({
    id: 'person-zoe-angstrom',
    fullTimePercent: 80,
    joinsOn: '2027-01-04',
    position: 4,
  });
  expect(facts.rotations).toHaveLength(1);
  expect(facts.rotations[0]?.participants.at(-1)).toEqual({
    person: 'person-zoe-angstrom',
    layers: ['primary'],
  });
  expect(integrityFindings(withFacts(planned(), quarter, facts))).toEqual([]);
});

test('newcomers of one name, or of the name of somebody in the team, have ids of their own', () => {
  const two = [1, 2].map(() => ({ name: 'Ann', fullTimePercent: 100, rotations: [team] }));
  const facts = factsOf(planned(), quarter, { ...asItIs, joining: two }, early);
  expect(facts.people.map(({ id }) => id)).toEqual(['person-ann-2', 'person-ann-3']);
});

test('another policy is a fact as it is', () => {
  const policy = aPolicy({ loadBeyondBand: 20 });
  expect(factsOf(planned(), quarter, { ...asItIs, policy }, early).policy).toBe(policy);
});

test('only rotations and people that a quarter can still change are offered', () => {
  const over = { ...oneLayer, endsOn: date('2026-12-28') };
  expect(changeDay(over, quarter, early)).toBeNull();
  expect(changeableRotations(planned({ rotations: [over] }), quarter, early)).toEqual([]);
  expect(changeDay(oneLayer, quarter, date('2027-03-29'))).toBeNull();
  const gone = aPerson('Di', { leavesOn: date('2026-12-31') });
  const people = [aPerson('Ann'), gone, aPerson('Bo', { joinsOn: date('2027-04-01') })];
  expect(membersIn(planned({ people }), quarter, early).map(({ name }) => name)).toEqual(['Ann']);
});

test('the first hand-off lies in the quarter, whatever its weekday', () => {
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const rotation = { ...oneLayer, handoff: { ...oneLayer.handoff, weekday } };
    const day = changeDay(rotation, quarter, early);
    expect(day !== null && day >= '2027-01-01' && day <= '2027-01-07').toBe(true);
    expect(
      dateOf(
        slotsOfQuarter(planned({ rotations: [rotation], shifts: [] }), quarter)[0]?.start ?? ('' as never),
      ),
    ).toBe(day);
  }
});
