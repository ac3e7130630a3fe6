import type { Weighed } from './better.ts';
import { assignmentsOf, digestOf, type PlanInput, type PlanProgress, type Proposal, certaintyOf } from './plan.ts';
import { OPEN, OUTSIDER } from './problem.ts';
import { type Proof, type ProofOptions, provePlan } from './prove.ts';
import type { Solver } from './solver.ts';

/** Most seconds a proof takes before it says how far it got. */
export const PROOF_SECONDS = 60;

/** Who holds each slot under a proposal: numbers of the problem's people. */
function peopleOf({ problem, present }: PlanInput, { assignments }: Proposal): Int16Array {
  return Int16Array.from(problem.slots, (_, slot) => {
    const person = assignments[slot]?.person ?? null;
    if (person === null) return OPEN;
    return problem.personAt.get(person) ?? (present[slot] === OUTSIDER ? OUTSIDER : OPEN);
  });
}

/** A proposal after its proof: the better plan of both, and what is known of it. */
function withProof(input: PlanInput, proposal: Proposal, { people, cost, bound, nodes, byClock }: Proof): Proposal {
  const limit = { reason: 'limit', detail: '' } as const;
  if (people === null || cost === null) return { ...proposal, reproducible: proposal.reproducible && !byClock, unproven: limit };
  const known = bound > -Infinity ? bound : null;
  return {
    ...proposal,
    assignments: assignmentsOf(input, people),
    cost: cost.total,
    terms: cost,
    nodes,
    reproducible: proposal.reproducible && !byClock,
    ...certaintyOf(cost.total, known, limit),
  };
}

export interface ProofNews {
  /** The bound rose: no plan costs less, in cost units. */
  bound?(bound: number, nodes: number): void;
  better?(progress: PlanProgress): void;
}

/** A proposal whose proof failed: it stands, with what was found until then. A bound that a plan undercuts is not believed. */
export function unprovenBy(proposal: Proposal, better: PlanProgress | null, bound: number | null, detail: string): Proposal {
  const best = better ?? proposal;
  const { assignments, cost, terms } = best;
  const known = bound !== null && bound < cost ? bound : null;
  return { ...proposal, assignments, cost, terms, reproducible: false, ...certaintyOf(cost, known, { reason: 'solver-failed', detail }) };
}

/**
 * Proves a proposal, or says how far from the best it can be. Where the solver fails, the best plan known stands and says why
 * no more is proven of it.
 *
 * @throws when the proposal belongs to another input, which is a bug
 */
export async function proveProposal(input: PlanInput, proposal: Proposal, solver: Solver, budget: Pick<ProofOptions, 'seconds' | 'nodes'>, news: ProofNews = {}): Promise<Proposal> {
  const { digest, iterations } = proposal;
  if (digest !== digestOf(input)) throw new Error(`the proposal of ${digest} is no plan of ${digestOf(input)}`);
  let bound: number | null = null;
  let better: PlanProgress | null = null;
  const onBetter = ({ people, cost }: Weighed): void => {
    const assignments = assignmentsOf(input, people);
    better = { cost: cost.total, terms: cost, assignments, by: 'proof', done: iterations, of: iterations, bound, digest };
    news.better?.(better);
  };
  const onBound = (risen: number, nodes: number): void => {
    if (bound !== null && risen <= bound) return;
    bound = risen;
    news.bound?.(risen, nodes);
  };
  try {
    return withProof(input, proposal, await provePlan(input, peopleOf(input, proposal), solver, { ...budget, onBound, onBetter }));
  } catch (error) {
    return unprovenBy(proposal, better, bound, error instanceof Error ? error.message : String(error));
  }
}
