import { expect, test } from 'vitest';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { diffLines, versionDiff } from '../../../shared/words/version-diff.ts';
import {
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
} from '../../builders/a-workspace.ts';

const people = ['Ann', 'Bo', 'Cy'].map((name, position) => aPerson(name, { position }));
const base = aWorkspace({
  people,
  rotations: [aRotation('Team', ['Ann', 'Bo'])],
  shifts: [aShift('2027-01-04', 'Ann')],
  leave: [aLeave('Bo', '2027-02-01', '2027-02-05', { reason: 'nobody-reads-this' })],
});

const lines = (after: Workspace, before = base): readonly string[] =>
  versionDiff(before, after).flatMap(diffLines);

test('a shift that went over says which and from whom to whom', () => {
  const shift = aShift('2027-01-04', 'Bo', { sequence: 1 });
  expect(lines({ ...base, shifts: { [shift.id]: shift } })).toEqual([
    '~ shift Team primary 2027-01-04',
    '    person: Ann → Bo',
    '    sequence: 0 → 1',
  ]);
});

test('somebody who is gone is still called by name, and two of one name by their ids', () => {
  const [ann, bo] = people;
  const gone = {
    ...base,
    people: Object.fromEntries(people.slice(0, 2).map((one) => [one.id, one])),
  } as Workspace;
  expect(lines(gone)[0]).toMatch(/^- person Cy: full time percent 100, /);
  const twins = { ...base, people: { ...base.people, [bo!.id]: { ...bo!, name: ann!.name } } };
  expect(lines(twins)[0]).toBe('~ person Ann [person-bo]');
});

test('of lists only what went and came is told', () => {
  const ann = {
    ...aPerson('Ann'),
    wishes: [{ week: date('2027-02-01'), kind: 'avoid' as const }],
    aliases: ['A'],
  };
  expect(lines({ ...base, people: { ...base.people, [ann.id]: ann } })).toEqual([
    '~ person Ann',
    '    aliases: nothing → A',
    '    wishes: nothing → kind avoid, week 2027-02-01',
  ]);
  const rotation = aRotation('Team', ['Bo', 'Ann']);
  expect(lines({ ...base, rotations: { [rotation.id]: rotation } })[1]).toMatch(
    /participants: .*person Ann.* → .*person Bo/,
  );
});

test('that a private reason changed is told, and no more of it', () => {
  const [leave] = Object.values(base.leave);
  const said = lines({ ...base, leave: { [leave!.id]: { ...leave!, reason: 'nor-this' } } });
  expect(said).toEqual(['~ leave Bo, 2027-02-01 to 2027-02-05', '    reason: changed']);
  expect(lines({ ...base, leave: {} }).join()).not.toMatch(/nobody-reads-this/);
});

test('an equal workspace has no difference, and each is told as often as the other way round', () => {
  expect(versionDiff(base, structuredClone(base))).toEqual([]);
  const after = { ...base, people: { ...base.people, [personIdOf('Eve')]: aPerson('Eve') } };
  expect(versionDiff(base, after).map(({ change }) => change)).toEqual(['added']);
  expect(versionDiff(after, base).map(({ change }) => change)).toEqual(['removed']);
});
