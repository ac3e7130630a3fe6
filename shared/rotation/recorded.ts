import { dateOf, quarterOf } from '../calendar/days.ts';
import type { QuarterId } from '../model/dates.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';

type Shelves = ReadonlyMap<QuarterId, readonly Shift[]>;

const empty: readonly Shift[] = [];
const shelved = new WeakMap<object, Shelves>();
let latest: Shelves = new Map();

const same = (one: readonly Shift[], other: readonly Shift[]): boolean =>
  one.length === other.length && one.every((shift, place) => shift === other[place]);

function shelve(shifts: Workspace['shifts']): Shelves {
  const shelves = new Map<QuarterId, Shift[]>();
  for (const shift of Object.values(shifts)) {
    const quarter = quarterOf(dateOf(shift.start));
    const shelf = shelves.get(quarter);
    if (shelf === undefined) shelves.set(quarter, [shift]);
    else shelf.push(shift);
  }
  const kept = new Map<QuarterId, readonly Shift[]>();
  for (const [quarter, shelf] of shelves) {
    shelf.sort((a, b) => (a.id < b.id ? -1 : 1));
    const before = latest.get(quarter);
    kept.set(quarter, before !== undefined && same(before, shelf) ? before : shelf);
  }
  return kept;
}

/**
 * The recorded shifts that begin in a quarter, by id. As long as none of them changes, the very same array comes back, even
 * from a later workspace: so what is computed from a quarter can be kept while another one is edited.
 */
export function shiftsOfQuarter(shifts: Workspace['shifts'], quarter: QuarterId): readonly Shift[] {
  let shelves = shelved.get(shifts);
  if (shelves === undefined) {
    shelves = shelve(shifts);
    shelved.set(shifts, shelves);
    latest = shelves;
  }
  return shelves.get(quarter) ?? empty;
}
