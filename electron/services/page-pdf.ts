import type { Channels, PrintedPage } from '../../shared/contract/channels.ts';
import { localDateSchema } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { PrintDocument } from '../../shared/print/document.ts';
import type { Stamp } from '../../shared/words/paper-foot.ts';
import { personsDocument } from '../../shared/words/person-page.ts';
import { quarterDocument } from '../../shared/words/quarter-page.ts';
import { statementDocument } from '../../shared/words/statement-page.ts';
import { cannotPrint, printToFile, type Printed, type PrintingPorts } from './print-file.ts';

type Request = Channels['page.pdf']['request'];

const badMessage = (detail: string): Printed => ({
  ok: false,
  problem: { kind: 'bad-message', channel: 'page.pdf', detail },
});

/** The document behind a page; in words what it names that is not there. */
function documentOf(
  workspace: Workspace,
  page: PrintedPage,
  paper: Request['paper'],
  stamp: Stamp,
): PrintDocument | string {
  if (page.kind === 'quarter') return quarterDocument(workspace, page.quarter, paper, stamp);
  const missing = page.people.find((id) => !Object.hasOwn(workspace.people, id));
  if (missing !== undefined) return `there is no person ${missing}`;
  switch (page.kind) {
    case 'persons':
      return personsDocument(workspace, page.quarter, page.people, stamp);
    case 'comp-statement': {
      return page.from <= page.to
        ? statementDocument(workspace, page.people, page)
        : `${page.to} is before ${page.from}`;
    }
  }
}

/**
 * Prints one page of the plan, or a set of like ones, to a PDF. The page is made here from the plan: no HTML crosses the bridge.
 *
 * @param revision of the workspace, for the foot
 */
export async function exportPage(
  ports: PrintingPorts,
  workspace: Workspace,
  { page, paper, today }: Request,
  revision: number,
): Promise<Printed> {
  if (ports.pdf === null) return cannotPrint;
  const day = localDateSchema.safeParse(today);
  if (!day.success) return badMessage(`${today} is no date`);
  const document = documentOf(workspace, page, paper, { revision, today: day.data });
  return typeof document === 'string'
    ? badMessage(document)
    : printToFile(ports, document, { paper, today: day.data });
}
