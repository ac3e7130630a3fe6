import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { betterSplits, type BetterSplit, type SplitOffers } from '../../../shared/fairness/better-split.ts';
import type { SplitProblem } from '../../../shared/fairness/split-search.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { exactPointsText } from '../../../shared/words/points-text.ts';
import { countsText, handoverText, offersClaim } from '../../../shared/words/task-text.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { memoise } from '../../state/memoise.ts';
import { Button } from '../../ui/button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { makeHandovers } from './task-acts.ts';
import { evenBy, previewSplit, useTasksDesk } from './tasks-desk.ts';
import type { Matrix } from './use-tasks.ts';

const offered = memoise(betterSplits);

const ways = [
  { id: 'weight', title: 'Weight' },
  { id: 'number', title: 'Number' },
] as const satisfies readonly { id: SplitProblem['by']; title: string }[];

/** The offers for a day, worked out after the matrix has been painted: a large team takes a moment. */
export function useOffers({ workspace, day }: Matrix, by: SplitProblem['by']): SplitOffers | null {
  const [answer, setAnswer] = useState<{ readonly about: unknown; readonly offers: SplitOffers } | null>(
    null,
  );
  useEffect(() => {
    const timer = setTimeout(() => setAnswer({ about: workspace, offers: offered(workspace, day, by) }), 30);
    return () => clearTimeout(timer);
  }, [workspace, day, by]);
  // Of an older plan or day: shown until the next one has come, so that nothing jumps.
  return answer?.offers ?? null;
}

/** Handovers that are listed before it is asked for all. */
const MOST_LISTED = 5;

function Offer({
  model,
  offer,
  now,
  disabledReason,
}: {
  readonly model: Matrix;
  readonly offer: BetterSplit;
  readonly now: SplitOffers['now'];
  readonly disabledReason: string | undefined;
}) {
  const { workspace, day } = model;
  const preview = useTasksDesk((desk) => desk.preview);
  const isShown = preview === offer.handovers;
  const { handovers, after } = offer;
  const [showsAll, setShowsAll] = useState(handovers.length <= MOST_LISTED);
  return (
    <li
      className="flex flex-col gap-1.5 border-b border-divider py-2.5 last:border-0"
      aria-current={isShown || undefined}
    >
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 font-medium">{counted(handovers.length, 'handover')}</span>
        <Button
          size="small"
          kind={isShown ? 'quiet' : 'plain'}
          onPress={() => previewSplit(isShown ? null : handovers)}
        >
          {isShown ? 'Put back' : 'Preview'}
        </Button>
        <Button
          size="small"
          kind={isShown ? 'primary' : 'plain'}
          disabledReason={disabledReason}
          hint={`One step, from ${dayWithYearText(day)}`}
          onPress={() => {
            if (makeHandovers(day, handovers)) previewSplit(null);
          }}
        >
          Accept
        </Button>
      </div>
      <ul className="text-muted">
        {(showsAll ? handovers : handovers.slice(0, MOST_LISTED)).map((one) => (
          <li key={`${one.task} ${one.role}`}>{handoverText(workspace, one)}</li>
        ))}
      </ul>
      {showsAll ? null : (
        <Button size="small" kind="quiet" className="-ml-2 self-start" onPress={() => setShowsAll(true)}>
          {`and ${handovers.length - MOST_LISTED} more`}
        </Button>
      )}
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 tabular-nums">
        <dt className="text-muted">Apart by weight</dt>
        <dd>
          {exactPointsText(now.weightSpread)} → <strong>{exactPointsText(after.weightSpread)}</strong> points
          a week
        </dd>
        <dt className="text-muted">By number</dt>
        <dd>
          {countsText(now.counts) === countsText(after.counts) ? (
            `stays ${countsText(now.counts)}`
          ) : (
            <>
              {countsText(now.counts)} → <strong>{countsText(after.counts)}</strong>
            </>
          )}
        </dd>
      </dl>
    </li>
  );
}

/** Splits that are more even, by how many roles change hands: each looked at in the matrix before it is taken. */
export function Offers({
  model,
  disabledReason,
}: {
  readonly model: Matrix;
  readonly disabledReason: string | undefined;
}) {
  const by = useTasksDesk((desk) => desk.by);
  const answer = useOffers(model, by);
  return (
    <section aria-label="A more even split" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-section font-semibold">A more even split</h3>
        <SegmentedControl label="Even by" options={ways} value={by} onChange={evenBy} />
      </div>
      {answer === null ? (
        <p className="text-muted" role="status">
          Working out who could take what…
        </p>
      ) : answer.offers.length === 0 ? (
        <p className="flex items-start gap-2">
          <Check size={15} className="mt-px shrink-0 text-ok" aria-hidden />
          {answer.exact
            ? `No other owners make it more even by ${by}.`
            : `Nothing more even by ${by} was found.`}
        </p>
      ) : (
        <>
          <ul aria-label="More even splits, fewest handovers first">
            {answer.offers.map((offer) => (
              <Offer
                key={offer.handovers.map(({ task, role, to }) => `${task}${role}${to ?? ''}`).join()}
                model={model}
                offer={offer}
                now={answer.now}
                disabledReason={disabledReason}
              />
            ))}
          </ul>
          <p className="text-label text-muted">
            {offersClaim(answer)} Whoever knows the task or its pipeline already is preferred among equals.
          </p>
        </>
      )}
    </section>
  );
}
