import { beforeEach, expect, test, vi } from 'vitest';
import { redo, runCommand, undo } from '../../../renderer/state/run-command.ts';
import { outbox } from '../../../renderer/state/saving.ts';
import { open, start } from '../../../renderer/state/session.ts';
import { useWorkspaceStore } from '../../../renderer/state/workspace-store.ts';
import type { Command } from '../../../shared/editing/command.ts';
import { memoryBridge } from '../../support/memory-bridge.ts';

let bridge = memoryBridge();
const state = () => useWorkspaceStore.getState();
const named = (name: string): Command => {
  const { workspace } = state();
  if (!workspace) throw new Error('no workspace');
  return { kind: 'save-about', about: { ...workspace.about, name } };
};

beforeEach(async () => {
  outbox.clear();
  bridge = memoryBridge();
  await start(bridge);
  await open({ kind: 'sample' });
});

test('an edit is on the screen at once and saved once the keeper has it', async () => {
  expect(runCommand(named('Night shift'), 'Rename').ok).toBe(true);
  expect(state().workspace?.about.name).toBe('Night shift');
  expect(state().revision).toBe(1);
  expect(state().saving.kind).toBe('saving');
  expect(await outbox.settled()).toBe('saved');
  expect(bridge.keeper.kept()?.workspace).toEqual(state().workspace);
  expect(bridge.keeper.kept()?.lines[0]?.title).toBe('Rename');
});

test('a title of any length is kept: for being cut short it must not stay unsaved', async () => {
  runCommand(named('Night shift'), 'Very long '.repeat(100));
  undo();
  expect(await outbox.settled()).toBe('saved');
  expect(bridge.keeper.kept()?.lines.map(({ title }) => title.length)).toEqual([500, 500]);
});

test('a refused edit changes nothing and is not sent', () => {
  const before = state();
  const made = runCommand(named(state().workspace?.about.name ?? ''), 'Rename');
  expect(made).toEqual({ ok: false, reason: { kind: 'no-change' } });
  expect(state().workspace).toBe(before.workspace);
  expect(state().history).toBe(before.history);
  expect(outbox.waiting()).toBe(0);
});

test('undo takes the newest step back, redo makes it again, and the keeper follows both', async () => {
  const first = state().workspace?.about.name;
  runCommand(named('B'), 'To B');
  runCommand(named('C'), 'To C');
  expect(undo()?.title).toBe('To C');
  expect(state().workspace?.about.name).toBe('B');
  expect(undo()?.title).toBe('To B');
  expect(state().workspace?.about.name).toBe(first);
  expect(undo()).toBeNull();
  expect(redo()?.title).toBe('To B');
  expect(state().workspace?.about.name).toBe('B');
  expect(await outbox.settled()).toBe('saved');
  expect(bridge.keeper.kept()?.workspace.about.name).toBe('B');
  expect(bridge.keeper.kept()?.lines.map(({ title }) => title)).toEqual([
    'To B',
    'To C',
    'Undo: To C',
    'Undo: To B',
    'Redo: To B',
  ]);
});

test('a new edit after an undo takes the way forward away', () => {
  runCommand(named('B'), 'To B');
  undo();
  runCommand(named('C'), 'To C');
  expect(redo()).toBeNull();
  expect(state().history.undo.map(({ title }) => title)).toEqual(['To C']);
});

test('undo and redo are found again when the workspace is opened anew', async () => {
  runCommand(named('B'), 'To B');
  runCommand(named('C'), 'To C');
  undo();
  await outbox.settled();
  useWorkspaceStore.setState({ phase: 'starting', workspace: null, history: { undo: [], redo: [] } });
  await start(bridge);
  expect(state().workspace?.about.name).toBe('B');
  expect(redo()?.title).toBe('To C');
  expect(undo()?.title).toBe('To C');
  expect(undo()?.title).toBe('To B');
});

test('nothing can be edited in a workspace that is read only', () => {
  useWorkspaceStore.setState({ readOnlyBecause: 'the file was written by a newer version' });
  const before = state().workspace;
  const made = runCommand(named('B'), 'To B');
  expect(made.ok).toBe(false);
  expect(state().workspace).toBe(before);
  expect(outbox.waiting()).toBe(0);
});

test('an edit that cannot be saved stays on the screen, and a retry saves it', async () => {
  bridge.keeper.fail('workspace.apply', { kind: 'disk', tried: 'write', file: '/plan.json', code: 'ENOSPC' });
  runCommand(named('B'), 'To B');
  expect(await outbox.settled()).toBe('not-saved');
  expect(state().workspace?.about.name).toBe('B');
  expect(state().saving.kind).toBe('not-saved');
  bridge.keeper.fail('workspace.apply', null);
  outbox.retry();
  expect(await outbox.settled()).toBe('saved');
  expect(bridge.keeper.kept()?.workspace.about.name).toBe('B');
});

test('where the keeper made other changes, its copy is shown', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const call = bridge.call.bind(bridge);
  bridge.call = async (name, request) => {
    const reply = await call(name, request);
    return name === 'workspace.apply' && reply.ok
      ? { ok: true, value: { revision: 1, digest: 'other' } }
      : reply;
  };
  runCommand(named('B'), 'To B');
  await vi.waitFor(() =>
    expect(bridge.keeper.calls.filter((name) => name === 'workspace.open')).toHaveLength(3),
  );
  await vi.waitFor(() => expect(state().saving.kind).toBe('saved'));
  expect(state().workspace).toBe(bridge.keeper.kept()?.workspace);
  silence.mockRestore();
});
