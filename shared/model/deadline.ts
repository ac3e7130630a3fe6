import { z } from 'zod';
import { instantSchema, localDateSchema, localTimeSchema, weekdaySchema, zoneNameSchema } from './dates.ts';
import { deadlineIdSchema, deliveryIdSchema, personIdSchema, pipelineIdSchema, taskIdSchema } from './ids.ts';
import { lineSchema, proseSchema, regionSchema } from './text.ts';

/** What a deadline counts from, before holidays and weekends move it. */
export const anchorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day-of-month'), day: z.int().min(1).max(31) }),
  z.strictObject({ kind: z.literal('business-day'), nth: z.int().min(1).max(23) }),
  z.strictObject({ kind: z.literal('last-business-day') }),
  z.strictObject({ kind: z.literal('weekday'), weekday: weekdaySchema }),
  z.strictObject({ kind: z.literal('after-quarter-end'), days: z.int().min(0).max(92) }),
]);

/** A rule for a delivery that comes round: "data ready for investors by the 5th". */
export const deadlineSchema = z
  .strictObject({
    id: deadlineIdSchema,
    title: lineSchema,
    pipeline: pipelineIdSchema,
    task: taskIdSchema.nullable(),
    anchor: anchorSchema,
    /** By this time of day; null is the end of the day. */
    time: localTimeSchema.nullable(),
    zone: zoneNameSchema,
    holidayRegion: regionSchema.nullable(),
    /** Where a due day that is no business day goes. */
    convention: z.enum(['none', 'following', 'preceding', 'modified-following', 'modified-preceding']),
    remindDaysBefore: z.array(z.int().min(0).max(60)).max(5).readonly(),
    ownerRole: z.enum(['primary', 'secondary']),
    consumer: z.string().max(200),
    /** First and last day on which it can be due; null is no limit. What changes ends one rule and begins another: the past stays. */
    startsOn: localDateSchema.nullable(),
    endsOn: localDateSchema.nullable(),
    position: z.int().min(0),
  })
  .readonly();

/** What became of one occurrence of a deadline. An occurrence without a record is still to come, or late. */
export const deliverySchema = z
  .strictObject({
    id: deliveryIdSchema,
    deadline: deadlineIdSchema,
    due: localDateSchema,
    outcome: z.enum(['met', 'missed', 'waived']),
    by: personIdSchema.nullable(),
    at: instantSchema,
    evidence: proseSchema,
  })
  .readonly();

export type Anchor = z.infer<typeof anchorSchema>;
export type Deadline = z.infer<typeof deadlineSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
