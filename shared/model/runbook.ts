import { z } from 'zod';
import { localDateSchema } from './dates.ts';
import { personIdSchema, pipelineIdSchema, runbookIdSchema, taskIdSchema } from './ids.ts';
import { lineSchema, proseSchema } from './text.ts';

/** A promise of a runbook: its words, and what of them is a day of the month or a clock in hours. */
export const slaSchema = z
  .strictObject({
    text: lineSchema,
    dayOfMonth: z.int().min(1).max(31).nullable(),
    resolveWithinHours: z.int().min(1).max(1000).nullable(),
    severity: z.enum(['critical', 'normal']).nullable(),
  })
  .readonly();

/** What goes wrong, why, and what to do about it, first safe action first. */
export const issueSchema = z
  .strictObject({
    symptom: lineSchema,
    cause: proseSchema,
    steps: z.array(proseSchema).max(50).readonly(),
    escalation: proseSchema,
  })
  .readonly();

export const runbookSchema = z
  .strictObject({
    id: runbookIdSchema,
    title: lineSchema,
    pipeline: pipelineIdSchema.nullable(),
    tasks: z.array(taskIdSchema).max(50).readonly(),
    audience: z.enum(['investor', 'internal', 'experimental']),
    dataTypes: z.array(lineSchema).max(50).readonly(),
    ownerPrimary: personIdSchema.nullable(),
    ownerSecondary: personIdSchema.nullable(),
    /** Owners that the lead keeps although the task names another: settled until the task's owner changes again. */
    ownersKept: z
      .array(
        z
          .strictObject({ role: z.enum(['primary', 'secondary']), task: taskIdSchema, taskOwner: personIdSchema.nullable() })
          .readonly(),
      )
      .max(100)
      .readonly(),
    issues: z.array(issueSchema).max(200).readonly(),
    slas: z.array(slaSchema).max(50).readonly(),
    /** Links to dashboards and monitors. */
    links: z.array(z.strictObject({ title: lineSchema, url: z.url({ protocol: /^https?$/ }) }).readonly()).max(50).readonly(),
    lastReviewedOn: localDateSchema.nullable(),
    reviewEveryMonths: z.int().min(1).max(36),
    /** YAML as it was imported, byte for byte, so that keys unknown to us survive; empty where we wrote it. */
    frontMatter: z.string().max(200_000),
    /** Markdown, byte for byte. */
    body: z.string().max(2_000_000),
    position: z.int().min(0),
  })
  .readonly();

export type Sla = z.infer<typeof slaSchema>;
export type OwnerKept = Runbook['ownersKept'][number];
export type Issue = z.infer<typeof issueSchema>;
export type Runbook = z.infer<typeof runbookSchema>;
