import type { Price } from '../../../shared/planner/explain/price.ts';
import { pricedTerms, signedWishesText, termText } from '../../../shared/words/ask-text.ts';

/** A price by what it is paid for, in wishes; nothing where it is paid for one thing only, or for nothing. */
export function PriceTerms({ price }: { readonly price: Price }) {
  const parts = pricedTerms.filter((term) => price[term] !== 0);
  if (parts.length === 0) return null;
  return (
    <dl aria-label="The price by what it is paid for, in wishes" className="flex flex-col gap-0.5">
      {parts.map((term) => (
        <div key={term} className="flex justify-between gap-3">
          <dt className="text-muted">{termText(term)}</dt>
          <dd>{signedWishesText(price[term])}</dd>
        </div>
      ))}
    </dl>
  );
}
