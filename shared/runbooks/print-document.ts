import type { LocalDate } from '../model/dates.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import type { PrintDocument } from '../print/document.ts';
import { longDay } from './page-dates.ts';
import { contentsTree, pageTree } from './page-tree.ts';
import { runbookPage } from './page.ts';
import { runbookStyle } from './print-style.ts';
import { redacted } from './redact.ts';

const titleOf = (runbook: Runbook) =>
  /runbook/i.test(runbook.title) ? runbook.title : `${runbook.title} runbook`;

/** The articles of these runbooks, without their marked passages: one alone, several as a book with its list of contents first. */
export function printDocument(
  workspace: Workspace,
  asWritten: readonly Runbook[],
  today: LocalDate,
): PrintDocument {
  const runbooks = asWritten.map(redacted);
  const pages = runbooks.map((it) => runbookPage(workspace, it, today));
  const articles = pages.map(pageTree);
  const [only] = runbooks;
  if (runbooks.length === 1 && only !== undefined)
    return { title: titleOf(only), articles, style: runbookStyle };
  const subtitle = `${workspace.about.name} · printed ${longDay(today)}`;
  return {
    title: 'Runbooks',
    articles: [contentsTree('Runbooks', subtitle, pages), ...articles],
    style: runbookStyle,
  };
}
