import type { Reply } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import type { PrintDocument } from '../../shared/print/document.ts';
import type { Sheet as PaperSize } from '../../shared/print/style.ts';
import { dayWithYearText } from '../../shared/words/date-text.ts';
import type { Pdf, Ports } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { durableWrite } from '../storage/durable-write.ts';
import type { FinishedPdf } from './pdf/join.ts';
import { pdfFileName } from './pdf-name.ts';
import { isInParts, printDocument, type Steps } from './print-document.ts';
import { Cancelled, type PrintDesk, type PrintJob } from './print-job.ts';

/** What printing needs of the host. */
export type PrintingPorts = Pick<Ports, 'pdf' | 'dialogs' | 'files' | 'nonce'> & {
  readonly desk: PrintDesk;
};

/** A PDF that was written, with its number of pages; null when the lead cancelled. */
export type Printed = Reply<{ readonly file: string; readonly pages: number } | null>;

interface Sheet {
  readonly paper: PaperSize;
  /** The day of printing, for the foot of each page and the name of the file. */
  readonly today: LocalDate;
}

const problem = (it: Problem): Printed => ({ ok: false, problem: it });

/** A document as a finished PDF. Rejects where it cannot be printed, and as soon as the job is called off. */
export async function printed(
  pdf: Pdf,
  steps: Steps,
  { paper, today }: Sheet,
  job: PrintJob,
): Promise<FinishedPdf> {
  // The typefaces are half a megabyte: read when the first page is printed, not when the program starts.
  const { printFonts: fonts } = await import('./print-fonts.ts');
  const footOf = ({ title, foot }: PrintDocument): string =>
    foot ?? `${title} · printed ${dayWithYearText(today)}`;
  return printDocument(steps, footOf, { pdf, paper, fonts, job });
}

/** What a host without a printer of its own answers: there the page prints itself. */
export const cannotPrint: Printed = problem({
  kind: 'unsupported',
  what: 'make a PDF',
  instead: 'Use the print dialog of the browser',
});

/**
 * Prints a document to one tagged PDF and writes it where the lead chooses. Nothing has been written when they cancel the
 * dialog or call the print off, nor when a problem is answered.
 */
export async function printToFile(ports: PrintingPorts, steps: Steps, sheet: Sheet): Promise<Printed> {
  if (ports.pdf === null || ports.dialogs === null) return cannotPrint;
  ports.pdf.expect(isInParts(steps) ? ports.pdf.lanes : 1);
  const file = await ports.dialogs.chooseDestination({
    name: pdfFileName(steps.title, sheet.today),
    kind: 'pdf',
  });
  if (file === null) return { ok: true, value: null };
  const job = ports.desk.begin();
  let finished: FinishedPdf;
  try {
    finished = await printed(ports.pdf, steps, sheet, job);
  } catch (error) {
    if (error instanceof Cancelled || job.signal.aborted) return { ok: true, value: null };
    return problem({ kind: 'pdf-failed', detail: error instanceof Error ? error.message : String(error) });
  } finally {
    job.end();
  }
  try {
    await durableWrite(ports.files, file, finished.bytes, ports.nonce());
  } catch (error) {
    return problem(diskProblem('write the PDF', file, error));
  }
  return { ok: true, value: { file, pages: finished.pages } };
}
