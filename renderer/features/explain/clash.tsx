import { keyOf } from '../../../shared/planner/explain/claims.ts';
import type { PricedWayOut } from '../../../shared/planner/explain/price-ways.ts';
import {
  claimText,
  conflictText,
  wayDoneText,
  wayPriceText,
  wayText,
} from '../../../shared/words/ask-text.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { personName, slotWithDays } from '../../../shared/words/names.ts';
import { runOffer } from '../../state/apply-changes.ts';
import { useConflicts, type ConflictAnswer } from '../../state/explain-answers.ts';
import { turnTo, useExplain } from '../../state/explain-store.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { showShifts, useView } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Answered } from './answered.tsx';

/** One rule or fact of the conflict, with the click that gives it up and what that costs. */
function Claim({ way }: { readonly way: PricedWayOut }) {
  const workspace = useShownWorkspace();
  // Giving up a rule or a fact makes a proposal over the plan a thing of the past: it goes by itself.
  const readOnlyBecause = useWorkspaceStore((state) => state.readOnlyBecause);
  const blocked = readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`;
  const { claim, edit } = way;
  const isAsked = claim.kind === 'pin' && claim.asked;
  const name = wayText(workspace, way);
  return (
    <li className="flex flex-col gap-1 py-2">
      <p>{claimText(workspace, claim)}.</p>
      <div className="flex flex-col items-start gap-1">
        {edit === null && !isAsked ? (
          <span className="text-label text-muted">{name}: nothing here can be clicked for it</span>
        ) : (
          <>
            <Button
              size="small"
              disabledReason={isAsked ? undefined : blocked}
              onPress={() => {
                if (isAsked) turnTo({ insisting: null });
                else if (edit !== null) runOffer(edit, name, wayDoneText(workspace, way));
              }}
            >
              {name}
            </Button>
            <span className="text-label text-muted">{wayPriceText(way)}</span>
          </>
        )}
      </div>
    </li>
  );
}

function ConflictCard({ answer }: { readonly answer: ConflictAnswer }) {
  const workspace = useShownWorkspace();
  const { conflict, ways } = answer;
  return (
    <section aria-label="Conflict" className="flex flex-col gap-1">
      <h3 className="font-semibold">{conflictText(workspace, answer)}</h3>
      <div>
        <Button size="small" kind="quiet" onPress={() => showShifts(conflict.shifts)}>
          {conflict.shifts.length === 1 ? 'Show the turn' : `Show the ${conflict.shifts.length} turns`}
        </Button>
      </div>
      <ul className="divide-y divide-divider">
        {ways.map((way) => (
          <Claim key={`${keyOf(way.claim)} ${way.person ?? ''}`} way={way} />
        ))}
      </ul>
    </section>
  );
}

/** Why there is no complete plan: the smallest sets of rules and facts that clash, and a way out of each with its price. */
export function Clash() {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  const insisting = useExplain((state) => state.insisting);
  const answer = useConflicts(insisting);
  return (
    <div className="flex flex-col gap-4">
      {insisting === null ? null : (
        <p>
          With {personName(workspace, insisting.person)} on {slotWithDays(workspace, insisting.shift)}:
        </p>
      )}
      <Answered answer={answer} waiting="Looking for what clashes, and pricing each way out…">
        {(conflicts) =>
          conflicts.length === 0 ? (
            <p className="text-muted">
              Nothing clashes: the rules and facts of {quarterText(quarter)} allow a complete plan.
            </p>
          ) : (
            conflicts.map((one) => <ConflictCard key={one.conflict.claims.map(keyOf).join()} answer={one} />)
          )
        }
      </Answered>
    </div>
  );
}
