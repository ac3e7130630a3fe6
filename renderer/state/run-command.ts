import { digestOf, reverse } from '../../shared/editing/changes.ts';
import type { Changes, Command } from '../../shared/editing/command.ts';
import { edit, type Edited } from '../../shared/editing/edit.ts';
import { recordStep, redone, undone, type History, type Step } from '../../shared/editing/history.ts';
import type { Tried } from '../../shared/editing/move-preview.ts';
import type { Refusal } from '../../shared/editing/refusal.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { announce } from './announce.ts';
import { now } from './clock.ts';
import { outbox } from './saving.ts';
import { dismissUndoToasts } from './toast-store.ts';
import { openWorkspace, useWorkspaceStore } from './workspace-store.ts';

/** Longest title that the keeper takes: a move of two people with long names must not stay unsaved for its title. */
const mostTitle = 500;

/** Edits, shows the result at once, and sends it to the keeper. `next` makes the history from the revision of the edit. */
function commit(
  command: Command,
  sentence: string,
  next: (made: Changes, revision: number) => History,
  tried: Tried | null = null,
): Result<Changes, Refusal> {
  const { readOnlyBecause, revision } = useWorkspaceStore.getState();
  if (readOnlyBecause !== null)
    return refused({ kind: 'invalid', where: 'this workspace', what: `is read only: ${readOnlyBecause}` });
  const before = openWorkspace();
  const edited: Result<Edited, Refusal> = tried?.on === before ? ok(tried) : edit(before, command);
  if (!edited.ok) return edited;
  const { workspace, changes } = edited.value;
  const title = sentence.slice(0, mostTitle);
  useWorkspaceStore.setState({ workspace, revision: revision + 1, history: next(changes, revision + 1) });
  outbox.enqueue({ baseRevision: revision, title, command, digest: digestOf(changes) });
  return ok(changes);
}

/**
 * Makes an edit: on the screen at once, saved when the keeper has acknowledged it. `title` is its sentence in History and
 * on the undo button. What to say about it, and about a refusal, is the caller's.
 *
 * @param tried what this very command makes of the workspace, where that has been worked out; a later workspace is edited anew
 */
export function runCommand(
  command: Command,
  title: string,
  tried: Tried | null = null,
): Result<Changes, Refusal> {
  dismissUndoToasts();
  const { history, host } = useWorkspaceStore.getState();
  return commit(
    command,
    title,
    (changes, revision) =>
      recordStep(history, { revision, title, time: now(), by: host?.user ?? null, changes }),
    tried,
  );
}

/** Takes back the newest step and returns it; null when there is none, or when it cannot be taken back any more. */
export function undo(): Step | null {
  const { history } = useWorkspaceStore.getState();
  const step = history.undo.at(-1);
  return step ? revert('undo', step, undone(history)) : null;
}

/** Makes again the step that was taken back last. */
export function redo(): Step | null {
  const { history } = useWorkspaceStore.getState();
  const step = history.redo.at(-1);
  return step ? revert('redo', step, redone(history)) : null;
}

function revert(direction: 'undo' | 'redo', step: Step, history: History): Step | null {
  dismissUndoToasts();
  const changes = direction === 'undo' ? reverse(step.changes) : step.changes;
  const title = `${direction === 'undo' ? 'Undo' : 'Redo'}: ${step.title}`;
  const done = commit({ kind: 'revert', direction, of: step.revision, changes }, title, () => history);
  if (!done.ok) return null;
  announce(direction === 'undo' ? `Undone: ${step.title}` : `Done again: ${step.title}`);
  return step;
}
