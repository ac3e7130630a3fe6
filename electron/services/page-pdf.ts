import type { Channels, PrintedPage } from '../../shared/contract/channels.ts';
import { localDateSchema } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { kitSteps, kitStyle, kitTitle } from '../../shared/words/kit-page.ts';
import type { Stamp } from '../../shared/words/paper-foot.ts';
import { personsDocument } from '../../shared/words/person-page.ts';
import { quarterDocument } from '../../shared/words/quarter-page.ts';
import { statementDocument } from '../../shared/words/statement-page.ts';
import { atOnce, type Steps } from './print-document.ts';
import { cannotPrint, printToFile, type Printed, type PrintingPorts } from './print-file.ts';

type Request = Channels['page.pdf']['request'];

const badMessage = (detail: string): Printed => ({
  ok: false,
  problem: { kind: 'bad-message', channel: 'page.pdf', detail },
});

const peopleOf = (page: PrintedPage): readonly string[] => {
  switch (page.kind) {
    case 'quarter':
      return [];
    case 'kit':
      return [page.person];
    case 'persons':
    case 'comp-statement':
      return page.people;
  }
};

/** The document behind a page; in words what it names that is not there. */
function documentOf(
  workspace: Workspace,
  page: PrintedPage,
  paper: Request['paper'],
  stamp: Stamp,
): Steps | string {
  const missing = peopleOf(page).find((id) => !Object.hasOwn(workspace.people, id));
  if (missing !== undefined) return `there is no person ${missing}`;
  switch (page.kind) {
    case 'quarter':
      return atOnce(quarterDocument(workspace, page.quarter, paper, stamp));
    case 'persons':
      return atOnce(personsDocument(workspace, page.quarter, page.people, stamp));
    case 'kit':
      return {
        title: kitTitle(workspace, page.quarter, page.person),
        articles: Object.keys(workspace.runbooks).length,
        bookStyle: kitStyle,
        make: () => kitSteps(workspace, page.quarter, page.person, stamp),
      };
    case 'comp-statement': {
      return page.from <= page.to
        ? atOnce(statementDocument(workspace, page.people, page, stamp.today))
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
