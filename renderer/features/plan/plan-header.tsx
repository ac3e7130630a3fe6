import { usePlan } from '../../state/plan-store.ts';
import { Planning } from './planning.tsx';
import { Proposed } from './proposed.tsx';
import { Standing } from './standing.tsx';

/**
 * Stands above every screen that shows the plan: how a run is going, how good the proposal is known to be, or what was proven of the
 * plan that stands.
 */
export function PlanHeader() {
  const phase = usePlan((plan) => plan.phase);
  if (phase === 'planning') return <Planning />;
  if (phase === 'proposed') return <Proposed />;
  return <Standing />;
}
