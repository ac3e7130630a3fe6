import type { LocalDate } from './dates.ts';
import type { PolicyId } from './ids.ts';
import type { Policy } from './policy.ts';

/** The first policy of a team: the weights of planning.md section 1, and one day off in return for a holiday. */
export const defaultPolicy = (id: PolicyId, from: LocalDate): Policy => ({
  id,
  version: 1,
  from,
  weekdayLoad: 4,
  weekendLoad: 8,
  holidayLoad: 12,
  holidayDate: 'actual',
  restBreach: 2000,
  loadBeyondBand: 5,
  holidayBalance: 15,
  sameHoliday: 160,
  avoidedWeek: 160,
  wantedWeek: 80,
  changedSlot: 40,
  standIn: 80,
  carryPercent: 100,
  carryLimit: 72,
  holidayCarryLimit: 8,
  leaveAllowanceWeeks: 0,
  deadlineLoad: 0,
  incidentHourLoad: 0,
  incidentLoadLimit: 36,
  compTime: {
    minutesPerHoliday: 480,
    minutesPerWeekendDay: 0,
    responsePercent: 0,
    secondaryPercent: 50,
    counting: 'proportional',
    atLeastHours: 4,
    roundToMinutes: 1,
    mostOpenMinutes: null,
    expiresAfterMonths: 12,
    warnDaysBefore: 30,
    approval: 'lead',
  },
});
