import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { termsText } from '../../../shared/words/comp-time-text.ts';
import { showScreen } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import type { Ledger } from './use-ledger.ts';

/** The terms in force today, in sentences; the Policy screen changes them. */
export function TermsTab({ ledger }: { readonly ledger: Ledger }) {
  const { policy } = ledger;
  if (policy === null) return <p className="text-muted">There is no policy yet.</p>;
  return (
    <div className="flex max-w-180 flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <p className="flex-1 text-muted">
          Policy version {policy.version}, in force from {dayWithYearText(policy.from)}. Lines already written
          stay as they are.
        </p>
        <Button onPress={() => showScreen('policy')}>Change in Policy</Button>
      </div>
      <ul className="flex flex-col">
        {termsText(policy.compTime).map((sentence) => (
          <li key={sentence} className="border-b border-divider py-2 last:border-0">
            {sentence}
          </li>
        ))}
      </ul>
      <p className="text-muted">
        A day counts for whoever held it, on their own calendar: their holidays, their midnight. A covered day
        earns for whoever covers, and after a swap the time moves to whoever served. Somebody who holds
        several duties on a day earns for each of them.
      </p>
    </div>
  );
}
