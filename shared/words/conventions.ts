import type { NumberMarks } from '../contract/preferences.ts';

/** How people of a place write dates, times and numbers. The words stay English; the order, the clock, the week and the marks are the reader's. */
export interface Conventions {
  /** `1 Feb` or `Feb 1`. */
  readonly order: 'day-first' | 'month-first';
  /** `17:00` or `5:00 PM`. */
  readonly clock: '24' | '12';
  /** The weekday that begins a week, from 1 for Monday to 7 for Sunday. */
  readonly weekStart: number;
  /** The marks between thousands and before decimals, by an example. */
  readonly numbers: NumberMarks;
}

/** Where nothing is known of the reader: unambiguous, and the week of ISO 8601. */
export const neutral: Conventions = { order: 'day-first', clock: '24', weekStart: 1, numbers: '1,234.5' };

interface WeekInfo {
  readonly firstDay: number;
}
/** Engines of these years have one, the other, or both. */
type WithWeek = Intl.Locale & { readonly weekInfo?: WeekInfo; readonly getWeekInfo?: () => WeekInfo };

function weekStartOf(locale: string): number {
  const known = new Intl.Locale(locale) as WithWeek;
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? neutral.weekStart;
}

function orderOf(locale: string): Conventions['order'] {
  const writer = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const parts = writer.formatToParts(0).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day') ? 'month-first' : 'day-first';
}

const clockOf = (locale: string): Conventions['clock'] =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle?.startsWith('h1') === true
    ? '12'
    : '24';

/** By the mark before decimals, then the one between thousands; digits stay those of the sentence around them. */
function numbersOf(locale: string): NumberMarks {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1_234_567.5);
  const mark = (type: 'group' | 'decimal'): string => parts.find((part) => part.type === type)?.value ?? '';
  if (mark('decimal') === ',') return mark('group') === '.' ? '1.234,5' : '1\u00a0234,5';
  return /[’']/.test(mark('group')) ? '1’234.5' : '1,234.5';
}

/**
 * The conventions of a locale such as `de-DE`, by the engine's own tables; the neutral ones where it has none.
 * `Intl` itself would take the machine's default for a locale that it does not know, which says nothing about the reader.
 */
export function conventionsOf(locale: string): Conventions {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf([locale]).length === 0) return neutral;
    return {
      order: orderOf(locale),
      clock: clockOf(locale),
      weekStart: weekStartOf(locale),
      numbers: numbersOf(locale),
    };
  } catch {
    return neutral; // no tag at all
  }
}

/** Those of the system, but for what somebody chose otherwise. */
export const chosenConventions = (
  system: Conventions,
  chosen: { readonly [Name in keyof Conventions]: 'system' | Conventions[Name] },
): Conventions => ({
  order: chosen.order === 'system' ? system.order : chosen.order,
  clock: chosen.clock === 'system' ? system.clock : chosen.clock,
  weekStart: chosen.weekStart === 'system' ? system.weekStart : chosen.weekStart,
  numbers: chosen.numbers === 'system' ? system.numbers : chosen.numbers,
});

/**
 * The tag of a locale as POSIX systems name it: `de_DE.UTF-8@euro` is `de-DE`; '' for `C`, `POSIX` and what is no name.
 */
export function tagOfPosix(name: string): string {
  const [, tag] = /^([A-Za-z]{2,3}(?:_[A-Za-z]{2})?)(?:[.@].*)?$/.exec(name) ?? [];
  return tag === undefined ? '' : tag.replace('_', '-');
}
