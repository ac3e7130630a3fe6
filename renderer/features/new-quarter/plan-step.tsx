import type { Readiness } from '../../../shared/planner/readiness.ts';
import { stepFacts } from '../../../shared/words/new-quarter-text.ts';
import { badgeText, stageText } from '../../../shared/words/plan-text.ts';
import { actionOf } from '../../state/actions.ts';
import { acceptPlan, discardPlan } from '../../state/planning.ts';
import { usePlan } from '../../state/plan-store.ts';
import { showScreen } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { NextButton } from './next-button.tsx';
import { Facts } from './step-facts.tsx';

/** Plans, accepts or discards, by the same actions as the title bar and the strip above the Board. */
export function PlanStep({ ready }: { readonly ready: Readiness }) {
  const phase = usePlan((plan) => plan.phase);
  const stage = usePlan((plan) => plan.run?.stage);
  const proposal = usePlan((plan) => plan.proposal);
  const action = actionOf('plan-quarter');
  const why = action.enabled();
  if (phase === 'planning')
    return (
      <>
        <p role="status">{stage === undefined ? 'Planning' : stageText(stage)}…</p>
        <NextButton
          first={{ title: 'Planning…', run: () => undefined, why: 'A plan is being made' }}
          isLast={false}
        />
      </>
    );
  if (proposal !== null)
    return (
      <>
        <p role="status">
          {badgeText(proposal)}. What is dashed on the Board is proposed; nothing is changed until you accept.
        </p>
        <NextButton
          first={{ title: 'Accept plan', run: () => void acceptPlan() }}
          isLast={false}
          others={<Button onPress={discardPlan}>Discard</Button>}
        />
      </>
    );
  const isPlanned = ready.turns > 0 && ready.held === ready.turns;
  return (
    <>
      <Facts {...stepFacts('plan', ready)} />
      <NextButton
        first={
          isPlanned ? null : { title: 'Plan quarter', run: action.run, why: why === true ? undefined : why }
        }
        isLast={false}
        others={
          isPlanned ? (
            <Button onPress={action.run}>Plan again</Button>
          ) : ready.turns === 0 ? (
            <Button onPress={() => showScreen('rotations')}>Rotations</Button>
          ) : null
        }
      />
    </>
  );
}
