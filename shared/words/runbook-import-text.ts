import type { FileFault } from '../exchange/decode.ts';

/** Why a file is no runbook. */
export const noRunbookText: Readonly<Record<FileFault, string>> = {
  empty: 'it is empty',
  'too-large': 'it is larger than 10 MB',
  workbook: 'it is a spreadsheet or an archive, and no text',
  pdf: 'it is a PDF; save its text as Markdown',
  'web-page': 'it is a page of a website; save its text as Markdown',
  'not-text': 'it holds no text',
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** `3 files, 4 runbooks`. */
export const runbookFactsText = (files: number, runbooks: number): string =>
  `${counted(files, 'file', 'files')}, ${counted(runbooks, 'runbook', 'runbooks')}`;

/** What is said of the files of a folder that are none of ours; the first of them are named. */
export function leftOutText(paths: readonly string[]): string {
  const named = paths.slice(0, 5).join(', ');
  const more = paths.length > 5 ? ` and ${(paths.length - 5).toLocaleString('en')} more` : '';
  return `${counted(paths.length, 'file is', 'files are')} no Markdown and no text: ${named}${more}`;
}

const together = (runbooks: number, rules: number): string =>
  [
    ...(runbooks > 0 || rules === 0 ? [counted(runbooks, 'runbook', 'runbooks')] : []),
    ...(rules > 0 ? [counted(rules, 'deadline', 'deadlines')] : []),
  ].join(' and ');

/** `Import 3 runbooks and 2 deadlines`: the button, and the step in History. */
export const importRunbooksTitle = (runbooks: number, rules: number): string =>
  `Import ${together(runbooks, rules)}`;

export const importedRunbooksText = (runbooks: number, rules: number): string =>
  `Imported ${together(runbooks, rules)}.`;
