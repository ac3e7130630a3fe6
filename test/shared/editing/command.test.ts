import { expect, test } from 'vitest';
import { diff, reverse } from '../../../shared/editing/changes.ts';
import { commandSchema } from '../../../shared/editing/command.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

const workspace = sampleWorkspace();
const [id, person] = Object.entries(workspace.people)[0] ?? [];
const renamed = { ...workspace, people: { ...workspace.people, [id as string]: { ...person, name: 'Ada' } } } as typeof workspace;
const undo = { kind: 'revert', direction: 'undo', of: 1, changes: reverse(diff(workspace, renamed)) };

test('an undo of a real edit passes', () => {
  expect(commandSchema.safeParse(undo).success).toBe(true);
});

test('an undo that brings in a record no other command could make is refused, and says where', () => {
  const forged = { ...undo, changes: [{ table: 'people', id, before: person, after: { ...person, fullTimePercent: 900 as number, joinsOn: '2027-02-30' as LocalDate } }] };
  const parsed = commandSchema.safeParse(forged);
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.path).toEqual(['changes', 0, 'after', 'fullTimePercent']);
});

test('an undo of a table that does not exist is refused', () => {
  expect(commandSchema.safeParse({ ...undo, changes: [{ table: '__proto__', id, before: null, after: {} }] }).success).toBe(false);
});

test('a command comes out of its check as it went in: what the window shows is what the keeper keeps', () => {
  const padded = { kind: 'save-person', person: { ...person, name: '  Ada ', aliases: ['A. '] } };
  expect(commandSchema.parse(padded)).toEqual(padded);
  expect(commandSchema.safeParse({ ...padded, person: { ...padded.person, name: ' \t' } }).success).toBe(false);
});
