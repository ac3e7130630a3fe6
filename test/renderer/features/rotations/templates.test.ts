import { expect, test } from 'vitest';
import { draftErrors, draftOf } from '../../../../renderer/features/rotations/draft.ts';
import {
  freeRotationName,
  rotationFrom,
  templates,
} from '../../../../renderer/features/rotations/templates.ts';
import type { PipelineId, RotationId } from '../../../../shared/model/ids.ts';
import { integrityFindings } from '../../../../shared/model/integrity.ts';
import { slotsOfQuarter } from '../../../../shared/rotation/expand.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aPerson, aRotation, aWorkspace, date } from '../../../builders/a-workspace.ts';
import { made } from '../../../shared/editing/try-edit.ts';

const today = date('2026-11-23');
const id = 'rotation-new' as RotationId;

test.each(templates)('$title can be saved as it is, in an empty plan and in a full one', (template) => {
  for (const workspace of [aWorkspace({ rotations: [] }), sampleWorkspace()]) {
    const rotation = rotationFrom(template, workspace, id, today);
    expect(draftErrors(draftOf(rotation), String)).toEqual({});
    const after = made(workspace, { kind: 'save-rotation', rotation });
    expect(integrityFindings(after)).toEqual([]);
    expect(slotsOfQuarter(after, '2027-Q1' as never).some((slot) => slot.rotation === id)).toBe(true);
    expect(rotation.startsOn).toBe('2026-11-23');
  }
});

test('a watch takes a pipeline that nobody watches yet, with its name and code, and its owners stand in', () => {
  const pipeline = { id: 'pipeline-risk' as PipelineId, name: 'Risk', code: 'RIS', position: 0 };
  const watch = templates.find(({ kind }) => kind === 'watch');
  if (watch === undefined) throw new Error('there is one');
  const workspace = aWorkspace({ pipelines: [pipeline] });
  expect(rotationFrom(watch, workspace, id, today)).toMatchObject({
    name: 'Risk',
    code: 'RIS',
    pipeline: pipeline.id,
    standIns: 'task-owners',
  });
  const watched = aWorkspace({
    pipelines: [pipeline],
    rotations: [aRotation('Risk', [], { pipeline: pipeline.id })],
  });
  expect(rotationFrom(watch, watched, id, today)).toMatchObject({
    name: 'Watch',
    pipeline: null,
    standIns: [],
  });
});

test('who has left or is archived takes no turns in a new rotation, and names stay apart', () => {
  const people = [
    aPerson('Ann'),
    aPerson('Bo', { leavesOn: date('2026-11-01') }),
    aPerson('Cy', { archivedOn: date('2026-11-01') }),
    aPerson('Di', { leavesOn: date('2027-01-31') }),
  ];
  const [template] = templates;
  if (template === undefined) throw new Error('there is one');
  const workspace = aWorkspace({ people, rotations: [aRotation('Team', ['Ann'])] });
  const rotation = rotationFrom(template, workspace, id, today);
  expect(rotation.participants.map(({ person }) => person)).toEqual(['person-ann', 'person-di']);
  expect(rotation.name).toBe('Team 2');
  expect(
    freeRotationName(aWorkspace({ rotations: [aRotation('Team', [], { archivedOn: today })] }), 'Team'),
  ).toBe('Team');
});
