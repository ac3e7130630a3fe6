import { z } from 'zod';
import { localDateSchema } from './dates.ts';
import { personIdSchema, pipelineIdSchema, taskIdSchema } from './ids.ts';
import { codeSchema, lineSchema } from './text.ts';

/** A data pipeline: what rotations watch, tasks build and runbooks explain. */
export const pipelineSchema = z
  .strictObject({ id: pipelineIdSchema, name: lineSchema, code: codeSchema, position: z.int().min(0) })
  .readonly();

/** Who owns a task from a day on. The latest that has begun counts; the older ones are its history. */
export const ownershipSchema = z
  .strictObject({ from: localDateSchema, primary: personIdSchema.nullable(), secondary: personIdSchema.nullable() })
  .readonly();

/** A piece of standing work with a primary and a secondary owner. */
export const taskSchema = z
  .strictObject({
    id: taskIdSchema,
    code: codeSchema,
    name: lineSchema,
    pipeline: pipelineIdSchema.nullable(),
    /** Quarter-points a week for the primary owner; the secondary owner counts half. */
    weeklyLoad: z.int().min(0).max(400),
    ownership: z.array(ownershipSchema).min(1).max(200).readonly(),
    archivedOn: localDateSchema.nullable(),
    position: z.int().min(0),
  })
  .readonly();

export type Pipeline = z.infer<typeof pipelineSchema>;
export type Ownership = z.infer<typeof ownershipSchema>;
export type Task = z.infer<typeof taskSchema>;
