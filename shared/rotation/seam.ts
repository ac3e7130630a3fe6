import { atTime } from '../calendar/days.ts';
import { toInstant, toLocal } from '../calendar/zone.ts';
import type { LocalDateTime } from '../model/dates.ts';
import type { RotationId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import { firstHandoff, lastDay } from './terms.ts';

type Rotations = Workspace['rotations'];
const successors = new WeakMap<object, ReadonlyMap<RotationId, Rotation>>();

/** The rotations that continue another one, by the one they continue. */
function successorsIn(rotations: Rotations): ReadonlyMap<RotationId, Rotation> {
  let known = successors.get(rotations);
  if (known === undefined) {
    const next = Object.values(rotations).flatMap((one) =>
      one.succeeds === null ? [] : [[one.succeeds, one] as const],
    );
    successors.set(rotations, (known = new Map(next)));
  }
  return known;
}

/** The rotation that goes on under new terms where this one ended; null where none does. */
export const successorOf = (rotations: Rotations, rotation: RotationId): Rotation | null =>
  successorsIn(rotations).get(rotation) ?? null;

/**
 * When the last turn of a rotation hands off to the first of the one that goes on from the very day it ends, as the older one's
 * clock shows it: so nobody is on call twice, and no hour is without anybody, though hand-offs move to another weekday, hour or
 * zone. Null where nothing goes on from that day.
 */
export function seamOf(rotations: Rotations, rotation: Rotation): LocalDateTime | null {
  const ends = lastDay(rotation);
  const next = ends === null ? null : successorOf(rotations, rotation.id);
  if (next === null || next.startsOn !== ends) return null;
  const first = firstHandoff(next);
  const stops = lastDay(next);
  if (stops !== null && stops <= first) return null;
  const moment = atTime(first, next.handoff.time);
  return next.handoff.zone === rotation.handoff.zone
    ? moment
    : toLocal(toInstant(moment, next.handoff.zone), rotation.handoff.zone);
}
