import ICAL from 'ical.js';
import { addDays, dateOf, timeOf, wallMinutes } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime, ZoneName } from '../model/dates.ts';
import type { FileEvent } from './ics-in-event.ts';
import { daysByMonth, goesByMonthDays, isImpossible, isNamed, type Rule } from './ics-in-month-days.ts';
import { onClock, wallIn, wallOfUtc, type FileTime } from './ics-time.ts';

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
export function unsupportedPart(rule: Rule): string | null {
  const interval = rule['interval'] === undefined ? 1 : Number(rule['interval']);
  if (!(interval >= 1 && interval <= MOST_INTERVAL)) return `INTERVAL=${String(rule['interval'])}`;
  if (rule['byweekno'] !== undefined) return 'BYWEEKNO';
  if (rule['bysetpos'] !== undefined && rule['freq'] !== 'MONTHLY') return 'BYSETPOS';
  return null;
}

class TooManySteps extends Error {}

/** What a time is known by among the occurrences of one series: its reading on the series' own clock. */
export const nameOfTime = (time: FileTime): string => (time.kind === 'day' ? time.day : time.wall);

/** Whether an exception of this name is to the occurrence of that one: one that is only a day is to all of that day. */
export const isAt = (occurrence: string, exception: string): boolean =>
  occurrence === exception || (exception.length === 10 && occurrence.startsWith(exception));

/** On whose clock days begin, and where times without a zone are read; without it, there too. */
export interface Clock {
  readonly zone: ZoneName;
  readonly floating?: ZoneName;
}

/** A time on the clock of the series, so that exceptions and extra days that are written in another zone are found in it. */
export function onClockOf(series: FileTime, time: FileTime, { zone, floating = zone }: Clock): FileTime {
  if (time.kind === 'day') return time;
  if (series.kind === 'day') {
    // Midnight in UTC is how a day is written for want of a zone; any other hour is midnight on somebody's clock.
    const isLocal = time.zone.kind === 'utc' && timeOf(time.wall) !== '00:00';
    return { kind: 'day', day: dateOf(isLocal ? wallIn(time.wall, time.zone, zone, floating) : time.wall) };
  }
  return { ...series, wall: onClock(time.wall, time.zone, series.zone, floating) };
}

/**
 * The rule with an end that can be compared with its start: on the same clock, and a day where the start is one. Without what is looked
 * after here: the count, and of a daily rule the months and their days.
 */
function settled(rule: Rule, start: FileTime): Record<string, unknown> {
  const { count: _count, ...next }: Record<string, unknown> = { ...rule };
  if (next['freq'] === 'DAILY') {
    delete next['bymonthday'];
    delete next['bymonth'];
  }
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

const dayNamed = (name: string): LocalDate => name.slice(0, 10) as LocalDate;

/** The times of a rule that goes by days of months, by their names, up to a day that is not included. */
function* byMonth(rule: Rule, start: FileTime, until: LocalDate): Generator<string> {
  const name = nameOfTime(start);
  const end = settled(rule, start)['until'];
  for (const day of daysByMonth(rule, dayNamed(name), until)) {
    const next = day + name.slice(10);
    if (typeof end === 'string' && next > end.slice(0, next.length)) return;
    yield next;
  }
}

/** The times of any rule, by their names, for ever where it has no end. ical.js looks for the next match for ever where there is none (issue 1038 there), so its steps are counted. */
function* byLibrary(rule: Rule, start: FileTime, step: () => void): Generator<string> {
  const name = nameOfTime(start);
  const iterator = ICAL.Recur.fromData(settled(rule, start)).iterator(
    start.kind === 'day' ? ICAL.Time.fromDateString(name) : ICAL.Time.fromDateTimeString(`${name}:00`),
  );
  const counted = iterator as unknown as { check_contracting_rules: () => boolean };
  const check = counted.check_contracting_rules.bind(iterator);
  counted.check_contracting_rules = () => {
    step();
    return check();
  };
  const next = (): ICAL.Time | null => iterator.next();
  for (let time = next(); time !== null; time = next()) {
    const found = time.toString().slice(0, name.length);
    if (isNamed(rule, dayNamed(name), dayNamed(found))) yield found;
  }
}

/** Follows one rule up to the end of the window. */
function follow(
  rule: Rule,
  start: FileTime,
  { from, until }: Window,
  found: Map<string, FileTime>,
  budget: StepBudget,
): RuleTrouble | null {
  const freq = String(rule['freq']);
  if (freq === 'HOURLY' || freq === 'MINUTELY' || freq === 'SECONDLY') return 'repeats-within-a-day';
  if (unsupportedPart(rule) !== null) return 'unsupported-rule';
  const first = dayNamed(nameOfTime(start));
  if (isImpossible(rule, first)) return 'endless-rule';
  const most = rule['count'] === undefined ? Infinity : Number(rule['count']);
  let [steps, count] = [0, 0];
  const step = (): void => {
    steps += 1;
    budget.left -= 1;
    if (steps > MOST_STEPS || budget.left < 0) throw new TooManySteps();
  };
  try {
    const names = goesByMonthDays(rule, first) ? byMonth(rule, start, until) : byLibrary(rule, start, step);
    for (const name of names) {
      count += 1;
      if (name >= until || count > most) return null;
      if (name >= from) found.set(name, timeNamed(name, start));
      if (found.size > MOST_OCCURRENCES) return 'too-many-repeats';
    }
    return null;
  } catch (error) {
    return error instanceof TooManySteps ? 'endless-rule' : 'unreadable-rule';
  }
}

const timeNamed = (name: string, start: FileTime): FileTime =>
  start.kind === 'day' ? { kind: 'day', day: name as LocalDate } : { ...start, wall: name as LocalDateTime };

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
export function occurrencesOf(event: FileEvent, wish: Window & Clock, budget: StepBudget): Occurrences {
  const { from, until } = wish;
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
  for (const time of alsoOn.map((one) => onClockOf(start, one, wish)))
    if (within(time)) found.set(nameOfTime(time), time);
  for (const time of notOn) {
    const name = nameOfTime(onClockOf(start, time, wish));
    for (const known of [...found.keys()]) if (isAt(known, name)) found.delete(known);
  }
  const starts = [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, time]) => time);
  return { starts: starts.slice(0, MOST_OCCURRENCES), trouble };
}
