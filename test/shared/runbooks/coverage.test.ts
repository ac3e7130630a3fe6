import { expect, test } from 'vitest';
import type { PipelineId, RunbookId } from '../../../shared/model/ids.ts';
import { coverageOf, runbooksInOrder } from '../../../shared/runbooks/coverage.ts';
import { sampleToday, sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aPerson, aTask, aWorkspace, date } from '../../builders/a-workspace.ts';
import { aRunbook, owner, profit } from './a-runbook.ts';

const today = date('2026-11-23');
const growth = { id: 'pipeline-growth' as PipelineId, name: 'Growth', code: 'GRO', position: 1 };
const promise = { text: 'Fixed within a day', dayOfMonth: null, resolveWithinHours: 24, severity: null };

test('the sample’s runbooks cover every pipeline; Profit has an owner to settle', () => {
  const coverage = coverageOf(sampleWorkspace(), sampleToday);
  expect(coverage.pipelinesWithout).toEqual([]);
  expect(coverage.runbooks.filter((it) => it.differences.length > 0).map((it) => it.runbook)).toEqual([
    'runbook-profit',
  ]);
  expect(coverage.runbooks.every((it) => !it.ownerMissing && !it.slaMissing)).toBe(true);
});

test('a pipeline that no runbook explains is named', () => {
  const workspace = aWorkspace({
    pipelines: [growth, profit],
    runbooks: [aRunbook({ pipeline: growth.id })],
  });
  expect(coverageOf(workspace, today).pipelinesWithout).toEqual([profit.id]);
});

test('a kept difference is no longer counted', () => {
  const task = aTask('A', 'Bo', 'Cy', { pipeline: profit.id });
  const open = aWorkspace({ pipelines: [profit], tasks: [task], runbooks: [aRunbook()] });
  expect(coverageOf(open, today).runbooks[0]?.differences).toHaveLength(1);
  const kept = aRunbook({ ownersKept: [{ role: 'secondary', task: task.id, taskOwner: owner('Cy') }] });
  expect(
    coverageOf(aWorkspace({ pipelines: [profit], tasks: [task], runbooks: [kept] }), today).runbooks[0]
      ?.differences,
  ).toEqual([]);
});

test.each([
  ['has no secondary', { ownerSecondary: null }, {}, true],
  ['has an owner who left', {}, { leavesOn: date('2026-11-22') }, true],
  ['has an owner whose last day is today', {}, { leavesOn: date('2026-11-23') }, false],
  ['has an archived owner', {}, { archivedOn: date('2026-11-01') }, true],
])('owners are missing when a runbook %s: %s', (_what, runbook, ann, missing) => {
  const people = [aPerson('Ann', ann), aPerson('Bo')];
  const workspace = aWorkspace({
    people,
    pipelines: [profit],
    runbooks: [aRunbook({ slas: [promise], ...runbook })],
  });
  expect(coverageOf(workspace, today).runbooks[0]).toMatchObject({
    ownerMissing: missing,
    slaMissing: false,
  });
});

test('runbooks stand in the lead’s order, then by title', () => {
  const rows = [
    aRunbook({ id: 'runbook-c' as RunbookId, title: 'C', position: 1 }),
    aRunbook({ id: 'runbook-b' as RunbookId, title: 'B', position: 1 }),
    aRunbook({ id: 'runbook-z' as RunbookId, title: 'Z', position: 0 }),
  ];
  expect(runbooksInOrder(aWorkspace({ runbooks: rows })).map((it) => it.title)).toEqual(['Z', 'B', 'C']);
});
