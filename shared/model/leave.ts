import { z } from 'zod';
import { localDateSchema } from './dates.ts';
import { leaveIdSchema, personIdSchema } from './ids.ts';
import { proseSchema } from './text.ts';

/** Days on which someone cannot be on call. First and last day are both away. */
export const leaveSchema = z
  .strictObject({
    id: leaveIdSchema,
    person: personIdSchema,
    from: localDateSchema,
    to: localDateSchema,
    part: z.enum(['day', 'morning', 'afternoon']),
    kind: z.enum(['leave', 'comp-time', 'other']),
    tentative: z.boolean(),
    /** Private: never exported, never printed. */
    reason: proseSchema,
  })
  .readonly();

export type Leave = z.infer<typeof leaveSchema>;
