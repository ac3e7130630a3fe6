import { ok, refused } from '../result.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import type { Outcome } from './records.ts';

/** Renames the workspace or moves its seat. Its id stays: files, calendars and journals are known by it. */
export function saveAbout(workspace: Workspace, { about }: CommandOf<'save-about'>): Outcome {
  if (about.id !== workspace.about.id)
    return refused({ kind: 'invalid', where: 'about.id', what: 'the id of a workspace never changes' });
  return ok({ ...workspace, about });
}
