import { expect, test } from 'vitest';
import type { RunbookId } from '../../../shared/model/ids.ts';
import { dueReviews, overdueCount } from '../../../shared/runbooks/due-reviews.ts';
import { date } from '../../builders/a-workspace.ts';
import { aRunbook } from './a-runbook.ts';

const reviewed = (name: string, lastReviewedOn: string | null) =>
  aRunbook({
    id: `runbook-${name}` as RunbookId,
    title: name,
    lastReviewedOn: lastReviewedOn === null ? null : date(lastReviewedOn),
  });
const runbooks = [
  reviewed('fresh', '2026-11-01'),
  reviewed('soon', '2026-06-23'),
  reviewed('later', '2026-06-24'),
  reviewed('late', '2026-05-22'),
  reviewed('today', '2026-05-23'),
  reviewed('never', null),
];

test('never reviewed comes first, then the longest overdue, then what comes due within 30 days', () => {
  const names = dueReviews(runbooks, date('2026-11-23')).map(({ runbook }) => runbook.title);
  expect(names).toEqual(['never', 'late', 'today', 'soon']);
});

test('the reminder counts what was never reviewed and what is overdue, not what is due today', () => {
  expect(overdueCount(runbooks, date('2026-11-23'))).toBe(2);
});
