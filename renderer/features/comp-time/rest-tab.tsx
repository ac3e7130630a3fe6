import { useMemo } from 'react';
import { restAdvice } from '../../../shared/comp-time/rest-advice.ts';
import { restAdviceText, restBasis, restPresets } from '../../../shared/words/rest-text.ts';
import type { Ledger } from './use-ledger.ts';

/** Where responding cut into rest, by three presets. It advises and names its rule; it forbids nothing. */
export function RestTab({ ledger }: { readonly ledger: Ledger }) {
  const { workspace, today } = ledger;
  const advice = useMemo(() => restAdvice(workspace, today), [workspace, today]);
  return (
    <div className="flex max-w-180 flex-col gap-6">
      <p className="text-muted">{restBasis}</p>
      {restPresets.map(({ id, title, asks }) => {
        const own = advice.filter(({ preset }) => preset === id);
        return (
          <section key={id} aria-label={title} className="flex flex-col gap-1">
            <h3 className="text-section font-semibold">{title}</h3>
            <p className="text-muted">{asks}</p>
            {own.length === 0 ? (
              <p>Kept by everybody.</p>
            ) : (
              <ul>
                {own.map((one) => (
                  <li
                    key={`${one.person} ${one.on}`}
                    className="border-b border-divider py-1.5 last:border-0"
                  >
                    <span className="text-warning" aria-hidden>
                      !{' '}
                    </span>
                    {restAdviceText(workspace, one)}.
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </div>
  );
}
