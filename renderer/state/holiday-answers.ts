import { type SuggestedHoliday, suggestedHolidays } from '../../shared/exchange/holiday-suggest.ts';
import type { RegionName } from '../workers/holiday-messages.ts';
import { askLibrary, askRegions } from '../workers/holidays.ts';
import { type Answer, type Asked, useAnswer } from './use-answer.ts';

export type { RegionName };

/** What the library said of a region and year: it never says otherwise while the window is open. */
const known = new Map<string, Promise<readonly SuggestedHoliday[] | null>>();

function askSuggestions(region: string, year: number): Asked<readonly SuggestedHoliday[] | null> {
  const key = `${region} ${year}`;
  let answer = known.get(key);
  if (answer === undefined) {
    const asked = askLibrary(region, year).answer.then((days) =>
      days === null ? null : suggestedHolidays(days, year),
    );
    known.set(key, (answer = asked));
    // What failed is asked again when the screen is next looked at.
    asked.catch(() => known.delete(key));
  }
  return { answer, cancel: () => undefined };
}

/** The holidays that the library suggests; null of a region that it does not know. Asks nothing without a region. */
export const useSuggestions = (
  region: string | null,
  year: number,
): Answer<readonly SuggestedHoliday[] | null> =>
  useAnswer(region === null ? null : () => askSuggestions(region, year), [region, year]);

/** The countries that the library knows, or the regions of one of them; an empty text asks nothing. */
export const useRegions = (country: string | null): Answer<readonly RegionName[]> =>
  useAnswer(country === '' ? null : () => askRegions(country), [country]);
