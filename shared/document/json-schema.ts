import { z } from 'zod';
import { workspaceSchema } from '../model/workspace.ts';
import { envelopeSchema } from './envelope.ts';

/**
 * The JSON Schema (draft 2020-12) of a workspace file. Which ids must resolve, and that dates are in order, no schema can say:
 * that stands in model/integrity.ts.
 */
export const fileSchema = (): unknown =>
  z.toJSONSchema(envelopeSchema.extend({ workspace: workspaceSchema }), { io: 'input' });
