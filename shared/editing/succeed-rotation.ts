import { refused } from '../result.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import type { Outcome } from './records.ts';

/** Ends a rotation on a day and goes on under new terms from then. */
export const succeedRotation = (_workspace: Workspace, _command: CommandOf<'succeed-rotation'>): Outcome =>
  refused({ kind: 'no-change' });
