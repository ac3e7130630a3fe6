import { expect, test } from 'vitest';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PolicyId } from '../../../shared/model/ids.ts';
import { noFacts, underPolicy, withFacts, withPolicy } from '../../../shared/scenarios/facts.ts';
import { aPolicy, date } from '../../builders/a-workspace.ts';
import { planned, quarter } from './what-if.ts';

const other = aPolicy({ id: 'policy-9' as PolicyId, version: 9, weekendLoad: 20 });

test('without facts the workspace stays as it is', () => {
  const workspace = planned();
  expect(withFacts(workspace, quarter, noFacts)).toEqual(workspace);
});

test('a policy laid over is the newest, in force from the first day of its quarter and not before', () => {
  const laid = withPolicy(planned(), quarter, other);
  expect(policyOf(laid, quarter)).toMatchObject({
    id: 'policy-2',
    version: 2,
    from: '2027-01-01',
    weekendLoad: 20,
  });
  expect(policyOf(laid, '2026-Q4' as QuarterId).weekendLoad).toBe(8);
});

test('a policy that weighs everything as the present one does is no other policy', () => {
  const workspace = planned();
  expect(withPolicy(workspace, quarter, { ...other, weekendLoad: 8 })).toBe(workspace);
});

test('a closed quarter is judged under another policy all the same', () => {
  const record = {
    id: quarter,
    closedOn: date('2027-04-05'),
    policy: 'policy-1' as PolicyId,
    carry: [],
    plan: null,
  };
  const workspace = planned({ quarters: [record] });
  expect(policyOf(withPolicy(workspace, quarter, other), quarter).weekendLoad).toBe(8);
  expect(policyOf(underPolicy(workspace, quarter, other), quarter).weekendLoad).toBe(20);
});
