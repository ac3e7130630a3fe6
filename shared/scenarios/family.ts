import type { RotationId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';

/** The first rotation of a line of successors: a change of cadence does not make it another duty. */
export function familyOf(workspace: Workspace, id: RotationId): RotationId {
  const seen = new Set<RotationId>([id]);
  for (let now = id; ;) {
    const before = workspace.rotations[now]?.succeeds ?? null;
    if (before === null || seen.has(before)) return now;
    seen.add(before);
    now = before;
  }
}
