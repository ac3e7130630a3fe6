import { expect, test } from 'vitest';
import { nextPolicy, sameTerms, termsOf } from '../../../shared/fairness/next-policy.ts';
import type { PolicyId } from '../../../shared/model/ids.ts';
import { aPolicy, aWorkspace, date } from '../../builders/a-workspace.ts';

const second = aPolicy({ id: 'policy-2' as PolicyId, version: 2, from: date('2027-01-01') });

test('the next policy counts on from the newest, whatever the order of the table', () => {
  const workspace = aWorkspace({ policies: [second, aPolicy()] });
  const next = nextPolicy(workspace, termsOf(aPolicy({ weekendLoad: 12 })), date('2027-04-01'));
  expect(next).toMatchObject({ id: 'policy-3', version: 3, from: '2027-04-01', weekendLoad: 12 });
});

test('an id that another policy took is passed over', () => {
  const workspace = aWorkspace({ policies: [aPolicy(), { ...second, version: 1 }] });
  expect(nextPolicy(workspace, termsOf(second), date('2027-04-01')).id).toBe('policy-2-2');
});

test('two versions that weigh alike have the same terms', () => {
  expect(sameTerms(aPolicy(), second)).toBe(true);
  expect(sameTerms(aPolicy(), { ...second, sameHoliday: 0 })).toBe(false);
});
