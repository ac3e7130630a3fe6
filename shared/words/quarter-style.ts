import type { Sheet } from '../print/style.ts';

/** Width and height in points that margins leave of a sheet on its side. */
const room: Readonly<Record<Sheet, { readonly width: number; readonly height: number }>> = {
  A4: { width: 785, height: 524 },
  Letter: { width: 735, height: 541 },
  A3: { width: 1134, height: 771 },
};

/** What decides how high a poster is: lines of its rows at a size of type, by how many characters go into a cell. */
export interface Measure {
  readonly columns: number;
  /** Lines of each row of the table of duties, then of people. */
  readonly duties: (charactersInCell: number) => readonly number[];
  readonly people: (charactersInCell: number) => readonly number[];
  /** Lines of the lists beneath, which stand in three columns. */
  readonly listLines: number;
}

export interface Fit {
  /** Size of type in points. */
  readonly size: number;
  /** Both tables on one page; else people have their own. */
  readonly onePage: boolean;
}

/** Largest first: from an arm's length down to what a desk can read. */
const sizes = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6] as const;

/** As wide as an average letter of the typeface, per point of its size. */
const letter = 0.54;
const lineHeight = 1.25;
/** Above and below a row, and its line. */
const rowPadding = 4.5;
const headHeight = 46;
const captionHeight = 24;
/** Head and foot of a table, in lines. */
const tableHead = 3;

/** The first column and the last one, in parts of the whole width. */
export const sideColumns = { first: 0.13, last: 0.05 } as const;

const rowsHeight = (lines: readonly number[], size: number): number =>
  lines.reduce((sum, count) => sum + count * size * lineHeight + rowPadding, tableHead * size * lineHeight);

/**
 * The size of type at which a poster goes onto one sheet; where even the smallest does not, the size at which duties and people
 * have a sheet each.
 */
export function fitPoster(sheet: Sheet, measure: Measure): Fit {
  const { width, height } = room[sheet];
  const heights = (size: number) => {
    const cell = (width * (1 - sideColumns.first - sideColumns.last)) / measure.columns - 5;
    const characters = Math.max(4, Math.floor(cell / (size * letter)));
    const lists = measure.listLines === 0 ? 0 : (Math.ceil(measure.listLines / 3) + 3) * size * lineHeight;
    return {
      duties: rowsHeight(measure.duties(characters), size),
      people: rowsHeight(measure.people(characters), size),
      lists,
    };
  };
  for (const size of sizes) {
    const { duties, people, lists } = heights(size);
    if (headHeight + duties + people + lists + 20 <= height) return { size, onePage: true };
  }
  const apart = sizes.find((size) => {
    const { duties, people, lists } = heights(size);
    return headHeight + duties + lists <= height && captionHeight + people <= height;
  });
  return { size: apart ?? 6, onePage: false };
}

/** How a poster looks: lines and words, no fills, signs drawn by their outline. @param size of type, in points */
export const posterStyle = ({ size }: Fit): string => `
.paper .poster header { display: flex; align-items: baseline; gap: 14pt; margin: 0 0 6pt; padding: 0 0 4pt; }
.paper .poster h1 { font-size: 18pt; white-space: nowrap; }
.paper .poster .facts { margin: 0; font-size: 8.5pt; color: #16191d; }
.paper .poster table { table-layout: fixed; margin: 0 0 7pt; font-size: ${size}pt; line-height: ${lineHeight}; font-variant-numeric: tabular-nums; }
.paper .poster caption { padding: 0 0 2pt; text-align: left; font-size: 9pt; font-weight: 600; }
.paper .poster th, .paper .poster td { padding: 1.75pt 2pt; border: 0.5pt solid #6b7583; overflow-wrap: anywhere; }
.paper .poster thead th { padding: 1.5pt 2pt; border: 0.5pt solid #16191d; border-bottom-width: 1.25pt; color: #16191d; font-size: ${Math.max(6.5, size - 0.5)}pt; }
.paper .poster thead .poster-day { font-weight: 400; white-space: nowrap; }
.paper .poster tbody th { overflow-wrap: break-word; }
.paper .poster col.first { width: ${sideColumns.first * 100}%; }
.paper .poster col.last { width: ${sideColumns.last * 100}%; }
.paper .poster td.poster-number { text-align: right; }
.paper .poster td div { white-space: normal; }
.paper .poster .poster-code { white-space: nowrap; }
.paper .poster .poster-days { font-size: 0.86em; white-space: nowrap; }
.paper .poster .poster-gap { display: inline-block; padding: 0 2pt; border: 1pt dashed #16191d; font-weight: 700; }
.paper .poster .poster-leave { border-top: 0.75pt dotted #16191d; border-bottom: 0.75pt dotted #16191d; font-style: italic; }
.paper .ink-mark { display: inline-block; width: 0.62em; height: 0.62em; margin-right: 0.25em; border: 0.9pt solid #16191d; }
.paper .ink-mark.ink-filled { box-sizing: content-box; width: 0; height: 0; border-width: 0.31em; }
.paper .ink-feast { display: inline-block; box-sizing: content-box; width: 0; height: 0; margin: 0 0.3em 0.05em 0.15em; border: 0.25em solid #16191d; transform: rotate(45deg); }
.paper .poster .own-page { break-before: page; }
.paper .poster .poster-lists { columns: 3; column-gap: 16pt; font-size: ${Math.max(6.5, size - 0.5)}pt; line-height: ${lineHeight}; break-inside: avoid; }
.paper .poster h2 { margin: 0 0 2pt; font-size: 9pt; }
.paper .poster .poster-lists section + section h2 { margin-top: 5pt; }
.paper .poster .poster-lists ul { margin: 0; padding: 0; list-style: none; }
.paper .poster .poster-lists li { margin: 0; padding: 0; }
.paper .poster .poster-lists b { display: inline-block; min-width: 5.6em; font-weight: 600; }
`;
