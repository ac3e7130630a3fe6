import { useEffect, useState } from 'react';
import type { PrintState } from '../../../shared/contract/channels.ts';
import { keeper } from '../../state/keeper.ts';
import { Button } from '../../ui/button.tsx';
import './export.css';

/** Milliseconds between two looks at how far a print is. */
const LOOK = 250;

/** Whether it is known how much of a stage is done: of a book in parts it is, of what one window prints it is not. */
const isCounted = ({ stage, done }: PrintState): boolean =>
  stage === 'articles' || (stage === 'print' && done > 0);

function wordsOf(state: PrintState): string {
  const { stage, done, of } = state;
  if (stage === 'finish') return 'Packing the file';
  if (stage === 'print') return isCounted(state) ? `Printed ${String(done)} of ${String(of)}` : 'Printing';
  return `Preparing ${String(Math.min(done + 1, of))} of ${String(of)}`;
}

/** How far a PDF is, with a way to call it off. Nothing while the dialog that asks where is open, nor when it is done at once. */
export function ExportProgress() {
  const [state, setState] = useState<PrintState | null>(null);
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const reply = await keeper().call('print.state', null);
      if (!over && reply.ok) setState(reply.value);
    };
    const timer = setInterval(() => void look(), LOOK);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, []);
  if (state === null) return null;
  const words = wordsOf(state);
  return (
    <div className="export-progress" role="status">
      <span className="export-progress-words">{words}…</span>
      {isCounted(state) ? (
        <progress aria-label="Making the PDF" value={state.done} max={state.of} />
      ) : (
        <progress aria-label="Making the PDF" />
      )}
      <Button size="small" onPress={() => void keeper().call('print.cancel', null)}>
        Cancel
      </Button>
    </div>
  );
}
