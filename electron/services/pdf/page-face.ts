import { decodePDFRawStream, PDFContext, PDFName, PDFRawStream } from 'pdf-lib';
import { refOf } from './part.ts';
import type { PdfObject } from './printed-pdf.ts';

export interface Glyph {
  /** Number of the font's object. */
  readonly font: number;
  /** Its number in the font, as four hexadecimal digits. */
  readonly code: string;
  /** In thousandths of the size. */
  readonly width: number;
}

/** The signs of a typeface as the printed pages hold it: Chromium puts in only what the text sets, and not always into one font. */
export type Face = ReadonlyMap<string, Glyph>;

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
function widthsOf(font: string): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const list = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(font)?.[1] ?? '';
  for (const [, from, row, to, width] of list.matchAll(/(\d+) (?:\[([^\]]*)\]|(\d+) ([\d.]+))/g)) {
    const glyph = Number(from);
    if (row !== undefined)
      for (const [offset, one] of row.trim().split(/\s+/).entries()) widths.set(glyph + offset, Number(one));
    else for (let at = glyph; at <= Number(to); at++) widths.set(at, Number(width));
  }
  return widths;
}

function unpacked(dictionary: string, data: Uint8Array): Uint8Array {
  if (!dictionary.includes('/FlateDecode')) return data;
  const flate = PDFContext.create().obj({ Filter: PDFName.of('FlateDecode') });
  return decodePDFRawStream(PDFRawStream.of(flate, data)).decode();
}

function glyphsOf(
  objects: ReadonlyMap<number, PdfObject>,
  font: number,
): readonly (readonly [string, Glyph])[] {
  const text = objects.get(font)?.text ?? '';
  const map = objects.get(refOf(text, 'ToUnicode') ?? 0);
  const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(text)?.[1];
  if (map === undefined || map.data === null || descendant === undefined) return [];
  const described = objects.get(Number(descendant))?.text ?? '';
  const widths = widthsOf(described);
  const usual = Number(/\/DW ([\d.]+)/.exec(described)?.[1] ?? 1000);
  const cmap = new TextDecoder('latin1').decode(unpacked(map.text, map.data));
  return [...signsOf(cmap)].map(([sign, glyph]) => [
    sign,
    { font, code: glyph.toString(16).padStart(4, '0'), width: widths.get(glyph) ?? usual },
  ]);
}

/** The regular typeface of a page. */
export function faceOf(objects: ReadonlyMap<number, PdfObject>, page: string): Face {
  const fonts = /\/Font <<([\s\S]*?)>>/.exec(page)?.[1] ?? '';
  const glyphs = [...fonts.matchAll(/(\d+) 0 R/g)].flatMap(([, reference]) => {
    const font = Number(reference);
    const isRegular = /\/BaseFont \/\S*Regular\b/.test(objects.get(font)?.text ?? '');
    return isRegular ? glyphsOf(objects, font) : [];
  });
  return new Map(glyphs);
}

/** Width of a text set at a size, in points. */
export const widthOf = (face: Face, text: string, size: number): number =>
  ([...text].reduce((sum, sign) => sum + (face.get(sign)?.width ?? 0), 0) * size) / 1000;

/** Glyphs in a row, parted where the font changes. */
export function runsOf(face: Face, text: string): readonly { readonly font: number; readonly hex: string }[] {
  const runs: { font: number; hex: string }[] = [];
  for (const sign of text) {
    const glyph = face.get(sign);
    const last = runs.at(-1);
    if (glyph === undefined) continue;
    if (last?.font === glyph.font) last.hex += glyph.code;
    else runs.push({ font: glyph.font, hex: glyph.code });
  }
  return runs;
}
