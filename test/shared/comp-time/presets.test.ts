import { expect, test } from 'vitest';
import { presetIds, presetOf, withPreset } from '../../../shared/comp-time/presets.ts';
import { policySchema } from '../../../shared/model/policy.ts';
import { aPolicy } from '../../builders/a-workspace.ts';

const { compTime } = aPolicy();

test('a new team begins with a day for each holiday', () => {
  expect(presetOf(compTime)).toBe('day-for-holiday');
});

test.each(presetIds)(
  '%s is known by what it set, fits the file, and leaves cap, expiry and approval',
  (id) => {
    const terms = {
      ...compTime,
      mostOpenMinutes: 2400,
      expiresAfterMonths: 3,
      approval: 'automatic' as const,
    };
    const set = withPreset(terms, id);
    expect(presetOf(set)).toBe(id);
    expect(set).toMatchObject({ mostOpenMinutes: 2400, expiresAfterMonths: 3, approval: 'automatic' });
    expect(policySchema.safeParse(aPolicy({ compTime: set })).success).toBe(true);
  },
);

test('terms of a team’s own are no preset', () => {
  expect(presetOf({ ...compTime, minutesPerHoliday: 450 })).toBeNull();
});
