import { z } from 'zod';
import { localDateSchema, quarterIdSchema } from './dates.ts';
import { personIdSchema, policyIdSchema } from './ids.ts';

/** What one person takes from a closed quarter into the next (planning.md section 3), in quarter-points. */
export const carrySchema = z
  .strictObject({
    person: personIdSchema,
    /** Positive: held more than the share; will be given less. */
    load: z.int(),
    /** Holidays above the average, in quarter-holidays. */
    holidays: z.int(),
    /** What the limit cut off, in q. */
    forgiven: z.int(),
  })
  .readonly();

/** A planner's run: what it was given, and how good its plan was known to be. */
export const planRecordSchema = z
  .strictObject({
    seed: z.int().min(0),
    /** Names the input: the same digest, seed and iterations give the same plan. */
    digest: z.string().max(64),
    iterations: z.int().min(0),
    acceptedOn: localDateSchema,
    /** C in cost units, 80 of which are one wish; null where it was not recorded. */
    cost: z.int().nullable(),
    /** No plan of that input costs less than this; null where nothing was proven. */
    bound: z.int().nullable(),
  })
  .readonly();

/** What is remembered of a quarter: how its plan came about, and what it left to the next. */
export const quarterSchema = z
  .strictObject({
    id: quarterIdSchema,
    closedOn: localDateSchema.nullable(),
    policy: policyIdSchema,
    carry: z.array(carrySchema).max(500).readonly(),
    /** The planner's run whose proposal was accepted last; null where all was set by hand. */
    plan: planRecordSchema.nullable(),
  })
  .readonly();

export type Carry = z.infer<typeof carrySchema>;
export type PlanRecord = z.infer<typeof planRecordSchema>;
export type Quarter = z.infer<typeof quarterSchema>;
