import { z } from 'zod';
import { instantSchema } from './dates.ts';
import { incidentIdSchema, runIdSchema, runbookIdSchema } from './ids.ts';
import { lineSchema, proseSchema } from './text.ts';

/** One step of a checklist as it stood in the runbook when the run began; a later edit of the runbook does not change it. */
export const runStepSchema = z
  .strictObject({
    text: z.string().min(1).max(2000),
    tickedAt: instantSchema.nullable(),
    /** Who ticked it; empty while nobody has. */
    tickedBy: z.string().max(200),
  })
  .readonly();

/** A runbook being worked through at an incident: who began when, what was ticked when, and what was noted. */
export const runSchema = z
  .strictObject({
    id: runIdSchema,
    runbook: runbookIdSchema,
    incident: incidentIdSchema.nullable(),
    /** What is being worked through: the symptom, or the title of the runbook. */
    title: lineSchema,
    startedAt: instantSchema,
    startedBy: lineSchema,
    steps: z.array(runStepSchema).max(200).readonly(),
    notes: proseSchema,
    finishedAt: instantSchema.nullable(),
  })
  .readonly();

export type RunStep = z.infer<typeof runStepSchema>;
export type Run = z.infer<typeof runSchema>;
