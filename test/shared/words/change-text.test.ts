import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import type { Change, Command } from '../../../shared/editing/command.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { peopleOf, recordChange } from '../../../shared/words/change-text.ts';

const workspace = sampleWorkspace();

function madeBy(command: Command): { readonly changes: readonly Change[]; readonly after: typeof workspace } {
  const edited = edit(workspace, command);
  if (!edited.ok) throw new Error(edited.reason.kind);
  return { changes: edited.value.changes, after: edited.value.workspace };
}

const [first] = Object.values(workspace.people as Readonly<Record<string, (typeof workspace.people)[never]>>);
if (first === undefined) throw new Error('the sample has people');

test('a changed record shows the fields that differ, before and after', () => {
  const { changes, after } = madeBy({ kind: 'save-person', person: { ...first, fullTimePercent: 80 } });
  expect(changes.map((change) => recordChange(change, after))).toEqual([
    {
      table: 'people',
      id: first.id,
      name: 'the person Engineer 1',
      effect: 'changed',
      fields: [{ field: 'full time percent', before: '100', after: '80' }],
    },
  ]);
});

test('people and days are read as people and days, not as ids', () => {
  const task = Object.values(workspace.tasks as Readonly<Record<string, (typeof workspace.tasks)[never]>>)[0];
  if (task === undefined) throw new Error('the sample has tasks');
  const { changes, after } = madeBy({
    kind: 'save-task',
    task: {
      ...task,
      ownership: [...task.ownership, { from: '2027-02-01' as never, primary: null, secondary: first.id }],
    },
  });
  const [change] = changes;
  const [field] = change === undefined ? [] : recordChange(change, after).fields;
  expect(field?.after).toContain('Mon 1 Feb 2027');
  expect(field?.after).toContain('primary none, secondary Engineer 1');
});

test('rules are called as the policy calls them, not as the file does', () => {
  const shift = { person: first.id, accepted: [] };
  const change = {
    table: 'shifts',
    id: 'rotation-team/primary/2027-01-04',
    before: shift,
    after: { ...shift, accepted: ['two-roles-two-people', 'on-leave'] },
  } as unknown as Parameters<typeof recordChange>[0];
  expect(recordChange(change, workspace).fields).toEqual([
    { field: 'accepted', before: 'none', after: 'Two roles, two people, Nobody on leave' },
  ]);
});

test('a record that is gone keeps its name', () => {
  const [runbook] = Object.values(
    workspace.runbooks as Readonly<Record<string, (typeof workspace.runbooks)[never]>>,
  );
  if (runbook === undefined) throw new Error('the sample has runbooks');
  const { changes, after } = madeBy({ kind: 'remove-runbook', runbook: runbook.id });
  const [change] = changes;
  if (change === undefined) throw new Error('nothing changed');
  expect(recordChange(change, after)).toMatchObject({
    name: `the runbook ${runbook.title}`,
    effect: 'removed',
  });
});

test('knows whom a change is about', () => {
  const { changes } = madeBy({
    kind: 'save-leave',
    leave: {
      id: 'leave-x' as never,
      person: first.id,
      from: '2027-02-01' as never,
      to: '2027-02-02' as never,
      part: 'day',
      kind: 'leave',
      tentative: false,
      reason: '',
    },
  });
  expect(changes.flatMap(peopleOf)).toEqual([first.id]);
});
