import { dayWithYearText } from '../../../shared/words/date-text.ts';
import {
  badgeMeaning,
  provenBy,
  sinceMeaning,
  sinceText,
  standingBadge,
} from '../../../shared/words/plan-text.ts';
import { ask } from '../../state/explain-store.ts';
import { useFollowedWorkspaceStore } from '../../state/followed.ts';
import { changedSince } from '../../state/plan-since.ts';
import { usePlan } from '../../state/plan-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { useView } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { ProofBadge } from './proof-badge.tsx';
import { ProofDetails } from './proof-details.tsx';
import { Strip } from './strip.tsx';
import { WhyGaps } from './why-gaps.tsx';

/** The plan that stands: what was proven of it when it was accepted, and whether it still is that plan. */
export function Standing() {
  const quarter = useView((view) => view.quarter);
  const record = useFollowedWorkspaceStore(({ workspace }) => workspace?.quarters[quarter]?.plan ?? null);
  const history = useFollowedWorkspaceStore((state) => state.history);
  const accepted = usePlan((plan) => plan.accepted);
  const { best, gaps } = useFairness();
  if (record === null) return null;
  const since = changedSince(history, quarter);
  const isCurrent = since !== null && since.shifts === 0 && !since.facts;
  // A bound for every plan of the quarter holds for what became of this one by hand.
  const now =
    isCurrent || best === null || best.bound === null ? null : provenBy(best.cost.total, best.bound);
  const proven = now ?? provenBy(record.cost, record.bound);
  const holds = isCurrent || now !== null;
  // The course of the run is known only in the window that made it.
  const known = accepted?.digest === record.digest ? accepted : null;
  const meaning = [proven === null ? '' : badgeMeaning(proven, null), sinceMeaning(since, holds)];
  return (
    <Strip
      label="Plan"
      tone="quiet"
      actions={
        <>
          <Button size="small" kind="quiet" onPress={() => ask('swaps', { person: null })}>
            Swaps that help
          </Button>
          <Button size="small" kind="quiet" onPress={() => ask('replan')}>
            Re-plan…
          </Button>
        </>
      }
    >
      {proven === null ? null : (
        <ProofBadge status={proven.status} text={standingBadge(proven, holds)} current={holds}>
          <ProofDetails
            meaning={meaning.filter((part) => part !== '').join(' ')}
            cost={proven.cost}
            bound={proven.bound}
            terms={now === null ? (known?.proposal.terms ?? null) : (best?.cost ?? null)}
            trace={known?.run.trace ?? []}
            took={known?.run.took ?? null}
            seed={record.seed}
            digest={record.digest}
            iterations={record.iterations}
            reproducible={known?.proposal.reproducible ?? null}
          />
        </ProofBadge>
      )}
      <WhyGaps count={gaps} />
      <p className="min-w-0 text-muted">
        Accepted {dayWithYearText(record.acceptedOn)}; {sinceText(since)}
      </p>
    </Strip>
  );
}
