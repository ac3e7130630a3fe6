import type { ReactNode } from 'react';
import type { PersonFairness } from '../../../shared/planner/judge.ts';
import type { WordId } from '../../../shared/words/glossary.ts';
import { cardLines, type CardLine } from '../../../shared/words/card-text.ts';
import { explained } from '../../state/meaning.ts';
import { Term } from '../../ui/term.tsx';

interface Props {
  readonly card: PersonFairness;
  /** Further words under a line: the tasks, the cause of what is structural. */
  readonly under: Readonly<Partial<Record<CardLine['id'], ReactNode>>>;
}

/** Lines that end a sum: ruled off above, and in full ink. */
const sums: readonly CardLine['id'][] = ['share', 'difference'];

const words: Readonly<Partial<Record<CardLine['id'], WordId>>> = {
  carry: 'carry',
  structural: 'structural',
  share: 'share',
};

/** The name of a line; where it is a word of the trade, with what it means. */
function Named({ id, name }: Pick<CardLine, 'id' | 'name'>) {
  const word = words[id];
  return word === undefined ? name : <Term {...explained(word)}>{name}</Term>;
}

/** A card as a sum that can be checked line by line: what is owed, what is held, and how far the two are apart. */
export function IdentityTable({ card, under }: Props) {
  return (
    <table className="w-full border-collapse tabular-nums">
      <caption className="sr-only">How the share comes about and what is held, in points</caption>
      <tbody>
        {cardLines(card).map(({ id, name, amount, reason }) => {
          const isSum = sums.includes(id);
          return (
            <tr key={id} className={`align-baseline ${isSum ? 'border-t border-border/50' : ''}`}>
              <th
                scope="row"
                className={`w-24 py-1 pr-3 text-left whitespace-nowrap ${isSum ? 'font-semibold' : 'font-normal'}`}
              >
                <Named id={id} name={name} />
              </th>
              <td className="py-1 pr-4 text-muted">
                {reason}
                {under[id]}
              </td>
              <td
                className={`py-1 text-right whitespace-nowrap ${isSum ? 'font-semibold' : amount === '0' ? 'text-muted' : ''}`}
              >
                {amount}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
