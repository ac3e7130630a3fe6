import { dateOf, quarterOf, quarterRange } from '../../shared/calendar/days.ts';
import type { Changes } from '../../shared/editing/command.ts';
import type { History } from '../../shared/editing/history.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import type { Leave } from '../../shared/model/leave.ts';
import type { Quarter } from '../../shared/model/quarter.ts';
import type { Shift } from '../../shared/model/shift.ts';
import type { Since } from '../../shared/words/plan-text.ts';

type Change = Changes[number];

const text = (value: unknown): string => JSON.stringify(value ?? null);

/** True where this change made a run of the planner the plan of the quarter. */
function accepts({ table, id, before, after }: Change, quarter: QuarterId): boolean {
  if (table !== 'quarters' || id !== quarter) return false;
  const [was, is] = [before as Quarter | null, after as Quarter | null];
  return (is?.plan ?? null) !== null && text(is?.plan) !== text(was?.plan);
}

/** Records that a plan rests on beside the shifts. The time-off ledger, runbooks, deliveries and incidents are none. */
const factTables: readonly Change['table'][] = [
  'people',
  'tasks',
  'rotations',
  'holidaySets',
  'holidays',
  'policies',
];

function isFact({ table, before, after }: Change, quarter: QuarterId): boolean {
  if (table !== 'leave') return factTables.includes(table);
  const { from, until } = quarterRange(quarter);
  return [before, after].some((record) => {
    const leave = record as Leave | null;
    return leave !== null && leave.from < until && leave.to >= from;
  });
}

const quarterOfShift = ({ before, after }: Change): QuarterId | null => {
  const shift = (after ?? before) as Shift | null;
  return shift === null ? null : quarterOf(dateOf(shift.start));
};

const holder = (record: unknown): string => (record as Shift | null)?.person ?? '';

/**
 * What became of a quarter's plan since it was accepted, by the steps that can still be taken back.
 *
 * @returns null where the steps do not reach back to the acceptance, so that nobody can tell
 */
export function changedSince({ undo }: History, quarter: QuarterId): Since | null {
  const at = undo.findLastIndex(({ changes }) => changes.some((change) => accepts(change, quarter)));
  if (at < 0) return null;
  const later = undo.slice(at + 1).flatMap(({ changes }) => changes);
  const shifts = new Map<string, { was: string; is: string }>();
  for (const change of later) {
    if (change.table !== 'shifts' || quarterOfShift(change) !== quarter) continue;
    const was = shifts.get(change.id)?.was ?? holder(change.before);
    shifts.set(change.id, { was, is: holder(change.after) });
  }
  return {
    shifts: [...shifts.values()].filter(({ was, is }) => was !== is).length,
    facts: later.some((change) => isFact(change, quarter)),
  };
}

/** True where the plan of a quarter is still the one that was accepted, under the same facts; false where nobody can tell. */
export function isAsAccepted(history: History, quarter: QuarterId): boolean {
  const since = changedSince(history, quarter);
  return since !== null && since.shifts === 0 && !since.facts;
}
