import { expect, test } from 'vitest';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import { planned, scenarioOf } from '../scenarios/what-if.ts';
import { made, refusalOf } from './try-edit.ts';

const scenario = scenarioOf(planned());
const save = (changes: Partial<typeof scenario>) =>
  ({ kind: 'save-scenario', scenario: { ...scenario, ...changes } }) as const;

test('a plan is named, renamed under its id, and removed', () => {
  const named = made(planned(), save({}));
  expect(Object.keys(named.scenarios)).toEqual([scenario.id]);
  const renamed = made(named, save({ name: 'Other' }));
  expect(renamed.scenarios[scenario.id]?.name).toBe('Other');
  expect(made(renamed, { kind: 'remove-scenario', scenario: scenario.id }).scenarios).toEqual({});
});

test('two plans of a quarter cannot have one name, and nothing that is gone can be removed', () => {
  const named = made(planned(), save({}));
  const twin = save({ id: 'scenario-2' as ScenarioId, name: ' as  PLANNED' });
  expect(refusalOf(named, twin)).toMatchObject({ kind: 'duplicate', field: 'name' });
  expect(refusalOf(planned(), { kind: 'remove-scenario', scenario: scenario.id })).toMatchObject({
    kind: 'unknown-record',
  });
});

test('names and notes that the file would not take are refused before anybody sees them as saved', () => {
  for (const name of ['', ' ', 'x'.repeat(201)])
    expect(refusalOf(planned(), save({ name }))).toMatchObject({
      kind: 'invalid',
      where: 'scenarios/scenario-1.name',
    });
  expect(refusalOf(planned(), save({ note: 'x'.repeat(20_001) }))).toMatchObject({
    kind: 'invalid',
    where: 'scenarios/scenario-1.note',
  });
});
