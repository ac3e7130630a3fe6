import type { ZoneName } from '../model/dates.ts';
import { ok, refused, type Result } from '../result.ts';

/** What somebody typed, or a file holds, as a value of a person; the reason of a refusal says what is expected. */
export type Reading<Value> = Result<Value, string>;

/** The addresses that the model takes; a test compares both. */
const address =
  /^(?!\.)(?!.*\.\.)([A-Za-z0-9_'+\-.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

const mostLetters = 200;

/** On one line: no line breaks, no NUL or other control characters, which neither a screen nor a file shows. */
const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** A name on one line, 1 to 200 letters, in any script. */
export function readName(text: string): Reading<string> {
  const name = onOneLine(text);
  if (name === '') return refused('a name is missing');
  return name.length > mostLetters
    ? refused(`a name has at most ${mostLetters} letters; this one has ${name.length}`)
    : ok(name);
}

/** An e-mail address; empty is none. */
export function readEmail(text: string): Reading<string | null> {
  const email = text.trim().replace(/^mailto:/i, '');
  if (email === '') return ok(null);
  return address.test(email) ? ok(email) : refused(`“${email}” is not an e-mail address`);
}

/**
 * The share of full time in whole per cent, 1 to 100: `80`, `80 %`, and `0.8` or `0,8`.
 *
 * @param isFraction whether 1 is all of full time, as in a column that holds nothing above it
 */
export function readShare(text: string, isFraction: boolean): Reading<number> {
  const written = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim());
  if (written === null) return refused(`“${text.trim()}” is not a share of full time: write 80 for 80 %`);
  const number = Number((written[1] ?? '').replace(',', '.'));
  const percent =
    written[2] === '' && number <= 1 && (isFraction || number % 1 !== 0) ? number * 100 : number;
  const rounded = Math.round(percent * 100) / 100;
  if (rounded < 1 || rounded > 100) return refused('a share of full time lies between 1 and 100 %');
  return Number.isInteger(rounded)
    ? ok(rounded)
    : refused(`a share of full time is counted in whole per cent, not ${rounded} %`);
}

/** Whether a column of shares counts 1 as all of full time. */
export const areFractions = (cells: readonly string[]): boolean => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => Number(cell.replace(',', '.')) <= 1);
};

/** Most shifts a quarter, 0 to 200; empty is no limit. */
export function readLimit(text: string): Reading<number | null> {
  const written = text.trim();
  if (written === '') return ok(null);
  const number = Number(written);
  return /^\d{1,3}$/.test(written) && number <= 200
    ? ok(number)
    : refused('a limit is a whole number of shifts a quarter from 0 to 200, or empty');
}

/** A country or region by ISO 3166, in capital letters or small ones; empty is none. */
export function readRegion(text: string): Reading<string | null> {
  const region = text.trim().toUpperCase().replace('_', '-');
  if (region === '') return ok(null);
  return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(region)
    ? ok(region)
    : refused(`“${text.trim()}” is not a region: write the country as US, or with its part as DE-BY`);
}

/** A time zone by its IANA name. */
export function readZone(text: string): Reading<ZoneName> {
  const zone = text.trim().replace(/ /g, '_');
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    return refused(`“${text.trim()}” is not a time zone: write it as Europe/Berlin`);
  }
  return zone === '' || zone.length > 60
    ? refused('a time zone is missing: write it as Europe/Berlin')
    : ok(zone as ZoneName);
}

/** Other names, one a line or with semicolons between; at most 20. */
export function readAliases(text: string): Reading<readonly string[]> {
  const aliases = [
    ...new Set(
      text
        .split(/[\n;|]/)
        .map(onOneLine)
        .filter((name) => name !== ''),
    ),
  ];
  if (aliases.length > 20) return refused(`at most 20 other names are kept; these are ${aliases.length}`);
  const long = aliases.find((name) => name.length > mostLetters);
  return long === undefined ? ok(aliases) : refused(`a name has at most ${mostLetters} letters`);
}
