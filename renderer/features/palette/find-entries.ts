/** Something that the palette can find and do. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** What it is, in a word or two: `Plan`, `Shift`, `Week`. */
  readonly kind: string;
  /** More words by which it is found; not shown. */
  readonly also: string;
  /** Shown beside the title: who holds the shift. */
  readonly aside: string | undefined;
  readonly keys: string | undefined;
  readonly disabledReason: string | undefined;
  readonly run: () => void;
}

/** As people compare words: without case and accents, so that `zoe` finds Zoë. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): readonly string[] =>
  folded(text)
    .split(/[\s,·]+/)
    .filter((word) => word !== '');

/** How well a word stands in a text: at its beginning 3, at the beginning of a word 2, inside 1, nowhere 0. */
function fit(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 3;
  return /[\s,·(]/.test(text[at - 1] ?? '') || text.includes(` ${word}`) ? 2 : 1;
}

/** A day as people type it, as `dayInNumbers` says it: `02/08` and `8.2.` without what is more than two numbers; else the word itself. */
const withoutFiller = (word: string): string =>
  /^\d{1,2}[/.]\d{1,2}\.?$/.test(word)
    ? word
        .split(/[/.]/)
        .filter((part) => part !== '')
        .map(Number)
        .join('/')
    : word;

/** The number of a week, or a day in numbers, is a whole word: `w1` is not W13, and `2/1` not 2/14. */
const standsAlone = (word: string, text: string): boolean =>
  !/^w\d+$|^\d+\/\d+$/.test(word) || wordsOf(text).includes(word);

/**
 * The entries that have every word of the query, in any order: `w5 profit` finds the turn. The best fit comes first; among equals the
 * order of the list stays.
 */
export function findEntries(entries: readonly Entry[], query: string, most: number): readonly Entry[] {
  const words = wordsOf(query).map(withoutFiller);
  if (words.length === 0) return entries.slice(0, most);
  const fits: { readonly entry: Entry; readonly worth: number }[] = [];
  for (const entry of entries) {
    const title = folded(entry.title);
    const all = `${title} ${folded(entry.kind)} ${folded(entry.also)}`;
    let worth = 0;
    for (const word of words) {
      const one = standsAlone(word, all) ? fit(word, title) * 2 || fit(word, all) : 0;
      worth = one === 0 ? -Infinity : worth + one;
    }
    if (worth > 0) fits.push({ entry, worth });
  }
  return fits
    .sort((left, right) => right.worth - left.worth)
    .slice(0, most)
    .map(({ entry }) => entry);
}
