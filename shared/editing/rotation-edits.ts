import { addDays, dateOf } from '../calendar/days.ts';
import { ok, refused } from '../result.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, turnsOf } from '../rotation/expand.ts';
import { newlyArchived } from './archived.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';
import { withSeam } from './seam-edits.ts';

/**
 * Terms under which shifts that exist would have no slot are refused: the lead ends the rotation on a day and starts one
 * that succeeds it, so that what was worked stays as it was worked.
 */
export function saveRotation(workspace: Workspace, { rotation }: CommandOf<'save-rotation'>): Outcome {
  const before = recordOf(workspace, 'rotations', rotation.id);
  const archived = archivedParticipant(workspace, before, rotation);
  if (archived !== null) return refused(archived);
  const shifts = before === undefined || sameGrid(before, rotation) ? [] : leftOver(workspace, rotation);
  if (shifts.length > 0) return refused({ kind: 'shifts-left-over', rotation: rotation.id, shifts });
  const saved = save(workspace, 'rotations', rotation);
  return saved.ok ? withSeams(workspace, saved.value, rotation) : saved;
}

/** What the rotations have to end anew that this one continues, or continued until now. */
export function withSeams(before: Workspace, after: Workspace, rotation: Rotation): Outcome {
  const known = recordOf(before, 'rotations', rotation.id)?.succeeds ?? null;
  let outcome: Outcome = ok(after);
  for (const id of new Set([known, rotation.succeeds]))
    if (id !== null && outcome.ok) outcome = withSeam(before, outcome.value, id);
  return outcome;
}

/** The first of a rotation's people who was archived, and was not in it before. */
export const archivedParticipant = (
  workspace: Workspace,
  before: Rotation | undefined,
  after: Rotation,
): Refusal | null => newlyArchived(workspace, peopleOf(before), peopleOf(after));

const peopleOf = (rotation: Rotation | undefined): readonly PersonId[] => [
  ...(rotation?.participants ?? []).map(({ person }) => person),
  ...(rotation === undefined || rotation.standIns === 'task-owners' ? [] : rotation.standIns),
];

/** Most edits of a rotation are of names and people: they need no look at the shifts. */
function sameGrid(before: Rotation, after: Rotation): boolean {
  const grid = ({ cadenceWeeks, handoff, startsOn, endsOn, archivedOn, layers }: Rotation): string =>
    JSON.stringify([
      cadenceWeeks,
      handoff.weekday,
      handoff.time,
      handoff.zone,
      startsOn,
      endsOn,
      archivedOn,
      layers.map(({ name }) => name),
    ]);
  return grid(before) === grid(after);
}

function leftOver(workspace: Workspace, rotation: Rotation): readonly ShiftId[] {
  const shifts = recordsOf(workspace, 'shifts').filter(
    (shift) => shift.rotation === rotation.id && shift.covers === null,
  );
  const days = shifts.map(({ start }) => dateOf(start)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const slots = new Map<ShiftId, Slot>(
    turnsOf({ ...workspace.rotations, [rotation.id]: rotation }, rotation, {
      from: first,
      until: addDays(last, 1),
    }).map((slot) => [slot.id, slot]),
  );
  return shifts
    .filter(({ id, start, end }) => slots.get(id)?.start !== start || slots.get(id)?.end !== end)
    .map(({ id }) => id)
    .sort();
}
