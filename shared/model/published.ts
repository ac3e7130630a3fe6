import { z } from 'zod';
import { instantSchema, localDateSchema } from './dates.ts';
import { personIdSchema, publishedIdSchema } from './ids.ts';

/**
 * One calendar event as it last left the house. Calendars take a newer SEQUENCE for the truth, so this outlives undo and restoring
 * (editing/lasting.ts): what was told to the world is not untold by taking back an edit.
 */
export const publishedSchema = z
  .strictObject({
    id: publishedIdSchema,
    kind: z.enum(['shift', 'comp-day', 'holiday', 'deadline']),
    sequence: z.int().min(0),
    /** When it became what it is: DTSTAMP and LAST-MODIFIED. */
    at: instantSchema,
    /** Instants, or for whole days local dates; the end is not included. */
    startsAt: z.union([instantSchema, localDateSchema]),
    endsAt: z.union([instantSchema, localDateSchema]),
    /** Whom it concerns now. */
    people: z.array(personIdSchema).max(200).readonly(),
    /** Whom it concerned before: their calendars have to hear that it is theirs no longer. */
    former: z.array(personIdSchema).max(200).readonly(),
    status: z.enum(['confirmed', 'cancelled']),
  })
  .readonly();

export type Published = z.infer<typeof publishedSchema>;
