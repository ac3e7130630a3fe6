import { expect, test } from 'vitest';
import { countryMeant, isCountry, regionStanding } from '../../../shared/calendar/region.ts';
import { aHolidaySet, aWorkspace, date } from '../../builders/a-workspace.ts';

test('countries are told from old codes, unions, pseudo-regions and letters that mean nothing', () => {
  expect(['US', 'DE', 'GB', 'XK', 'BV'].filter(isCountry)).toEqual(['US', 'DE', 'GB', 'XK', 'BV']);
  expect(['UK', 'DD', 'EU', 'ZZ', 'XA', 'XX', 'de', 'DEU', ''].filter(isCountry)).toEqual([]);
  expect(countryMeant('UK')).toBe('GB');
  expect(countryMeant('GB')).toBeNull();
});

test('a region goes by its own set, else by its country’s, as far as they are of this year or later', () => {
  const workspace = aWorkspace({
    holidaySets: [aHolidaySet('DE', 2027), aHolidaySet('DE-BY', 2028), aHolidaySet('FR', 2025)],
  });
  const standing = (region: string) => regionStanding(workspace, region, date('2027-03-01'));
  expect(['DE', 'DE-BY', 'DE-BE', 'FR', 'US', 'XX-1'].map(standing)).toEqual([
    'own',
    'own',
    'country',
    'none',
    'none',
    'no-country',
  ]);
});
