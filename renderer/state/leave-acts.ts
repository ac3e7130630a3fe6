import type { Command } from '../../shared/editing/command.ts';
import { leaveEffect, mergeLeave } from '../../shared/editing/leave-effect.ts';
import type { LeaveId } from '../../shared/model/ids.ts';
import type { Leave } from '../../shared/model/leave.ts';
import { leaveDoneText, leaveTitle } from '../../shared/words/leave-text.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { stepTitle } from '../../shared/words/step-title.ts';
import { announce } from './announce.ts';
import { today } from './clock.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { openWorkspace } from './workspace-store.ts';

export const newLeaveId = (): LeaveId => `leave-${crypto.randomUUID().slice(0, 13)}` as LeaveId;

function run(command: Command, title: string, done: string): boolean {
  const workspace = openWorkspace();
  const made = runCommand(command, title);
  const text = made.ok ? done : refusalText(made.reason, workspace);
  showToast({ text, undo: made.ok, tone: made.ok ? 'info' : 'warning' });
  announce(text, made.ok ? 'polite' : 'assertive');
  return made.ok;
}

/** Puts a leave down, or changes one, as one step; says which turns then stand against it. False where it is refused, which is told. */
export function putLeave(leave: Leave): boolean {
  const workspace = openWorkspace();
  const { clashes } = leaveEffect(workspace, leave, today(workspace.about.zone));
  const command = { kind: 'save-leave', leave } as const;
  return run(command, stepTitle(command, workspace), leaveDoneText(workspace, leave, clashes));
}

/** Takes a leave away, as one step. */
export function takeLeaveAway(leave: Leave): boolean {
  const workspace = openWorkspace();
  const command = { kind: 'remove-leave', leave: leave.id } as const;
  return run(command, stepTitle(command, workspace), `Removed: ${leaveTitle(workspace, leave)}.`);
}

/** Makes one leave of this and all that it overlaps, as one step. False where there is nothing to merge, or it is refused. */
export function putMerged(leave: Leave): boolean {
  const workspace = openWorkspace();
  const title = `Merge ${leaveTitle(workspace, leave)}`.slice(0, 300);
  const made = mergeLeave(workspace, leave, title);
  if (made === null) return false;
  const { clashes } = leaveEffect(workspace, made.merged, today(workspace.about.zone));
  return run(made.command, title, `Merged: ${leaveDoneText(workspace, made.merged, clashes)}`);
}
