import type { HolidayChange, IncomingHoliday } from '../exchange/holiday-diff.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Holiday, HolidaySet } from '../model/holiday.ts';
import { dayWithWeekdayText, dayWithYearText } from './date-text.ts';
import { counted } from './number-text.ts';

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** `United States`, `Germany, BY`; the code itself where no country goes by it. */
export function regionText(region: string): string {
  const [country = '', state] = region.split('-');
  const name = countries.of(country) ?? country;
  return state === undefined ? name : `${name}, ${state}`;
}

/** `United States 2027`. */
export const setText = ({ region, year }: Pick<HolidaySet, 'region' | 'year'>): string =>
  `${regionText(region)} ${year}`;

/** `11 holidays`. */
export const holidaysCount = (count: number): string => counted(count, 'holiday');

/** Why no holiday counts as points in a year: the team has no region, or its region no set. */
export const noCalendarText = (region: string | null, year: number): string =>
  region === null
    ? 'No holiday counts as points: the team has no region.'
    : `No holiday of ${year} counts as points: ${regionText(region)} has no set of that year yet. Suggest it under Sets.`;

/** How far the review of a set is, in a few words. */
export function reviewText({ locked, reviewedOn }: Pick<HolidaySet, 'locked' | 'reviewedOn'>): string {
  if (!locked) return 'Waits for review';
  return reviewedOn === null ? 'Reviewed' : `Reviewed on ${dayWithYearText(reviewedOn)}`;
}

/** What the review of a set means, as a sentence. */
export function reviewSentence(set: HolidaySet): string {
  const version = set.against === '' ? '' : `, compared with ${set.against}`;
  return set.locked
    ? `${reviewText(set)}${version}. Its days change only once you unlock it.`
    : 'Look through the days, mend what is wrong, and lock the year. Plans count what stands here, reviewed or not.';
}

/** A day with the year only where it is another one: an observed day may lie in the year before. */
export const dayOfYearText = (day: LocalDate, year: number): string =>
  day.startsWith(`${year}-`) ? dayWithWeekdayText(day) : dayWithYearText(day);

const datesText = ({ actual, observed }: Pick<Holiday, 'actual' | 'observed'>): string => {
  const year = Number(actual.slice(0, 4));
  const seen = observed === null ? '' : `, observed ${dayOfYearText(observed, year)}`;
  return `${dayWithWeekdayText(actual)}${seen}`;
};

const certainty = (tentative: boolean): string => (tentative ? 'tentative' : 'certain');

/** What differs, and from what, as a sentence; `other` is the library or file: "date-holidays 3.37.0". */
export function changeText({ kind, incoming, holiday }: HolidayChange, other: string): string {
  switch (kind) {
    case 'added':
      return `${incoming.name}, ${datesText(incoming)}: not in this set.`;
    case 'gone':
      return `${holiday.name}, ${datesText(holiday)}: no longer in ${other}.`;
    case 'renamed':
      return `${dayWithWeekdayText(holiday.actual)} is ${holiday.name} here and ${incoming.name} there.`;
    case 'moved':
      return `${holiday.name} is on ${datesText(holiday)} here and on ${datesText(incoming)} there.`;
    case 'weighed':
      return `${holiday.name}: ${holiday.weightPercent} %, ${certainty(holiday.tentative)} here; ${incoming.weightPercent} %, ${certainty(incoming.tentative)} there.`;
    case 'same':
      return `${holiday.name}, ${datesText(holiday)}: the same.`;
  }
}

/** What is wrong with an entry as it is typed, by its field; empty where nothing is. */
export function entryFaults(
  entry: Pick<IncomingHoliday, 'name' | 'observed'> & { readonly actual: string },
  year: number,
  others: readonly Holiday[],
): Readonly<Partial<Record<'name' | 'actual' | 'observed', string>>> {
  const name = entry.name.trim();
  const same = others.find((one) => one.name.trim().toLowerCase() === name.toLowerCase());
  const sameDay = others.find((one) => one.actual === entry.actual);
  const nameFault =
    name === ''
      ? 'A holiday needs a name.'
      : name.length > 200
        ? `A name has at most 200 letters; this one has ${name.length}.`
        : same !== undefined
          ? `${same.name} is on ${dayWithWeekdayText(same.actual)} already.`
          : null;
  const dayFault =
    entry.actual === ''
      ? 'Choose the day.'
      : !entry.actual.startsWith(`${year}-`)
        ? `The day lies outside ${year}, the year of this set.`
        : sameDay !== undefined
          ? `${sameDay.name} is on this day. Name both in one entry, since a day is one holiday.`
          : null;
  const observedFault =
    entry.observed !== null && entry.observed === entry.actual
      ? 'That is the day itself: leave it empty.'
      : null;
  return {
    ...(nameFault === null ? {} : { name: nameFault }),
    ...(dayFault === null ? {} : { actual: dayFault }),
    ...(observedFault === null ? {} : { observed: observedFault }),
  };
}
