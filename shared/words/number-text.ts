import type { NumberMarks } from '../contract/preferences.ts';
import { neutral, type Conventions } from './conventions.ts';

/** What stands between the thousands, and before the decimals. */
const marks: Readonly<Record<NumberMarks, readonly [group: string, decimal: string]>> = {
  '1,234.5': [',', '.'],
  '1.234,5': ['.', ','],
  '1\u00a0234,5': ['\u00a0', ','],
  '1’234.5': ['’', '.'],
};

let numbers = neutral.numbers;

/** Writes numbers as the reader does from now on; as `writeDatesBy`, told once by whoever has a reader. */
export function writeNumbersBy(next: Conventions): void {
  ({ numbers } = next);
}

/** A number with all that it has: `20,000`, `20.000`, `10.4`. */
export function countText(count: number): string {
  const [group, decimal] = marks[numbers];
  const [whole = '', part] = String(count).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return part === undefined ? grouped : `${grouped}${decimal}${part}`;
}

/** A number of at most so many decimals, by the reader's mark and a real minus: `2.25`, `−0,5`, `12`. */
export function decimalText(value: number, places: number, zeros: 'keep' | 'drop' = 'drop'): string {
  const fixed = Math.abs(value).toFixed(places);
  const text = (zeros === 'keep' ? fixed : fixed.replace(/\.?0+$/, '')).replace('.', marks[numbers][1]);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** `1 week`, `3 weeks`, `1,200 weeks`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;
