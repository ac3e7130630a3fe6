import { expect, test } from 'vitest';
import type { PipelineId } from '../../../shared/model/ids.ts';
import { aPerson, aTask, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';
import { made, refusalOf } from './try-edit.ts';

test('one person is not both primary and secondary owner of a task', () => {
  expect(refusalOf(aWorkspace(), { kind: 'save-task', task: aTask('A', 'Ann', 'Ann') })).toMatchObject({
    kind: 'invalid',
    where: 'tasks/task-a.ownership',
  });
});

test('a task may have no owner in a role, and not one who is unknown', () => {
  expect(made(aWorkspace(), { kind: 'save-task', task: aTask('A', null, null) }).tasks).toHaveProperty(
    'task-a',
  );
  expect(refusalOf(aWorkspace(), { kind: 'save-task', task: aTask('A', 'Zed', null) })).toMatchObject({
    kind: 'unknown-record',
    table: 'people',
    id: 'person-zed',
  });
});

test('owners follow each other in time', () => {
  const task = aTask('A', 'Ann', 'Bo');
  const later = { from: date('2027-02-01'), primary: personIdOf('Bo'), secondary: personIdOf('Ann') };
  expect(
    made(aWorkspace(), { kind: 'save-task', task: { ...task, ownership: [...task.ownership, later] } }).tasks[
      task.id
    ]?.ownership,
  ).toHaveLength(2);
  const wrong = { ...task, ownership: [later, ...task.ownership] };
  expect(refusalOf(aWorkspace(), { kind: 'save-task', task: wrong })).toMatchObject({ kind: 'invalid' });
});

test('a task is not given to somebody archived, and keeps one who was archived since', () => {
  const people = [aPerson('Ann', { archivedOn: date('2026-12-01') }), aPerson('Bo')];
  const task = aTask('A', 'Ann', null);
  expect(refusalOf(aWorkspace({ people, rotations: [] }), { kind: 'save-task', task })).toMatchObject({
    kind: 'archived',
    id: 'person-ann',
  });
  const held = aWorkspace({ people, rotations: [], tasks: [task] });
  expect(made(held, { kind: 'save-task', task: { ...task, name: 'Renamed' } }).tasks[task.id]?.name).toBe(
    'Renamed',
  );
});

test('two pipelines, and two tasks, never share a code', () => {
  const pipeline = { id: 'pipeline-profit' as PipelineId, name: 'Profit', code: 'PRO', position: 0 };
  const workspace = made(aWorkspace({ tasks: [aTask('A', null, null)] }), {
    kind: 'save-pipeline',
    pipeline,
  });
  const twin = { ...pipeline, id: 'pipeline-other' as PipelineId, name: 'Promises' };
  expect(refusalOf(workspace, { kind: 'save-pipeline', pipeline: twin })).toMatchObject({
    kind: 'duplicate',
    field: 'code',
    with: 'pipeline-profit',
  });
  expect(
    refusalOf(workspace, { kind: 'save-task', task: aTask('B', null, null, { code: 'A' }) }),
  ).toMatchObject({ kind: 'duplicate', field: 'code' });
  expect(
    refusalOf(workspace, { kind: 'save-task', task: aTask('B', null, null, { pipeline: twin.id }) }),
  ).toMatchObject({ kind: 'unknown-record', table: 'pipelines' });
});

test('a pipeline goes only while nothing names it, archived records included', () => {
  const pipeline = { id: 'pipeline-x' as PipelineId, name: 'Orders', code: 'OR', position: 0 };
  const task = { ...aTask('A', null, null), pipeline: pipeline.id, archivedOn: date('2026-12-01') };
  const remove = { kind: 'remove-pipeline', pipeline: pipeline.id } as const;
  const used = aWorkspace({ pipelines: [pipeline], tasks: [task] });
  expect(refusalOf(used, remove)).toEqual({
    kind: 'still-used',
    table: 'pipelines',
    id: pipeline.id,
    by: { table: 'tasks', id: task.id },
  });
  expect(made(aWorkspace({ pipelines: [pipeline] }), remove).pipelines).toEqual({});
  expect(refusalOf(aWorkspace(), remove)).toMatchObject({ kind: 'unknown-record' });
});
