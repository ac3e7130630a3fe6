import { expect, test } from 'vitest';
import { diff, reverse } from '../../../shared/editing/changes.ts';
import { edit } from '../../../shared/editing/edit.ts';
import { aPerson, aWorkspace } from '../../builders/a-workspace.ts';

const earlier = aWorkspace();
const later = { ...earlier, people: { ...earlier.people, 'person-eve': aPerson('Eve') } };

test('an older state is taken back as one edit, and that edit can be taken back', () => {
  const restored = edit(later, { kind: 'restore', from: 'restore-point', changes: diff(later, earlier) });
  if (!restored.ok) throw new Error(restored.reason.kind);
  expect(restored.value.workspace).toEqual(earlier);
  const changes = reverse(restored.value.changes);
  const undone = edit(restored.value.workspace, { kind: 'revert', direction: 'undo', of: 2, changes });
  expect(undone.ok && undone.value.workspace).toEqual(later);
});

test('records that are no longer as they were looked at are not taken over', () => {
  const changes = diff(later, earlier);
  const since = { ...later, people: { ...later.people, 'person-eve': aPerson('Eve', { name: 'Eva' }) } };
  expect(edit(since, { kind: 'restore', from: 'other-version', changes })).toMatchObject({
    ok: false,
    reason: { kind: 'changed-since', id: 'person-eve' },
  });
});

test('a mixture that contradicts itself is refused', () => {
  const without = { ...earlier, people: {} };
  expect(edit(earlier, { kind: 'restore', from: 'other-version', changes: diff(earlier, without) })).toMatchObject({
    ok: false,
    reason: { kind: 'invalid' },
  });
});
