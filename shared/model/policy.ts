import { z } from 'zod';
import { localDateSchema } from './dates.ts';
import { policyIdSchema } from './ids.ts';

const cost = z.int().min(0).max(100_000);

/**
 * What the team agreed counts how much: the weights of planning.md section 1, in its units. q is a quarter-point, 80
 * cost units are one wish. A policy is never changed, only followed by a newer one, so a plan can name what it was
 * scored with.
 */
export const policySchema = z
  .strictObject({
    id: policyIdSchema,
    version: z.int().min(1),
    from: localDateSchema,
    /** Quarter-points of one day; the largest that applies counts. */
    weekdayLoad: z.int().min(0).max(400),
    weekendLoad: z.int().min(0).max(400),
    holidayLoad: z.int().min(0).max(400),
    /** Which date of a holiday counts. */
    holidayDate: z.enum(['actual', 'observed', 'either']),
    restBreach: cost,
    loadBeyondBand: z.int().min(0).max(100),
    holidayBalance: z.int().min(0).max(1000),
    /** The same person holds the holiday of the same name two years running. */
    sameHoliday: cost,
    avoidedWeek: cost,
    wantedWeek: cost,
    changedSlot: cost,
    standIn: cost,
    /** Carry: share of the difference that is carried, in per cent, and the most that is carried, in q. */
    carryPercent: z.int().min(0).max(100),
    carryLimit: z.int().min(0).max(1000),
    holidayCarryLimit: z.int().min(0).max(100),
    /** First weeks of leave in a quarter that count as present. */
    leaveAllowanceWeeks: z.int().min(0).max(13),
    compTime: z
      .strictObject({
        /** Minutes for one whole holiday covered as primary. */
        minutesPerHoliday: z.int().min(0).max(10_000),
        /** The secondary's share of that, in per cent. */
        secondaryPercent: z.int().min(0).max(100),
        expiresAfterMonths: z.int().min(1).max(60).nullable(),
      })
      .readonly(),
  })
  .readonly();

export type Policy = z.infer<typeof policySchema>;
