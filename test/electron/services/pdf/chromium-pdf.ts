import { deflateSync } from 'node:zlib';

/** Writes objects as Chromium does: each by itself, then a plain table of offsets; the last is the catalog. */
export function pdfOf(objects: readonly (string | readonly [string, Uint8Array])[]): Uint8Array {
  let file = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    const text =
      typeof object === 'string'
        ? object
        : `${object[0].replace(/>>$/, `\n/Length ${String(object[1].length)}>>`)} stream\n${Buffer.from(object[1]).toString('latin1')}\nendstream`;
    file += `${String(index + 1)} 0 obj\n${text}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<</Size ${String(objects.length + 1)}\n/Root ${String(objects.length)} 0 R>>\nstartxref\n${String(start)}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A typeface that holds the glyphs of these signs, 500 thousandths wide each, numbered as their codes. */
const cmapOf = (signs: string): string =>
  `beginbfchar\n${[...signs].map((sign) => `<${sign.charCodeAt(0).toString(16).padStart(4, '0')}> <${sign.charCodeAt(0).toString(16).padStart(4, '0')}>`).join('\n')}\nendbfchar`;

/** One page with a heading, a cell that names its heading, a link to a place, and a place of its own, as Chromium tags and outlines them. */
export function aPage({
  title,
  place,
  leadsTo,
  signs = '',
  wrapped = false,
}: {
  readonly title: string;
  readonly place: string;
  readonly leadsTo: string;
  readonly signs?: string;
  /** The heading's text has a tag of its own in the heading's, as Chromium writes it. */
  readonly wrapped?: boolean;
}): Uint8Array {
  const flate = (text: string): readonly [string, Uint8Array] => [
    '<</Filter /FlateDecode>>',
    deflateSync(Buffer.from(text, 'latin1')),
  ];
  const marks = '<</Type /MCR\n/Pg 1 0 R\n/MCID 0>>';
  return pdfOf([
    `<</Type /Page\n/Resources <</Font <</F4 4 0 R>>>>\n/MediaBox [0 0 594.95996 841.91998]\n/Annots [3 0 R]\n/Contents 2 0 R\n/StructParents 0\n/Parent 7 0 R>>`,
    flate(`BT (${title}) Tj ET`),
    `<</Type /Annot\n/Subtype /Link\n/Rect [51 721.16998 441.75 736.16998]\n/Dest /${leadsTo}>>`,
    `<</Type /Font\n/Subtype /Type0\n/BaseFont /AAAAAA+Inter-Regular\n/DescendantFonts [5 0 R]\n/ToUnicode 6 0 R>>`,
    `<</Type /Font\n/Subtype /CIDFontType2\n/W [0 [500 0 500]]\n/DW 500>>`,
    flate(cmapOf(signs)),
    `<</Type /Pages\n/Count 1\n/Kids [1 0 R]>>`,
    `<</${place} [1 0 R /XYZ 0 841.91998 0]>>`,
    `<</Type /StructTreeRoot\n/K 10 0 R\n/ParentTreeNextKey 1\n/ParentTree 14 0 R\n/IDTree 16 0 R>>`,
    `<</Type /StructElem\n/S /Document\n/Lang (en)\n/P 9 0 R\n/K [11 0 R 12 0 R]\n/ID (node00000001)>>`,
    `<</Type /StructElem\n/S /TH\n/P 10 0 R\n/Alt (7 0 R and \\(1 0 R\\))\n/K [${wrapped ? '19 0 R' : marks}]\n/ID (node00000002)>>`,
    `<</Type /StructElem\n/S /TD\n/P 10 0 R\n/A [<</O /Table\n/Headers [(node00000002)]>>]\n/K [<</Type /MCR\n/Pg 1 0 R\n/MCID 1>>]\n/ID (node00000003)>>`,
    `[${wrapped ? '19' : '11'} 0 R 12 0 R]`,
    `<</Type /ParentTree\n/Nums [0 13 0 R]>>`,
    `<</Limits [(node00000001) (node00000003)]\n/Names [(node00000001) 10 0 R (node00000002) 11 0 R (node00000003) 12 0 R]>>`,
    `<</Kids [15 0 R]>>`,
    `<</Title (${title})\n/Dest [1 0 R /XYZ 52 786 0]\n/Parent 17 0 R\n/SE 11 0 R>>`,
    `<</Type /Outlines\n/First 17 0 R\n/Last 17 0 R\n/Count 1>>`,
    `<</Type /StructElem\n/S /NonStruct\n/P 11 0 R\n/K [${marks}]\n/ID (node00000004)>>`,
    `<</Type /Catalog\n/Pages 7 0 R\n/Dests 8 0 R\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot 9 0 R\n/Outlines 18 0 R\n/Lang (en)>>`,
  ]);
}
