import { describe, expect, test } from 'vitest';
import { commonAncestor, compareVersions, takenOver, withChoices } from '../../../shared/document/merge.ts';
import { applyRecorded, diff } from '../../../shared/editing/changes.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aPerson, aWorkspace, personIdOf } from '../../builders/a-workspace.ts';

const base = aWorkspace();

const withPeople = (workspace: Workspace, ...people: readonly Person[]): Workspace => ({
  ...workspace,
  people: { ...workspace.people, ...Object.fromEntries(people.map((person) => [person.id, person])) },
});

const without = (workspace: Workspace, name: string): Workspace => ({
  ...workspace,
  people: Object.fromEntries(Object.entries(workspace.people).filter(([id]) => id !== personIdOf(name))),
});

const renamed = (workspace: Workspace, name: string, to: string): Workspace => {
  const id: PersonId = personIdOf(name);
  const person = workspace.people[id];
  if (person === undefined) throw new Error(`${name} is not there`);
  return withPeople(workspace, { ...person, name: to });
};

const merged = (ours: Workspace, theirs: Workspace, ancestor: Workspace | null = base): Workspace =>
  applyRecorded(ours, takenOver(compareVersions(ancestor, ours, theirs)));

describe('a merge by record', () => {
  test('takes each record from the side that changed it', () => {
    const ours = withPeople(renamed(base, 'Ann', 'Anna'), aPerson('Eve'));
    const theirs = without(renamed(base, 'Bo', 'Bob'), 'Di');
    const both = merged(ours, theirs);
    expect(
      Object.values(both.people)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Anna', 'Bob', 'Cy', 'Eve']);
    expect(merged(theirs, ours)).toEqual(both);
  });

  test('needs no choice where both sides did the same', () => {
    const same = renamed(base, 'Ann', 'Anna');
    expect(compareVersions(base, same, same)).toEqual([]);
    expect(merged(same, renamed(same, 'Bo', 'Bob'))).toEqual(renamed(same, 'Bo', 'Bob'));
  });

  test('asks where both changed a record differently, and where one changed what the other removed', () => {
    const ours = renamed(renamed(base, 'Ann', 'Anna'), 'Bo', 'Bob');
    const theirs = without(renamed(base, 'Ann', 'Annie'), 'Bo');
    const records = compareVersions(base, ours, theirs);
    expect(
      records.map(({ id, ourEffect, theirEffect, conflicts, side }) => [
        id,
        ourEffect,
        theirEffect,
        conflicts.length > 0,
        side,
      ]),
    ).toEqual([
      ['person-ann', 'changed', 'changed', true, 'ours'],
      ['person-bo', 'changed', 'removed', true, 'ours'],
    ]);
    const chosen = withChoices(records, [{ table: 'people', id: 'person-bo', side: 'theirs' }]);
    expect(
      Object.values(applyRecorded(ours, takenOver(chosen)).people)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Anna', 'Cy', 'Di']);
  });

  test('without a common state loses nothing that one side has, and asks about all that both have', () => {
    const ours = without(renamed(base, 'Ann', 'Anna'), 'Di');
    const theirs = without(base, 'Cy');
    const records = compareVersions(null, ours, theirs);
    expect(records.map(({ id, conflicts, side }) => [id, conflicts.length > 0, side])).toEqual([
      ['person-ann', true, 'ours'],
      ['person-cy', false, 'ours'],
      ['person-di', false, 'theirs'],
    ]);
  });
});

describe('the common state', () => {
  /** Our history: five edits after the ways parted at revision 3. */
  const states = [base, renamed(base, 'Ann', 'A1')];
  states.push(renamed(states[1]!, 'Bo', 'B2'), renamed(renamed(states[1]!, 'Bo', 'B2'), 'Cy', 'C3'));
  states.push(renamed(states[3]!, 'Ann', 'A4'), withPeople(renamed(states[3]!, 'Ann', 'A4'), aPerson('Eve')));
  const edits = states
    .slice(1)
    .map((state, index) => ({ revision: index + 1, changes: diff(states[index]!, state) }))
    .reverse();
  const ours = { workspace: states[5]!, revision: 5 };

  test('is the one from which the ways parted', () => {
    const theirs = renamed(renamed(states[3]!, 'Di', 'D'), 'Bo', 'Bob');
    expect(commonAncestor(ours, theirs, edits, 5)).toEqual({ revision: 3, workspace: states[3] });
  });

  test('is ours where they only went on from it, and theirs where only we did', () => {
    expect(commonAncestor(ours, renamed(states[5]!, 'Di', 'D'), edits, 6)?.revision).toBe(5);
    expect(commonAncestor(ours, states[2]!, edits, 2)).toEqual({ revision: 2, workspace: states[2] });
  });

  test('is none later than their revision', () => {
    expect(commonAncestor(ours, states[5]!, edits, 3)?.revision).toBeLessThanOrEqual(3);
    expect(commonAncestor(ours, states[5]!, [], 3)).toBeNull();
  });

  test('is from before both changed one record, though neither has what the other made of it', () => {
    const [ann] = Object.values(base.people);
    const other = withPeople(base, { ...ann!, email: 'ann@example.org' });
    const ourEdits = edits.filter(({ revision }) => revision === 1);
    const mine = { workspace: states[1]!, revision: 1 };
    // By another field of it, whatever their revision is; by the same field, where their revision shows that they cannot come from ours.
    expect(commonAncestor(mine, other, ourEdits, 4)?.revision).toBe(0);
    expect(commonAncestor(mine, renamed(base, 'Ann', 'Annie'), ourEdits, 1)?.revision).toBe(0);
    expect(commonAncestor(mine, without(base, 'Ann'), ourEdits, 1)?.revision).toBe(0);
    const added = withPeople(base, aPerson('Eve'));
    const adding = [{ revision: 1, changes: diff(base, added) }];
    const elsewhere = withPeople(base, aPerson('Eve', { email: 'eve@example.org' }));
    expect(commonAncestor({ workspace: added, revision: 1 }, elsewhere, adding, 1)?.revision).toBe(0);
  });
});
