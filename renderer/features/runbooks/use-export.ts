import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { PrintDocument } from '../../../shared/print/document.ts';
import type { Paper } from '../../../shared/print/style.ts';
import { printDocument } from '../../../shared/runbooks/print-document.ts';
import { kitSteps } from '../../../shared/words/kit-page.ts';
import { keeper } from '../../state/keeper.ts';
import { usePrinting, type Printing } from '../../state/use-printing.ts';
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';

export interface Kit {
  readonly person: PersonId;
  readonly quarter: QuarterId;
}

export interface Exporting extends Omit<Printing, 'run'> {
  readonly run: (runbooks: readonly Runbook[], paper: Paper, today: LocalDate) => void;
  readonly runKit: (kit: Kit, paper: Paper, today: LocalDate) => void;
}

function kitDocument({ person, quarter }: Kit, today: LocalDate): PrintDocument {
  const { revision } = useWorkspaceStore.getState();
  const steps = kitSteps(openWorkspace(), quarter, person, { revision, today });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** PDF of some runbooks, or of somebody's kit; their print view where the host makes none. */
export function useExport(): Exporting {
  const printing = usePrinting();
  const run: Exporting['run'] = (runbooks, paper, today) =>
    printing.run({
      paper,
      document: () => printDocument(openWorkspace(), runbooks, today),
      write: () => keeper().call('runbooks.pdf', { runbooks: runbooks.map((it) => it.id), paper, today }),
    });
  const runKit: Exporting['runKit'] = (kit, paper, today) =>
    printing.run({
      paper,
      document: () => kitDocument(kit, today),
      write: () => keeper().call('page.pdf', { page: { kind: 'kit', ...kit }, paper, today }),
    });
  return { ...printing, run, runKit };
}
