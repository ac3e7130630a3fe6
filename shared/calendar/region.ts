import type { LocalDate } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';

/** Codes that have a name and are no country: pseudo-regions and unions. */
const noCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Whether ISO 3166 has this country, as far as the system knows it. */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  !noCountries.has(code) &&
  countryMeant(code) === null &&
  names.of(code) !== undefined;

/** The country that an old or mistaken code stands for: `GB` of `UK`; null where it is none or in order. */
export function countryMeant(code: string): string | null {
  const { region } = new Intl.Locale(`und-${code}`);
  return region === undefined || region === code ? null : region;
}

/**
 * Whose reviewed holidays somebody of a region keeps from this year on: the region's own, those of its whole country, or none as long
 * as no set of either is reviewed. `no-country` can never have any.
 */
export type RegionStanding = 'own' | 'country' | 'none' | 'no-country';

export function regionStanding(
  { holidaySets }: Pick<Workspace, 'holidaySets'>,
  region: string,
  today: LocalDate,
): RegionStanding {
  const country = region.slice(0, 2);
  if (!isCountry(country)) return 'no-country';
  const sets = Object.values(holidaySets).filter(({ year }) => year >= Number(today.slice(0, 4)));
  if (sets.some((set) => set.region === region)) return 'own';
  return sets.some((set) => set.region === country) ? 'country' : 'none';
}
