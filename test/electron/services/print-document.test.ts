import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Pdf } from '../../../electron/ports.ts';
import { printDocument, type Steps } from '../../../electron/services/print-document.ts';
import { printDesk } from '../../../electron/services/print-job.ts';
import { element, plain, type PageElement } from '../../../shared/print/element.ts';
import type { PrintDocument } from '../../../shared/print/document.ts';
import { aPage } from './pdf/chromium-pdf.ts';

const signs = 'A book 0123456789/';

/** A book of so many articles, with a cover that leads to the last of them. */
const aBook = (articles: number): Steps => ({
  title: 'A book',
  articles,
  bookStyle: '.paper { color: black }',
  *make(): Generator<PageElement, PrintDocument> {
    const made: PageElement[] = [];
    for (let number = 1; number <= articles; number++) {
      const article = element(
        'article',
        { id: `article-${String(number)}` },
        plain('h1', `Article ${String(number)}.`),
      );
      made.push(article);
      yield article;
    }
    const cover = plain(
      'article',
      plain('h1', 'Cover'),
      element('a', { href: `#article-${String(articles)}` }, 'Last'),
    );
    return { title: 'A book', articles: [cover, ...made], style: '', hasContents: true };
  },
});

interface Printer extends Pdf {
  readonly printed: string[];
  readonly most: () => number;
}

/** A printer with some lanes that takes the longer the earlier a page comes. */
function aPrinter(lanes: number, onPrint: (html: string) => void = () => undefined): Printer {
  const printed: string[] = [];
  let [now, most] = [0, 0];
  return {
    lanes,
    expect: () => undefined,
    printed,
    most: () => most,
    async print(html, { signal }) {
      const turn = printed.push(html);
      now += 1;
      most = Math.max(most, now);
      try {
        onPrint(html);
        await new Promise((resolve) => setTimeout(resolve, 20 / turn));
        if (signal.aborted) throw new Error('the print was called off');
        const first = /<h1>([^<]*)</.exec(html)?.[1] ?? '';
        return aPage({ title: first, place: first.replace(/\W/g, '-'), leadsTo: 'none', signs });
      } finally {
        now -= 1;
      }
    },
  };
}

const printing = (pdf: Pdf, desk = printDesk()) =>
  ({ pdf, paper: 'A4', fonts: [], job: desk.begin() }) as const;
const foot = () => 'A book';

test('a long book is printed in parts, so many at a time as there are lanes, and comes out in its order', async () => {
  const printer = aPrinter(2);
  const { bytes, pages } = await printDocument(aBook(40), foot, printing(printer));
  expect(printer.most()).toBe(2);
  expect(pages).toBe(printer.printed.length);
  const book = await PDFDocument.load(bytes, { updateMetadata: false });
  const titles = book.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams =
      contents instanceof PDFArray ? contents.asArray().map((it) => book.context.lookup(it)) : [contents];
    const drawn = streams.map((it) =>
      it instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(it).decode()).toString('latin1') : '',
    );
    return /BT \(([^)]*)\)/.exec(drawn.join(''))?.[1];
  });
  expect(titles).toEqual(['Cover', 'Article 1.', 'Article 11.', 'Article 21.', 'Article 31.']);
});

test('every article is printed once, and a part that leads to another has a stand-in for its place', async () => {
  const printer = aPrinter(2);
  await printDocument(aBook(40), foot, printing(printer));
  const articles = printer.printed.flatMap((html) =>
    [...html.matchAll(/Article (\d+)\./g)].map(([, number]) => Number(number)),
  );
  expect(articles.sort((one, other) => one - other)).toEqual(
    Array.from({ length: 40 }, (_none, at) => at + 1),
  );
  const cover = printer.printed.find((html) => html.includes('Cover')) ?? '';
  expect(cover).toContain('<i id="article-40"></i>');
  const last = printer.printed.find((html) => html.includes('Article 40.')) ?? '';
  expect(last).toContain('<a href="#article-40"></a>');
});

test('a short book is printed at once', async () => {
  const printer = aPrinter(2);
  await printDocument(aBook(3), foot, printing(printer));
  expect(printer.printed).toHaveLength(1);
});

test('a part that fails ends the print with its reason, and nothing further is printed', async () => {
  const printer = aPrinter(1, (html) => {
    if (html.includes('Article 1.')) throw new Error('the printing page ended: crashed');
  });
  await expect(printDocument(aBook(100), foot, printing(printer))).rejects.toThrow('crashed');
  expect(printer.printed).toHaveLength(1);
});

test('a book that is called off while it is printed ends, and prints nothing further', async () => {
  const desk = printDesk();
  const printer = aPrinter(1, () => {
    desk.cancel();
  });
  await expect(printDocument(aBook(100), foot, printing(printer, desk))).rejects.toThrow(/called off/);
  expect(printer.printed).toHaveLength(1);
});

test('it tells how many articles are printed', async () => {
  const desk = printDesk();
  const states: string[] = [];
  const printer = aPrinter(1, () => {
    const state = desk.state();
    if (state) states.push(`${state.stage} ${String(state.done)}/${String(state.of)}`);
  });
  await printDocument(aBook(40), foot, printing(printer, desk));
  expect(states.at(-1)).toBe('print 40/40');
  expect(states).toContain('print 20/40');
});
