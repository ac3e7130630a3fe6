import { quarterText } from '../../../shared/words/date-text.ts';
import {
  acceptPlan,
  discardPlan,
  shownAssignments,
  stopPlanning,
  usePlan,
  useProposedChanges,
} from '../../state/plan-store.ts';
import { Button } from '../../ui/button.tsx';

const shifts = (count: number): string => (count === 1 ? '1 shift' : `${count} shifts`);

/** Stands above the plan while a proposal lies over it: what it changes, and the two ways out. */
export function ProposalBar() {
  const { phase, quarter, slow, best } = usePlan();
  const changes = useProposedChanges();
  const shown = usePlan(shownAssignments);
  if (quarter === null || (phase !== 'proposed' && phase !== 'planning')) return null;
  const sentence =
    phase === 'planning'
      ? shown === null
        ? `Planning ${quarterText(quarter)}…`
        : `Improving the plan of ${quarterText(quarter)}: ${shifts(changes.size)} so far`
      : changes.size === 0
        ? `The proposal for ${quarterText(quarter)} changes nothing`
        : `Proposal for ${quarterText(quarter)}: ${shifts(changes.size)} shown dashed. Nothing is changed until you accept.`;
  return (
    <div className="proposal-bar" role="region" aria-label="Proposal">
      <p>{sentence}</p>
      {phase === 'planning' && best !== null && best.of > 0 ? (
        <progress value={best.done} max={best.of} aria-label="Progress of planning" />
      ) : null}
      <span className="proposal-actions">
        {phase === 'planning' ? (
          <>
            {slow && best !== null ? (
              <Button size="small" onPress={() => stopPlanning(true)}>
                Use best so far
              </Button>
            ) : null}
            <Button size="small" onPress={() => stopPlanning(false)}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            <Button size="small" onPress={discardPlan}>
              Discard
            </Button>
            <Button size="small" kind="primary" onPress={() => acceptPlan()}>
              Accept plan
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
