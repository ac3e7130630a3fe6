import { expect, test } from 'vitest';
import {
  draftErrors,
  draftOf,
  inLayer,
  layerNameFor,
  rotationOf,
  withLayer,
  withoutLayer,
  withPerson,
  type RotationDraft,
} from '../../../../renderer/features/rotations/draft.ts';
import type { LayerName, PersonId } from '../../../../shared/model/ids.ts';
import { aRotation, personIdOf, primary, secondary } from '../../../builders/a-workspace.ts';

const rotation = aRotation();
const draft = draftOf(rotation);
const nameOf = (person: PersonId): string => person.replace('person-', '');
const errors = (changes: Partial<RotationDraft>) => draftErrors({ ...draft, ...changes }, nameOf);

test('a draft that nobody touched is the rotation', () => {
  expect(rotationOf(draft, rotation)).toEqual(rotation);
  expect(errors({})).toEqual({});
});

test.each(['17:05', '5:05 PM', ' 5:05 pm '])('a hand-off is taken on either clock: %s', (time) => {
  expect(errors({ time })).toEqual({});
  expect(rotationOf({ ...draft, time }, rotation).handoff.time).toBe('17:05');
});

test.each<[string, Partial<RotationDraft>, string]>([
  ['no name', { name: '  ' }, 'name'],
  ['a name of 201 letters', { name: 'x'.repeat(201) }, 'name'],
  ['a code in small letters', { code: 'team' }, 'code'],
  ['a time that is none', { time: '25:00' }, 'time'],
  ['an hour alone', { time: '9' }, 'time'],
  ['no start', { startsOn: '' }, 'startsOn'],
  ['a day that is none', { startsOn: '2027-02-30' }, 'startsOn'],
  ['an end before the start', { endsOn: '2026-01-01' }, 'endsOn'],
  ['a weight with a comma', { factor: '1,5' }, 'factor'],
  ['too much rest', { rest: '13' }, 'rest'],
  [
    'owners as stand-ins without a pipeline',
    { kind: 'watch', standIns: 'task-owners', pipeline: null },
    'standIns',
  ],
  ['a layer without a name', { layers: [{ name: primary, title: ' ', weight: '100' }] }, 'title-primary'],
  ['a layer of 301 %', { layers: [{ name: primary, title: 'Primary', weight: '301' }] }, 'weight-primary'],
])('%s is told at its field', (_name, changes, field) => {
  expect(Object.keys(errors(changes))).toEqual([field]);
});

test('two layers of one name are told at the second', () => {
  const layers = [primary, secondary].map((name) => ({
    name,
    title: name === primary ? 'Primary' : 'primary ',
    weight: '50',
  }));
  expect(errors({ layers })).toEqual({ 'title-secondary': 'Another layer has this name.' });
});

test('a duty that is added is everybody’s, a shadow nobody’s, and names of layers stay apart', () => {
  const backup = withLayer(draft, 'Backup', 25);
  expect(backup.participants.every(({ layers }) => layers.includes('backup' as LayerName))).toBe(true);
  const shadow = withLayer(withLayer(draft, 'Shadow', 0), 'Shadow', 0);
  expect(shadow.layers.map(({ name }) => name)).toEqual([primary, secondary, 'shadow', 'shadow-2']);
  expect(shadow.participants).toEqual(draft.participants);
  expect(layerNameFor('2. Réserve', [])).toBe('reserve');
  expect(layerNameFor('電話', [])).toBe('layer');
});

test('whoever loses their only layer is not taken out silently: the field says so', () => {
  const junior = inLayer(draft, personIdOf('Ann'), primary, false);
  expect(junior.participants[0]?.layers).toEqual([secondary]);
  const idle = withoutLayer(junior, secondary);
  expect(draftErrors(idle, nameOf)).toEqual({
    participants: 'ann takes turns in no layer: choose one, or take them out.',
  });
  expect(draftErrors(inLayer(idle, personIdOf('Ann'), primary, true), nameOf)).toEqual({});
});

test('layers of somebody stay in the order of the rotation, and a newcomer takes every duty', () => {
  const off = inLayer(inLayer(draft, personIdOf('Bo'), primary, false), personIdOf('Bo'), primary, true);
  expect(off.participants).toEqual(draft.participants);
  const shadow = withPerson(withLayer(draft, 'Shadow', 0), personIdOf('Zed'));
  expect(shadow.participants.at(-1)).toEqual({ person: 'person-zed', layers: [primary, secondary] });
});
