import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { LocalDate } from '../model/dates.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import { longDay } from './page-dates.ts';
import { contentsTree, element, pageTree } from './page-tree.ts';
import { runbookPage } from './page.ts';
import { pageRule, printStyle } from './print-style.ts';

/** A typeface that the page brings along: `url` is a `data:` URL, since the page may load nothing. */
export interface PrintFont {
  readonly family: string;
  readonly url: string;
  /** As CSS writes it: `100 900`. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  /** As CSS writes it; the face is read only where the text needs it. */
  readonly unicodeRange: string;
}

export interface PrintOptions {
  readonly paper: 'A4' | 'Letter';
  readonly today: LocalDate;
  readonly fonts: readonly PrintFont[];
}

/** A document to print: what it is called, what it holds. */
export interface PrintDocument {
  /** `Profit runbook`, or `Runbooks` for several: also the stem of the file's name. */
  readonly title: string;
  readonly articles: readonly Element[];
}

/** Nothing runs and nothing loads, whatever a runbook holds. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

const titleOf = (runbook: Runbook) =>
  /runbook/i.test(runbook.title) ? runbook.title : `${runbook.title} runbook`;

/** The articles of these runbooks: one alone, several as a book with its list of contents first. */
export function printDocument(
  workspace: Workspace,
  runbooks: readonly Runbook[],
  today: LocalDate,
): PrintDocument {
  const pages = runbooks.map((it) => runbookPage(workspace, it, today));
  const articles = pages.map(pageTree);
  const [only] = runbooks;
  if (runbooks.length === 1 && only !== undefined) return { title: titleOf(only), articles };
  const subtitle = `${workspace.about.name} · printed ${longDay(today)}`;
  return { title: 'Runbooks', articles: [contentsTree('Runbooks', subtitle, pages), ...articles] };
}

const fontFace = (font: PrintFont) =>
  `@font-face { font-family: '${font.family}'; font-style: ${font.style}; font-weight: ${font.weight}; font-display: block; ` +
  `src: url(${font.url}) format('woff2'); unicode-range: ${font.unicodeRange}; }`;

/** One self-contained HTML page, ready to print: style and typefaces inside, every text escaped, no script, nothing to fetch. */
export function printPage(document: PrintDocument, { paper, fonts }: Omit<PrintOptions, 'today'>): string {
  const style = [...fonts.map(fontFace), pageRule(paper), printStyle].join('\n');
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element(
        'html',
        { lang: 'en' },
        element(
          'head',
          {},
          element('meta', { charSet: 'utf-8' }),
          element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
          element('title', {}, document.title),
          element('style', {}, style),
        ),
        element('body', { className: ['paper'] }, element('main', {}, ...document.articles)),
      ),
    ],
  };
  return unified().use(rehypeStringify).stringify(root);
}
