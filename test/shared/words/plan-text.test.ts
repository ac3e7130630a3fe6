import { expect, test } from 'vitest';
import {
  badgeMeaning,
  badgeText,
  elapsedText,
  gapSoFar,
  provenBy,
  sinceMeaning,
  sinceText,
  standingBadge,
  traceText,
  unprovenText,
  wishesText,
} from '../../../shared/words/plan-text.ts';

test('a cost is rounded up and a bound down, so that no figure claims more than was proven', () => {
  expect([wishesText(1001, 'up'), wishesText(1001, 'down')]).toEqual(['12.6', '12.5']);
  expect([wishesText(80, 'up'), wishesText(80, 'down')]).toEqual(['1', '1']);
  expect([wishesText(8, 'up'), wishesText(8, 'down')]).toEqual(['0.1', '0.1']);
  expect(wishesText(-81, 'down')).toBe('−1.1');
  expect(wishesText(0, 'up')).toBe('0');
});

test('the badge says what is proven and no more', () => {
  expect(badgeText({ status: 'proven', gapWishes: 0 })).toBe('Proven best');
  expect(badgeText({ status: 'bounded', gapWishes: 1 })).toBe('At most 1 wish from the best');
  expect(badgeText({ status: 'bounded', gapWishes: 7 })).toBe('At most 7 wishes from the best');
  expect(badgeText({ status: 'heuristic', gapWishes: null })).toBe('Best plan found');
});

test.each([
  [1000, null, 'heuristic', null],
  [1000, 1000, 'proven', 0],
  [1000, 995, 'bounded', 1],
  [1000, 920, 'bounded', 1],
  [1000, 919, 'bounded', 2],
  [1000, 0, 'bounded', 13],
] as const)('a record of cost %s and bound %s is %s', (cost, bound, status, gapWishes) => {
  expect(provenBy(cost, bound)).toMatchObject({ cost, bound, status, gapWishes });
});

test('a record without cost says nothing', () => {
  expect(provenBy(null, null)).toBeNull();
});

test('what a badge means names cost, bound, and why there is no more', () => {
  const bounded = { cost: 1000, bound: 900, status: 'bounded', gapWishes: 2 } as const;
  const text = badgeMeaning(bounded, { reason: 'limit', detail: '' });
  expect(text).toContain('costs 12.5 wishes');
  expect(text).toContain('less than 11.2');
  expect(text).toContain('reached its limit');
  const failed = { reason: 'solver-failed', detail: 'out of memory' } as const;
  expect(badgeMeaning({ ...bounded, bound: null, gapWishes: null, status: 'heuristic' }, failed)).toContain(
    'out of memory',
  );
  expect(unprovenText({ reason: 'by-hand', detail: '' })).toContain('stopped by hand');
});

test('a plan that was changed since carries its badge as one of the past', () => {
  expect(standingBadge({ status: 'proven', gapWishes: 0 }, true)).toBe('Proven best');
  expect(standingBadge({ status: 'proven', gapWishes: 0 }, false)).toBe('Was proven best');
  expect(standingBadge({ status: 'bounded', gapWishes: 3 }, false)).toBe(
    'Was at most 3 wishes from the best',
  );
});

test.each([
  [null, 'what changed since is no longer on record', 'do not reach back'],
  [{ shifts: 0, facts: false }, 'unchanged since', ''],
  [{ shifts: 1, facts: false }, '1 shift changed since', 'as it was accepted'],
  [{ shifts: 2, facts: true }, '2 shifts changed since, and people, leave or rules', 'as they were then'],
  [{ shifts: 0, facts: true }, 'people, leave or rules changed since', 'as they were then'],
])('what became of a plan: %j', (since, text, meaning) => {
  expect(sinceText(since)).toBe(text);
  expect(sinceMeaning(since, false)).toContain(meaning);
  expect(sinceMeaning(since, false) === '').toBe(meaning === '');
});

test('a proof of every plan of the quarter still speaks of a plan whose shifts changed', () => {
  expect(sinceMeaning({ shifts: 2, facts: false }, true)).toContain('still holds for the plan as it is now');
  expect(sinceMeaning(null, true)).toContain('still holds for the plan as it is now');
  expect(sinceMeaning({ shifts: 0, facts: false }, true)).toBe('');
});

test('time that has passed is said to a tenth, from a minute on to the second', () => {
  expect([elapsedText(0), elapsedText(3249), elapsedText(65_400)]).toEqual(['0.0 s', '3.2 s', '1 min 5 s']);
});

test('a run is told in words: how the best plan went, and what is proven', () => {
  expect(traceText([])).toBe('No plan has been found yet.');
  const first = { at: 100, best: 4000, bound: null };
  expect(traceText([first])).toBe('The best plan costs 50 wishes, found after 0.1 s. Nothing is proven yet.');
  expect(
    traceText([first, { at: 1200, best: 1000, bound: null }, { at: 2300, best: 1000, bound: 990 }]),
  ).toBe(
    'The best plan went from 50 wishes after 0.1 s to 12.5 after 1.2 s. No plan can cost less than 12.3.',
  );
});

test('while a run goes on, its gap is never smaller than the bound allows', () => {
  expect(gapSoFar(1000, null)).toBe('');
  expect(gapSoFar(null, 900)).toBe('');
  expect(gapSoFar(1000, 995)).toBe('at most 1 wish from the best');
  expect(gapSoFar(1000, 900)).toBe('at most 2 wishes from the best');
  expect(gapSoFar(1000, 1000)).toBe('none better is possible');
});
