import { costOf, fullObjective } from '../../shared/planner/cost.ts';
import type { Replan } from '../../shared/planner/explain/replan.ts';
import { certaintyOf, digestOf, planInput, type Proposal } from '../../shared/planner/plan.ts';
import { limitedBadge } from '../../shared/words/plan-text.ts';
import type { AskedPlan } from '../workers/explain-messages.ts';
import { announce } from './announce.ts';
import { milliseconds } from './clock.ts';
import { atMostOnView, fixNowOnView, planOnView } from './explain-answers.ts';
import type { Limited } from './plan-store.ts';
import { showProposal } from './planning.ts';
import { openWorkspace } from './workspace-store.ts';

/** No chance is in it: the same plan, the same repair. */
const SEED = 0;

function proposalOf(plan: AskedPlan, { assignments, people }: Replan, nodes: number): Proposal {
  const { workspace, quarter, shares, today } = plan;
  const input = planInput(workspace, quarter, shares, today);
  const terms = costOf(fullObjective(input.problem, input.aim, input.present), people);
  return {
    quarter,
    seed: SEED,
    digest: digestOf(input),
    iterations: 0,
    assignments,
    cost: terms.total,
    terms,
    nodes,
    reproducible: true,
    // A proof within a limit says nothing of plans beyond it: the record must not carry its bound.
    ...certaintyOf(terms.total, null, { reason: 'not-asked', detail: '' }),
  };
}

/** What became of a question for few changes. */
export type Replanned =
  { readonly kind: 'proposed'; readonly plan: Replan; readonly proven: boolean } | { readonly kind: 'none' };

/** A question for few changes that is being worked out. */
export interface Replanning {
  readonly done: Promise<Replanned>;
  cancel(): void;
}

function show(
  plan: AskedPlan,
  replan: Replan,
  limited: Limited,
  nodes: number,
  startedAt: number,
): Replanned {
  if (openWorkspace() !== plan.workspace) throw new Error('the plan was changed meanwhile');
  if (replan.changes.length > 0) {
    const took = milliseconds() - startedAt;
    showProposal(proposalOf(plan, replan, nodes), { startedAt, took, stage: 'prove', trace: [] }, limited);
    announce(`${limitedBadge(limited.changes, limited.proven)} is proposed. Accept or discard it.`);
  }
  return { kind: 'proposed', plan: replan, proven: limited.proven };
}

/** Proposes the smallest repair of gaps and of turns that their holders cannot take. Rejected with the reason where the worker fails. */
export function proposeFix(): Replanning {
  const [plan, startedAt] = [planOnView(), milliseconds()];
  const asked = fixNowOnView();
  return {
    done: asked.answer.then((replan) => show(plan, replan, { changes: null, proven: false }, 0, startedAt)),
    cancel: () => asked.cancel(),
  };
}

/** Proposes the best plan with at most so many held turns handed to somebody else. Rejected with the reason where the worker fails. */
export function proposeWithin(changes: number): Replanning {
  const [plan, startedAt] = [planOnView(), milliseconds()];
  const asked = atMostOnView(changes);
  const done = asked.answer.then((found): Replanned =>
    found === null
      ? { kind: 'none' }
      : show(plan, found.plan, { changes, proven: found.proven }, found.proof.nodes, startedAt),
  );
  return { done, cancel: () => asked.cancel() };
}
