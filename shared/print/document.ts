import type { Element } from 'hast';
import { element } from './element.ts';
import { facesFor } from './faces.ts';
import { elementText } from './html-text.ts';
import { pageRule, paperStyle, type Orientation, type Sheet } from './style.ts';

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

/** A document to print: what it is called, what it holds. */
export interface PrintDocument {
  /** `Profit runbook`: also the stem of the file's name. */
  readonly title: string;
  readonly articles: readonly Element[];
  /** What this kind of document looks like beyond what all paper has in common. */
  readonly style: string;
  /** Portrait where it says nothing. */
  readonly orientation?: Orientation;
  /** What stands at the foot of each page, left of its number; the title and the day where it says nothing. */
  readonly foot?: string;
  /**
   * The document begins with a list of contents, whose links have a place for a page number behind them. Numbers are known only when the
   * pages are laid out: whoever makes the PDF writes them in, with the foot of each page, in the glyphs that the first article sets.
   */
  readonly hasContents?: true;
}

interface PrintOptions {
  readonly paper: Sheet;
  readonly fonts: readonly PrintFont[];
  /** The page is a part of a document: other parts lead to its articles. */
  readonly isPart?: true;
}

/**
 * The window that prints lays out a page for its paper alone: for the screen there is nothing, which halves the time until a long document can
 * be printed.
 */
const screenStyle = '@media screen { main { display: none; } }';

/** Nothing runs and nothing loads, whatever the document holds. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

const fontFace = (font: PrintFont) =>
  `@font-face { font-family: '${font.family}'; font-style: ${font.style}; font-weight: ${font.weight}; font-display: block; ` +
  `src: url(${font.url}) format('woff2'); unicode-range: ${font.unicodeRange}; }`;

/** Ids that this page gives, and those that its links lead to. */
const idsOf = (html: string): ReadonlySet<string> =>
  new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id = '']) => id));
const targetsOf = (html: string): ReadonlySet<string> =>
  new Set(Array.from(html.matchAll(/ href="#([^"]+)"/g), ([, id = '']) => id));

/**
 * What nobody sees of a part. Chromium writes a place down only where a link of the same page leads to it, and a link only where its place is on
 * the same page: so there are links to all articles, and stand-ins for the places of other parts, which have no box and so no place.
 */
function seamOf(articles: readonly Element[], html: string): Element {
  const own = articles.flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
  const [ids, targets] = [idsOf(html), targetsOf(html)];
  const elsewhere = [...targets].filter((id) => !ids.has(id));
  return element(
    'div',
    { hidden: true },
    ...own.map((id) => element('a', { href: `#${id}` })),
    ...elsewhere.map((id) => element('i', { id })),
  );
}

/** One self-contained HTML page, ready to print: style and typefaces inside, every text escaped, no script, nothing to fetch. */
export function printPage(document: PrintDocument, { paper, fonts, isPart }: PrintOptions): string {
  const main = elementText(element('main', {}, ...document.articles));
  const written = isPart ? main + elementText(seamOf(document.articles, main)) : main;
  const style = [
    ...facesFor(fonts, main).map(fontFace),
    pageRule(paper, document.orientation),
    paperStyle,
    document.style,
    screenStyle,
  ].join('\n');
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('title', {}, document.title),
    element('style', {}, style),
  );
  return `<!doctype html><html lang="en">${elementText(head)}<body class="paper">${written}</body></html>`;
}
