import { addDays, atTime, dateOf, type DateRange, daysBetween, nextWeekday, quarterOf, quarterRange } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime, QuarterId } from '../model/dates.ts';
import type { LayerName, RotationId, ShiftId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from './recorded.ts';
import { seamOf } from './seam.ts';
import { firstHandoff, lastDay } from './terms.ts';

/** One turn of one layer, before anybody holds it. Times are wall clock in the rotation's zone; the end is not included. */
export interface Slot {
  readonly id: ShiftId;
  readonly rotation: RotationId;
  readonly layer: LayerName;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

const slotId = (rotation: RotationId, layer: LayerName, start: LocalDate) => `${rotation}/${layer}/${start}` as ShiftId;

/**
 * The slots of a rotation whose first day lies in `range`, by start, then in the order of the layers. A bi-weekly turn is
 * one slot over two weeks and belongs to the range in which it begins; only where the rotation itself ends after an odd
 * number of weeks is the last turn one week long.
 *
 * @param seam when the last turn hands off to a rotation that goes on from there; null lets it end at a hand-off of its own
 */
export function expand(
  rotation: Rotation,
  range: DateRange,
  seam: LocalDateTime | null = null,
): readonly Slot[] {
  const length = rotation.cadenceWeeks * 7;
  const anchor = firstHandoff(rotation);
  const stop = lastDay(rotation);
  const end = stop === null ? null : nextWeekday(stop, rotation.handoff.weekday);
  const turns = Math.max(0, Math.ceil(daysBetween(anchor, range.from) / length));
  const slots: Slot[] = [];
  for (let start = addDays(anchor, turns * length); start < range.until; start = addDays(start, length)) {
    if (stop !== null && start >= stop) break;
    const whole = addDays(start, length);
    const plain = atTime(end !== null && end < whole ? end : whole, rotation.handoff.time);
    const begins = atTime(start, rotation.handoff.time);
    const isLast = stop !== null && whole >= stop;
    const until = isLast && seam !== null && seam > begins ? seam : plain;
    for (const layer of rotation.layers) {
      slots.push({
        id: slotId(rotation.id, layer.name, start),
        rotation: rotation.id,
        layer: layer.name,
        start: begins,
        end: until,
      });
    }
  }
  return slots;
}

/** The slots of a rotation whose first day lies in `range`, where it stands among others: its last turn ends where its successor begins. */
export const turnsOf = (
  rotations: Workspace['rotations'],
  rotation: Rotation,
  range: DateRange,
): readonly Slot[] => expand(rotation, range, seamOf(rotations, rotation));

/** The slot behind an id: as its shift was recorded, else as its rotation has it; null where there is no such slot. */
export function slotOf(workspace: Workspace, id: ShiftId): Slot | null {
  const shift = workspace.shifts[id];
  if (shift !== undefined) return { id, rotation: shift.rotation, layer: shift.layer, start: shift.start, end: shift.end };
  const [rotationId, , date, cover] = id.split('/');
  const rotation = workspace.rotations[rotationId as RotationId];
  if (rotation === undefined || date === undefined || cover !== undefined) return null;
  const day = date as LocalDate;
  return turnsOf(workspace.rotations, rotation, { from: day, until: addDays(day, 1) }).find((slot) => slot.id === id) ?? null;
}

type Turns = ReadonlyMap<ShiftId, Slot>;
const expected = new WeakMap<object, Map<QuarterId, Turns>>();

/** The slots that the rotations themselves have in a quarter, whatever was recorded. */
function turnsOfQuarter(rotations: Workspace['rotations'], quarter: QuarterId): Turns {
  let known = expected.get(rotations);
  if (known === undefined) expected.set(rotations, (known = new Map<QuarterId, Turns>()));
  let turns = known.get(quarter);
  if (turns === undefined) {
    const range = quarterRange(quarter);
    const slots = Object.values(rotations).flatMap((rotation) => turnsOf(rotations, rotation, range));
    known.set(quarter, (turns = new Map(slots.map((slot) => [slot.id, slot]))));
  }
  return turns;
}

const shapes = new WeakMap<readonly Shift[], { readonly rotations: object; readonly shape: string }>();

/**
 * What the recorded shifts of a quarter add to the turns of its rotations: covers, other times, turns that a changed rotation
 * no longer has. Equal texts, equal slots; who holds them is not in it.
 */
export function recordedShape(workspace: Workspace, quarter: QuarterId): string {
  const { rotations } = workspace;
  const shifts = shiftsOfQuarter(workspace.shifts, quarter);
  // Quarters without any share one empty list.
  if (shifts.length === 0) return '';
  const known = shapes.get(shifts);
  if (known?.rotations === rotations) return known.shape;
  const turns = turnsOfQuarter(rotations, quarter);
  let shape = '';
  for (const { id, start, end, covers } of shifts) {
    const turn = turns.get(id);
    if (turn?.start !== start || turn.end !== end || covers !== null) shape += `${id} ${start} ${end} ${covers ?? ''}\n`;
  }
  shapes.set(shifts, { rotations, shape });
  return shape;
}

interface SlotList {
  readonly shape: string;
  readonly slots: readonly Slot[];
}

const slotLists = new WeakMap<object, Map<QuarterId, SlotList>>();

/**
 * All slots that begin in a quarter, of all rotations, with recorded shifts as they were recorded; sorted by start,
 * rotation, layer order and id. Covers of single days are slots too.
 */
export function slotsOfQuarter(workspace: Workspace, quarter: QuarterId): readonly Slot[] {
  let lists = slotLists.get(workspace.rotations);
  if (lists === undefined) slotLists.set(workspace.rotations, (lists = new Map<QuarterId, SlotList>()));
  const shape = recordedShape(workspace, quarter);
  const known = lists.get(quarter);
  if (known?.shape === shape) return known.slots;
  const slots = new Map(turnsOfQuarter(workspace.rotations, quarter));
  if (shape !== '') {
    for (const { id, rotation, layer, start, end } of shiftsOfQuarter(workspace.shifts, quarter)) {
      slots.set(id, { id, rotation, layer, start, end });
    }
  }
  const sorted = [...slots.values()].sort((a, b) => compareSlots(workspace, a, b));
  lists.set(quarter, { shape, slots: sorted });
  return sorted;
}

const layerPlace = (workspace: Workspace, slot: Slot): number =>
  workspace.rotations[slot.rotation]?.layers.findIndex((layer) => layer.name === slot.layer) ?? -1;

function compareSlots(workspace: Workspace, a: Slot, b: Slot): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.rotation !== b.rotation) return a.rotation < b.rotation ? -1 : 1;
  const place = layerPlace(workspace, a) - layerPlace(workspace, b);
  if (place !== 0) return place;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The quarter that a slot belongs to: the one in which it begins. */
export const quarterOfSlot = (slot: { readonly start: LocalDateTime }): QuarterId => quarterOf(dateOf(slot.start));
