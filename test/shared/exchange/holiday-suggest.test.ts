import { createRequire } from 'node:module';
import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import {
  holidayLibrary,
  type LibraryDay,
  suggestedHolidays,
} from '../../../shared/exchange/holiday-suggest.ts';

const listed = (region: string, year: number): readonly LibraryDay[] => {
  const [country = '', state] = region.split('-');
  const library = state === undefined ? new Holidays(country) : new Holidays(country, state);
  return [year - 1, year, year + 1].flatMap((one) =>
    library.getHolidays(one, 'en').map(({ date, start, end, name, type, rule, substitute }) => ({
      date,
      days: (end.getTime() - start.getTime()) / 86_400_000,
      name,
      type,
      rule,
      substitute: substitute === true,
    })),
  );
};

const publicOf = (region: string, year: number) =>
  suggestedHolidays(listed(region, year), year)
    .filter(({ kind }) => kind === 'public')
    .map(({ actual, observed, name }) => `${actual} ${observed ?? '-'} ${name}`);

test('the version that is remembered is the one that is installed', () => {
  const { version } = createRequire(import.meta.url)('date-holidays/package.json') as { version: string };
  expect(holidayLibrary).toBe(`date-holidays ${version}`);
});

test('a weekend holiday and its substitute are one: in England Christmas 2027 gives two holidays, not four', () => {
  expect(publicOf('GB-ENG', 2027).slice(-2)).toEqual([
    '2027-12-25 2027-12-27 Christmas Day',
    '2027-12-26 2027-12-28 Boxing Day',
  ]);
});

test('New Year’s Day 2028 of the United States belongs to 2028, though it is observed in 2027', () => {
  expect(publicOf('US', 2027).filter((line) => line.includes('New Year'))).toEqual([
    "2027-01-01 - New Year's Day",
  ]);
  expect(publicOf('US', 2028)[0]).toBe("2028-01-01 2027-12-31 New Year's Day");
});

test('a substitute is paired where the library calls it a bank holiday', () => {
  expect(publicOf('US', 2028).find((line) => line.includes('Veterans'))).toBe(
    '2028-11-11 2028-11-10 Veterans Day',
  );
});

test('Japan’s days are those of its own calendar, whatever the instant, and its bank days are told apart', () => {
  expect(publicOf('JP', 2026)).toContain('2026-05-03 2026-05-06 Constitution Day');
  expect(publicOf('JP', 2027)[0]).toBe("2027-01-01 - New Year's Day");
  const bank = suggestedHolidays(listed('JP', 2026), 2026).filter(({ kind }) => kind === 'bank');
  expect(bank.map(({ actual }) => actual)).toEqual(['2026-01-02', '2026-01-03', '2026-12-31']);
});

test('half a day weighs half, and a feast by the moon is tentative, each of its days by itself', () => {
  const bavaria = suggestedHolidays(listed('DE-BY', 2026), 2026);
  expect(bavaria.find(({ actual }) => actual === '2026-12-24')).toMatchObject({
    weightPercent: 50,
    kind: 'bank',
  });
  const turkey = suggestedHolidays(listed('TR', 2027), 2027).filter(({ tentative }) => tentative);
  expect(turkey.length).toBeGreaterThan(6);
  expect(new Set(turkey.map(({ actual }) => actual)).size).toBe(turkey.length);
});

test('whatever region and year: one entry a day, one a name, all within the year, and by date', () => {
  for (const region of [
    'US',
    'US-CA',
    'GB-SCT',
    'DE-BY',
    'JP',
    'IN',
    'FR',
    'SA',
    'IL',
    'CN',
    'ET',
    'BR',
    'TR',
    'NP',
  ])
    for (let year = 2024; year <= 2033; year++) {
      const found = suggestedHolidays(listed(region, year), year);
      const days = found.map(({ actual }) => actual);
      expect(days, `${region} ${year}`).toEqual([...new Set(days)].sort());
      expect(new Set(found.map(({ name }) => name.toLowerCase())).size, `${region} ${year}`).toBe(
        found.length,
      );
      for (const { actual, observed, key, name } of found) {
        expect(Number(actual.slice(0, 4))).toBe(year);
        expect(observed).not.toBe(actual);
        expect(key).toBe(`${actual} ${name}`);
      }
    }
});

test('an unknown region has none', () => {
  expect(suggestedHolidays(listed('XX', 2027), 2027)).toEqual([]);
});
