import ICAL from 'ical.js';
import { addDays, dateOf, wallMinutes } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';
import type { FileEvent } from './ics-in-event.ts';
import { wallOfUtc, type FileTime } from './ics-time.ts';

/** Most occurrences that one event may bring into the window. */
export const MOST_OCCURRENCES = 1_000;
/** Steps that one rule may take from its first day to the end of the window: a daily one since 1970 takes 21,000. */
const MOST_STEPS = 25_000;

/** Steps that are left for all rules of a file, so that no file keeps anybody waiting; a step takes some microseconds. */
export interface StepBudget {
  left: number;
}

export const stepBudget = (): StepBudget => ({ left: 400_000 });

/** Why an event's rule was not followed to its end. */
export type RuleTrouble =
  'unsupported-rule' | 'unreadable-rule' | 'repeats-within-a-day' | 'endless-rule' | 'too-many-repeats';

export interface Occurrences {
  /** Starts on the event's own clock, in order and without doubles; the first of them also where nothing repeats. */
  readonly starts: readonly FileTime[];
  readonly trouble: RuleTrouble | null;
}

/** The days that are asked for. */
export interface Window {
  readonly from: LocalDate;
  /** Not included. */
  readonly until: LocalDate;
}

/** ical.js steps over the days in between one by one. */
const MOST_INTERVAL = 1_000;

/** The part of a rule that would give wrong days, or take for ever; null where there is none. */
export function unsupportedPart(rule: Readonly<Record<string, unknown>>): string | null {
  const interval = rule['interval'] === undefined ? 1 : Number(rule['interval']);
  if (!(interval >= 1 && interval <= MOST_INTERVAL)) return `INTERVAL=${String(rule['interval'])}`;
  if (rule['byweekno'] !== undefined) return 'BYWEEKNO';
  if (rule['bysetpos'] !== undefined && rule['freq'] !== 'MONTHLY') return 'BYSETPOS';
  return null;
}

class TooManySteps extends Error {}

/** What a time is known by among the occurrences of one series: its reading on the series' own clock. */
export const nameOfTime = (time: FileTime): string => (time.kind === 'day' ? time.day : time.wall);

/** A time on the clock of the series, so that exceptions written in UTC are found in it. */
export function onClockOf(series: FileTime, time: FileTime): FileTime {
  if (series.kind === 'day') return { kind: 'day', day: time.kind === 'day' ? time.day : dateOf(time.wall) };
  if (time.kind === 'day' || time.zone.kind !== 'utc' || series.zone.kind === 'utc') return time;
  return { kind: 'moment', wall: wallOfUtc(time.wall, series.zone), zone: series.zone };
}

/** Its days come of themselves on 29 February only; ical.js would move them to 1 March in other years, where RFC 5545 leaves them out. */
const bornOnLeapDay = (rule: Readonly<Record<string, unknown>>, start: FileTime): boolean =>
  rule['freq'] === 'YEARLY' &&
  nameOfTime(start).slice(5, 10) === '02-29' &&
  !Object.keys(rule).some((part) => part.startsWith('by'));

/** The rule with an end that can be compared with its start: on the same clock, and a day where the start is one. */
function settled(rule: Readonly<Record<string, unknown>>, start: FileTime): Record<string, unknown> {
  const next: Record<string, unknown> = { ...rule };
  if (bornOnLeapDay(rule, start)) Object.assign(next, { bymonth: 2, bymonthday: 29 });
  const until = typeof rule['until'] === 'string' ? rule['until'] : null;
  if (until === null) return next;
  const day = until.slice(0, 10);
  if (start.kind === 'day') next['until'] = day;
  else if (until.length === 10) next['until'] = `${day}T23:59:59`;
  else if (until.endsWith('Z'))
    next['until'] =
      `${wallOfUtc(until.slice(0, 16) as LocalDateTime, start.zone)}:${until.slice(17, 19) || '00'}`;
  return next;
}

const toFileTime = (time: ICAL.Time, start: FileTime): FileTime => {
  const text = time.toString();
  return start.kind === 'day'
    ? { kind: 'day', day: text.slice(0, 10) as LocalDate }
    : { ...start, wall: text.slice(0, 16) as LocalDateTime };
};

/**
 * Follows one rule up to the end of the window. ical.js looks for the next match for ever where there is none (issue 1038 there), so its
 * steps are counted.
 */
function follow(
  rule: Readonly<Record<string, unknown>>,
  start: FileTime,
  { from, until }: Window,
  found: Map<string, FileTime>,
  budget: StepBudget,
): RuleTrouble | null {
  const freq = String(rule['freq']);
  if (freq === 'HOURLY' || freq === 'MINUTELY' || freq === 'SECONDLY') return 'repeats-within-a-day';
  if (unsupportedPart(rule) !== null) return 'unsupported-rule';
  const written = start.kind === 'day' ? start.day : `${start.wall}:00`;
  let steps = 0;
  const step = (): void => {
    steps += 1;
    budget.left -= 1;
    if (steps > MOST_STEPS || budget.left < 0) throw new TooManySteps();
  };
  try {
    const iterator = ICAL.Recur.fromData(settled(rule, start)).iterator(
      start.kind === 'day' ? ICAL.Time.fromDateString(written) : ICAL.Time.fromDateTimeString(written),
    );
    const counted = iterator as unknown as { check_contracting_rules: () => boolean };
    const check = counted.check_contracting_rules.bind(iterator);
    counted.check_contracting_rules = () => {
      step();
      return check();
    };
    for (
      let time = iterator.next() as ICAL.Time | null;
      time !== null;
      time = iterator.next() as ICAL.Time | null
    ) {
      const at = toFileTime(time, start);
      const day = nameOfTime(at).slice(0, 10);
      if (day >= until) return null;
      if (day >= from) found.set(nameOfTime(at), at);
      if (found.size > MOST_OCCURRENCES) return 'too-many-repeats';
    }
    return null;
  } catch (error) {
    return error instanceof TooManySteps ? 'endless-rule' : 'unreadable-rule';
  }
}

/** Whole days that an event lasts at most: how far before the window one of its occurrences may begin. */
function daysLong({ start, end, minutes }: FileEvent): number {
  const length =
    minutes ??
    (end === null
      ? 0
      : wallMinutes(`${nameOfTime(end)}T00:00`.slice(0, 16) as LocalDateTime) -
        wallMinutes(`${nameOfTime(start)}T00:00`.slice(0, 16) as LocalDateTime));
  return Math.max(0, Math.ceil(length / 1440)) + 1;
}

/**
 * When an event is, up to the end of the window: once, or as its rules and extra days say, less its exceptions. Starts long before the
 * window are left out.
 */
export function occurrencesOf(event: FileEvent, { from, until }: Window, budget: StepBudget): Occurrences {
  const { start, rules, alsoOn, notOn } = event;
  if (rules.length === 0 && alsoOn.length === 0) return { starts: [start], trouble: null };
  // A day on either side: the window's days are those of another clock.
  const [first, last] = [addDays(from, -daysLong(event) - 1), addDays(until, 1)];
  const found = new Map<string, FileTime>();
  let trouble: RuleTrouble | null = null;
  const within = (time: FileTime): boolean => {
    const day = nameOfTime(time).slice(0, 10);
    return first <= day && day < last;
  };
  if (within(start)) found.set(nameOfTime(start), start);
  for (const rule of rules) trouble ??= follow(rule, start, { from: first, until: last }, found, budget);
  for (const time of alsoOn.map((one) => onClockOf(start, one)))
    if (within(time)) found.set(nameOfTime(time), time);
  for (const time of notOn) {
    const name = nameOfTime(onClockOf(start, time));
    // An exception that is only a day takes the occurrence of that day away.
    for (const known of [...found.keys()])
      if (known === name || (name.length === 10 && known.startsWith(name))) found.delete(known);
  }
  const starts = [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, time]) => time);
  return { starts: starts.slice(0, MOST_OCCURRENCES), trouble };
}
