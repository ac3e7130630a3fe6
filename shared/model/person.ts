import { z } from 'zod';
import { localDateSchema, zoneNameSchema } from './dates.ts';
import { personIdSchema } from './ids.ts';
import { lineSchema, regionSchema } from './text.ts';

/** A week that someone would like to be on call, or not to be. `week` is any day of it. */
export const wishSchema = z.strictObject({ week: localDateSchema, kind: z.enum(['want', 'avoid']) }).readonly();

/** Someone who can be on call. Which duties they may take stands with each rotation. */
export const personSchema = z
  .strictObject({
    id: personIdSchema,
    name: lineSchema,
    email: z.email().nullable(),
    /** Other spellings that imports may use. */
    aliases: z.array(lineSchema).max(20).readonly(),
    /** Share of full time in per cent, 1 to 100: planning.md's FTE. */
    fullTimePercent: z.int().min(1).max(100),
    /** First and last day in the team; null is "always has been" and "no end known". */
    joinsOn: localDateSchema.nullable(),
    leavesOn: localDateSchema.nullable(),
    /** Whose public holidays they keep. */
    region: regionSchema.nullable(),
    zone: zoneNameSchema,
    wishes: z.array(wishSchema).max(500).readonly(),
    /** Most shifts of any kind in one quarter (H5); null is no cap. */
    mostShiftsAQuarter: z.int().min(0).max(200).nullable(),
    /** Ids of this person in other tools, by tool: `{ pagerduty: 'PABC123' }`. */
    externalIds: z.record(z.string().regex(/^[a-z]+$/), lineSchema).readonly(),
    archivedOn: localDateSchema.nullable(),
    /** Place in lists, ascending; also picks colour and shape. */
    position: z.int().min(0),
  })
  .readonly();

export type Wish = z.infer<typeof wishSchema>;
export type Person = z.infer<typeof personSchema>;
