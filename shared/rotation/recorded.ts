import { dateOf, quarterOf } from '../calendar/days.ts';
import type { QuarterId } from '../model/dates.ts';
import type { ShiftId } from '../model/ids.ts';
import type { Shift } from '../model/shift.ts';
import { derivationOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

type Shifts = Workspace['shifts'];
type Shelves = ReadonlyMap<QuarterId, readonly Shift[]>;

const empty: readonly Shift[] = [];
const shelved = new WeakMap<object, Shelves>();
let latest: Shelves = new Map();

const same = (one: readonly Shift[], other: readonly Shift[]): boolean =>
  one.length === other.length && one.every((shift, place) => shift === other[place]);

const quarterOfShift = (shift: Shift): QuarterId => quarterOf(dateOf(shift.start));
const byId = (one: Shift, other: Shift): number => (one.id < other.id ? -1 : 1);

/** All shifts by quarter, and by id in each. */
function shelve(shifts: Shifts): Shelves {
  const shelves = new Map<QuarterId, Shift[]>();
  for (const shift of Object.values(shifts)) {
    const quarter = quarterOfShift(shift);
    const shelf = shelves.get(quarter);
    if (shelf === undefined) shelves.set(quarter, [shift]);
    else shelf.push(shift);
  }
  const kept = new Map<QuarterId, readonly Shift[]>();
  for (const [quarter, shelf] of shelves) {
    shelf.sort(byId);
    const before = latest.get(quarter);
    kept.set(quarter, before !== undefined && same(before, shelf) ? before : shelf);
  }
  return kept;
}

/** The shelves of a table that an edit made from one whose shelves are known: only what the edit touched is put anew. */
function reshelved(shifts: Shifts): Shelves | null {
  const derivation = derivationOf(shifts);
  const before = derivation === null ? undefined : shelved.get(derivation.base);
  if (derivation === null || before === undefined || derivation.ids.length > 50) return null;
  const old = derivation.base as Shifts;
  const shelves = new Map<QuarterId, readonly Shift[]>(before);
  for (const id of derivation.ids as readonly ShiftId[]) {
    const [was, is] = [old[id], shifts[id]];
    if (was === is) continue;
    if (was !== undefined)
      put(
        shelves,
        quarterOfShift(was),
        was,
        is !== undefined && quarterOfShift(is) === quarterOfShift(was) ? is : null,
      );
    if (is !== undefined && (was === undefined || quarterOfShift(is) !== quarterOfShift(was)))
      put(shelves, quarterOfShift(is), null, is);
  }
  return shelves;
}

function put(
  shelves: Map<QuarterId, readonly Shift[]>,
  quarter: QuarterId,
  was: Shift | null,
  is: Shift | null,
): void {
  const shelf = [...(shelves.get(quarter) ?? [])];
  const place = was === null ? -1 : shelf.indexOf(was);
  if (is === null) shelf.splice(place, 1);
  else if (place >= 0) shelf[place] = is;
  else shelf.splice(shelf.filter((other) => byId(other, is) < 0).length, 0, is);
  shelves.set(quarter, shelf);
}

/**
 * The recorded shifts that begin in a quarter, by id. As long as none of them changes, the very same array comes back, even
 * from a later workspace: so what is computed from a quarter can be kept while another one is edited.
 */
export function shiftsOfQuarter(shifts: Shifts, quarter: QuarterId): readonly Shift[] {
  let shelves = shelved.get(shifts);
  if (shelves === undefined) {
    shelves = reshelved(shifts) ?? shelve(shifts);
    shelved.set(shifts, shelves);
    latest = shelves;
  }
  return shelves.get(quarter) ?? empty;
}
