import { useState } from 'react';
import { quarterOf, dateOf } from '../../../shared/calendar/days.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { LeaveClash } from '../../../shared/planner/leave-clashes.ts';
import type { Replan } from '../../../shared/planner/explain/replan.ts';
import { changeText, gapsText, priceText, replanChangesText } from '../../../shared/words/ask-text.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { repairScopeText } from '../../../shared/words/leave-text.ts';
import { perform } from '../../state/actions.ts';
import { runOffer } from '../../state/apply-changes.ts';
import { acceptPlan, discardPlan } from '../../state/planning.ts';
import { shownAssignments, usePlan, useShownWorkspace } from '../../state/plan-store.ts';
import { proposeFix, proposeWithin, type Replanning } from '../../state/replanning.ts';
import { useReplanning, type ReplanningState } from '../../state/use-replanning.ts';
import { showQuarter, showScreen, useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { counted } from '../../../shared/words/number-text.ts';

/** Most changes that may be asked for: more is planning anew. */
const MOST = 60;
/** Lines of a proposal that are read at a glance; the others open. */
const AT_ONCE = 6;

/** A quarter with turns that leave stands against, as one thing to repair. */
export interface RepairScope {
  readonly quarter: QuarterId;
  readonly clashes: readonly LeaveClash[];
}

/** Settled leave over turns that nobody has accepted, by the quarter that each turn begins in. */
export function scopesOf(clashes: readonly LeaveClash[]): readonly RepairScope[] {
  const byQuarter = new Map<QuarterId, LeaveClash[]>();
  for (const clash of clashes) {
    const quarter = quarterOf(dateOf(clash.shift.start));
    const known = byQuarter.get(quarter);
    if (known === undefined) byQuarter.set(quarter, [clash]);
    else known.push(clash);
  }
  return [...byQuarter]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([quarter, own]) => ({ quarter, clashes: own }));
}

function Changes({ plan }: { readonly plan: Replan }) {
  const workspace = useShownWorkspace();
  const lines = (changes: Replan['changes']) =>
    changes.map((change) => <li key={change.shift}>{changeText(workspace, change)}</li>);
  const rest = plan.changes.slice(AT_ONCE);
  return (
    <div>
      <ul className="flex flex-col gap-0.5">{lines(plan.changes.slice(0, AT_ONCE))}</ul>
      {rest.length === 0 ? null : (
        <details>
          <summary className="text-label text-muted">And {rest.length} more</summary>
          <ul className="flex flex-col gap-0.5">{lines(rest)}</ul>
        </details>
      )}
    </div>
  );
}

/** What was found, and the end of the matter: taken, left, or looked at on the Board first. */
function Outcome({ state, isProposed }: { readonly state: ReplanningState; readonly isProposed: boolean }) {
  if (state.kind === 'idle') return null;
  if (state.kind === 'working') return <p className="text-muted">Working it out…</p>;
  if (state.kind === 'failed')
    return <p className="text-error">This could not be worked out: {state.reason}</p>;
  const { replanned } = state;
  if (replanned.kind === 'none') return <p>No plan keeps the rules with so few changes. Allow more.</p>;
  const { plan } = replanned;
  if (plan.changes.length === 0) return <p>No turn that a plan may move stands against leave here.</p>;
  if (!isProposed) return null;
  const facts = [replanChangesText(plan), priceText(plan.price), gapsText(plan.price)];
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">Proposed: {facts.filter((fact) => fact !== '').join(', ')}</p>
      <Changes plan={plan} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" kind="primary" onPress={() => void acceptPlan()}>
          Accept
        </Button>
        <Button size="small" onPress={discardPlan}>
          Discard
        </Button>
        <Button size="small" kind="quiet" onPress={() => showScreen('board')}>
          See it on the Board
        </Button>
      </div>
    </div>
  );
}

/** Three ways out of all conflicts of a quarter, by how much may change. Each becomes a proposal first. */
export function Repairs({ scope: { quarter, clashes } }: { readonly scope: RepairScope }) {
  const [changes, setChanges] = useState(4);
  const { state, begin, cancel } = useReplanning();
  const readOnly = useWorkspaceStore((one) => one.readOnlyBecause);
  const isProposed = usePlan((plan) => shownAssignments(plan) !== null && plan.quarter === quarter);
  const blocked = readOnly === null ? undefined : `Read only: ${readOnly}`;
  const pinned = clashes.filter(({ standing }) => standing === 'pinned').map(({ shift }) => shift.id);
  const movable = clashes.some(({ standing }) => standing === 'movable');
  const noneMoves = movable
    ? undefined
    : 'No plan may move these turns: unpin them, or give them to somebody';
  /** A repair starts from the plan that stands in that quarter, never from a proposal that nobody has taken. */
  const anew = (act: () => void) => () => {
    if (useView.getState().quarter !== quarter) showQuarter(quarter);
    else discardPlan();
    act();
  };
  const propose = (start: () => Replanning) => anew(() => begin(start));
  return (
    <section
      aria-label={`Repair ${quarterText(quarter)}`}
      className="flex flex-col gap-2.5 border-b border-divider px-4 py-3"
    >
      <h3 className="font-semibold">Repair {quarterText(quarter)}</h3>
      <p className="text-muted">{repairScopeText(clashes)}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="small"
          disabledReason={blocked ?? noneMoves}
          hint="Matches only the weeks that are broken anew"
          onPress={propose(proposeFix)}
        >
          Fix now
        </Button>
        <Button
          size="small"
          disabledReason={blocked ?? noneMoves}
          hint="Plans the whole quarter again; opens the Board"
          onPress={anew(() => perform('plan-quarter'))}
        >
          Plan anew
        </Button>
        {pinned.length === 0 ? null : (
          <Button
            size="small"
            disabledReason={blocked}
            onPress={() => {
              const count = counted(pinned.length, 'shift');
              runOffer({ kind: 'pin-shifts', shifts: pinned, pinned: false }, `Unpin ${count} under leave`);
            }}
          >
            Unpin {pinned.length}
          </Button>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <NumberField
          label="Few changes, at most"
          value={changes}
          least={1}
          most={MOST}
          onChange={setChanges}
        />
        <Button
          size="small"
          disabledReason={blocked ?? noneMoves}
          hint="The best plan that hands at most so many held turns to somebody else"
          onPress={propose(() => proposeWithin(changes))}
        >
          Propose
        </Button>
        {state.kind === 'working' ? (
          <Button size="small" onPress={cancel}>
            Stop
          </Button>
        ) : null}
      </div>
      <div role="status">
        <Outcome state={state} isProposed={isProposed} />
      </div>
    </section>
  );
}
