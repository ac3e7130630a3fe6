import { describe, expect, test } from 'vitest';
import { termsOf } from '../../../shared/fairness/next-policy.ts';
import { policySchema } from '../../../shared/model/policy.ts';
import { policyChoices } from '../../../shared/words/policy-choices.ts';
import { policyGroups } from '../../../shared/words/policy-text.ts';
import {
  FAIRNESS_STOPS,
  fairnessStop,
  limitsText,
  loadPriceText,
  policyChanges,
  policyChangeText,
  readTerm,
  shownTerm,
  termValue,
  withTerm,
} from '../../../shared/words/policy-values.ts';
import { aPolicy } from '../../builders/a-workspace.ts';

const terms = policyGroups.flatMap((group) => group.terms);
const policy = termsOf(aPolicy());
const term = (id: string) => {
  const found = terms.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no term ${id}`);
  return found;
};

test('every term of a policy has its place on the screen, as a figure or as a choice', () => {
  const { compTime, ...figures } = policy;
  const all = [...Object.keys(figures), ...Object.keys(compTime).map((key) => `compTime.${key}`)];
  const shown = [...terms.map(({ id }) => id as string), ...policyChoices.map(({ id }) => id as string)];
  expect(shown.sort()).toEqual(all.sort());
});

test.each(policyChoices)(
  '$title: every option is one that the file takes, and is chosen once it was',
  (one) => {
    for (const { id } of one.options) {
      const next = one.choose(policy, id);
      expect(one.chosen(next)).toBe(id);
      expect(policySchema.safeParse({ ...aPolicy(), ...next }).success).toBe(true);
    }
    expect(one.choose(policy, 'something else')).toEqual(policy);
  },
);

describe.each(terms)('$title', (one) => {
  const accepts = (value: number): boolean =>
    policySchema.safeParse({ ...aPolicy(), ...withTerm(policy, one.id, value) }).success;

  test('has the limits that the file has', () => {
    expect([one.least, one.most].map(accepts)).toEqual([true, true]);
    expect([one.least - 1, one.most + 1].map(accepts)).toEqual([false, false]);
  });

  test('is read as it is shown, at both limits and in between', () => {
    for (const value of [
      one.least,
      one.most,
      Math.floor((one.least + one.most) / 2),
      termValue(policy, one.id) ?? one.least,
    ])
      expect(readTerm(shownTerm(value, one), one)).toEqual({ value });
  });

  test('refuses what lies outside, and says where it may lie', () => {
    for (const text of ['x', '-1', shownTerm(one.most + one.per, one), 'Infinity'])
      expect(readTerm(text, one)).toEqual({ error: `Give a number: ${limitsText(one)}.` });
  });

  test('has an example with the figures as they stand', () => {
    expect(one.example(policy)).toMatch(/\.$/);
    expect(one.example(policy)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test('examples are worked, not written: they follow the figures', () => {
  expect(term('weekdayLoad').example(policy)).toBe('A plain week as primary: 5 × 1 + 2 × 2 = 9 points.');
  expect(term('weekdayLoad').example({ ...policy, weekendLoad: 12 })).toBe(
    'A plain week as primary: 5 × 1 + 2 × 3 = 11 points.',
  );
  expect(term('loadBeyondBand').example(policy)).toBe(
    '2 points too far costs 2² = 4 wishes; 4 points costs 16 wishes.',
  );
  expect(term('holidayBalance').example(policy)).toBe(
    'One holiday too many costs 3 wishes; two cost 12 wishes.',
  );
  expect(term('restBreach').example(policy)).toMatch(/cost 25 wishes/);
});

test('a comma is a point, what a policy cannot hold is refused, and only what may be none may be empty', () => {
  expect(readTerm('1,25', term('weekdayLoad'))).toEqual({ value: 5 });
  expect(readTerm('1.1', term('weekdayLoad'))).toHaveProperty('error');
  expect(readTerm('', term('weekdayLoad'))).toHaveProperty('error');
  expect(readTerm('', term('compTime.expiresAfterMonths'))).toEqual({ value: null });
  expect(readTerm('', term('compTime.mostOpenMinutes'))).toEqual({ value: null });
  expect(withTerm(policy, 'compTime.expiresAfterMonths', null).compTime.expiresAfterMonths).toBeNull();
  expect(withTerm(policy, 'compTime.minutesPerHoliday', null)).toBe(policy);
});

test('what two policies say differently is told in the units of the screen', () => {
  const other = {
    ...policy,
    holidayDate: 'observed' as const,
    weekendLoad: 12,
    compTime: {
      ...policy.compTime,
      expiresAfterMonths: null,
      mostOpenMinutes: 2400,
      counting: 'any-part' as const,
    },
  };
  expect(policyChanges(policy, other).map(policyChangeText)).toEqual([
    'Holidays count on: the day itself → the weekday it is observed on',
    'A part of a day earns: its part, by the hour → the whole day',
    'A weekend day: 2 points → 3 points',
    'Most that stands open: no cap → 40 hours',
    'To be taken within: 12 months → never',
  ]);
  expect(policyChanges(policy, policy)).toEqual([]);
});

test('the slider knows its five stops, and the nearest one of a weight between them', () => {
  expect(FAIRNESS_STOPS.map((stop) => fairnessStop(stop))).toEqual(
    [0, 1, 2, 3, 4].map((place) => ({ place, exact: true })),
  );
  expect(fairnessStop(7)).toEqual({ place: 2, exact: false });
  expect(fairnessStop(100)).toEqual({ place: 4, exact: false });
});

test('a stop of the slider is priced in the words of its field', () => {
  expect(FAIRNESS_STOPS.map(loadPriceText)).toEqual([
    '0.2 wishes a point²',
    '0.4 wishes a point²',
    '1 wish a point²',
    '2 wishes a point²',
    '4 wishes a point²',
  ]);
});
