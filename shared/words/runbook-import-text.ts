import type { FileFault } from '../exchange/decode.ts';
import { counted, countText } from './number-text.ts';

/** Why a file is no runbook. */
export const noRunbookText: Readonly<Record<FileFault, string>> = {
  empty: 'it is empty',
  'too-large': 'it is larger than 10 MB',
  workbook: 'it is a spreadsheet or an archive, and no text',
  pdf: 'it is a PDF; save its text as Markdown',
  'web-page': 'it is a page of a website; save its text as Markdown',
  'not-text': 'it holds no text',
};

/** What is said of a file that the system does not let be read. */
export const unreadText = (error: unknown): string =>
  `it could not be read: ${error instanceof Error ? error.message : String(error)}`;

/** What is said of bytes that are no UTF-8: every file can be read so, and perhaps nobody meant it. */
export const decodedText =
  'it is not all UTF-8, and is read as Windows-1252: look at its accents and signs, or save it as UTF-8';

/** `3 files, 4 runbooks, 2 pictures`. */
export const runbookFactsText = (files: number, runbooks: number, pictures = 0): string =>
  [
    counted(files, 'file', 'files'),
    counted(runbooks, 'runbook', 'runbooks'),
    ...(pictures > 0 ? [counted(pictures, 'picture', 'pictures')] : []),
  ].join(', ');

function firstOf(paths: readonly string[]): string {
  const more = paths.length > 5 ? ` and ${countText(paths.length - 5)} more` : '';
  return `${paths.slice(0, 5).join(', ')}${more}`;
}

/** What is said of the files of a folder that are none of ours; the first of them are named. */
export const leftOutText = (paths: readonly string[]): string =>
  `${counted(paths.length, 'file is', 'files are')} neither text nor a picture that a text names: ${firstOf(paths)}`;

/** What is said of links in a folder, to files or folders anywhere. */
export const leftLinksText = (paths: readonly string[]): string =>
  `${counted(paths.length, 'link is', 'links are')} not followed, since links may lead out of the folder: ${firstOf(paths)}`;

function together(runbooks: number, rules: number, pictures: number): string {
  const parts = [
    ...(runbooks > 0 || rules + pictures === 0 ? [counted(runbooks, 'runbook', 'runbooks')] : []),
    ...(pictures > 0 ? [counted(pictures, 'picture', 'pictures')] : []),
    ...(rules > 0 ? [counted(rules, 'deadline', 'deadlines')] : []),
  ];
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** `Import 3 runbooks, 1 picture and 2 deadlines`: the button, and the step in History. */
export const importRunbooksTitle = (runbooks: number, rules: number, pictures = 0): string =>
  `Import ${together(runbooks, rules, pictures)}`;

export const importedRunbooksText = (runbooks: number, rules: number, pictures = 0): string =>
  `Imported ${together(runbooks, rules, pictures)}.`;
