import type { FileFault } from '../exchange/decode.ts';

/** Why a file is no runbook. */
export const noRunbookText: Readonly<Record<FileFault, string>> = {
  empty: 'it is empty',
  'too-large': 'it is larger than 10 MB',
  workbook: 'it is a spreadsheet or an archive, and no text',
  pdf: 'it is a PDF; save its text as Markdown',
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

/** `Import 3 runbooks`: the button, and the step in History. */
export const importRunbooksTitle = (count: number): string =>
  `Import ${counted(count, 'runbook', 'runbooks')}`;

export const importedRunbooksText = (count: number): string =>
  `Imported ${counted(count, 'runbook', 'runbooks')}.`;
