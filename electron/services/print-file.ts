import type { Reply } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import { printPage, type PrintDocument } from '../../shared/print/document.ts';
import type { Sheet as PaperSize } from '../../shared/print/style.ts';
import { dayWithYearText } from '../../shared/words/date-text.ts';
import type { Pdf, Ports } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { durableWrite } from '../storage/durable-write.ts';
import { finishPdf, pdfFileName, type FinishedPdf } from './pdf-file.ts';

/** What printing needs of the host. */
export type PrintingPorts = Pick<Ports, 'pdf' | 'dialogs' | 'files' | 'nonce'>;

/** A PDF that was written, with its number of pages; null when the lead cancelled. */
export type Printed = Reply<{ readonly file: string; readonly pages: number } | null>;

interface Sheet {
  readonly paper: PaperSize;
  /** The day of printing, for the foot of each page and the name of the file. */
  readonly today: LocalDate;
}

const problem = (it: Problem): Printed => ({ ok: false, problem: it });

async function print(pdf: Pdf, document: PrintDocument, { paper, today }: Sheet): Promise<FinishedPdf> {
  // The typefaces are half a megabyte: read when the first page is printed, not when the program starts.
  const { printFonts } = await import('./print-fonts.ts');
  const html = printPage(document, { paper, fonts: printFonts });
  const printed = await pdf.print(html, {
    paper,
    footer: document.foot ?? `${document.title} · printed ${dayWithYearText(today)}`,
  });
  return finishPdf(printed, document.title);
}

/** What a host without a printer of its own answers: there the page prints itself. */
export const cannotPrint: Printed = problem({
  kind: 'unsupported',
  what: 'make a PDF',
  instead: 'Use the print dialog of the browser',
});

/**
 * Prints a document to one tagged PDF and writes it where the lead chooses. Nothing has been written when they cancel the
 * dialog, nor when a problem is answered.
 */
export async function printToFile(
  ports: PrintingPorts,
  document: PrintDocument,
  sheet: Sheet,
): Promise<Printed> {
  if (ports.pdf === null || ports.dialogs === null) return cannotPrint;
  const file = await ports.dialogs.chooseDestination({
    name: pdfFileName(document.title, sheet.today),
    kind: 'pdf',
  });
  if (file === null) return { ok: true, value: null };
  let finished: FinishedPdf;
  try {
    finished = await print(ports.pdf, document, sheet);
  } catch (error) {
    return problem({ kind: 'pdf-failed', detail: error instanceof Error ? error.message : String(error) });
  }
  try {
    await durableWrite(ports.files, file, finished.bytes, ports.nonce());
  } catch (error) {
    return problem(diskProblem('write the PDF', file, error));
  }
  return { ok: true, value: { file, pages: finished.pages } };
}
