import { z } from 'zod';
import { instantSchema } from './dates.ts';
import { incidentIdSchema, personIdSchema, pipelineIdSchema } from './ids.ts';
import { lineSchema, proseSchema } from './text.ts';

/** Something that happened to an incident. The elapsed time is computed from these, never kept. */
export const incidentEventSchema = z
  .strictObject({
    kind: z.enum(['opened', 'acknowledged', 'paused', 'resumed', 'resolved', 'reopened']),
    at: instantSchema,
    by: personIdSchema.nullable(),
    reason: proseSchema,
  })
  .readonly();

export const incidentSchema = z
  .strictObject({
    id: incidentIdSchema,
    pipeline: pipelineIdSchema,
    title: lineSchema,
    severity: z.enum(['critical', 'normal']),
    /** Its number in the alerting tool. */
    reference: z.string().max(200),
    events: z.array(incidentEventSchema).min(1).max(200).readonly(),
  })
  .readonly();

export type IncidentEvent = z.infer<typeof incidentEventSchema>;
export type Incident = z.infer<typeof incidentSchema>;
