import type { Element } from 'hast';
import type { LocalDate } from '../model/dates.ts';
import type { ImageId } from '../model/ids.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import type { PrintDocument } from '../print/document.ts';
import { imageAddress } from './images.ts';
import type { InnerContent } from './markdown.ts';
import { longDay } from './page-dates.ts';
import { pageTree } from './page-tree.ts';
import { runbookPage, type RunbookPage } from './page.ts';
import { contentsTree, coverTree, rowOfPage } from './print-book.ts';
import { runbookStyle } from './print-style.ts';
import { redacted } from './redact.ts';

const titleOf = ({ title }: Runbook): string => (/runbook/i.test(title) ? title : `${title} runbook`);

/** What a document of these runbooks is called: `Profit runbook`, and several `Runbooks`. */
export function documentTitle(runbooks: readonly Runbook[]): string {
  const [only] = runbooks;
  return runbooks.length === 1 && only !== undefined ? titleOf(redacted(only)) : 'Runbooks';
}

/** What the texts of a document may name: the workspace's pictures, and the runbooks that stand in the same document. */
function innerOf({ images }: Workspace, runbooks: readonly Runbook[]): InnerContent {
  const ids = new Set<string>(runbooks.map(({ id }) => id));
  return {
    image: (id) => {
      const image = Object.hasOwn(images, id) ? images[id as ImageId] : undefined;
      return image === undefined ? null : imageAddress(image);
    },
    hasRunbook: (id) => ids.has(id),
  };
}

function holdsText(runbooks: readonly Runbook[]): string {
  const investor = runbooks.filter(({ audience }) => audience === 'investor').length;
  const count = `${String(runbooks.length)} runbooks`;
  if (investor === runbooks.length) return `${count}, investor-facing only`;
  return `${count}, ${investor === 0 ? 'none' : String(investor)} of them investor-facing`;
}

/** Pages of runbooks with the articles that show them, in the same order. */
interface Articles {
  readonly pages: readonly RunbookPage[];
  readonly articles: readonly Element[];
}

/**
 * The articles of these runbooks, one by one, without their marked passages: each takes some milliseconds, so that whoever makes hundreds
 * can rest between them.
 */
export function* articleSteps(
  workspace: Workspace,
  asWritten: readonly Runbook[],
  today: LocalDate,
): Generator<Element, Articles> {
  const inner = innerOf(workspace, asWritten);
  const pages: RunbookPage[] = [];
  const articles: Element[] = [];
  for (const runbook of asWritten) {
    const page = runbookPage(workspace, redacted(runbook), today);
    const article = pageTree(page, inner);
    pages.push(page);
    articles.push(article);
    yield article;
  }
  return { pages, articles };
}

/** The document of these runbooks, article by article: one runbook alone, several as a book with a cover and a list of contents. */
export function* printSteps(
  workspace: Workspace,
  runbooks: readonly Runbook[],
  today: LocalDate,
): Generator<Element, PrintDocument> {
  const { pages, articles } = yield* articleSteps(workspace, runbooks, today);
  const title = documentTitle(runbooks);
  if (runbooks.length === 1) return { title, articles, style: runbookStyle };
  const foot = `${workspace.about.name}, runbooks · printed ${longDay(today)}`;
  const cover = coverTree({
    title,
    of: workspace.about.name,
    holds: holdsText(runbooks),
    foot,
  });
  return {
    title,
    articles: [cover, contentsTree(pages.map(rowOfPage)), ...articles],
    style: runbookStyle,
    foot,
    hasContents: true,
  };
}

/** The same at once, for a handful of runbooks. */
export function printDocument(
  workspace: Workspace,
  runbooks: readonly Runbook[],
  today: LocalDate,
): PrintDocument {
  const steps = printSteps(workspace, runbooks, today);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
