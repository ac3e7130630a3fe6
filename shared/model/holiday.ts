import { z } from 'zod';
import { localDateSchema } from './dates.ts';
import { holidayIdSchema, holidaySetIdSchema } from './ids.ts';
import { lineSchema, regionSchema } from './text.ts';

/** The holidays of one region and year, as reviewed by the lead; a locked set only changes by hand. */
export const holidaySetSchema = z
  .strictObject({
    id: holidaySetIdSchema,
    region: regionSchema,
    year: z.int().min(1970).max(2200),
    locked: z.boolean(),
  })
  .readonly();

/** A public holiday: the day itself, and the weekday on which it is observed when it falls on a weekend. */
export const holidaySchema = z
  .strictObject({
    id: holidayIdSchema,
    set: holidaySetIdSchema,
    name: lineSchema,
    actual: localDateSchema,
    observed: localDateSchema.nullable(),
    /** Against an ordinary holiday, in per cent. */
    weightPercent: z.int().min(0).max(300),
    tentative: z.boolean(),
    /** Where the date comes from: `by hand`, a file, or a library and its version. */
    source: lineSchema,
  })
  .readonly();

export type HolidaySet = z.infer<typeof holidaySetSchema>;
export type Holiday = z.infer<typeof holidaySchema>;
