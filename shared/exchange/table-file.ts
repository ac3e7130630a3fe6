import papa from 'papaparse';
import { unguarded, looksLikeFormula } from './csv-cell.ts';
import type { ImportProblem } from './import-report.ts';

/** What may stand between two cells. */
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface TableRow {
  /** As a spreadsheet counts: the head is row 1, blank rows count too. */
  readonly row: number;
  /** As many as there are columns, without spaces around. */
  readonly cells: readonly string[];
}

export interface TableFile {
  /** The heads, as they stand in the file; one without words is named by its place, "Column 3". */
  readonly columns: readonly string[];
  /** Rows that hold anything. */
  readonly rows: readonly TableRow[];
  readonly separator: Separator;
  readonly problems: readonly ImportProblem[];
}

/** Most rows that one import takes, beside the head. A longer file is read no further, however long it is. */
export const mostRows = 10_000;

/** More problems than this help nobody; the last one says that there are more. */
const mostProblems = 200;

/**
 * Reads a table from text: a CSV file, or cells pasted from a spreadsheet. The separator is guessed where none is given, by
 * which one cuts the rows evenly; `sep=;` in the first line, as Excel writes it, is obeyed. Takes the apostrophe off that
 * guards formulas, and says which cells look like one: they are taken as the words they are.
 *
 * @param hasHead whether the first row names the columns; without, they are called by their place
 */
export function readTable(text: string, given: Separator | null = null, hasHead = true): TableFile {
  // One kind of line end: mixed ones, as editors leave them, would glue rows together.
  const { told, skipped, body } = withoutSepLine(text.replace(/\r\n?/g, '\n'));
  // The guess takes the empty row behind a last line end for a row of one cell, and then finds no separator in two columns.
  const parsed = papa.parse(withoutBlankLinesBehind(body), {
    delimiter: given ?? told ?? '',
    delimitersToGuess: separators,
    preview: mostRows + 2,
  });
  const separator = separators.find((known) => known === parsed.meta.delimiter) ?? ',';
  const rest = parsed.data.slice(hasHead ? 1 : 0);
  const head = hasHead ? (parsed.data[0] ?? []) : placeNames(rest);
  const columns = namedColumns(head);
  const first = (hasHead ? 2 : 1) + skipped;
  const problems: ImportProblem[] = [];
  if (isBlank(head))
    problems.push(error(1 + skipped, null, 'the first row is empty: it should name the columns'));
  for (const { code, row } of parsed.errors)
    if (code === 'MissingQuotes' || code === 'InvalidQuotes')
      problems.push(error((row ?? 0) + 1 + skipped, null, quotes[code]));
  problems.push(...doubles(columns, 1 + skipped));
  if (rest.filter((cells) => !isBlank(cells)).length > mostRows)
    problems.push(
      error(null, null, `has more than ${grouped(mostRows)} rows: split it and import the parts`),
    );
  const rows: TableRow[] = [];
  for (const [index, raw] of rest.slice(0, mostRows).entries()) {
    if (isBlank(raw)) continue;
    const cells = raw.map((cell) => cell.trim());
    problems.push(...rowProblems(cells, index + first, columns));
    rows.push({ row: index + first, cells: columns.map((_, place) => unguarded(cells[place] ?? '')) });
  }
  return { columns, rows, separator, problems: fewProblems(problems) };
}

/** By a walk from the end: a pattern would try every run of blank lines anew, and a file can be made of them. */
function withoutBlankLinesBehind(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 10) end -= 1;
  return text.slice(0, end);
}

const quotes = {
  MissingQuotes: 'a quotation mark is opened and never closed',
  InvalidQuotes: 'a quotation mark stands inside a quoted cell: double it',
} as const;

const error = (row: number | null, column: string | null, what: string): ImportProblem => ({
  row,
  column,
  what,
  severity: 'error',
});

const grouped = (count: number): string => count.toLocaleString('en');

const placeNames = (rows: readonly (readonly string[])[]): readonly string[] =>
  Array.from(
    { length: Math.max(0, ...rows.slice(0, 100).map((cells) => withoutBlankEnd(cells).length)) },
    (_, place) => `Column ${place + 1}`,
  );

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function withoutSepLine(text: string): {
  readonly told: Separator | null;
  readonly skipped: number;
  readonly body: string;
} {
  const found = /^sep=(.)\n/i.exec(text);
  const told = separators.find((known) => known === found?.[1]) ?? null;
  return found === null || told === null
    ? { told: null, skipped: 0, body: text }
    : { told, skipped: 1, body: text.slice(found[0].length) };
}

const namedColumns = (head: readonly string[]): readonly string[] =>
  withoutBlankEnd(head.map((name) => unguarded(name.trim()))).map((name, index) =>
    name === '' ? `Column ${index + 1}` : name,
  );

/** Spreadsheets leave separators behind at the end of rows. */
function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}

function doubles(columns: readonly string[], row: number): readonly ImportProblem[] {
  const folded = columns.map((name) => name.toLowerCase());
  return columns.flatMap((name, index) =>
    folded.indexOf(folded[index] ?? '') === index
      ? []
      : [error(row, name, `two columns are called ${name}: rename or remove one`)],
  );
}

function rowProblems(
  cells: readonly string[],
  row: number,
  columns: readonly string[],
): readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  const filled = withoutBlankEnd(cells).length;
  if (filled > columns.length)
    problems.push(
      error(row, null, `has ${filled} cells where the head has ${columns.length}: is the separator right?`),
    );
  cells.slice(0, columns.length).forEach((cell, index) => {
    if (looksLikeFormula(cell))
      problems.push({
        row,
        column: columns[index] ?? null,
        what: 'begins like a formula of a spreadsheet: taken as plain words',
        severity: 'warning',
      });
  });
  return problems;
}

function fewProblems(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  if (problems.length <= mostProblems) return problems;
  // Errors first: they decide, and must not be cut off by warnings.
  const sorted = [...problems].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  const left = problems.length - mostProblems;
  const more: ImportProblem = {
    row: null,
    column: null,
    what: `${grouped(left)} more like these are not listed`,
    severity: 'warning',
  };
  return [...sorted.slice(0, mostProblems), more];
}
