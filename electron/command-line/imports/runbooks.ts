import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import { decodeText, fileFault } from '../../../shared/exchange/decode.ts';
import { runbookImporter } from '../../../shared/exchange/runbook-import.ts';
import { sameJson } from '../../../shared/model/json.ts';
import {
  importRunbooksTitle,
  noRunbookText,
  runbookFactsText,
} from '../../../shared/words/runbook-import-text.ts';
import type { ImportFormat } from './format.ts';

/** Runbooks as Markdown, with front matter or as plain documents; one whose title is known takes the place of what is there. */
export const runbooks: ImportFormat = {
  help: 'runbooks as Markdown, any number of files; one of a known title takes its place',
  takes: 'files',
  options: [],
  read: ({ workspace, files }) => {
    const about: ImportProblem[] = [];
    const importer = runbookImporter(workspace, () => `runbook-${crypto.randomUUID()}`);
    for (const { path, bytes } of files) {
      const fault = fileFault(bytes);
      if (fault === null) importer.add({ path, text: decodeText(bytes).text });
      else
        about.push({
          row: null,
          column: path,
          severity: fault === 'empty' ? 'loss' : 'error',
          what: noRunbookText[fault],
        });
    }
    const { items, problems } = importer.result();
    const news = items.filter(({ runbook, before }) => !sameJson(before, runbook));
    const source = runbookFactsText(files.length, items.length);
    const records = news.map(({ runbook }) => ({ table: 'runbooks', record: runbook }) as const);
    return {
      command:
        records.length === 0
          ? null
          : { kind: 'import-records', title: importRunbooksTitle(news.length, 0), source, records },
      problems: [...about, ...problems],
      unknown: [],
    };
  },
};
