import { quarterText } from '../../../shared/words/date-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import {
  badgeMeaning,
  badgeText,
  elapsedText,
  limitedBadge,
  limitedMeaning,
} from '../../../shared/words/plan-text.ts';
import { acceptPlan, discardPlan } from '../../state/planning.ts';
import { usePlan, useProposedChanges } from '../../state/plan-store.ts';
import { Button } from '../../ui/button.tsx';
import { handOnFocus, PLAN_QUARTER, STANDING_BADGE } from './hand-on-focus.ts';
import { ProofBadge } from './proof-badge.tsx';
import { ProofDetails } from './proof-details.tsx';
import { Strip } from './strip.tsx';
import { TracePicture } from './trace-picture.tsx';
import { WhyGaps } from './why-gaps.tsx';

function discard(): void {
  discardPlan();
  handOnFocus(PLAN_QUARTER);
}

function accept(): void {
  if (acceptPlan()) handOnFocus(STANDING_BADGE);
}

/** A proposal: how good it is known to be, what it changes, and the two ways out. */
export function Proposed() {
  const { quarter, proposal, run, limited } = usePlan();
  const changes = useProposedChanges();
  if (quarter === null || proposal === null) return null;
  const { seed, digest, iterations, reproducible, cost, bound, terms, status } = proposal;
  const gaps = proposal.assignments.filter(({ person }) => person === null).length;
  const sentence =
    changes.size === 0
      ? `The proposal for ${quarterText(quarter)} changes nothing`
      : `Proposal for ${quarterText(quarter)}: ${counted(changes.size, 'shift')} shown dashed. Nothing is changed until you accept.`;
  return (
    <Strip
      label="Proposal"
      tone="proposal"
      actions={
        <>
          <Button size="small" onPress={discard}>
            Discard
          </Button>
          <Button size="small" kind="primary" onPress={accept}>
            Accept plan
          </Button>
        </>
      }
    >
      <ProofBadge
        status={limited === null ? status : limited.proven ? 'bounded' : 'heuristic'}
        text={limited === null ? badgeText(proposal) : limitedBadge(limited.changes, limited.proven)}
        current
      >
        <ProofDetails
          meaning={
            limited === null
              ? badgeMeaning(proposal, proposal.unproven)
              : limitedMeaning(limited.changes, limited.proven)
          }
          cost={cost}
          bound={bound}
          terms={terms}
          trace={run?.trace ?? []}
          took={run?.took ?? null}
          seed={seed}
          digest={digest}
          iterations={iterations}
          reproducible={reproducible}
        />
      </ProofBadge>
      <WhyGaps count={gaps} />
      <p className="line-clamp-2 min-w-0">{sentence}</p>
      {run === null || run.took === null || run.trace.length < 2 ? null : (
        <span className="flex shrink-0 items-center gap-2 text-muted @max-[980px]:hidden">
          <TracePicture trace={run.trace} until={run.took} width={96} height={26} />
          {elapsedText(run.took)}
        </span>
      )}
    </Strip>
  );
}
