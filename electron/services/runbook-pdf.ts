import type { Channels } from '../../shared/contract/channels.ts';
import { localDateSchema } from '../../shared/model/dates.ts';
import type { Runbook } from '../../shared/model/runbook.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { documentTitle, printSteps } from '../../shared/runbooks/print-document.ts';
import { runbookStyle } from '../../shared/runbooks/print-style.ts';
import { cannotPrint, printToFile, type Printed, type PrintingPorts } from './print-file.ts';

type Request = Channels['runbooks.pdf']['request'];

const badMessage = (detail: string): Printed => ({
  ok: false,
  problem: { kind: 'bad-message', channel: 'runbooks.pdf', detail },
});

/** Prints runbooks to one PDF, in the order asked for. */
export async function exportRunbooks(
  ports: PrintingPorts,
  workspace: Workspace,
  request: Request,
): Promise<Printed> {
  if (ports.pdf === null) return cannotPrint;
  const today = localDateSchema.safeParse(request.today);
  if (!today.success) return badMessage(`${request.today} is no date`);
  const runbooks: Runbook[] = [];
  for (const id of request.runbooks) {
    const runbook = workspace.runbooks[id];
    if (runbook === undefined) return badMessage(`there is no runbook ${id}`);
    runbooks.push(runbook);
  }
  if (runbooks.length === 0) return badMessage('no runbook was named');
  const steps = {
    title: documentTitle(runbooks),
    articles: runbooks.length,
    bookStyle: runbookStyle,
    make: () => printSteps(workspace, runbooks, today.data),
  };
  return printToFile(ports, steps, { paper: request.paper, today: today.data });
}
