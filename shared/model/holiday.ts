import { z } from 'zod';
import { localDateSchema } from './dates.ts';
import { holidayIdSchema, holidaySetIdSchema } from './ids.ts';
import { lineSchema, regionSchema } from './text.ts';

/**
 * A date that a library suggested and the lead settled otherwise, so that no update brings it back. `suggestion` is its date
 * and name as the library gives them, `2027-08-15 Assumption Day`.
 */
export const settledSuggestionSchema = z
  .strictObject({
    suggestion: z.string().max(220),
    /** The entry that stands for it; null where it was struck out. */
    as: holidayIdSchema.nullable(),
  })
  .readonly();

/** The holidays of one region and year, as reviewed by the lead; a locked set only changes by hand. */
export const holidaySetSchema = z
  .strictObject({
    id: holidaySetIdSchema,
    region: regionSchema,
    year: z.int().min(1970).max(2200),
    locked: z.boolean(),
    /** When the lead last said that it is right; null where nobody has yet. */
    reviewedOn: localDateSchema.nullable(),
    /** The library and its version that it was last compared with: `date-holidays 3.37.0`; empty for none. */
    against: z.string().max(200),
    settled: z.array(settledSuggestionSchema).max(500).readonly(),
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

export type SettledSuggestion = z.infer<typeof settledSuggestionSchema>;
export type HolidaySet = z.infer<typeof holidaySetSchema>;
export type Holiday = z.infer<typeof holidaySchema>;
