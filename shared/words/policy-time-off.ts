import type { CompTimeTerms } from '../model/policy.ts';
import { countingText } from './comp-time-text.ts';
import { minutesText } from './date-text.ts';
import { counted } from './number-text.ts';
import type { PolicyGroup } from './policy-text.ts';

const percentOf = (minutes: number, percent: number): string => minutesText((minutes * percent) / 100);

const months = (count: number): string => counted(count, 'month');
const days = (count: number): string => counted(count, 'day');

/** What a hand-off at 09:00 makes of a holiday, to the one who leaves and the one who comes. */
function handedOver({ counting, atLeastHours, minutesPerHoliday }: CompTimeTerms): string {
  const part = (hours: number): string =>
    minutesText(
      counting === 'proportional'
        ? (minutesPerHoliday * hours) / 24
        : counting === 'any-part' || hours >= atLeastHours
          ? minutesPerHoliday
          : 0,
    );
  return `A hand-off at 09:00 gives ${part(9)} to whoever leaves and ${part(15)} to whoever comes.`;
}

/** The figures of time off in return. */
export const timeOffGroup: PolicyGroup = {
  id: 'time-off',
  title: 'Time off in return',
  about: 'What serving earns, and what becomes of it. Lines already in the ledger stay as they were written.',
  terms: [
    {
      id: 'compTime.minutesPerHoliday',
      title: 'Earned for a holiday as primary',
      unit: 'minutes',
      least: 0,
      most: 10_000,
      per: 1,
      meaning: 'Time off for one whole holiday.',
      example: ({ compTime }) =>
        `A primary who covers one holiday earns ${minutesText(compTime.minutesPerHoliday)}.`,
    },
    {
      id: 'compTime.minutesPerWeekendDay',
      title: 'Earned for a weekend day as primary',
      unit: 'minutes',
      least: 0,
      most: 10_000,
      per: 1,
      meaning: 'Time off for one whole Saturday or Sunday that is no holiday of theirs.',
      example: ({ compTime }) =>
        `A week of duty has two of them: ${minutesText(2 * compTime.minutesPerWeekendDay)}.`,
    },
    {
      id: 'compTime.responsePercent',
      title: 'Earned for responding',
      unit: 'per cent',
      least: 0,
      most: 400,
      per: 1,
      meaning: 'Of the time from acknowledging an incident to resolving it, beside what the day earns.',
      example: ({ compTime }) => `90 minutes of response earn ${percentOf(90, compTime.responsePercent)}.`,
    },
    {
      id: 'compTime.secondaryPercent',
      title: 'The secondary’s part',
      unit: 'per cent',
      least: 0,
      most: 100,
      per: 1,
      meaning: 'What a secondary earns of a holiday or weekend day. Who responds earns it whole.',
      example: ({ compTime }) =>
        `A secondary earns ${minutesText(Math.round((compTime.minutesPerHoliday * compTime.secondaryPercent) / 100))} for a holiday.`,
    },
    {
      id: 'compTime.atLeastHours',
      title: 'Least hours of a day',
      unit: 'hours',
      least: 1,
      most: 24,
      per: 1,
      meaning: 'Only where a part of a day counts from so many hours on.',
      example: ({ compTime }) => `${countingText(compTime)} ${handedOver(compTime)}`,
    },
    {
      id: 'compTime.mostOpenMinutes',
      title: 'Most that stands open',
      unit: 'hours',
      least: 0,
      most: 1_000_000,
      per: 60,
      empty: 'no cap',
      meaning: 'What an earning would bring beyond this is written off at once. Empty: no cap.',
      example: ({ compTime }) =>
        compTime.mostOpenMinutes === null
          ? 'Balances may grow without end.'
          : `With ${minutesText(compTime.mostOpenMinutes)} open, a holiday adds nothing.`,
    },
    {
      id: 'compTime.expiresAfterMonths',
      title: 'To be taken within',
      unit: 'months',
      least: 1,
      most: 60,
      per: 1,
      empty: 'never',
      meaning: 'After this long, time off that was not taken is lost. Empty: never.',
      example: ({ compTime }) =>
        compTime.expiresAfterMonths === null
          ? 'Time off earned at New Year never expires.'
          : `Time off earned at New Year 2027 can be taken for ${months(compTime.expiresAfterMonths)}.`,
    },
    {
      id: 'compTime.warnDaysBefore',
      title: 'Warned before it is lost',
      unit: 'days',
      least: 0,
      most: 366,
      per: 1,
      meaning: 'How long before an expiry the balance says so.',
      example: ({ compTime }) =>
        compTime.warnDaysBefore === 0
          ? 'There is no warning.'
          : `What is lost on 31 Dec is told of ${days(compTime.warnDaysBefore)} before.`,
    },
  ],
};
