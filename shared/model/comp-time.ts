import { z } from 'zod';
import { localDateSchema } from './dates.ts';
import { compTimeIdSchema, holidayIdSchema, incidentIdSchema, leaveIdSchema, personIdSchema, policyIdSchema, shiftIdSchema } from './ids.ts';
import { lineSchema, proseSchema } from './text.ts';

/** What an entry of the ledger rests on. */
export const compTimeSourceSchema = z
  .strictObject({
    shift: shiftIdSchema.nullable(),
    holiday: holidayIdSchema.nullable(),
    incident: incidentIdSchema.nullable(),
    leave: leaveIdSchema.nullable(),
  })
  .readonly();

/** One line of the time-off ledger. Lines are only ever added; a mistake is reversed by another line. */
export const compTimeEntrySchema = z
  .strictObject({
    id: compTimeIdSchema,
    kind: z.enum(['earn', 'take', 'expire', 'adjust', 'reverse']),
    person: personIdSchema,
    date: localDateSchema,
    /** Signed: earned minutes are positive, taken and expired ones negative. */
    minutes: z.int().min(-1_000_000).max(1_000_000),
    source: compTimeSourceSchema,
    reverses: compTimeIdSchema.nullable(),
    policy: policyIdSchema,
    author: lineSchema,
    note: proseSchema,
  })
  .readonly();

export type CompTimeEntry = z.infer<typeof compTimeEntrySchema>;
