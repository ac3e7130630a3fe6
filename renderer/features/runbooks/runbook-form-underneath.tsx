import { useEffect, useState } from 'react';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { rebased } from '../../../shared/runbooks/versions.ts';
import { fieldsText } from '../../../shared/words/runbook-field-text.ts';
import { Button } from '../../ui/button.tsx';

interface Told {
  readonly taken: string;
  readonly clashes: string;
  readonly useNewer: () => void;
}

/**
 * Keeps what is being edited on top of what is saved. When that changes underneath, by an undo or from another window, fields
 * that nobody touched here take the newer value; where both sides changed one, what was typed stays, and both is told.
 *
 * @param began what was saved when this began to be written
 */
export function useUnderneath(
  saved: Runbook,
  mine: Runbook,
  onRebase: (next: Runbook) => void,
  began: Runbook = saved,
): { readonly told: Told | null } {
  const [base, setBase] = useState(began);
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (saved === base) return;
    const { runbook, clashes, taken } = rebased(base, mine, saved);
    setBase(saved);
    if (clashes.length + taken.length === 0) return;
    onRebase(runbook);
    setTold({
      taken: fieldsText(taken),
      clashes: fieldsText(clashes),
      useNewer: () => {
        onRebase(saved);
        setTold(null);
      },
    });
  }, [saved, base, mine, onRebase]);
  return { told };
}

/** Says that the saved runbook changed while it was being edited, and what became of that here. */
export function Underneath({ told }: { readonly told: Told | null }) {
  if (told === null) return null;
  const { taken, clashes, useNewer } = told;
  return (
    <div className="runbook-underneath" role="status">
      <p>
        This runbook was changed while you edit it.
        {taken === '' ? '' : ` Taken over, since you had not touched it: ${taken}.`}
        {clashes === '' ? '' : ` Yours is kept, and saving puts it over the newer one: ${clashes}.`}
      </p>
      <Button size="small" onPress={useNewer}>
        Use the newer one instead
      </Button>
    </div>
  );
}
