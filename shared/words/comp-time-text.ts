import type { Balance, Lot } from '../comp-time/balance.ts';
import type { Settlement } from '../comp-time/settlements.ts';
import { addDays } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { CompTimeTerms } from '../model/policy.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayWithYearText, minutesText } from './date-text.ts';
import { occasionText } from './ledger-text.ts';
import { personName } from './names.ts';
import { counted } from './number-text.ts';

/** What an occasion is about: `Labor Day, Team primary W37`. */
export function settlementTitle(workspace: Workspace, { credit, takeBack }: Settlement): string {
  const about = credit[0] ?? takeBack[0];
  return about === undefined ? '' : occasionText(workspace, about);
}

/** What settling does, and why: `Engineer 2 earns 8 h`, `Engineer 1 served, not Engineer 2: 8 h move`. */
export function settlementText(workspace: Workspace, { credit, takeBack }: Settlement): string {
  const name = (row: { readonly person: Settlement['takeBack'][number]['person'] }): string =>
    personName(workspace, row.person);
  const [old] = takeBack;
  const [due] = credit;
  if (old === undefined)
    return credit.map((row) => `${name(row)} earns ${minutesText(row.minutes)}`).join('; ');
  if (due === undefined) return `${name(old)} did not serve this: ${minutesText(old.minutes)} are taken back`;
  if (due.person !== old.person)
    return `${name(due)} served, not ${name(old)}: ${minutesText(old.minutes)} are taken back, ${minutesText(due.minutes)} credited`;
  return `${name(due)} earns ${minutesText(due.minutes)}, not ${minutesText(old.minutes)}`;
}

/** `Approve 8 h for Engineer 2`: the name of the step that settles one occasion. */
export function settleTitle(workspace: Workspace, settlement: Settlement): string {
  const verb = settlement.takeBack.length === 0 ? 'Credit' : 'Correct';
  return `${verb} comp time: ${settlementTitle(workspace, settlement)}`.slice(0, 300);
}

/** Time that is lost within so many days, by the day on which it is lost; what has expired already is left out. */
export function expiringSoon(balance: Balance, today: LocalDate, warnDaysBefore: number): readonly Lot[] {
  const until = addDays(today, warnDaysBefore);
  return balance.lots
    .filter(({ expiresOn }) => expiresOn !== null && expiresOn > today && expiresOn <= until)
    .sort((one, other) => ((one.expiresOn ?? '') < (other.expiresOn ?? '') ? -1 : 1));
}

/** `8 h are lost on Wed 3 Feb 2027`. */
export const lossText = (minutes: number, on: LocalDate): string =>
  `${minutesText(minutes)} ${minutes === 60 ? 'is' : 'are'} lost on ${dayWithYearText(on)}`;

/** How a part of a day counts, in plain words. */
export function countingText({ counting, atLeastHours }: CompTimeTerms): string {
  switch (counting) {
    case 'proportional':
      return 'Whoever holds a part of a day earns that part of it, by the hour.';
    case 'any-part':
      return 'Whoever holds any part of a day earns the whole of it, so a hand-off on the day pays both.';
    case 'at-least':
      return `Whoever holds at least ${counted(atLeastHours, 'hour')} of a day earns the whole of it; a shorter part earns nothing.`;
  }
}

const perDay = (minutes: number, what: string): string =>
  minutes === 0 ? `${what} earns nothing.` : `${what} earns ${minutesText(minutes)} as primary.`;

/** The terms of time off in return, in sentences, in the order in which a lead asks about them. */
export function termsText(terms: CompTimeTerms): readonly string[] {
  return [
    perDay(terms.minutesPerHoliday, 'A whole holiday'),
    perDay(terms.minutesPerWeekendDay, 'A whole Saturday or Sunday'),
    terms.responsePercent === 0
      ? 'Responding to an incident earns nothing.'
      : `An hour of responding to an incident earns ${minutesText((60 * terms.responsePercent) / 100)}, beside what the day earns.`,
    `A secondary earns ${terms.secondaryPercent} % of a holiday or weekend day.`,
    countingText(terms),
    terms.roundToMinutes === 1
      ? 'Earnings are kept to the minute.'
      : `Each earning is rounded to the nearest ${minutesText(terms.roundToMinutes)}.`,
    terms.mostOpenMinutes === null
      ? 'There is no cap on what stands open.'
      : `At most ${minutesText(terms.mostOpenMinutes)} stand open for anybody; what goes beyond is written off at once.`,
    terms.expiresAfterMonths === null
      ? 'Time off never expires.'
      : `Time off expires ${counted(terms.expiresAfterMonths, 'month')} after it was earned, the oldest first; a warning comes ${counted(terms.warnDaysBefore, 'day')} before.`,
    terms.approval === 'automatic'
      ? 'Earnings are credited by themselves: the next time this screen is opened after the day.'
      : 'Earnings wait for your approval.',
  ];
}

/** `2 h over`, `−3 h`: what a balance would be after a booking. */
export const afterText = (open: number, wanted: number): string => {
  const left = open - wanted;
  return left < 0 ? `${minutesText(-left)} more than there are` : `${minutesText(left)} stay open`;
};
