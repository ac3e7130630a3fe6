import { expect, test } from 'vitest';
import { upgraded } from '../../../shared/document/upgrades/index.ts';

const append = (word: string) => (workspace: unknown) => [...(workspace as string[]), word];
const steps = [
  { from: 1, upgrade: append('one') },
  { from: 2, upgrade: append('two') },
  { from: 3, upgrade: append('three') },
];

test('steps are taken in order, from the version of the file to the one asked for', () => {
  expect(upgraded([], 1, 4, steps)).toEqual({ ok: true, value: ['one', 'two', 'three'] });
  expect(upgraded([], 2, 3, steps)).toEqual({ ok: true, value: ['two'] });
  expect(upgraded(['as it was'], 4, 4, steps)).toEqual({ ok: true, value: ['as it was'] });
});

test('a gap between steps is refused, and says where it is', () => {
  const holed = steps.filter(({ from }) => from !== 2);
  expect(upgraded([], 1, 4, holed)).toEqual({ ok: false, reason: 'nothing leads from format 2 to 3' });
});

test('version 1 is the first: nothing has to be upgraded, and nothing leads to it', () => {
  expect(upgraded({ kept: true }, 1, 1)).toEqual({ ok: true, value: { kept: true } });
  expect(upgraded({}, 0, 1)).toMatchObject({ ok: false });
});
