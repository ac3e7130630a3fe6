import { at, fieldOf, listAt, momentAt, textAt, type Json } from './json-fields.ts';
import { painted, type LiveTurn } from './override-bundle.ts';
import type { RemoteOverlay, RemoteSchedule, RemoteScheduleName, RemoteUser } from './remote-schedule.ts';

type Read = Omit<RemoteSchedule, 'digest'>;

/** Entries that could not be read are counted here, so that nobody takes half a schedule for the whole. */
export interface ReadLosses {
  unread: number;
}

const present = <Value>(value: Value | null): value is Value => value !== null;

export const usersOf = (page: Json): readonly RemoteUser[] =>
  listAt(page, 'users')
    .map((user) => {
      const id = textAt(user, 'id');
      return id === null
        ? null
        : { id, name: textAt(user, 'name') ?? textAt(user, 'summary') ?? id, email: textAt(user, 'email') };
    })
    .filter(present);

export const scheduleNamesOf = (
  page: Json,
  kind: RemoteScheduleName['kind'],
): readonly RemoteScheduleName[] =>
  listAt(page, 'schedules')
    .map((schedule) => {
      const id = textAt(schedule, 'id');
      return id === null
        ? null
        : { id, name: textAt(schedule, 'name') ?? textAt(schedule, 'summary') ?? id, kind };
    })
    .filter(present);

function turnOf(entry: Json, losses: ReadLosses, source: string | null): LiveTurn | null {
  const [start, end, user] = [momentAt(entry, 'start'), momentAt(entry, 'end'), textAt(entry, 'user', 'id')];
  if (start !== null && end !== null && user !== null && start < end) return { start, end, user, source };
  // A turn of a user who was deleted has no user: nobody is on call then.
  if (fieldOf(entry, 'user') !== null) losses.unread++;
  return null;
}

/**
 * A schedule of layers, as `GET schedules/{id}` and `GET schedules/{id}/overrides` give it. The layers come with the strongest first,
 * in the reverse order of how they are written; entries carry their own offsets, so no rule of turns is followed here.
 */
export function layeredSchedule(schedule: Json, overrides: Json, losses: ReadLosses): Read {
  const layers = [...listAt(schedule, 'schedule', 'schedule_layers')].reverse();
  const base = layers.flatMap((layer) =>
    listAt(layer, 'rendered_schedule_entries')
      .map((entry) => turnOf(entry, losses, textAt(layer, 'id')))
      .filter(present),
  );
  const overlays = listAt(overrides, 'overrides')
    .map((override): RemoteOverlay | null => {
      const turn = turnOf(override, losses, null);
      const id = textAt(override, 'id');
      return turn === null || id === null
        ? null
        : { id, what: 'override', start: turn.start, end: turn.end, user: turn.user, over: null };
    })
    .filter(present);
  return {
    id: textAt(schedule, 'schedule', 'id') ?? '',
    name: textAt(schedule, 'schedule', 'name') ?? '',
    kind: 'layers',
    zone: textAt(schedule, 'schedule', 'time_zone') ?? '',
    base: painted(base),
    overlays,
    crowded: false,
  };
}

/** The user of a member; null for a place that is held by nobody. */
const memberOf = (member: Json): string | null => textAt(member, 'user_id') ?? textAt(member, 'user', 'id');

/** Whom an override replaces; null for a custom shift. */
function overOf(entry: Json): RemoteOverlay['over'] {
  const user = memberOf(at(entry, 'overridden_member'));
  return user === null ? null : { user, source: textAt(entry, 'rotation_id') };
}

function spanAt(value: Json): { readonly start: number; readonly end: number } | null {
  const start = momentAt(value, 'start_time') ?? momentAt(value, 'start_time', 'date_time');
  const end = momentAt(value, 'end_time') ?? momentAt(value, 'end_time', 'date_time');
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/**
 * A schedule of shifts: its final assignments, custom shifts and overrides. An assignment that comes from an override stands in the
 * base with the member who was replaced, so that taking the override away is foreseen.
 */
export function shiftSchedule(schedule: Json, shifts: Json, overrides: Json, losses: ReadLosses): Read {
  const replaced = new Map(
    listAt(overrides, 'overrides').map((override) => [textAt(override, 'id') ?? '', override] as const),
  );
  const base: LiveTurn[] = [];
  for (const entry of listAt(schedule, 'schedule', 'final_schedule', 'computed_shift_assignments')) {
    const span = spanAt(entry);
    const override = replaced.get(textAt(entry, 'source', 'override_id') ?? '');
    const source = textAt(entry, 'source', 'rotation_id') ?? textAt(override, 'rotation_id');
    if (span === null) losses.unread++;
    const user =
      override === undefined ? memberOf(at(entry, 'member')) : memberOf(at(override, 'overridden_member'));
    if (span !== null && source !== null && user !== null) base.push({ ...span, user, source });
  }
  const overlays: RemoteOverlay[] = [];
  const collect = (
    entries: readonly Json[],
    what: RemoteOverlay['what'],
    userOf: (entry: Json) => string | null,
  ): void => {
    for (const entry of entries) {
      const [span, id, user] = [spanAt(entry), textAt(entry, 'id'), userOf(entry)];
      if (span === null || id === null) losses.unread++;
      else if (user !== null) overlays.push({ ...span, id, what, user, over: overOf(entry) });
    }
  };
  collect(listAt(shifts, 'custom_shifts'), 'shift', (shift) =>
    memberOf(at(listAt(shift, 'assignments')[0], 'member')),
  );
  collect(listAt(overrides, 'overrides'), 'override', (override) =>
    memberOf(at(override, 'overriding_member')),
  );
  const sorted = base.sort((one, other) => one.start - other.start || one.end - other.end);
  return {
    id: textAt(schedule, 'schedule', 'id') ?? '',
    name: textAt(schedule, 'schedule', 'name') ?? '',
    kind: 'shifts',
    zone: textAt(schedule, 'schedule', 'time_zone') ?? '',
    base: sorted,
    overlays,
    crowded: sorted.some((turn, index) => turn.start < (sorted[index - 1]?.end ?? -Infinity)),
  };
}
