import type { Element } from 'hast';
import { printPage, type PrintDocument, type PrintFont } from '../../shared/print/document.ts';
import type { Sheet } from '../../shared/print/style.ts';
import type { Pdf } from '../ports.ts';
import { joinedPdf, type FinishedPdf } from './pdf/join.ts';
import type { PrintJob } from './print-job.ts';

/** A document that is made in steps, so that hundreds of articles do not hold up what else the keeper is asked. */
export interface Steps {
  readonly title: string;
  readonly articles: number;
  /**
   * Of a book, whose articles may be printed while others are still being made: what they look like. The document ends with the articles that
   * were yielded, in their order.
   */
  readonly bookStyle?: string;
  readonly make: () => Generator<Element, PrintDocument>;
}

/** A document that is made at once. */
export const atOnce = (document: PrintDocument): Steps => ({
  title: document.title,
  articles: document.articles.length,
  *make() {
    return document;
  },
});

interface Print {
  readonly pdf: Pdf;
  readonly paper: Sheet;
  readonly fonts: readonly PrintFont[];
  readonly job: PrintJob;
}

/** Milliseconds' work between two rests. */
const SLICE = 12;

/** Articles of a part: fewer are not worth a page of their own, more keep one window busy while others have nothing left to do. */
const LEAST = 8;
const MOST = 25;

/** Whether a document is printed in parts, several at a time. */
export const isInParts = ({ bookStyle, articles }: Steps): boolean =>
  bookStyle !== undefined && articles > LEAST;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const partSize = ({ articles }: Steps, lanes: number): number =>
  Math.min(MOST, Math.max(LEAST, Math.ceil(articles / (2 * lanes))));

/** Runs each as soon as one of so many lanes is free, in the order in which they come. */
function inLanes(lanes: number): <Value>(run: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let free = lanes;
  return async (run) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** Makes a document, with rests for others. `tell` hears of an article before each rest, `onArticle` of every one. */
async function made(
  { make }: Steps,
  job: PrintJob,
  tell: (done: number) => void,
  onArticle: (article: Element) => void = () => undefined,
): Promise<PrintDocument> {
  const steps = make();
  let begun = performance.now();
  for (let done = 0; ; done++) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onArticle(step.value);
    if (performance.now() - begun < SLICE) continue;
    tell(done);
    await rest();
    job.check();
    begun = performance.now();
  }
}

/** The whole document by one window, with the foot of the host unless it is a book that its own signs can number. */
async function printWhole(
  document: PrintDocument,
  { pdf, paper, fonts, job }: Print,
  footer: string,
  bookFoot: string | null,
): Promise<FinishedPdf | null> {
  const of = document.articles.length;
  job.check();
  job.tell({ stage: 'print', done: 0, of });
  const printed = await pdf.print(printPage(document, { paper, fonts }), {
    paper,
    footer,
    signal: job.signal,
  });
  job.check();
  job.tell({ stage: 'finish', done: of, of });
  const joined = joinedPdf();
  await joined.add(0, printed);
  return joined.finish({ title: document.title, bookFoot }, new Date());
}

/** A book in parts, several at a time: each window prints on a processor of its own, while further articles are made here. */
async function printParts(
  steps: Steps,
  style: string,
  foot: (document: PrintDocument) => string,
  print: Print,
): Promise<{ readonly document: PrintDocument; readonly finished: FinishedPdf | null }> {
  const { pdf, paper, fonts, job } = print;
  const failed = new AbortController();
  const signal = AbortSignal.any([job.signal, failed.signal]);
  const lane = inLanes(pdf.lanes);
  const joined = joinedPdf();
  const prints: Promise<void>[] = [];
  const size = partSize(steps, pdf.lanes);
  let [yielded, printed] = [0, 0];
  // Articles are made while others are printed: what is counted never goes back.
  const tell = (): void => job.tell({ stage: 'print', done: printed, of: steps.articles });
  const send = (at: number, articles: readonly Element[], title: string): void => {
    const printPart = async (): Promise<Uint8Array | null> => {
      if (signal.aborted) return null;
      const html = printPage({ title, articles, style }, { paper, fonts, isPart: true });
      const bytes = await pdf.print(html, { paper, footer: '', signal }).catch((error: unknown) => {
        failed.abort(); // before the next one has the lane
        throw error;
      });
      // Cover and contents are no articles of those that are counted.
      if (at > 0) printed += articles.length;
      tell();
      return bytes;
    };
    // The lane is free as soon as its window is: the next part is laid out while this one is taken in.
    const sent = lane(printPart).then(async (bytes) => {
      if (bytes === null) return;
      await rest();
      await joined.add(at, bytes);
    });
    // Whoever waits for all of them hears of it, and nobody waits yet.
    sent.catch(() => undefined);
    prints.push(sent);
  };
  try {
    let part: Element[] = [];
    const document = await made(steps, job, tell, (article) => {
      yielded += 1;
      part.push(article);
      if (part.length < size) return;
      send(yielded, part, steps.title);
      part = [];
    });
    if (part.length > 0) send(yielded, part, document.title);
    send(0, document.articles.slice(0, document.articles.length - yielded), document.title);
    await Promise.all(prints);
    job.check();
    job.tell({ stage: 'finish', done: steps.articles, of: steps.articles });
    return {
      document,
      finished: await joined.finish({ title: document.title, bookFoot: foot(document) }, new Date()),
    };
  } finally {
    failed.abort();
    await Promise.allSettled(prints);
  }
}

/** Prints a document to a finished PDF. */
export async function printDocument(
  steps: Steps,
  footOf: (document: PrintDocument) => string,
  print: Print,
): Promise<FinishedPdf> {
  const { bookStyle } = steps;
  const { job } = print;
  const book =
    bookStyle !== undefined && isInParts(steps) ? await printParts(steps, bookStyle, footOf, print) : null;
  if (book?.finished) return book.finished;
  const document =
    book?.document ??
    (await made(steps, job, (done) => {
      job.tell({ stage: 'articles', done, of: steps.articles });
    }));
  const foot = footOf(document);
  const numbered =
    book === null && document.hasContents === true ? await printWhole(document, print, '', foot) : null;
  // A book whose own glyphs cannot number it, such as one in a script that the bundled typefaces lack, has at least a foot.
  const finished = numbered ?? (await printWhole(document, print, foot, null));
  job.check();
  if (finished === null) throw new Error('the pages could not be read');
  return finished;
}
