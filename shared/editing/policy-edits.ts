import { refused } from '../result.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';

/** A policy is followed by a newer one, never changed: plans name the one they were scored with. */
export function addPolicy(workspace: Workspace, { policy }: CommandOf<'add-policy'>): Outcome {
  const known = recordOf(workspace, 'policies', policy.id);
  if (known !== undefined) return refused({ kind: 'append-only', table: 'policies', id: policy.id });
  const newest = Math.max(0, ...recordsOf(workspace, 'policies').map(({ version }) => version));
  if (policy.version !== newest + 1) {
    return refused({
      kind: 'invalid',
      where: `policies/${policy.id}.version`,
      what: `must be ${newest + 1}, the next version`,
    });
  }
  return save(workspace, 'policies', policy);
}
