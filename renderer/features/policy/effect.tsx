import { useMemo, type ReactNode } from 'react';
import type { PolicyTerms } from '../../../shared/fairness/next-policy.ts';
import { policyOf } from '../../../shared/fairness/policy-of.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Cost } from '../../../shared/planner/cost.ts';
import { underPolicy } from '../../../shared/scenarios/facts.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { explained } from '../../state/meaning.ts';
import { Term } from '../../ui/term.tsx';
import { wishesText } from '../../../shared/words/plan-text.ts';
import { scoreText } from '../../../shared/words/points-text.ts';
import { useAssessmentBeside } from '../../state/assess-beside.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { isEmpty, sameAttainable, seenBy, type Seen } from './quarter-effect.ts';

const terms: readonly (readonly [string, keyof Cost])[] = [
  ['Uneven load', 'load'],
  ['Uneven holidays', 'holidays'],
  ['Same holiday again', 'sameHoliday'],
  ['Rest cut short', 'rest'],
  ['Wishes and stand-ins', 'wishes'],
  ['All together', 'total'],
];

const priced = (price: Cost | null, term: keyof Cost): string =>
  price === null ? '…' : wishesText(price[term], 'up');
const scored = ({ score, price }: Seen): string =>
  score === null ? (price === null ? '…' : '–') : scoreText(score);

interface FigureProps {
  readonly name: ReactNode;
  readonly before: string;
  readonly after: string;
  readonly strong?: boolean;
}

function Figure({ name, before, after, strong = false }: FigureProps) {
  const look = strong ? 'font-medium' : '';
  return (
    <tr className={`border-b border-divider last:border-0 ${look}`}>
      <th scope="row" className={`py-1 text-left ${strong ? 'font-medium' : 'font-normal'}`}>
        {name}
      </th>
      <td className="text-right text-muted">{before}</td>
      <td className={`text-right ${before === after ? '' : 'font-medium text-accent'}`}>{after}</td>
    </tr>
  );
}

interface Props {
  readonly quarter: QuarterId;
  readonly title: string;
  readonly draft: PolicyTerms;
}

function useSeen({ quarter, draft }: Omit<Props, 'title'>): {
  readonly before: Seen;
  readonly after: Seen;
  readonly failed: string | null;
} {
  const workspace = useWorkspace();
  const present = policyOf(workspace, quarter);
  const tried = useMemo(
    () =>
      underPolicy(workspace, quarter, {
        ...draft,
        id: present.id,
        version: present.version,
        from: present.from,
      } satisfies Policy),
    [workspace, quarter, draft, present],
  );
  const known = useAssessmentBeside(workspace, quarter);
  const worked = useAssessmentBeside(tried, quarter);
  return useMemo(() => {
    const before = seenBy(workspace, quarter, known.assessment);
    const exact = seenBy(tried, quarter, worked.assessment);
    const failed = known.failed ?? worked.failed;
    if (exact.price !== null) return { before, after: exact, failed };
    // The price is known at once where only prices changed; the score waits for the fairest plan under the draft.
    const quick = seenBy(tried, quarter, sameAttainable(tried, quarter, known.assessment, present, draft));
    return { before, after: { score: null, price: quick.price }, failed };
  }, [workspace, quarter, tried, known, worked, present, draft]);
}

/** How a quarter, as it was worked or is planned, would score under the draft, and what it would cost. */
export function Effect({ quarter, title, draft }: Props) {
  const workspace = useWorkspace();
  const { before, after, failed } = useSeen({ quarter, draft });
  if (isEmpty(workspace, quarter))
    return (
      <section aria-label={title} className="flex flex-col gap-1">
        <h3 className="font-medium">{title}</h3>
        <p className="text-muted">Nobody is planned in {quarterText(quarter)} yet.</p>
      </section>
    );
  const waits = after.score === null && failed === null;
  return (
    <section aria-label={title} aria-busy={waits} className="flex flex-col gap-1">
      <h3 className="font-medium">{title}</h3>
      <table className="w-full border-collapse">
        <caption className="sr-only">
          {title}: score and price in wishes, under the policy in force and under the draft
        </caption>
        <thead>
          <tr className="border-b border-divider text-label text-muted">
            <th scope="col" className="py-1 text-left font-medium">
              <span className="sr-only">Figure</span>
            </th>
            <th scope="col" className="w-20 text-right font-medium">
              in force
            </th>
            <th scope="col" className="w-20 text-right font-medium">
              draft
            </th>
          </tr>
        </thead>
        <tbody>
          <Figure name="Score" before={scored(before)} after={scored(after)} strong />
          {terms.map(([name, term]) => (
            <Figure
              key={term}
              name={
                term === 'total' ? (
                  <>
                    Price in <Term {...explained('wish')}>wishes</Term>
                  </>
                ) : (
                  name
                )
              }
              before={priced(before.price, term)}
              after={priced(after.price, term)}
              strong={term === 'total'}
            />
          ))}
        </tbody>
      </table>
      <p role="status" className="text-label text-muted">
        {failed === null
          ? waits
            ? 'Working out the score…'
            : ''
          : `The score could not be worked out: ${failed}`}
      </p>
    </section>
  );
}
