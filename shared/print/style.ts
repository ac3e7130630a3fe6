/** What documents that are read page by page are printed on. */
export type Paper = 'A4' | 'Letter';

/** Paper that may also be large: for what hangs on a wall. */
export type Sheet = Paper | 'A3';

export type Orientation = 'portrait' | 'landscape';

/**
 * How anything looks on paper. Kept as text, because two hosts need it: the PDF page carries it inside, the window adopts
 * it for its own print view. Ink only, no fills: a fill is what printers drop. Sizes in points, as paper has no pixels.
 */
export const paperStyle = `
.paper { margin: 0; color: #16191d; background: #fff; font: 10pt/1.5 'Inter', 'Inter Variable', sans-serif;
  hyphens: manual; overflow-wrap: break-word; -webkit-print-color-adjust: economy; }
.paper * { box-sizing: border-box; }
.paper article + article { break-before: page; }
.paper header { margin: 0 0 14pt; padding: 0 0 8pt; border-bottom: 1.5pt solid #16191d; }
.paper h1, .paper h2, .paper h3, .paper h4, .paper h5, .paper h6 { margin: 0; font-weight: 600; line-height: 1.25;
  break-after: avoid; break-inside: avoid; text-wrap: balance; letter-spacing: -0.01em; }
.paper h1 { font-size: 22pt; letter-spacing: -0.02em; }
.paper h2 { font-size: 13pt; margin: 18pt 0 5pt; }
.paper h3 { font-size: 10.5pt; margin: 11pt 0 2pt; }
.paper h4, .paper h5, .paper h6 { font-size: 10pt; margin: 9pt 0 2pt; }
.paper .facts { margin: 5pt 0 0; color: #586271; font-size: 9.5pt; }
.paper .note { margin: 4pt 0 0; color: #586271; font-size: 8.5pt; }
.paper p { margin: 0 0 5pt; orphans: 3; widows: 3; }
.paper ul, .paper ol { margin: 0 0 5pt; padding-left: 16pt; }
.paper ul { list-style: disc; }
.paper ol { list-style: decimal; }
.paper li { margin: 0 0 2.5pt; padding-left: 2pt; orphans: 3; widows: 3; break-inside: avoid-page; }
.paper li::marker { color: #586271; font-variant-numeric: tabular-nums; }
.paper strong { font-weight: 600; }
.paper li > p { margin: 0 0 2pt; }
.paper table { width: 100%; margin: 3pt 0 5pt; border-collapse: collapse; border-spacing: 0; break-inside: auto; }
.paper thead { display: table-header-group; }
.paper tr { break-inside: avoid; }
.paper th, .paper td { padding: 4pt 10pt 4pt 0; text-align: left; vertical-align: top; border-bottom: 0.5pt solid #b9c1cb; font-weight: 400; }
.paper thead th { padding: 0 10pt 3pt 0; font-size: 8.5pt; font-weight: 600; color: #586271; border-bottom: 0.75pt solid #16191d; }
.paper tbody th { font-weight: 600; }
.paper [align='right'] { text-align: right; }
.paper [align='center'] { text-align: center; }
.paper td > div, .paper td p { margin: 0; }
.paper a { color: inherit; text-decoration: underline; text-decoration-thickness: 0.5pt; text-underline-offset: 1.5pt; }
.paper a[href^='http']:not(.bare)::after { content: ' (' attr(href) ')'; color: #586271; font-size: 8.5pt; overflow-wrap: anywhere; }
.paper .sr-only { position: static; }
`;

/** Paper and margins: wide ones around text, narrow ones around a sheet that is all table. The foot leaves room for the page number. */
export const pageRule = (paper: Sheet, orientation: Orientation = 'portrait'): string =>
  orientation === 'portrait'
    ? `@page { size: ${paper}; margin: 18mm 18mm 20mm; }`
    : `@page { size: ${paper} landscape; margin: 10mm 10mm 15mm; }`;
