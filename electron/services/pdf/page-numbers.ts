import { runsOf, widthOf, type Face } from './page-face.ts';

/** Millimetres of the page's margin, as `shared/print/style.ts` sets it, in points. */
const MARGIN = (18 / 25.4) * 72;
const FOOT_BASELINE = (11 / 25.4) * 72;
const FOOT_SIZE = 7.5;
const NUMBER_SIZE = 10;

/** As PDF writes it: red, green, blue from 0 to 1. */
const GREY = '0.345 0.384 0.443';
const INK = '0.09 0.1 0.11';

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly ink: string;
}

/** A page to write on: its dictionary, and those of its links. */
export interface PageToNumber {
  readonly text: string;
  readonly links: readonly string[];
}

/** What is drawn on a page after it was laid out, and the fonts it takes, by the names they have there. */
export interface Drawn {
  readonly content: string;
  readonly fonts: ReadonlyMap<string, number>;
}

const widthOfPage = (page: string): number =>
  Number(/\/MediaBox \[\s*[\d.]+ [\d.]+ ([\d.]+)/.exec(page)?.[1] ?? 595);

/** A number at the right edge of the line of each link of a page that leads on to a later one. */
function numbersOn(
  page: PageToNumber,
  pageOf: (place: string) => number | undefined,
  face: Face,
): readonly Line[] {
  const right = widthOfPage(page.text) - MARGIN;
  return page.links.flatMap((link) => {
    const place = /\/Dest \/([^\s/<>[\]()]+)/.exec(link)?.[1];
    const number = place === undefined ? undefined : pageOf(place);
    const bottom = /\/Rect \[\s*[\d.]+ ([\d.]+)/.exec(link)?.[1];
    if (number === undefined || bottom === undefined) return [];
    const text = String(number);
    // The last line of a title that takes two; the rectangle reaches so far below its baseline.
    const y = Number(bottom) + NUMBER_SIZE * 0.38;
    return [{ text, x: right - widthOf(face, text, NUMBER_SIZE), y, size: NUMBER_SIZE, ink: INK }];
  });
}

/**
 * Lines as a page draws them. Whoever reads by ear is not told them between two sentences: foot and numbers are marked as artifacts, as the
 * tags of the page demand of everything that is none of its text.
 */
function draw(face: Face, lines: readonly Line[]): Drawn {
  const fonts = new Map<string, number>();
  const drawn = lines.map(({ text, x, y, size, ink }) => {
    const shown = runsOf(face, text).map(({ font, hex }) => {
      fonts.set(`Foot${String(font)}`, font);
      return `/Foot${String(font)} ${String(size)} Tf <${hex}> Tj`;
    });
    return `BT ${ink} rg ${x.toFixed(2)} ${y.toFixed(2)} Td ${shown.join(' ')} ET`;
  });
  return { content: `\nQ\n/Artifact BMC\nq\n${drawn.join('\n')}\nQ\nEMC\n`, fonts };
}

/**
 * What stands at the foot of each page of a book but its cover, and the page numbers of its list of contents. Chromium counts pages only in a
 * foot that it lays out anew for each, which takes longer than the pages themselves, and never in the text.
 *
 * @param pageOf the page of a place that links lead to, counted from 1
 * @returns one for each page, the first of which is empty; null where the face lacks a sign that is needed
 */
export function pageNumbers(
  pages: readonly PageToNumber[],
  foot: string,
  face: Face,
  pageOf: ReadonlyMap<string, number>,
): readonly (Drawn | null)[] | null {
  if (![...foot, ...'0123456789 /'].every((sign) => face.has(sign))) return null;
  const firstPlace = Math.min(pages.length + 1, ...pageOf.values());
  return pages.map((page, index) => {
    if (index === 0) return null;
    const count = `${String(index + 1)} / ${String(pages.length)}`;
    const x = widthOfPage(page.text) - MARGIN - widthOf(face, count, FOOT_SIZE);
    const line = { y: FOOT_BASELINE, size: FOOT_SIZE, ink: GREY };
    const numbers = index + 1 < firstPlace ? numbersOn(page, (place) => pageOf.get(place), face) : [];
    return draw(face, [{ ...line, text: foot, x: MARGIN }, { ...line, text: count, x }, ...numbers]);
  });
}
