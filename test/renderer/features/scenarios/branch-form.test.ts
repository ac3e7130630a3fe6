import { expect, test } from 'vitest';
import {
  allInCadence,
  branchErrors,
  emptyBranch,
  freeName,
  suggestedName,
  termsOfForm,
} from '../../../../renderer/features/scenarios/branch-form.ts';
import { aPolicy, aRotation, personIdOf, rotationIdOf } from '../../../builders/a-workspace.ts';
import { oneLayer, planned } from '../../../shared/scenarios/what-if.ts';

const core = aRotation('Core', ['Ann', 'Bo']);
const workspace = planned({ rotations: [oneLayer, core] });
const rotations = [oneLayer, core];

test('a branch is named by what it changes', () => {
  const named = (form: Partial<typeof emptyBranch>) =>
    suggestedName(workspace, rotations, { ...emptyBranch, ...form });
  expect(named({})).toBe('Planned anew');
  expect(named(allInCadence(rotations, 2))).toBe('Every two weeks');
  expect(named({ cadence: { [core.id]: 2 } })).toBe('Core every two weeks');
  expect(named({ without: ['Ann', 'Bo', 'Cy'].map(personIdOf), policy: aPolicy() })).toBe(
    'Without Ann, Bo and 1 more, another policy',
  );
  expect(named({ newcomer: ' Zoe ' })).toBe('With Zoe');
});

test('a name that is taken gets a number', () => {
  expect(freeName('Every two weeks', [])).toBe('Every two weeks');
  expect(freeName('Every two weeks', ['every two weeks', 'Every two weeks 2'])).toBe('Every two weeks 3');
});

test('names that are taken and times that cannot be are told at their fields', () => {
  const form = { ...emptyBranch, name: 'as agreed', newcomer: 'ann', newcomerTime: '120' };
  expect(branchErrors(form, ['Ann'], ['As agreed'])).toEqual({
    name: 'Another plan of this quarter has this name.',
    newcomer: 'Somebody in the team has this name.',
    newcomerTime: 'Give whole per cent, 1 to 100.',
  });
  expect(branchErrors({ ...emptyBranch, newcomerTime: 'x' }, [], [])).toEqual({});
  expect(branchErrors({ ...emptyBranch, name: ' present PLAN ' }, [], [])).toEqual({
    name: 'Present plan is what the plan that stands is called.',
  });
});

test('the form becomes terms, without anybody who joins while no name is given', () => {
  expect(termsOfForm(emptyBranch).joining).toEqual([]);
  const form = {
    ...emptyBranch,
    newcomer: ' Zoe ',
    newcomerTime: '80',
    newcomerRotations: [rotationIdOf('Team')],
  };
  expect(termsOfForm(form).joining).toEqual([
    { name: 'Zoe', fullTimePercent: 80, rotations: [rotationIdOf('Team')] },
  ]);
});

test('no name is longer than the file takes', () => {
  expect(freeName('x'.repeat(500), ['x'.repeat(180)]).length).toBeLessThanOrEqual(200);
  const long = 'x'.repeat(201);
  expect(Object.keys(branchErrors({ ...emptyBranch, name: long, newcomer: long }, [], []))).toEqual([
    'name',
    'newcomer',
  ]);
});
