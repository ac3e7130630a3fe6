import type { Problem } from '../../../shared/contract/problems.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import type { ConnectionState } from '../../state/connection-store.ts';
import type { SaveState } from '../../state/workspace-store.ts';

export interface SaveText {
  readonly state: 'saved' | 'saving' | 'not-saved' | 'read-only' | 'no-connection';
  readonly text: string;
}

const shortReasons: Readonly<Record<string, string>> = {
  ENOSPC: 'disk full',
  EDQUOT: 'quota used up',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'disk is read only',
};

/** Why in two words, for the status bar; the banner has the whole sentence. */
function inShort(problem: Problem): string {
  if (problem.kind === 'disk') return shortReasons[problem.code] ?? problem.code;
  if (problem.kind === 'stale-base' || problem.kind === 'changed-underneath') return 'changed on disk';
  if (problem.kind === 'disconnected') return 'no connection';
  if (problem.kind === 'read-only') return 'read only';
  return 'see above';
}

/** How far saving is, in words. "Saved" only when the keeper has acknowledged everything. */
export function saveText(
  saving: SaveState,
  readOnlyBecause: string | null,
  connection: ConnectionState['connection'],
): SaveText {
  if (saving.kind === 'not-saved')
    return { state: 'not-saved', text: `Not saved: ${inShort(saving.problem)}` };
  if (readOnlyBecause !== null) return { state: 'read-only', text: `Read only: ${readOnlyBecause}` };
  if (connection !== 'connected') return { state: 'no-connection', text: 'No connection' };
  if (saving.kind === 'saving') return { state: 'saving', text: 'Saving…' };
  return { state: 'saved', text: 'Saved' };
}

/** The banner over the plan while something is not saved. */
export function unsavedText(problem: Problem, waiting: number): string {
  const changes = counted(waiting, 'change is', 'changes are');
  return `${changes} not saved. ${problemText(problem)}`;
}
