/** Most points a week that a task can weigh: 400 q. */
const MOST_POINTS = 100;

/** Points a week as somebody typed them, in q; null where that is no number of quarter-points in range. A comma is a point. */
export function weightFrom(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(typed)) return null;
  const q = Number(typed) * 4;
  return Number.isInteger(q) && q <= MOST_POINTS * 4 ? q : null;
}

/** What is wrong with a weight as it stands in its field; null where nothing is. */
export function weightFault(text: string): string | null {
  if (weightFrom(text) !== null) return null;
  return `Points a week from 0 to ${MOST_POINTS}, in quarters: 1, 1.25, 1.5.`;
}

/** What is wrong with a code; null where nothing is. */
export const codeFault = (code: string): string | null =>
  /^[A-Z0-9]{1,4}$/.test(code) ? null : 'One to four capital letters or digits.';

/** What is wrong with a name of one line; null where nothing is. */
export function nameFault(name: string): string | null {
  if (!/\S/.test(name)) return 'A name is needed.';
  return name.length > 200 ? 'At most 200 characters.' : null;
}

/** A code for a new task or pipeline: the first free letter, then letter and number. */
export function freeCode(taken: readonly string[]): string {
  const used = new Set(taken);
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place));
  const codes = [...letters, ...Array.from({ length: 9999 }, (_, place) => String(place + 1))];
  return codes.find((code) => !used.has(code)) ?? '';
}

/** A code made from a name: `Revenue checks` is `REV`, or with a number where that is taken. */
export function codeFromName(name: string, taken: readonly string[]): string {
  const stem = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 3);
  if (stem === '') return freeCode(taken);
  const used = new Set(taken);
  const codes = [stem, ...Array.from({ length: 9 }, (_, place) => `${stem}${place + 1}`)];
  return codes.find((code) => !used.has(code)) ?? freeCode(taken);
}
