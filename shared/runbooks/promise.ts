import type { Sla } from '../model/runbook.ts';
import { saysBusinessHours } from './business-promise.ts';

const numbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  twelve: 12,
  'twenty-four': 24,
};

const count = (word: string): number => numbers[word.toLowerCase()] ?? Number(word);

function dayIn(text: string): number | null {
  if (!/month|\bby the\b/i.test(text)) return null;
  const found = /\b(\d{1,2})(?:st|nd|rd|th)\b/i.exec(text);
  const day = found === null ? 0 : Number(found[1]);
  return day >= 1 && day <= 31 ? day : null;
}

function hoursIn(text: string): number | null {
  const found =
    /\b(?:within|in|under|less than|no later than)\s+(\d{1,4}|one|two|three|four|five|twelve|twenty-four)[\s-]*(?:(?:business|working|office)[\s-]+)?(hours?|hrs?|h|days?)\b/i.exec(
      text,
    );
  if (found === null) return null;
  const hours =
    count(found[1] ?? '') * (/^d/i.test(found[2] ?? '') ? (saysBusinessHours(found[0]) ? 8 : 24) : 1);
  return hours >= 1 && hours <= 1000 ? hours : null;
}

/**
 * A promise as the lead wrote it, with what of it can be reckoned: `by the 5th of each month` is a day, `within 24 hours` a clock, a business day eight hours of it. What is
 * neither stays words.
 *
 * @param text one line of at most 200 characters
 */
export function promiseOf(text: string): Sla {
  const resolveWithinHours = hoursIn(text);
  return {
    text,
    dayOfMonth: dayIn(text),
    resolveWithinHours,
    severity: resolveWithinHours !== null && /\bcritical\b/i.test(text) ? 'critical' : null,
  };
}
