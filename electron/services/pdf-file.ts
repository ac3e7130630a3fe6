import { PDFDocument } from 'pdf-lib';
import { numberPages } from './pdf-page-numbers.ts';

export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface Finish {
  readonly title: string;
  /** Of a book: what stands at the foot of its pages, which have no foot yet. */
  readonly bookFoot: string | null;
}

/** So many objects are read or written before others get their turn: some milliseconds' work. */
const AT_A_TIME = 1000;

/**
 * A printed PDF made fit to pass on: title and language set, and its objects packed into streams, which takes a tagged file
 * to a third of its size and leaves tags and outline as they are.
 *
 * @returns null where the pages of a book cannot be numbered with the glyphs that they hold
 */
export async function finishPdf(
  printed: Uint8Array,
  { title, bookFoot }: Finish,
): Promise<FinishedPdf | null> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: AT_A_TIME });
  if (bookFoot !== null && !numberPages(pdf, bookFoot)) return null;
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage('en');
  pdf.setCreator('Evenwatch');
  const bytes = await pdf.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: AT_A_TIME,
  });
  return { bytes, pages: pdf.getPageCount() };
}

/** `Profit runbook, 2026-11-23.pdf`: a name that every system's disk accepts, whatever stands in the title. */
export function pdfFileName(title: string, today: string): string {
  const stem = title
    // eslint-disable-next-line no-control-regex -- control characters are what no file name may hold
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 120);
  return `${stem === '' ? 'Runbook' : stem}, ${today}.pdf`;
}
