const asClock = /^(\d{1,4}):([0-5]\d)$/;
const inUnits = /^(?:(\d{1,4}(?:[.,]\d+)?)\s*h(?:ours?)?)?\s*(?:(\d{1,6})\s*m(?:in(?:utes?)?)?)?$/i;
const bare = /^\d{1,4}(?:[.,]\d+)?$/;

const number = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'));

/**
 * A length of time as people type it, in whole minutes: `8`, `8 h`, `7:30`, `7.5`, `7 h 30 min`, `450 min`. A bare number is
 * hours. Null where it is none of these.
 */
export function readDuration(text: string): number | null {
  const plain = text.trim();
  const clock = asClock.exec(plain);
  if (clock !== null) return number(clock[1]) * 60 + number(clock[2]);
  if (bare.test(plain)) return Math.round(number(plain) * 60);
  const units = plain === '' ? null : inUnits.exec(plain);
  return units === null ? null : Math.round(number(units[1]) * 60 + number(units[2]));
}
