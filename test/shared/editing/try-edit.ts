import type { Command } from '../../../shared/editing/command.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { Refusal } from '../../../shared/editing/refusal.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

/** The workspace after an edit that must succeed. */
export function made(workspace: Workspace, command: Command): Workspace {
  const edited = edit(workspace, command);
  if (!edited.ok) throw new Error(`refused: ${JSON.stringify(edited.reason)}`);
  return edited.value.workspace;
}

/** The refusal of an edit that must not succeed. */
export function refusalOf(workspace: Workspace, command: Command): Refusal {
  const edited = edit(workspace, command);
  if (edited.ok) throw new Error('was not refused');
  return edited.reason;
}
