import { expect, test } from 'vitest';
import type { LayerName, PersonId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import {
  collisions,
  cycleOf,
  foretold,
  inTurn,
  listedOn,
  listsOf,
  type TurnList,
} from '../../../shared/rotation/turn-order.ts';
import { aRotation, date, personIdOf, primary, secondary } from '../../builders/a-workspace.ts';

const list = (letters: string, weeks: 1 | 2 = 1): TurnList => ({
  order: [...letters].map((letter) => `person-${letter.toLowerCase()}` as PersonId),
  weeks,
  offset: 0,
});
/** Weeks from 1, as people count them, up to the 40th or so. */
const weeksOf = (one: TurnList, other: TurnList, until: number): readonly number[] => {
  const cycle = cycleOf(one, other);
  const found = collisions(one, other).map(({ week }) => week);
  return Array.from({ length: until }, (_, week) => week)
    .filter((week) => found.includes(week % cycle))
    .map((week) => week + 1);
};

test.each<[string, TurnList, TurnList, readonly number[]]>([
  ['ABCDE and BCDE', list('ABCDE'), list('BCDE'), [17, 18, 19, 20, 37, 38, 39, 40]],
  ['ABCDE and BCDEA', list('ABCDE'), list('BCDEA'), []],
  ['ABCDEF and CDEF', list('ABCDEF'), list('CDEF'), [9, 10, 11, 12, 21, 22, 23, 24, 33, 34, 35, 36]],
  ['ABCDEF and BCDE', list('ABCDEF'), list('BCDE'), []],
  [
    'ABCD every two weeks and BCDA every week',
    list('ABCD', 2),
    list('BCDA'),
    [6, 7, 14, 15, 22, 23, 30, 31, 38, 39],
  ],
])('%s put one person in both layers in these weeks and no others', (_name, one, other, weeks) => {
  expect(weeksOf(one, other, 40)).toEqual(weeks);
});

test('two lists of one cadence collide exactly where the rule of common divisors says so', () => {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const letters = 'ABCDEFG';
  for (let n = 1; n <= 6; n++)
    for (let m = 1; m <= 6; m++)
      for (let from = 0; from < 4; from++)
        for (let offset = 0; offset < m; offset++) {
          const one = list(letters.slice(0, n));
          const other = { ...list((letters + letters).slice(from, from + m)), offset };
          const may = one.order.some((person, i) => {
            const j = other.order.indexOf(person);
            return j >= 0 && (i - (j - offset)) % divisor(n, m) === 0;
          });
          expect(collisions(one, other).length > 0).toBe(may);
        }
});

const weighted = (changes: Partial<Rotation> = {}) => aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], changes);

test('with one list for both layers the secondary is next week’s primary, and nobody ever has both', () => {
  const rotation = weighted();
  const [first, second] = listsOf(rotation);
  expect(second?.offset).toBe(1);
  if (first === undefined || second === undefined) throw new Error('two layers, two lists');
  for (let week = 0; week < 12; week++) expect(inTurn(second, week)).toBe(inTurn(first, week + 1));
  expect(foretold(rotation, date('2027-01-04'))).toEqual([]);
  expect([...listedOn(rotation, date('2027-01-11'))]).toEqual([
    [primary, 'person-bo'],
    [secondary, 'person-cy'],
  ]);
  expect([...listedOn(rotation, date('2026-12-28'))]).toEqual([]);
});

test('somebody in one layer alone makes lists of different length, and the first week of both is told', () => {
  const rotation = aRotation('Team', ['A', 'B', 'C', 'D', 'E'], {
    participants: [...'ABCDE'].map((name) => ({
      person: personIdOf(name),
      layers: name === 'A' ? [primary] : [primary, secondary],
    })),
  });
  const found = foretold(rotation, date('2027-01-04'));
  // The seventeenth week from the first hand-off on 4 January.
  expect(found[0]).toEqual({ on: '2027-04-26', person: 'person-b', layers: [primary, secondary] });
  expect(found).toHaveLength(4);
  // A year on, the same weeks of a later cycle.
  expect(foretold(rotation, date('2027-05-01'))[0]?.on).toBe('2027-05-03');
  expect(foretold(rotation, date('2027-05-25'))[0]?.on).toBe('2027-09-13');
});

test('turns of two weeks collide once a turn, not once a week', () => {
  const rotation = weighted({
    cadenceWeeks: 2,
    participants: ['Ann', 'Bo'].map((name) => ({
      person: personIdOf(name),
      layers: name === 'Ann' ? [primary] : [primary, secondary],
    })),
  });
  expect(foretold(rotation, date('2027-01-04')).map(({ on }) => on)).toEqual(['2027-01-18']);
});

test('one person for both layers collides in every turn, and who looks on never does', () => {
  const alone = aRotation('Team', ['Ann']);
  expect(foretold(alone, date('2027-01-04'))).toEqual([
    { on: '2027-01-04', person: 'person-ann', layers: [primary, secondary] },
  ]);
  const shadow = { name: 'shadow' as LayerName, title: 'Shadow', weightPercent: 0 };
  const watched = {
    ...alone,
    layers: [...alone.layers.slice(0, 1), shadow],
    participants: [{ person: personIdOf('Ann'), layers: [primary, shadow.name] }],
  };
  expect(foretold(watched, date('2027-01-04'))).toEqual([]);
});

test('nobody in a layer is nobody’s turn', () => {
  expect(inTurn(list(''), 3)).toBeNull();
  expect(foretold(aRotation('Team', []), date('2027-01-04'))).toEqual([]);
});
