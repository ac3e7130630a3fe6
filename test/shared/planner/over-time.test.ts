import { expect, test } from 'vitest';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { carryInto } from '../../../shared/planner/carry-in.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { quartersHeld, quarterStanding } from '../../../shared/planner/over-time.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import {
  carryRule,
  debtText,
  forgivenText,
  signedText,
  standingSentence,
} from '../../../shared/words/over-time-text.ts';
import { addDays } from '../../../shared/calendar/days.ts';
import {
  aPolicy,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
  secondary,
} from '../../builders/a-workspace.ts';

const first = '2027-Q1' as QuarterId;
const next = '2027-Q2' as QuarterId;
const names = ['Ann', 'Bo', 'Cy', 'Di'];

/** Ann takes twice as many weeks as anybody else. */
const weeks = Array.from({ length: 12 }, (_, week) => addDays(date('2027-01-04'), 7 * week));
const shifts = weeks.flatMap((week, place) => [
  aShift(week, place % 2 === 0 ? 'Ann' : names[1 + (((place - 1) / 2) % 3)]),
  aShift(week, names[(place + 1) % 2 === 0 ? 0 : 3], { layer: secondary, rotation: aRotation().id }),
]);
const workspace = aWorkspace({ shifts });

test('a quarter gone by shows the figures of its fairness cards', () => {
  const standing = quarterStanding(workspace, first, null);
  const cards = judge(workspace, first, null).people;
  expect(
    standing.people.map(({ person, load, share, difference, carriedIn }) => ({
      person,
      load,
      share,
      difference,
      carriedIn,
    })),
  ).toEqual(
    cards.map(({ person, load, attainable, difference, carry }) => ({
      person,
      load,
      share: attainable,
      difference,
      carriedIn: carry,
    })),
  );
  expect(standing.assessed).toBe(false);
});

test('what a quarter carries on is what the next one takes in', () => {
  const standing = quarterStanding(workspace, first, null);
  const into = carryInto(workspace, next);
  const people = problemOf(workspace, next).people;
  expect(standing.people.some(({ carriedOn }) => carriedOn !== 0)).toBe(true);
  for (const { person, carriedOn, forgiven } of standing.people) {
    const place = people.findIndex(({ id }) => id === person);
    expect([into[place]?.load, into[place]?.forgiven]).toEqual([carriedOn, forgiven]);
  }
});

test('a closed quarter carries on what was settled, whatever its shifts say', () => {
  const ann = personIdOf('Ann');
  const closed = aWorkspace({
    shifts,
    quarters: [
      {
        id: first,
        closedOn: date('2027-04-01'),
        policy: aPolicy().id,
        carry: [{ person: ann, load: 9, holidays: 0, forgiven: 3 }],
        plan: null,
      },
    ],
  });
  const standing = quarterStanding(closed, first, null);
  expect(standing.closed).toBe(true);
  expect(standing.people.find(({ person }) => person === ann)).toMatchObject({ carriedOn: 9, forgiven: 3 });
  expect(standing.people.find(({ person }) => person === personIdOf('Bo'))?.carriedOn).toBe(0);
});

test('open turns are counted, and quarters are listed back to the first without shifts', () => {
  const standing = quarterStanding(workspace, first, null);
  expect(standing.slots - standing.open).toBe(shifts.length);
  expect(quartersHeld(workspace, next, 4)).toEqual([first]);
  expect(quartersHeld(workspace, first, 4)).toEqual([first]);
  expect(quartersHeld(aWorkspace(), first, 4)).toEqual([]);
});

test('a standing is said in words, with its sign and unit', () => {
  const [one] = quarterStanding(workspace, first, null).people;
  if (one === undefined) throw new Error('nobody');
  expect(standingSentence('Ann', { ...one, load: 30, share: 24, difference: 6 })).toBe(
    'Ann: held 7.5 points, share 6: 1.5 over',
  );
  expect([signedText(6), signedText(-5), signedText(0)]).toEqual(['+1.5', '−1.25', '0']);
  expect([forgivenText(66), forgivenText(0)]).toEqual(['16.5 forgiven', '']);
  expect(debtText(workspace, { from: personIdOf('Bo'), to: personIdOf('Ann'), load: 6 })).toBe(
    'Bo owes Ann 1.5 points.',
  );
  expect(carryRule({ ...policyOf(workspace, first), carryPercent: 0 })).toMatch(/nothing is carried on/);
  expect(carryRule({ ...policyOf(workspace, first), carryPercent: 50, carryLimit: 40 })).toMatch(
    /^50 % of the difference .* 10 points a person; what is beyond that is forgiven/,
  );
});
