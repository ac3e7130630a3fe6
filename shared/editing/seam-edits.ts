import { addDays, atTime, dateOf, quarterOf } from '../calendar/days.ts';
import { ok, refused } from '../result.ts';
import type { RotationId, ShiftId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import { derived, recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, turnsOf } from '../rotation/expand.ts';
import { seamOf, successorOf } from '../rotation/seam.ts';
import { lastTurn } from '../rotation/terms.ts';
import type { Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

interface CutCovers {
  /** Covers of days that are no longer in the turn at all. */
  readonly gone: readonly Shift[];
  /** Covers that keep the days before the new end of the turn. */
  readonly shortened: readonly Shift[];
}

/** What becomes of the covers of turns that end earlier now: what was or will be served before that end stays as it is. */
export function cutCovers(workspace: Workspace, refit: readonly Shift[]): CutCovers {
  const ends = new Map(refit.map(({ id, end }) => [id, end]));
  const hanging = recordsOf(workspace, 'shifts').filter(
    ({ covers, end }) => covers !== null && end > (ends.get(covers) ?? end),
  );
  const endOf = ({ covers, end }: Shift) => (covers === null ? end : (ends.get(covers) ?? end));
  return {
    gone: hanging.filter((cover) => cover.start >= endOf(cover)),
    shortened: hanging
      .filter((cover) => cover.start < endOf(cover))
      .map((cover) => ({ ...cover, end: endOf(cover), sequence: cover.sequence + 1 })),
  };
}

/** Why a rotation cannot go on where this one ends: its first hand-off would come before the last turn here has begun. */
export function seamRefusal(rotations: Workspace['rotations'], forerunner: Rotation): Refusal | null {
  const [seam, last] = [seamOf(rotations, forerunner), lastTurn(forerunner)];
  const next = successorOf(rotations, forerunner.id);
  if (seam === null || last === null || next === null) return null;
  const begins = atTime(last, forerunner.handoff.time);
  if (begins < seam) return null;
  return {
    kind: 'invalid',
    where: `rotations/${next.id}.startsOn`,
    what: `its first hand-off is at ${seam.replace('T', ' ')} in ${forerunner.handoff.zone}, and the last turn of ${forerunner.name} begins only at ${begins.replace('T', ' ')}: two would be on call at once; begin a day later`,
  };
}

/** The turns of a forerunner that ended on its grid before, and end elsewhere now. */
function refitTurns(before: Workspace, after: Workspace, forerunner: Rotation): readonly Shift[] {
  const own = recordsOf(after, 'shifts').filter(
    ({ rotation, covers }) => rotation === forerunner.id && covers === null,
  );
  const days = own.map(({ start }) => dateOf(start)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const turns = ({ rotations }: Workspace): ReadonlyMap<ShiftId, Slot> => {
    const terms = rotations[forerunner.id] ?? forerunner;
    const slots = turnsOf(rotations, terms, { from: first, until: addDays(last, 1) });
    return new Map(slots.map((slot) => [slot.id, slot]));
  };
  const [was, is] = [turns(before), turns(after)];
  return own.flatMap((shift) => {
    const end = is.get(shift.id)?.end ?? shift.end;
    return end === shift.end || was.get(shift.id)?.end !== shift.end
      ? []
      : [{ ...shift, end, sequence: shift.sequence + 1 }];
  });
}

/** The last turns of a rotation end where the one that goes on begins, also when that moves; covers in them are cut with them. */
export function withSeam(before: Workspace, after: Workspace, id: RotationId): Outcome {
  const forerunner = recordOf(after, 'rotations', id);
  if (forerunner === undefined) return ok(after);
  const seam = recordOf(before, 'rotations', id) === undefined ? null : seamOf(before.rotations, forerunner);
  if (seamOf(after.rotations, forerunner) === seam) return ok(after);
  const refusal = seamRefusal(after.rotations, forerunner);
  if (refusal !== null) return refused(refusal);
  const refit = refitTurns(before, after, forerunner);
  if (refit.length === 0) return ok(after);
  const closed = refit.find(({ start }) => isClosed(after, start));
  if (closed !== undefined)
    return refused({ kind: 'closed-quarter', quarter: quarterOf(dateOf(closed.start)) });
  const { gone, shortened } = cutCovers(after, refit);
  const shifts: Record<ShiftId, Shift> = { ...after.shifts };
  for (const one of gone) delete shifts[one.id];
  for (const one of [...refit, ...shortened]) shifts[one.id] = one;
  const touched = [...refit, ...gone, ...shortened].map((one) => one.id);
  return ok({ ...after, shifts: derived(after.shifts, shifts, touched) });
}

/** Whether the quarter in which a turn begins is closed. */
export const isClosed = (workspace: Workspace, start: Shift['start']): boolean =>
  (recordOf(workspace, 'quarters', quarterOf(dateOf(start)))?.closedOn ?? null) !== null;
