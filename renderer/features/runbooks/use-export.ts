import { useState } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { printDocument, type PrintDocument } from '../../../shared/runbooks/print-page.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { announce } from '../../state/announce.ts';
import { keeper } from '../../state/keeper.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import type { Paper } from './paper.ts';

export interface Exporting {
  /** The host writes PDF files itself; else the browser's print dialog does. */
  readonly makesPdf: boolean;
  readonly busy: boolean;
  /** What is being printed by the page itself. */
  readonly printing: {
    readonly document: PrintDocument;
    readonly paper: Paper;
    readonly turn: number;
  } | null;
  readonly run: (runbooks: readonly Runbook[], paper: Paper, today: LocalDate) => void;
  readonly printed: () => void;
}

function say(text: string, tone: 'info' | 'error'): void {
  showToast({ text, tone });
  announce(text, tone === 'error' ? 'assertive' : 'polite');
}

const fileName = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

async function writePdf(runbooks: readonly Runbook[], paper: Paper, today: LocalDate): Promise<void> {
  const reply = await keeper().call('runbooks.pdf', { runbooks: runbooks.map((it) => it.id), paper, today });
  if (!reply.ok) {
    if (reply.problem.kind !== 'cancelled') say(problemText(reply.problem), 'error');
  } else if (reply.value !== null) {
    const { file, pages } = reply.value;
    say(`${fileName(file)} was written, ${pages === 1 ? '1 page' : `${String(pages)} pages`}.`, 'info');
  }
}

/** PDF of some runbooks: written by the host where it can, else through the print dialog of the browser. */
export function useExport(): Exporting {
  const makesPdf = useWorkspaceStore((state) => state.host?.makesPdf ?? false);
  const [busy, setBusy] = useState(false);
  const [printing, setPrinting] = useState<Exporting['printing']>(null);

  const run: Exporting['run'] = (runbooks, paper, today) => {
    if (busy) return;
    if (!makesPdf) {
      setPrinting((before) => ({
        document: printDocument(openWorkspace(), runbooks, today),
        paper,
        turn: (before?.turn ?? 0) + 1,
      }));
      return;
    }
    setBusy(true);
    announce('Making the PDF.');
    void writePdf(runbooks, paper, today).finally(() => setBusy(false));
  };
  return { makesPdf, busy, printing, run, printed: () => setPrinting(null) };
}
