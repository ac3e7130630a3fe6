import type { PersonFairness } from '../../../shared/planner/judge.ts';
import { causeText } from '../../../shared/words/cause-text.ts';
import { useStructuralCause } from '../../state/structural-cause.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** Why the share is not the whole target: asked once somebody looks, and said where it is more than anybody notices. */
export function Cause({ card }: { readonly card: PersonFairness }) {
  const answer = useStructuralCause(card);
  if (answer.kind === 'none' || answer.kind === 'stopped') return null;
  if (answer.kind === 'failed')
    return <span className="block">The cause could not be worked out: {answer.reason}</span>;
  if (answer.kind === 'asking') return <span className="block">Working out the cause…</span>;
  return <span className="block">{causeText(openWorkspace(), answer.value)}</span>;
}
