/** What a record's fields take, so that a file's longer texts are cut with a word about it and never refused as a whole. */
export const mostLine = 200;
export const mostProse = 20_000;

/** A text on one line, without what surrounds it in Markdown lists and emphasis; empty where nothing is left. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `a. Words`, `1) Words`, `- Words`, `* Words`: what stands after the mark; null where a line is no entry of a list. */
export function entryOf(line: string): string | null {
  const found = /^\s*(?:[a-z][.)]|\d{1,3}[.)]|[-*+•])\s+(.*)$/i.exec(line);
  return found === null ? null : oneLine(found[1] ?? '');
}

/** A line without the signs of headings and emphasis: `**Owners:**` and `## Owners` are both `Owners`. */
export const bareHead = (line: string): string =>
  oneLine(line.replace(/^\s*#{1,6}\s*/, '').replace(/[*_]{2,}/g, '')).replace(/\s*:$/, '');
