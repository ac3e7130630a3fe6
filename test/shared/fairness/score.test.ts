import { expect, test } from 'vitest';
import fc from 'fast-check';
import { loadExcess, noAllowance, scores, shownScore, type Standing } from '../../../shared/fairness/score.ts';
import { roundToTotal, targetShares } from '../../../shared/fairness/fair-share.ts';

const WEEK = 36;
const claim = (presence: number) => ({ person: '', fullTime: 100, presence, carry: 0, tasks: 0 });

/** People who hold so many plain primary weeks each, against equal attainable shares. */
function holding(weeks: readonly number[], presences: readonly number[] = weeks.map(() => 1)): readonly Standing[] {
  const total = WEEK * weeks.reduce((sum, one) => sum + one, 0);
  const shares = roundToTotal(targetShares(presences.map(claim), total).map(({ target }) => target), total);
  return weeks.map((count, person) => ({ difference: WEEK * count - (shares[person] ?? 0), band: WEEK / 2, holidayBalance: 0 }));
}

/** The allowance that the fairest split of these weeks needs. */
const allowanceOf = (fairest: readonly Standing[]) => ({ load: Math.max(...fairest.map(loadExcess)), holidays: 0 });

test('the worked examples of the score: 4 people and 13 weeks', () => {
  const fairest = holding([4, 3, 3, 3]);
  const allowance = allowanceOf(fairest);
  expect(scores(fairest, noAllowance).team).toBeCloseTo(92.1875);
  expect(scores(fairest, allowance).team).toBe(100);
  expect(scores(holding([5, 3, 3, 2]), allowance).team).toBeCloseTo(65.625);
  expect(scores(holding([5, 4, 4, 0]), allowance).team).toBeCloseTo(15.625);
});

test('the worked examples of the score: 5 people and 13 weeks', () => {
  const fairest = holding([3, 3, 3, 2, 2]);
  expect(scores(fairest, noAllowance).team).toBeCloseTo(97.083, 2);
  expect(scores(fairest, allowanceOf(fairest)).team).toBe(100);
  expect(scores(holding([4, 3, 3, 2, 1]), allowanceOf(fairest)).team).toBeCloseTo(66, 0);
});

test('the best split of 13 weeks reads 100 for any team, and nobody is flagged', () => {
  for (const weeks of [[7, 6], [5, 4, 4], [4, 3, 3, 3], [3, 3, 3, 2, 2]]) {
    const fairest = holding(weeks);
    const { team, people } = scores(fairest, allowanceOf(fairest));
    expect([team, ...people]).toEqual([100, ...weeks.map(() => 100)]);
  }
});

test('part time and joining late lower the share: 4-4-4-2 at half time, 4-4-3-2 for a joiner, both read 100', () => {
  const halfTime = holding([4, 4, 4, 2], [1, 1, 1, 0.5]);
  expect(scores(halfTime, noAllowance).team).toBe(100);
  const joiner = holding([4, 4, 3, 2], [13, 13, 13, 7]);
  expect(scores(joiner, allowanceOf(joiner)).team).toBe(100);
});

test('six members of whom two serve: the four zeros count and the score says so', () => {
  const { team, people } = scores(holding([7, 6, 0, 0, 0, 0]), allowanceOf(holding([3, 2, 2, 2, 2, 2])));
  expect(team).toBeLessThan(20);
  expect(people.slice(2).every((score) => score < 100)).toBe(true);
});

test('4-3-3-3 is told from 6-4-2-1, whose worst off has two weeks too many', () => {
  const allowance = allowanceOf(holding([4, 3, 3, 3]));
  expect(scores(holding([6, 4, 2, 1]), allowance).team).toBeLessThan(50);
});

test('giving load from someone far over to someone far under never lowers the team score', () => {
  const someone = fc.integer({ min: -200, max: 200 });
  fc.assert(
    fc.property(fc.array(someone, { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (differences, load) => {
      const sorted = differences.toSorted((a, b) => b - a);
      const most = sorted[0] ?? 0;
      const least = sorted.at(-1) ?? 0;
      fc.pre(most - least >= load);
      const standings = (list: readonly number[]) => list.map((difference) => ({ difference, band: 9, holidayBalance: 0 }));
      const before = scores(standings(sorted), noAllowance).team ?? 0;
      const after = scores(standings([most - load, ...sorted.slice(1, -1), least + load]), noAllowance).team ?? 0;
      expect(after).toBeGreaterThanOrEqual(before - 1e-9);
    }),
    { seed: 7 },
  );
});

test('a score is cut off, never rounded up to 100', () => {
  expect([99.96, 100, 65.625, 0].map(shownScore)).toEqual([99.9, 100, 65.6, 0]);
});

test('a team of nobody has no score', () => {
  expect(scores([], noAllowance).team).toBeNull();
});
