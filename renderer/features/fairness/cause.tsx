import type { PersonFairness } from '../../../shared/planner/judge.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { causeText } from '../../../shared/words/cause-text.ts';
import { today } from '../../state/clock.ts';
import { useAssessment } from '../../state/selectors.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { askCause } from '../../workers/explain.ts';

interface Props {
  readonly card: PersonFairness;
  readonly quarter: QuarterId;
}

/** Why the share is not the whole target: asked of a worker once somebody looks, and said where it is more than anybody notices. */
export function Cause({ card: { person, structural, band }, quarter }: Props) {
  const assessment = useAssessment();
  const asks = assessment !== null && Math.abs(structural) >= Math.max(1, band);
  const answer = useAnswer(
    asks
      ? () => {
          const workspace = openWorkspace();
          const { zone } = workspace.about;
          return askCause(
            { workspace, quarter, today: today(zone), shares: assessment, proposal: null },
            person,
          );
        }
      : null,
    [assessment, quarter, person, asks],
  );
  if (!asks) return null;
  if (answer.kind === 'failed')
    return <span className="block">The cause could not be worked out: {answer.reason}</span>;
  if (answer.kind !== 'answered') return <span className="block">Working out the cause…</span>;
  return <span className="block">{causeText(openWorkspace(), answer.value)}</span>;
}
