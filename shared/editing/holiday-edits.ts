import { ok, refused } from '../result.ts';
import type { Holiday } from '../model/holiday.ts';
import type { HolidaySetId } from '../model/ids.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';
import type { Refusal } from './refusal.ts';

/** A locked set may only be unlocked: what it says was reviewed, and plans rest on it. */
export function saveHolidaySet(workspace: Workspace, { set }: CommandOf<'save-holiday-set'>): Outcome {
  const before = recordOf(workspace, 'holidaySets', set.id);
  const moves = before !== undefined && (before.region !== set.region || before.year !== set.year);
  return moves && before.locked
    ? refused({ kind: 'locked', set: set.id })
    : save(workspace, 'holidaySets', set);
}

export function saveHoliday(workspace: Workspace, { holiday }: CommandOf<'save-holiday'>): Outcome {
  const locked = holidayRefusal(workspace, holiday);
  return locked === null ? save(workspace, 'holidays', holiday) : refused(locked);
}

/** A day goes neither into a locked set nor out of one. */
export function holidayRefusal(workspace: Workspace, holiday: Holiday): Refusal | null {
  const before = recordOf(workspace, 'holidays', holiday.id);
  return (
    lockedRefusal(workspace, holiday.set) ??
    (before === undefined ? null : lockedRefusal(workspace, before.set))
  );
}

export function removeHoliday(workspace: Workspace, { holiday }: CommandOf<'remove-holiday'>): Outcome {
  const before = recordOf(workspace, 'holidays', holiday);
  if (before === undefined) return unknown('holidays', holiday, 'holiday');
  const locked = lockedRefusal(workspace, before.set);
  if (locked !== null) return refused(locked);
  const entry = recordsOf(workspace, 'compTime').find(({ source }) => source.holiday === holiday);
  if (entry !== undefined)
    return refused({
      kind: 'still-used',
      table: 'holidays',
      id: holiday,
      by: { table: 'compTime', id: entry.id },
    });
  return ok(withoutRecord(workspace, 'holidays', holiday));
}

/** A reviewed set changes by hand only, once it is unlocked. */
export const lockedRefusal = (workspace: Workspace, set: HolidaySetId): Refusal | null =>
  recordOf(workspace, 'holidaySets', set)?.locked === true ? { kind: 'locked', set } : null;
