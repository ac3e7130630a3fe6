import { z } from 'zod';
import { localDateSchema, quarterIdSchema } from './dates.ts';
import { personIdSchema, scenarioIdSchema, shiftIdSchema } from './ids.ts';
import { personSchema } from './person.ts';
import { policySchema } from './policy.ts';
import { planRecordSchema } from './quarter.ts';
import { rotationSchema } from './rotation.ts';
import { lineSchema, proseSchema } from './text.ts';

/**
 * A plan of one quarter beside the plan that stands: under other facts, or the same ones. Its facts are whole records that
 * take the place of the workspace's own, or stand beside them; what they do not name is as in the workspace. A change of cadence is
 * the old rotation with an end, and a new one that succeeds it.
 */
export const scenarioSchema = z
  .strictObject({
    id: scenarioIdSchema,
    name: lineSchema,
    note: proseSchema,
    quarter: quarterIdSchema,
    createdOn: localDateSchema,
    facts: z
      .strictObject({
        rotations: z.array(rotationSchema).max(100).readonly(),
        people: z.array(personSchema).max(500).readonly(),
        /** The policy to score and plan with; null is the workspace's own. Its version is counted anew when it is adopted. */
        policy: policySchema.nullable(),
      })
      .readonly(),
    /** Every slot of the quarter under these facts; null leaves it open. */
    assignments: z
      .array(z.strictObject({ shift: shiftIdSchema, person: personIdSchema.nullable() }).readonly())
      .max(20_000)
      .readonly(),
    /** The planner's run that made it; null for a plan that was named as it stood. */
    plan: planRecordSchema.nullable(),
  })
  .readonly();

export type Scenario = z.infer<typeof scenarioSchema>;
