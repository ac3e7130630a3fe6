import { instantMinutes } from '../calendar/span.ts';
import type { LayerName, PersonId, RotationId, ShiftId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { servedSpans } from '../rotation/override.ts';
import { successorOf } from '../rotation/seam.ts';

/** Somebody's time in one role as the plan has it, in milliseconds since 1970; the end is not included. */
export interface PlannedTurn {
  readonly start: number;
  readonly end: number;
  readonly person: PersonId;
  readonly shift: ShiftId;
}

const MINUTE = 60_000;

/** A rotation and those that go on from it under new terms: to everybody outside they are one. */
function lineOf(workspace: Workspace, rotation: RotationId): ReadonlySet<RotationId> {
  const line = new Set<RotationId>();
  for (let id: RotationId | undefined = rotation; id !== undefined && !line.has(id);) {
    line.add(id);
    id = successorOf(workspace.rotations, id)?.id;
  }
  return line;
}

/**
 * Who is on call in one role of a rotation in a window, in order, covers of single days at their place. The rotations that
 * continue it belong to it.
 *
 * @param from milliseconds since 1970
 * @param until not included
 */
export function plannedTurns(
  workspace: Workspace,
  role: { readonly rotation: RotationId; readonly layer: LayerName },
  from: number,
  until: number,
): readonly PlannedTurn[] {
  const line = lineOf(workspace, role.rotation);
  const turns: PlannedTurn[] = [];
  for (const shift of recordsOf(workspace, 'shifts')) {
    const rotation = workspace.rotations[shift.rotation];
    if (rotation === undefined || shift.layer !== role.layer || !line.has(shift.rotation)) continue;
    const { zone } = rotation.handoff;
    if (
      instantMinutes(shift.end, zone) * MINUTE <= from ||
      instantMinutes(shift.start, zone) * MINUTE >= until
    )
      continue;
    for (const span of servedSpans(workspace.shifts, shift, zone)) {
      const start = Math.max(from, span.start * MINUTE);
      const end = Math.min(until, span.end * MINUTE);
      if (start < end) turns.push({ start, end, person: shift.person, shift: shift.id });
    }
  }
  return turns.sort((one, other) => one.start - other.start);
}
