import { useState } from 'react';
import type { Reply } from '../../shared/contract/channels.ts';
import type { PrintDocument } from '../../shared/print/document.ts';
import { pageRule, paperStyle, type Sheet } from '../../shared/print/style.ts';
import { counted } from '../../shared/words/number-text.ts';
import { fileName } from '../../shared/words/plan-file.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import { announce } from './announce.ts';
import { showToast } from './toast-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

interface Job {
  readonly paper: Sheet;
  /** What the page prints itself, where the host makes no PDF. */
  readonly document: () => PrintDocument;
  /** Asks the keeper for the same as a file. */
  readonly write: () => Promise<Reply<{ readonly file: string; readonly pages: number } | null>>;
}

export interface Printing {
  /** The host writes PDF files itself; else the browser's print dialog does. */
  readonly makesPdf: boolean;
  readonly busy: boolean;
  /** What is being printed by the page itself: `ui/print-view.tsx` shows it, with `turn` as its key. */
  readonly printing: (PrintDocument & { readonly turn: number }) | null;
  readonly run: (job: Job) => void;
  readonly printed: () => void;
}

function say(text: string, tone: 'info' | 'error'): void {
  showToast({ text, tone });
  announce(text, tone === 'error' ? 'assertive' : 'polite');
}

async function write(job: Job): Promise<void> {
  const reply = await job.write();
  if (!reply.ok) {
    if (reply.problem.kind !== 'cancelled') say(problemText(reply.problem), 'error');
  } else if (reply.value !== null) {
    const { file, pages } = reply.value;
    say(`${fileName(file)} was written, ${counted(pages, 'page')}.`, 'info');
  }
}

/** A document on paper: written as PDF by the host where it can, else through the print dialog of the browser. */
export function usePrinting(): Printing {
  const makesPdf = useWorkspaceStore((state) => state.host?.makesPdf ?? false);
  const [busy, setBusy] = useState(false);
  const [printing, setPrinting] = useState<Printing['printing']>(null);
  const run = (job: Job): void => {
    if (busy) return;
    if (!makesPdf) {
      const document = job.document();
      const style = [pageRule(job.paper, document.orientation), paperStyle, document.style].join('\n');
      setPrinting((before) => ({ ...document, style, turn: (before?.turn ?? 0) + 1 }));
      return;
    }
    setBusy(true);
    announce('Making the PDF.');
    void write(job).finally(() => setBusy(false));
  };
  const printed = (): void => {
    // No browser tells a page on which sheet of paper a place comes to lie.
    if (printing?.hasContents === true)
      say(
        'Printed from a browser, the contents name no page numbers; a PDF of the desktop app does.',
        'info',
      );
    setPrinting(null);
  };
  return { makesPdf, busy, printing, run, printed };
}
