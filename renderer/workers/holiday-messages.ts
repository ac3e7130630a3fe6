import type { LibraryDay } from '../../shared/exchange/holiday-suggest.ts';

/** What the worker beside the holiday library is asked. */
export type ToHolidays =
  /** The days of a year and of the two beside it. */
  | { readonly kind: 'days'; readonly region: string; readonly year: number }
  /** The regions of a country that it tells apart; null asks for the countries. */
  | { readonly kind: 'regions'; readonly country: string | null };

export interface RegionName {
  /** `US`, or within a country `CA`. */
  readonly id: string;
  readonly title: string;
}

export type FromHolidays =
  /** `known` is false where the library has no such region: then there is nothing to compare with. */
  | { readonly kind: 'days'; readonly known: boolean; readonly days: readonly LibraryDay[] }
  | { readonly kind: 'regions'; readonly regions: readonly RegionName[] };
