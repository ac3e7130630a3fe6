import { expect, test } from 'vitest';
import {
  ownerDifferences,
  ownershipOn,
  tasksOf,
  withOwnerKept,
  withTaskOwner,
} from '../../../shared/runbooks/owners.ts';
import { sampleToday, sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aTask, aWorkspace, date } from '../../builders/a-workspace.ts';
import { aRunbook, owner, profit } from './a-runbook.ts';

const today = date('2026-11-23');
const taskA = aTask('A', 'Ann', 'Bo', { pipeline: profit.id, position: 0 });
const taskB = aTask('B', 'Bo', 'Cy', { pipeline: profit.id, position: 1 });
const workspace = aWorkspace({ pipelines: [profit], tasks: [taskA, taskB] });

test('the sample’s Profit runbook names Engineer 1 where task B names Engineer 3, and nothing else differs', () => {
  const sample = sampleWorkspace();
  const found = Object.values(sample.runbooks).flatMap((runbook) =>
    ownerDifferences(sample, runbook, sampleToday).map((it) => ({ runbook: runbook.title, ...it })),
  );
  const name = (id: string | null) => sample.people[id as never]?.name;
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ runbook: 'Profit', role: 'secondary', kept: false });
  expect(sample.tasks[found[0]?.task as never]?.code).toBe('B');
  expect(name(found[0]?.runbookOwner ?? null)).toBe('Engineer 1');
  expect(name(found[0]?.taskOwner ?? null)).toBe('Engineer 3');
});

test('a runbook is measured by the task whose primary owner it names', () => {
  expect(ownerDifferences(workspace, aRunbook(), today)).toEqual([
    { role: 'secondary', runbookOwner: owner('Ann'), task: taskB.id, taskOwner: owner('Cy'), kept: false },
  ]);
});

test('owners who are those of one task differ from nothing', () => {
  expect(
    ownerDifferences(workspace, aRunbook({ ownerPrimary: owner('Ann'), ownerSecondary: owner('Bo') }), today),
  ).toEqual([]);
});

test('owners of no task differ in both roles, from the first task', () => {
  const found = ownerDifferences(
    workspace,
    aRunbook({ ownerPrimary: owner('Di'), ownerSecondary: null }),
    today,
  );
  expect(found.map((it) => [it.role, it.task, it.taskOwner])).toEqual([
    ['primary', taskA.id, owner('Ann')],
    ['secondary', taskA.id, owner('Bo')],
  ]);
});

test('a runbook without pipeline and tasks is measured by nothing', () => {
  expect(ownerDifferences(workspace, aRunbook({ pipeline: null }), today)).toEqual([]);
});

test('the tasks a runbook names count alone; archived ones never', () => {
  expect(tasksOf(workspace, aRunbook({ tasks: [taskA.id] })).map((it) => it.code)).toEqual(['A']);
  const archived = aWorkspace({
    pipelines: [profit],
    tasks: [taskA, { ...taskB, archivedOn: date('2026-01-01') }],
  });
  expect(tasksOf(archived, aRunbook()).map((it) => it.code)).toEqual(['A']);
});

test('the ownership that has begun last counts, whatever the order it is written in', () => {
  const later = { from: date('2027-01-01'), primary: owner('Di'), secondary: null };
  const task = { ...taskA, ownership: [later, ...taskA.ownership] };
  expect(ownershipOn(task, date('2026-12-31')).primary).toBe(owner('Ann'));
  expect(ownershipOn(task, date('2027-01-01')).primary).toBe(owner('Di'));
  expect(ownershipOn(task, date('2020-01-01')).primary).toBe(owner('Di'));
});

test('taking the task’s owner settles the difference', () => {
  const [difference] = ownerDifferences(workspace, aRunbook(), today);
  if (!difference) throw new Error('no difference');
  const settled = withTaskOwner(aRunbook(), difference);
  expect(settled).toEqual(aRunbook({ ownerSecondary: owner('Cy') }));
  expect(ownerDifferences(workspace, settled, today)).toEqual([]);
});

test('a kept owner is asked about again only when the task’s owner changes', () => {
  const [difference] = ownerDifferences(workspace, aRunbook(), today);
  if (!difference) throw new Error('no difference');
  const kept = withOwnerKept(withOwnerKept(aRunbook(), difference), difference);
  expect(kept.ownersKept).toHaveLength(1);
  expect(ownerDifferences(workspace, kept, today).map((it) => it.kept)).toEqual([true]);
  const changed = aWorkspace({
    pipelines: [profit],
    tasks: [taskA, aTask('B', 'Bo', 'Di', { pipeline: profit.id, position: 1 })],
  });
  expect(ownerDifferences(changed, kept, today).map((it) => it.kept)).toEqual([false]);
});

test('taking the task’s owner in one role forgets what was kept in that role only', () => {
  const kept = aRunbook({
    ownersKept: [
      { role: 'primary', task: taskA.id, taskOwner: owner('Ann') },
      { role: 'secondary', task: taskA.id, taskOwner: owner('Bo') },
    ],
  });
  const settled = withTaskOwner(kept, {
    role: 'primary',
    runbookOwner: null,
    task: taskA.id,
    taskOwner: owner('Ann'),
    kept: true,
  });
  expect(settled.ownerPrimary).toBe(owner('Ann'));
  expect(settled.ownersKept.map((it) => it.role)).toEqual(['secondary']);
});
