import Holidays from 'date-holidays';
import type { LibraryDay } from '../../shared/exchange/holiday-suggest.ts';
import type { FromHolidays, RegionName, ToHolidays } from './holiday-messages.ts';
import { serve } from './serve.ts';

// The library is 1.5 MB: it is loaded here, for the one screen that asks it, and ends with the worker.

const byTitle = (names: Readonly<Record<string, string>>): readonly RegionName[] =>
  Object.entries(names)
    .map(([id, title]) => ({ id, title }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));

/** English names where the library has them, in the country's own spelling. */
function languageOf(library: Holidays): string {
  const languages = library.getLanguages();
  return (
    languages.find((language) => language.startsWith('en-')) ?? languages.find((one) => one === 'en') ?? 'en'
  );
}

/** The library answers for a country whose state it does not know as if none were named: that is asked for apart. */
function isKnown(library: Holidays, country: string, state: string | undefined): boolean {
  if (!Object.hasOwn(library.getCountries('en'), country)) return false;
  return state === undefined || Object.hasOwn(library.getStates(country, 'en') ?? {}, state);
}

function daysOf(region: string, year: number): FromHolidays {
  const [country = '', state] = region.split('-');
  if (!isKnown(new Holidays(), country, state)) return { kind: 'days', known: false, days: [] };
  const library = state === undefined ? new Holidays(country) : new Holidays(country, state);
  const language = languageOf(library);
  const days = [year - 1, year, year + 1].flatMap((one) =>
    library
      .getHolidays(one, language)
      .map(({ date, start, end, name, type, rule, substitute }): LibraryDay => ({
        date,
        days: (end.getTime() - start.getTime()) / 86_400_000,
        name,
        type,
        rule,
        substitute: substitute === true,
      })),
  );
  return { kind: 'days', known: true, days };
}

serve<ToHolidays, FromHolidays>((message, post) => {
  if (message.kind === 'days') {
    post(daysOf(message.region, message.year));
    return;
  }
  const library = new Holidays();
  const { country } = message;
  const regions = country === null ? library.getCountries('en') : (library.getStates(country, 'en') ?? {});
  post({ kind: 'regions', regions: byTitle(regions) });
});
