import { wallMinutes, wallOfMinutes } from '../calendar/days.ts';
import { isZone } from '../model/zone-known.ts';
import { instantOf, toLocal } from '../calendar/zone.ts';
import type { LocalDateTime, ZoneName } from '../model/dates.ts';
import { momentAt, textAt, type Json } from './json-fields.ts';

/** The zone that a field names; null where nobody here knows it. */
export function zoneAt(value: Json, name: string): ZoneName | null {
  const text = textAt(value, name);
  return text !== null && isZone(text) ? (text as ZoneName) : null;
}

/** A wall clock's reading: as it stands, or of a moment that says its offset; null where it is neither, or no time at all. */
export function wallAt(value: Json, name: string, zone: ZoneName): LocalDateTime | null {
  const moment = momentAt(value, name);
  if (moment !== null) return toLocal(instantOf(moment), zone);
  const text = textAt(value, name)?.replace(' ', 'T').slice(0, 16) ?? '';
  if (!/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(text)) return null;
  const wall = text as LocalDateTime;
  // There is no 30 February: it would be written as another day.
  return wallOfMinutes(wallMinutes(wall)) === wall ? wall : null;
}

/** A number, also one that is written as text; null where there is none. */
export function numberAt(value: Json, ...names: readonly string[]): number | null {
  const text = textAt(value, ...names);
  const number = text === null ? NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}
