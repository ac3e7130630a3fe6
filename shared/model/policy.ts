import { z } from 'zod';
import { localDateSchema } from './dates.ts';
import { policyIdSchema } from './ids.ts';

const cost = z.int().min(0).max(100_000);

/** What on-call earns in time off, and what becomes of it (formats.md section 6). Minutes are whole. */
const compTimeTermsSchema = z
  .strictObject({
    /** For one whole holiday covered as primary. */
    minutesPerHoliday: z.int().min(0).max(10_000),
    /** For one whole Saturday or Sunday as primary, unless it is a holiday of theirs; 0 gives none. */
    minutesPerWeekendDay: z.int().min(0).max(10_000),
    /** For each 100 minutes from acknowledging an incident to resolving it; 0 gives none. */
    responsePercent: z.int().min(0).max(400),
    /** The secondary's share of a holiday or weekend day, in per cent. */
    secondaryPercent: z.int().min(0).max(100),
    /** A part of a day counts as its part, as a whole one, or as a whole one from `atLeastHours` on. */
    counting: z.enum(['proportional', 'any-part', 'at-least']),
    atLeastHours: z.int().min(1).max(24),
    /** Each earning is rounded to the nearest multiple. */
    roundToMinutes: z.union([z.literal(1), z.literal(5), z.literal(15), z.literal(30), z.literal(60)]),
    /** Nobody's open balance grows beyond this; null is no cap. */
    mostOpenMinutes: z.int().min(0).max(1_000_000).nullable(),
    expiresAfterMonths: z.int().min(1).max(60).nullable(),
    /** An expiry is told of this long before it. */
    warnDaysBefore: z.int().min(0).max(366),
    /** Whether an earning enters the ledger by itself when the day is over, or when the lead approves it. */
    approval: z.enum(['automatic', 'lead']),
  })
  .readonly();

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
    /** Quarter-points of one deadline day for the task's owner of the role that delivers; 0 counts none. */
    deadlineLoad: z.int().min(0).max(400),
    /** Quarter-points of one hour from acknowledging an incident to resolving it, for whoever acknowledged; 0 counts none. */
    incidentHourLoad: z.int().min(0).max(400),
    /** The most that incidents add for one person in one quarter, in q. */
    incidentLoadLimit: z.int().min(0).max(10_000),
    compTime: compTimeTermsSchema,
  })
  .readonly();

export type CompTimeTerms = z.infer<typeof compTimeTermsSchema>;
export type Policy = z.infer<typeof policySchema>;
