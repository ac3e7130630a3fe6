import { beforeAll, expect, test } from 'vitest';
import { findShares } from '../../../../shared/planner/assess.ts';
import { structuralCause } from '../../../../shared/planner/explain/cause.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { aLeave, aPerson, aRotation, aWorkspace, personIdOf, secondary } from '../../../builders/a-workspace.ts';
import { q1 } from '../small-team.ts';
import { loadSolver } from './asked.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const causeOf = async (workspace: Workspace, name: string) => structuralCause(workspace, q1, await findShares(workspace, q1, solver), personIdOf(name), solver);

test('who may be secondary only is kept below the target by that, and the others are above theirs because of them', async () => {
  const team = aRotation();
  const junior = { ...team, participants: team.participants.map((one) => (one.person === personIdOf('Di') ? { ...one, layers: [secondary] } : one)), restWeeks: 1 };
  const workspace = aWorkspace({ rotations: [junior] });
  const di = await causeOf(workspace, 'Di');
  expect(di.structural).toBeGreaterThan(di.band);
  expect(di.cause?.restriction).toEqual({ kind: 'layers', rotation: junior.id });
  expect(di.cause?.closes).toBeGreaterThan(di.structural / 2);
  expect(di.mostTurns).toBe(7);
  const ann = await causeOf(workspace, 'Ann');
  expect(ann.structural).toBeLessThan(0);
  expect([ann.cause, ann.others]).toEqual([null, [personIdOf('Di')]]);
});

test('a cap is named with its number, and a share that can be reached has no cause', async () => {
  const people = ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) => aPerson(name, { position, mostShiftsAQuarter: name === 'Bo' ? 2 : null }));
  const workspace = aWorkspace({ people });
  const bo = await causeOf(workspace, 'Bo');
  expect(bo.cause?.restriction).toEqual({ kind: 'cap', cap: 2 });
  expect(bo.mostTurns).toBe(2);
  const even = await causeOf(aWorkspace(), 'Bo');
  expect(Math.abs(even.structural)).toBeLessThan(1);
  expect([even.cause, even.causes]).toEqual([null, []]);
});

test('of two rotations, the one in which somebody takes no part is what keeps them from their share', async () => {
  const workspace = aWorkspace({
    people: ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) => aPerson(name, { position })),
    rotations: [aRotation('Big', ['Ann', 'Bo', 'Cy'], { factorPercent: 200 }), aRotation('Small', ['Ann', 'Bo', 'Cy', 'Di'], { factorPercent: 20, position: 1 })],
  });
  const di = await causeOf(workspace, 'Di');
  expect(di.cause?.restriction).toEqual({ kind: 'rotation', rotation: 'rotation-big' });
});

test('leave that falls where the others are away too is no cause by itself where presence has lowered the target', async () => {
  const workspace = aWorkspace({ leave: [aLeave('Ann', '2027-01-04', '2027-02-12')] });
  const ann = await causeOf(workspace, 'Ann');
  expect(Math.abs(ann.structural)).toBeLessThan(ann.band);
  expect(ann.cause).toBeNull();
});

test('somebody who may take no slot has no share to explain', async () => {
  const workspace = aWorkspace({ people: ['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((name, position) => aPerson(name, { position })) });
  await expect(causeOf(workspace, 'Ed')).rejects.toThrow(/may take no slot/);
});
