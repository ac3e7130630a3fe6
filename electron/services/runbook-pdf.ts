import type { Channels, Reply } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { localDateSchema, type LocalDate } from '../../shared/model/dates.ts';
import type { Runbook } from '../../shared/model/runbook.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { longDay } from '../../shared/runbooks/page-dates.ts';
import { printDocument, printPage, type PrintDocument } from '../../shared/runbooks/print-page.ts';
import type { Pdf, Ports } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { durableWrite } from '../storage/durable-write.ts';
import { finishPdf, pdfFileName, type FinishedPdf } from './pdf-file.ts';

type Request = Channels['runbooks.pdf']['request'];
type Answer = Reply<Channels['runbooks.pdf']['reply']>;
/** What this service needs of the host. */
type Needs = Pick<Ports, 'pdf' | 'dialogs' | 'files' | 'nonce'>;

const problem = (it: Problem): Answer => ({ ok: false, problem: it });
const badMessage = (detail: string) => problem({ kind: 'bad-message', channel: 'runbooks.pdf', detail });

async function print(
  pdf: Pdf,
  document: PrintDocument,
  paper: Request['paper'],
  today: LocalDate,
): Promise<FinishedPdf> {
  // The typefaces are half a megabyte: read when the first page is printed, not when the program starts.
  const { printFonts } = await import('./print-fonts.ts');
  const html = printPage(document, { paper, fonts: printFonts });
  const printed = await pdf.print(html, { paper, footer: `${document.title} · printed ${longDay(today)}` });
  return finishPdf(printed, document.title);
}

/**
 * Prints runbooks to one tagged PDF, in the order asked for, and writes it where the lead chooses. Null when they cancel the
 * dialog; nothing has been written then, nor when a problem is answered.
 */
export async function exportRunbooks(ports: Needs, workspace: Workspace, request: Request): Promise<Answer> {
  if (ports.pdf === null || ports.dialogs === null) {
    return problem({
      kind: 'unsupported',
      what: 'make a PDF',
      instead: 'Use the print dialog of the browser',
    });
  }
  const today = localDateSchema.safeParse(request.today);
  if (!today.success) return badMessage(`${request.today} is no date`);
  const runbooks: Runbook[] = [];
  for (const id of request.runbooks) {
    const runbook = workspace.runbooks[id];
    if (runbook === undefined) return badMessage(`there is no runbook ${id}`);
    runbooks.push(runbook);
  }
  if (runbooks.length === 0) return badMessage('no runbook was named');

  const document = printDocument(workspace, runbooks, today.data);
  const file = await ports.dialogs.chooseDestination({
    name: pdfFileName(document.title, today.data),
    kind: 'pdf',
  });
  if (file === null) return { ok: true, value: null };

  let finished: FinishedPdf;
  try {
    finished = await print(ports.pdf, document, request.paper, today.data);
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
