/** What is being written of runbooks and saved by nobody yet: kept beside the plan, so that a crash does not take it, and part of no plan. */
import { z } from 'zod';
import { imageSchema } from '../model/image.ts';
import { issueSchema, runbookSchema, slaSchema } from '../model/runbook.ts';

/** As it was typed: empty, too long, or wrong; what a saved runbook asks for is asked at saving. */
const typed = z.string().max(4_000_000);

const typedIssue = issueSchema
  .unwrap()
  .extend({ symptom: typed, cause: typed, steps: z.array(typed).max(1000).readonly(), escalation: typed })
  .readonly();

const typedSla = slaSchema
  .unwrap()
  .omit({ resolveWithinHours: true })
  .extend({ text: typed, hours: typed })
  .readonly();

const typedRunbook = runbookSchema
  .unwrap()
  .extend({
    title: typed,
    /** One a line. */
    dataTypes: typed,
    issues: z.array(typedIssue).max(1000).readonly(),
    slas: z.array(typedSla).max(1000).readonly(),
    links: z
      .array(z.strictObject({ title: typed, url: typed }).readonly())
      .max(1000)
      .readonly(),
    body: typed,
  })
  .readonly();

export const keptDraftSchema = z
  .strictObject({
    /** The runbook as it was saved when this was written, or as a new one began. */
    base: runbookSchema,
    typed: typedRunbook,
    pictures: z.array(imageSchema).max(1000).readonly(),
    isNew: z.boolean(),
  })
  .readonly();

export type KeptDraft = z.infer<typeof keptDraftSchema>;

/** Runbooks that are being written at once, at most. */
export const mostDrafts = 100;
