import { expect, test } from 'vitest';
import { audienceText, reviewText, runbookPage } from '../../../shared/runbooks/page.ts';
import { reviewOf } from '../../../shared/runbooks/review.ts';
import { aTask, aWorkspace, date } from '../../builders/a-workspace.ts';
import { aRunbook, owner, profit } from './a-runbook.ts';

const today = date('2026-11-23');
const tasks = [
  aTask('A', 'Ann', 'Bo', { pipeline: profit.id, position: 0, name: 'Unit-level profit' }),
  aTask('B', 'Bo', 'Cy', { pipeline: profit.id, position: 1 }),
];
const workspace = aWorkspace({ pipelines: [profit], tasks });

test('an owner stands with what they own of the runbook’s tasks, and with what differs', () => {
  const { owners } = runbookPage(workspace, aRunbook(), today);
  expect(owners.map((it) => [it.role, it.owner?.name, it.holds, it.differs])).toEqual([
    ['primary', 'Bo', ['task A, secondary', 'task B, primary'], null],
    ['secondary', 'Ann', ['task A, primary'], 'Task B names Cy'],
  ]);
});

test('a role without owner says so', () => {
  const { owners } = runbookPage(workspace, aRunbook({ ownerSecondary: null }), today);
  expect(owners[1]).toMatchObject({ owner: null, holds: [], differs: 'Task B names Cy' });
});

test('a service level is a day, a clock, or words alone', () => {
  const sla = { dayOfMonth: null, resolveWithinHours: null, severity: null };
  const page = runbookPage(
    workspace,
    aRunbook({
      slas: [
        { ...sla, text: 'Reviewed by accounts' },
        { ...sla, text: 'Ready', dayOfMonth: 5 },
        { ...sla, text: 'Fixed', resolveWithinHours: 1, severity: 'critical' },
        { ...sla, text: 'Answered', dayOfMonth: 22, resolveWithinHours: 24 },
      ],
    }),
    today,
  );
  expect(page.promises.map((it) => [it.day, it.clock, it.severity])).toEqual([
    [null, null, null],
    ['5th of each month', null, null],
    [null, '1 hour', 'critical'],
    ['22nd of each month', '24 hours', null],
  ]);
});

test('names, pipeline and tasks are given as people know them', () => {
  const page = runbookPage(workspace, aRunbook(), today);
  expect(page.pipeline).toBe('Profit');
  expect(page.tasks).toEqual(['A, Unit-level profit', 'B, Task B']);
  expect(page.names.get(owner('Cy'))).toBe('Cy');
  expect(audienceText[page.audience]).toBe('Investor-facing');
  expect(runbookPage(workspace, aRunbook({ pipeline: null }), today).pipeline).toBe(null);
});

test.each([
  [null, 'Not reviewed yet'],
  ['2026-10-01', 'Last reviewed 2026-10-01, next review by 2027-04-01'],
  ['2026-01-31', 'Last reviewed 2026-01-31, review overdue since 2026-07-31'],
])('a review of %s reads: %s', (last, text) => {
  const review = reviewOf(aRunbook({ lastReviewedOn: last === null ? null : date(last) }), today);
  expect(reviewText(review, (day) => day)).toBe(text);
});
