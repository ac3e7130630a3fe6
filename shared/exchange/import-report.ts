/** Something about a file that the lead should know before it is taken over. */
export interface ImportProblem {
  /** As a spreadsheet counts it: the head is row 1. Null where the whole file or column is meant. */
  readonly row: number | null;
  /** The column as the file heads it, the field of a calendar entry, or of many files the one that is meant; null where the whole row is meant. */
  readonly column: string | null;
  /** What is wrong, what was expected, and what was done instead, as a phrase or sentence. */
  readonly what: string;
  /** `error` keeps the whole file out; `warning` says how something was understood; `loss` what is left out. */
  readonly severity: 'error' | 'warning' | 'loss';
}

/** What a reader answers: never anything without a word about what it left out. */
export interface ImportReport<Item> {
  readonly items: readonly Item[];
  readonly problems: readonly ImportProblem[];
}

/** All or nothing: one error, and nothing of the file is taken. */
export const canImport = (report: ImportReport<unknown>): boolean =>
  report.items.length > 0 && !report.problems.some(({ severity }) => severity === 'error');
