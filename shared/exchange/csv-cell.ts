/** How a cell begins that a spreadsheet would run as a formula. */
const formula = /^'*[=+\-@\t\r]/;
const plainNumber = /^-?\d+([.,]\d+)?$/;

/** Whether a spreadsheet would run this cell. Numbers, negative ones too, are harmless. */
export const looksLikeFormula = (cell: string): boolean =>
  /^[=+\-@\t\r]/.test(cell) && !plainNumber.test(cell);

/** A cell as it is written to a file: with an apostrophe before what a spreadsheet would take for a formula. */
export const guarded = (cell: string): string =>
  formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;

/** A cell as it was before `guarded`: for every text, `unguarded(guarded(text))` is that text. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
