import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFPage,
} from 'pdf-lib';

interface Glyph {
  readonly font: PDFRef;
  /** Its number in the font, as four hexadecimal digits. */
  readonly code: string;
  /** In thousandths of the size. */
  readonly width: number;
}

/** The signs of a typeface as the printed pages hold it: Chromium puts in only what the text sets, and not always into one font. */
type Face = ReadonlyMap<string, Glyph>;

/** Millimetres of the page's margin, as `shared/print/style.ts` sets it, in points. */
const MARGIN = (18 / 25.4) * 72;
const FOOT_BASELINE = (11 / 25.4) * 72;
const FOOT_SIZE = 7.5;
const NUMBER_SIZE = 10;

const name = (text: string): PDFName => PDFName.of(text);

/** `<0102> <010B> <0030>` and `<0082> <0061>`: which sign each glyph stands for. */
function signsOf(cmap: string): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  const put = (sign: number, glyph: number): void => {
    if (!codes.has(String.fromCodePoint(sign))) codes.set(String.fromCodePoint(sign), glyph);
  };
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', sign = ''] of block.matchAll(/<([\dA-F]{4})>\s*<([\dA-F]{4})>/gi))
      put(parseInt(sign, 16), parseInt(glyph, 16));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', sign = ''] of block.matchAll(
      /<([\dA-F]{4})>\s*<([\dA-F]{4})>\s*<([\dA-F]{4})>/gi,
    ))
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph++)
        put(parseInt(sign, 16) + glyph - parseInt(from, 16), glyph);
  return codes;
}

/** Widths of the glyphs of a font: `16 [654 0 730]` and `20 24 500`. */
function widthsOf(descendant: PDFDict): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = descendant.lookupMaybe(name('W'), PDFArray);
  const items = list === undefined ? [] : Array.from({ length: list.size() }, (_, at) => list.lookup(at));
  for (let at = 0; at < items.length;) {
    const [from, next, last] = [items[at], items[at + 1], items[at + 2]];
    if (!(from instanceof PDFNumber)) break;
    if (next instanceof PDFArray) {
      for (let offset = 0; offset < next.size(); offset++)
        widths.set(from.asNumber() + offset, next.lookup(offset, PDFNumber).asNumber());
      at += 2;
    } else {
      if (next instanceof PDFNumber && last instanceof PDFNumber)
        for (let glyph = from.asNumber(); glyph <= next.asNumber(); glyph++)
          widths.set(glyph, last.asNumber());
      at += 3;
    }
  }
  return widths;
}

function glyphsOf(pdf: PDFDocument, font: PDFRef): readonly (readonly [string, Glyph])[] {
  const dict = pdf.context.lookupMaybe(font, PDFDict);
  const map = dict?.lookup(name('ToUnicode'));
  const descendant = dict?.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  if (!(map instanceof PDFRawStream) || descendant === undefined) return [];
  const widths = widthsOf(descendant);
  const usual = descendant.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000;
  const cmap = new TextDecoder('latin1').decode(decodePDFRawStream(map).decode());
  return [...signsOf(cmap)].map(([sign, glyph]) => [
    sign,
    { font, code: glyph.toString(16).padStart(4, '0'), width: widths.get(glyph) ?? usual },
  ]);
}

/** The regular typeface of the first page. */
function faceOf(pdf: PDFDocument): Face {
  const fonts = pdf.getPages()[0]?.node.Resources()?.lookupMaybe(name('Font'), PDFDict);
  const glyphs = (fonts?.entries() ?? []).flatMap(([, font]) => {
    if (!(font instanceof PDFRef)) return [];
    const called = pdf.context.lookupMaybe(font, PDFDict)?.lookup(name('BaseFont'));
    const isRegular = called instanceof PDFName && called.decodeText().endsWith('Regular');
    return isRegular ? glyphsOf(pdf, font) : [];
  });
  return new Map(glyphs);
}

const widthOf = (face: Face, text: string, size: number): number =>
  ([...text].reduce((sum, sign) => sum + (face.get(sign)?.width ?? 0), 0) * size) / 1000;

/** Glyphs in a row, parted where the font changes. */
function runsOf(face: Face, text: string): readonly { readonly font: PDFRef; readonly hex: string }[] {
  const runs: { font: PDFRef; hex: string }[] = [];
  for (const sign of text) {
    const glyph = face.get(sign);
    const last = runs.at(-1);
    if (glyph === undefined) continue;
    if (last?.font === glyph.font) last.hex += glyph.code;
    else runs.push({ font: glyph.font, hex: glyph.code });
  }
  return runs;
}

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** As PDF writes it: red, green, blue from 0 to 1. */
  readonly ink: string;
}

/**
 * Sets lines on a page that was drawn already. Whoever reads by ear is not told them between two sentences: foot and numbers are marked as
 * artifacts, as the tags of the page demand of everything that is none of its text.
 */
function write(pdf: PDFDocument, page: PDFPage, face: Face, lines: readonly Line[]): void {
  const keys = new Map<PDFRef, string>();
  const keyOf = (font: PDFRef): string => {
    const key = keys.get(font) ?? page.node.newFontDictionary('Evenwatch', font).asString();
    keys.set(font, key);
    return key;
  };
  const drawn = lines.map(({ text, x, y, size, ink }) => {
    const shown = runsOf(face, text).map(({ font, hex }) => `${keyOf(font)} ${String(size)} Tf <${hex}> Tj`);
    return `BT ${ink} rg ${x.toFixed(2)} ${y.toFixed(2)} Td ${shown.join(' ')} ET`;
  });
  // What Chromium draws leaves the page's axes turned; all of it is wrapped, so that these lines begin afresh.
  const before = pdf.context.register(pdf.context.stream('q\n'));
  const after = pdf.context.register(
    pdf.context.flateStream(`\nQ\n/Artifact BMC\nq\n${drawn.join('\n')}\nQ\nEMC\n`),
  );
  page.node.wrapContentStreams(before, after);
}

/** Page of each place that links lead to, counted from 1. */
function placesOf(pdf: PDFDocument): ReadonlyMap<string, number> {
  const pageOf = new Map(pdf.getPages().map((page, index) => [page.ref, index + 1]));
  const places = new Map<string, number>();
  for (const [key, place] of pdf.catalog.lookupMaybe(name('Dests'), PDFDict)?.entries() ?? []) {
    const target = pdf.context.lookup(place);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? pageOf.get(page) : undefined;
    if (number !== undefined) places.set(key.asString(), number);
  }
  return places;
}

/** A number at the right edge of the line of each link of a page that leads on to a later one. */
function numbersOn(page: PDFPage, places: ReadonlyMap<string, number>, face: Face): readonly Line[] {
  const lines: Line[] = [];
  const links = page.node.Annots();
  for (let at = 0; links !== undefined && at < links.size(); at++) {
    const link = links.lookupMaybe(at, PDFDict);
    const place = link?.lookup(name('Dest'));
    const rectangle = link?.lookupMaybe(name('Rect'), PDFArray)?.asRectangle();
    const number = place instanceof PDFName ? places.get(place.asString()) : undefined;
    if (rectangle === undefined || number === undefined) continue;
    const text = String(number);
    lines.push({
      text,
      x: page.getWidth() - MARGIN - widthOf(face, text, NUMBER_SIZE),
      // The last line of a title that takes two; the rectangle reaches so far below its baseline.
      y: rectangle.y + NUMBER_SIZE * 0.38,
      size: NUMBER_SIZE,
      ink: '0.09 0.1 0.11',
    });
  }
  return lines;
}

/**
 * Writes the page numbers of a book: into its list of contents, and at the foot of each page but the cover. Chromium counts pages only in a
 * foot that it lays out anew for each, which takes longer than the pages themselves, and never in the text.
 *
 * @returns false, with nothing written, where the cover does not set every sign that is needed
 */
export function numberPages(pdf: PDFDocument, foot: string): boolean {
  const face = faceOf(pdf);
  if (![...foot, ...'0123456789 /'].every((sign) => face.has(sign))) return false;
  const pages = pdf.getPages();
  const places = placesOf(pdf);
  const firstRunbook = Math.min(pages.length + 1, ...places.values());
  const grey = '0.345 0.384 0.443';
  for (const [index, page] of pages.entries()) {
    if (index === 0) continue;
    const count = `${String(index + 1)} / ${String(pages.length)}`;
    const x = page.getWidth() - MARGIN - widthOf(face, count, FOOT_SIZE);
    const line = { y: FOOT_BASELINE, size: FOOT_SIZE, ink: grey };
    const numbers = index + 1 < firstRunbook ? numbersOn(page, places, face) : [];
    write(pdf, page, face, [{ ...line, text: foot, x: MARGIN }, { ...line, text: count, x }, ...numbers]);
  }
  return true;
}
