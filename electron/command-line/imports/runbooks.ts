import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import { sameJson } from '../../../shared/model/json.ts';
import { readRunbooks } from '../../../shared/words/runbook-files.ts';
import {
  importRunbooksTitle,
  leftLinksText,
  runbookFactsText,
} from '../../../shared/words/runbook-import-text.ts';
import { base64Of } from '../../storage/disk-text.ts';
import type { ImportFormat } from './format.ts';

/**
 * Runbooks as Markdown, with front matter or as plain documents, and the pictures that they name in their folder; one whose title is known takes the
 * place of what is there.
 */
export const runbooks: ImportFormat = {
  help: 'runbooks as Markdown, files or folders of them with their pictures; one of a known title takes its place',
  takes: 'files and folders',
  options: [],
  read: async ({ workspace, found }) => {
    const { files, items, images, problems } = await readRunbooks(workspace, found.files, {
      newId: () => `runbook-${crypto.randomUUID()}`,
      base64: base64Of,
      rest: () => Promise.resolve(), // Nobody else is waiting.
    });
    const links: readonly ImportProblem[] =
      found.links.length === 0
        ? []
        : [{ row: null, column: null, severity: 'loss', what: leftLinksText(found.links) }];
    const news = items.filter(({ runbook, before }) => !sameJson(before, runbook));
    const records = [
      ...news.map(({ runbook }) => ({ table: 'runbooks', record: runbook }) as const),
      ...images.map((image) => ({ table: 'images', record: image }) as const),
    ];
    return {
      command:
        records.length === 0
          ? null
          : {
              kind: 'import-records',
              title: importRunbooksTitle(news.length, 0, images.length),
              source: runbookFactsText(files, items.length, images.length),
              records,
            },
      problems: [...links, ...problems],
      unknown: [],
    };
  },
};
