import { addDays, dateOf } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';
import type { LayerName, PersonId, ShiftId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import { expand, type Slot } from './expand.ts';
import { seamOf } from './seam.ts';
import { listedOn } from './turn-order.ts';

export interface NextTurn {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly layers: readonly {
    readonly layer: LayerName;
    readonly shift: ShiftId;
    /** Who holds it; null where nobody does. */
    readonly person: PersonId | null;
    /** Whose turn it is by the list; null in a layer without duty, or with nobody in it. */
    readonly listed: PersonId | null;
  }[];
}

/**
 * The turn that is running on a day and those after it, until there are so many: by the terms given, which may be a draft, with
 * whoever holds a turn of just these times.
 */
export function nextTurns(
  workspace: Workspace,
  rotation: Rotation,
  today: LocalDate,
  count: number,
): readonly NextTurn[] {
  const days = (count + 2) * 7 * rotation.cadenceWeeks;
  const begin = today > rotation.startsOn ? addDays(today, -21) : rotation.startsOn;
  const rotations = { ...workspace.rotations, [rotation.id]: rotation };
  const slots = expand(
    rotation,
    { from: begin, until: addDays(begin, days + 21) },
    seamOf(rotations, rotation),
  );
  const turns = new Map<LocalDateTime, Slot[]>();
  for (const slot of slots) {
    if (dateOf(slot.end) <= today) continue;
    turns.set(slot.start, [...(turns.get(slot.start) ?? []), slot]);
  }
  return [...turns].slice(0, count).map(([start, layers]) => {
    const listed = listedOn(rotation, dateOf(start));
    return {
      start,
      end: layers[0]?.end ?? start,
      layers: layers.map(({ id, layer, end }) => {
        const shift = workspace.shifts[id];
        const holds = shift !== undefined && shift.start === start && shift.end === end;
        return { layer, shift: id, person: holds ? shift.person : null, listed: listed.get(layer) ?? null };
      }),
    };
  });
}
