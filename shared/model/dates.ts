import { z } from 'zod';
import { isZone } from './zone-known.ts';

/** A calendar day, `2027-01-04`, without zone: what a person means by "Monday the 4th". */
export const localDateSchema = z.iso.date().brand<'LocalDate'>();

/** A wall-clock time of day, `09:00`. */
export const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:MM').brand<'LocalTime'>();

/** A wall-clock moment, `2027-01-04T09:00`, always read together with a zone. */
export const localDateTimeSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, 'a date and time as YYYY-MM-DDTHH:MM')
  .refine((text) => z.iso.date().safeParse(text.slice(0, 10)).success, 'no such date')
  .brand<'LocalDateTime'>();

/** A point on the world's time line, `2027-01-04T08:00:00Z`: for records of what happened, never for plans. */
export const instantSchema = z.iso.datetime().brand<'Instant'>();

/** An IANA zone such as `Europe/Berlin`. */
export const zoneNameSchema = z.string().max(60).refine(isZone, 'a time zone such as Europe/Berlin').brand<'ZoneName'>();

/** A quarter of the calendar year, `2027-Q1`. */
export const quarterIdSchema = z.string().regex(/^\d{4}-Q[1-4]$/, 'a quarter such as 2027-Q1').brand<'QuarterId'>();

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdaySchema = z.int().min(1).max(7);

export type LocalDate = z.infer<typeof localDateSchema>;
export type LocalTime = z.infer<typeof localTimeSchema>;
export type LocalDateTime = z.infer<typeof localDateTimeSchema>;
export type Instant = z.infer<typeof instantSchema>;
export type ZoneName = z.infer<typeof zoneNameSchema>;
export type QuarterId = z.infer<typeof quarterIdSchema>;
