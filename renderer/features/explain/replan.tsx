import { useState, type ReactNode } from 'react';
import { gapsText, priceText, replanChangesText } from '../../../shared/words/ask-text.ts';
import { discardPlan } from '../../state/planning.ts';
import { perform } from '../../state/actions.ts';
import { shownAssignments, usePlan } from '../../state/plan-store.ts';
import { proposeFix, proposeWithin } from '../../state/replanning.ts';
import { useReplanning, type ReplanningState } from '../../state/use-replanning.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { AtWork } from './at-work.tsx';
import { ChangeList } from './change-list.tsx';

/** Most changes that may be asked for: more is planning anew. */
const MOST = 60;

function Choice({
  title,
  meaning,
  children,
}: {
  readonly title: string;
  readonly meaning: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex flex-col gap-2 border-b border-divider pb-4 last:border-0">
      <h3 className="font-semibold">{title}</h3>
      <p className="text-muted">{meaning}</p>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </section>
  );
}

function Outcome({ state, isProposed }: { readonly state: ReplanningState; readonly isProposed: boolean }) {
  if (state.kind === 'idle') return null;
  if (state.kind === 'working') return <p className="text-muted">Working it out…</p>;
  if (state.kind === 'failed')
    return <p className="text-error">This could not be worked out: {state.reason}</p>;
  const { replanned } = state;
  if (replanned.kind === 'none')
    return <p>No plan keeps the rules with so few changes. Allow more, or ask what clashes.</p>;
  const { plan } = replanned;
  if (plan.changes.length === 0) return <p>Nothing has to change: the plan stands as it is.</p>;
  // Accepted or discarded: what it was is in History.
  if (!isProposed) return null;
  const facts = [replanChangesText(plan), priceText(plan.price), gapsText(plan.price)];
  return (
    <>
      <p>Proposed: {facts.filter((fact) => fact !== '').join(', ')}. Accept or discard it above the plan.</p>
      <ChangeList changes={plan.changes} />
    </>
  );
}

/** Repairs and re-plans of the plan that stands, by how much may change. Each becomes a proposal. */
export function Replan() {
  const [changes, setChanges] = useState(4);
  const { state, begin, cancel } = useReplanning();
  const readOnlyBecause = useWorkspaceStore(({ readOnlyBecause: because }) => because);
  const isProposed = usePlan((plan) => shownAssignments(plan) !== null);
  const blocked = readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`;
  /** Every re-plan starts from the plan that stands, never from a proposal that nobody has taken. */
  const anew = (act: () => void) => () => {
    if (isProposed) discardPlan();
    act();
  };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">Pins, turns that have begun and covers stay, whatever is chosen.</p>
      <Choice
        title="Fix now"
        meaning="Mends weeks with a gap, or with somebody who may not be there, and leaves all others alone."
      >
        <Button size="small" disabledReason={blocked} onPress={anew(() => begin(proposeFix))}>
          Propose a repair
        </Button>
      </Choice>
      <Choice
        title="Few changes"
        meaning="The best plan that hands at most so many held turns to somebody else. Gaps that are filled are no changes."
      >
        <NumberField label="At most" value={changes} least={0} most={MOST} onChange={setChanges} />
        <Button
          size="small"
          disabledReason={blocked}
          onPress={anew(() => begin(() => proposeWithin(changes)))}
        >
          Propose
        </Button>
      </Choice>
      <Choice
        title="Plan anew"
        meaning="Everything that may move is planned again; each turn that changes hands has its price."
      >
        <Button size="small" disabledReason={blocked} onPress={anew(() => perform('plan-quarter'))}>
          Plan quarter
        </Button>
      </Choice>
      <div role="status" className="flex flex-col gap-2">
        <Outcome state={state} isProposed={isProposed} />
      </div>
      {state.kind === 'working' ? <AtWork key={state.since} since={state.since} stop={cancel} /> : null}
    </div>
  );
}
