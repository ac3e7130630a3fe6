import { z } from 'zod';
import { imageIdSchema, runbookIdSchema } from './ids.ts';
import { mostImageBytes } from './image-limits.ts';
import { lineSchema } from './text.ts';

/** A picture of a runbook, kept beside its text; the text names it as `image:ID`. Nothing is ever loaded from a network. */
export const imageSchema = z
  .strictObject({
    id: imageIdSchema,
    runbook: runbookIdSchema,
    name: lineSchema,
    /** No SVG: it can hold script. */
    type: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
    base64: z.base64().max(Math.ceil(mostImageBytes / 3) * 4),
  })
  .readonly();

export type Image = z.infer<typeof imageSchema>;
