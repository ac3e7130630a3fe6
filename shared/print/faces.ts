import type { PrintFont } from './document.ts';

/** `U+0000-00FF, U+0131, U+4??`: from and to of each range. */
const rangesOf = (unicodeRange: string): readonly (readonly [number, number])[] =>
  unicodeRange.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'F'), 16)];
  });

/** Elements that browsers set in italics, and those that the style sheet sets in a face of one width. */
const slanted = /<(?:em|i|cite|dfn|var|address)\b/;
const typewritten = /<(?:code|pre|kbd|samp|tt)\b/;

/**
 * The typefaces that a page needs: a page brings along no Greek for the sake of a Latin text, since whoever lays it out unpacks every face.
 *
 * @param html the page's body
 */
export function facesFor(fonts: readonly PrintFont[], html: string): readonly PrintFont[] {
  const signs = new Set([
    0x20,
    ...Array.from(html.match(/[\u0080-\u{10ffff}]/gu) ?? [], (it) => it.codePointAt(0) ?? 0),
  ]);
  const [isSlanted, isTypewritten] = [slanted.test(html), typewritten.test(html)];
  return fonts.filter((font) => {
    if (font.style === 'italic' && !isSlanted) return false;
    if (/mono/i.test(font.family) && !isTypewritten) return false;
    const ranges = rangesOf(font.unicodeRange);
    return [...signs].some((sign) => ranges.some(([from, to]) => sign >= from && sign <= to));
  });
}
