import { addMonths, dateOf, timeOf } from '../calendar/days.ts';
import { secondsBetween, toLocal } from '../calendar/zone.ts';
import type { DeliveryStatus, DueRow } from '../deadlines/deliveries.ts';
import type { DayOff, Occurrence } from '../deadlines/due-dates.ts';
import type { Instant, LocalDate } from '../model/dates.ts';
import type { Anchor, Deadline, Delivery } from '../model/deadline.ts';
import { clockTimeText, dayWithWeekdayText, dayWithYearText, weekdayText } from './date-text.ts';
import { counted } from './number-text.ts';

const ordinals = ['th', 'st', 'nd', 'rd'];

/** `1st`, `2nd`, `3rd`, `11th`, `23rd`. */
export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : (ordinals[number % 10] ?? 'th')}`;
}

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What a rule counts from: `by the 5th of each month`. */
export function anchorText(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'day-of-month':
      return `by the ${ordinal(anchor.day)} of each month`;
    case 'business-day':
      return `by the ${ordinal(anchor.nth)} business day of each month`;
    case 'last-business-day':
      return 'by the last business day of each month';
    case 'weekday':
      return `each ${weekdayNames[anchor.weekday - 1] ?? ''}`;
    case 'after-quarter-end':
      return anchor.days === 0
        ? 'by the last day of each quarter'
        : `${counted(anchor.days, 'day')} after each quarter ends`;
  }
}

/** `by the 5th of each month, 17:00`. */
export const ruleText = ({ anchor, time }: Pick<Deadline, 'anchor' | 'time'>): string =>
  `${anchorText(anchor)}${time === null ? '' : `, ${clockTimeText(time)}`}`;

/** What becomes of a day in short months or where months have too few business days; null where nothing does. */
export function shortMonthText(anchor: Anchor): string | null {
  if (anchor.kind === 'day-of-month' && anchor.day > 28) {
    const months = anchor.day === 31 ? 'February, April, June, September and November' : 'February';
    return `${months} ${anchor.day === 31 ? 'have' : 'has'} no ${ordinal(anchor.day)}${anchor.day === 29 ? ' except in leap years' : ''}: it is due on the last day of the month then.`;
  }
  return anchor.kind === 'business-day' && anchor.nth > 18
    ? `Some months have fewer business days than ${anchor.nth}: it is due on the last one then.`
    : null;
}

/** Where a day off goes, by convention. */
export const conventionTitles: Readonly<Record<Deadline['convention'], string>> = {
  none: 'Stays where it is',
  following: 'Next business day',
  preceding: 'Business day before',
  'modified-following': 'Next business day, within the month',
  'modified-preceding': 'Business day before, within the month',
};

const conventionReasons: Readonly<Record<Deadline['convention'], string>> = {
  none: 'It is due on weekends and holidays as well.',
  following: 'What falls on a weekend or holiday is due on the next business day.',
  preceding: 'What falls on a weekend or holiday is due on the last business day before it.',
  'modified-following':
    'What falls on a weekend or holiday is due on the next business day; where that is in the next month, on the one before.',
  'modified-preceding':
    'What falls on a weekend or holiday is due on the last business day before it; where that is in the month before, on the one after.',
};

export const conventionText = (convention: Deadline['convention']): string => conventionReasons[convention];

const dayOffText = (day: LocalDate, dayOff: DayOff): string =>
  dayOff.kind === 'holiday' ? dayOff.name : weekdayText(day) === 'Sat' ? 'Saturday' : 'Sunday';

/** Why an occurrence is not on the day that its rule names, or why it cannot be kept; null where nothing happened to it. */
export function whyMovedText({ nominal, due, dayOff, refusal }: Occurrence): string | null {
  if (refusal === 'before-period-ends')
    return `${dayWithWeekdayText(nominal)} is ${dayOff === null ? 'no business day' : dayOffText(nominal, dayOff)}, and the business day before it is too early: the period has not ended. Choose another convention for this rule.`;
  if (dayOff === null) return null;
  return due === nominal
    ? `falls on ${dayOffText(nominal, dayOff)}`
    : `from ${dayWithWeekdayText(nominal)}: ${dayOff.kind === 'holiday' ? dayOff.name : 'weekend'}`;
}

const statusTitles: Readonly<Record<DeliveryStatus, string>> = {
  upcoming: 'Upcoming',
  'due-soon': 'Due soon',
  met: 'Met',
  'met-late': 'Met late',
  late: 'Late',
  missed: 'Missed',
  waived: 'Waived',
  unkept: 'Cannot be kept',
  'before-records': 'Not recorded',
};

export const statusText = (status: DeliveryStatus): string => statusTitles[status];

/** `40 min`, `3 h`, `2 days`: a length of time to the largest unit that says enough. */
export function spanText(seconds: number): string {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** How long something is still to come, or is late by now; null where neither is a question. */
export function timingText({ status, lateFrom, delivery }: DueRow, now: Instant): string | null {
  if (status === 'late') return `${spanText(secondsBetween(lateFrom, now))} late`;
  if (status === 'met-late' && delivery !== null)
    return `${spanText(secondsBetween(lateFrom, delivery.at))} late`;
  return status === 'due-soon' ? `${spanText(secondsBetween(now, lateFrom))} left` : null;
}

/** When it is due: `Mon 4 Jan`, `Mon 4 Jan, 17:00`. */
export const dueText = (day: LocalDate, { time }: Pick<Deadline, 'time'>): string =>
  `${dayWithWeekdayText(day)}${time === null ? '' : `, ${clockTimeText(time)}`}`;

/** A moment on the clock of a zone: `Thu 5 Nov 2026, 15:30`. */
export function momentIn(instant: Instant, zone: Deadline['zone']): string {
  const local = toLocal(instant, zone);
  return `${dayWithYearText(dateOf(local))}, ${clockTimeText(timeOf(local))}`;
}

const outcomeWords: Readonly<Record<Delivery['outcome'], string>> = {
  met: 'met',
  missed: 'missed',
  waived: 'waived',
};

/** What is said when an outcome was recorded: `Profit data available, Mon 5 Oct: met`. */
export const recordedText = ({ title }: Pick<Deadline, 'title'>, { due, outcome }: Delivery): string =>
  `${title}, ${dayWithWeekdayText(due)}: ${outcomeWords[outcome]}.`;

/** `2 and 5 days before`, `on the day`, `no reminder`. */
export function remindersText(days: readonly number[]): string {
  const sorted = [...days].sort((one, other) => other - one);
  if (sorted.length === 0) return 'no reminder';
  const before = sorted.filter((day) => day > 0);
  const unit = before.at(-1) === 1 && before.length === 1 ? 'day' : 'days';
  const listed =
    before.length < 2
      ? String(before[0] ?? '')
      : `${before.slice(0, -1).join(', ')} and ${before.at(-1) ?? ''}`;
  const parts = [
    ...(before.length > 0 ? [`${listed} ${unit} before`] : []),
    ...(sorted.includes(0) ? ['on the day'] : []),
  ];
  return parts.join(' and ');
}

export type RemindersRead = { readonly days: readonly number[] } | { readonly error: string };

/** Days before that somebody typed: `5, 2`; empty is none. At most five, each once, none above 60. */
export function readReminders(text: string): RemindersRead {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const days = [...new Set(parts.map(Number))];
  const fits = days.every((day) => Number.isInteger(day) && day >= 0 && day <= 60);
  return fits && days.length <= 5
    ? { days: days.sort((one, other) => other - one) }
    : { error: 'Give up to five whole numbers of days, 0 to 60: 5, 2.' };
}

/** The month of a day, and the ones around it. */
export const monthOf = (day: LocalDate): { readonly from: LocalDate; readonly until: LocalDate } => {
  const from = `${day.slice(0, 7)}-01` as LocalDate;
  return { from, until: addMonths(from, 1) };
};

/**
 * What wants attention and what comes next: `1 is late. Next: Growth report final, Thu 3 Dec.`
 *
 * @param open what is still to come, the next first
 * @param unowned how many of these have nobody who can be counted on
 */
export function headlineText(late: number, open: readonly DueRow[], unowned: number): string {
  const [next] = open;
  const others = next === undefined ? 0 : open.filter(({ day }) => day === next.day).length - 1;
  return [
    late === 0 ? 'Nothing is late.' : `${counted(late, 'is', 'are')} late.`,
    next === undefined
      ? 'Nothing falls due in the next two months.'
      : `Next: ${next.deadline.title}${others === 0 ? '' : ` and ${others} more`}, ${dueText(next.day, next.deadline)}.`,
    ...(unowned === 0 ? [] : [`${unowned} of the next ${open.length} with nobody there to deliver.`]),
  ].join(' ');
}
