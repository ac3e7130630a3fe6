import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Paper } from '../../../shared/print/style.ts';
import { printDocument } from '../../../shared/runbooks/print-document.ts';
import { keeper } from '../../state/keeper.ts';
import { usePrinting, type Printing } from '../../state/use-printing.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

export interface Exporting extends Omit<Printing, 'run'> {
  readonly run: (runbooks: readonly Runbook[], paper: Paper, today: LocalDate) => void;
}

/** PDF of some runbooks, or their print view where the host makes none. */
export function useExport(): Exporting {
  const printing = usePrinting();
  const run: Exporting['run'] = (runbooks, paper, today) =>
    printing.run({
      paper,
      document: () => printDocument(openWorkspace(), runbooks, today),
      write: () => keeper().call('runbooks.pdf', { runbooks: runbooks.map((it) => it.id), paper, today }),
    });
  return { ...printing, run };
}
