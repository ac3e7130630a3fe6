import { z } from 'zod';
import { localDateTimeSchema } from './dates.ts';
import { layerNameSchema, personIdSchema, rotationIdSchema, shiftIdSchema } from './ids.ts';
import { ruleNameSchema } from './rules.ts';
import { proseSchema } from './text.ts';

/**
 * One turn of one layer, held by one person. A slot that nobody holds has no shift: it is a gap. Times are wall clock in
 * the rotation's zone; the end is not included. They are kept, not derived, so that a later change of the rotation cannot
 * move a shift that was worked.
 */
export const shiftSchema = z
  .strictObject({
    id: shiftIdSchema,
    rotation: rotationIdSchema,
    layer: layerNameSchema,
    start: localDateTimeSchema,
    end: localDateTimeSchema,
    person: personIdSchema,
    origin: z.enum(['planned', 'hand', 'imported']),
    /** The planner leaves a pinned shift with its person; the hand may still move it. */
    pinned: z.boolean(),
    /** Hard rules that the lead overruled for this shift; it stays flagged. */
    accepted: z.array(ruleNameSchema).max(10).readonly(),
    /** Set on a cover of single days: the shift whose days it takes over. */
    covers: shiftIdSchema.nullable(),
    /** iCalendar SEQUENCE: raised when person or times change. */
    sequence: z.int().min(0),
    note: proseSchema,
  })
  .readonly();

export type Shift = z.infer<typeof shiftSchema>;
