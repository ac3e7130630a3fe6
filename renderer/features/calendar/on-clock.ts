import { toInstant, toLocal } from '../../../shared/calendar/zone.ts';
import type { LocalDateTime, ZoneName } from '../../../shared/model/dates.ts';

/** A moment of one zone as the clock shows it by which the calendar is read; null is the zone's own. */
export const onClock = (moment: LocalDateTime, zone: ZoneName, clock: ZoneName | null): LocalDateTime =>
  clock === null || clock === zone ? moment : toLocal(toInstant(moment, zone), clock);
