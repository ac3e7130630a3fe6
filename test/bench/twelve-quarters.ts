import { carryOn, type CarryOn } from '../../shared/fairness/carry.ts';
import { defaultPolicy } from '../../shared/model/default-policy.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import type { PolicyId } from '../../shared/model/ids.ts';
import { aimOf } from '../../shared/planner/aim.ts';
import { attainableShares } from '../../shared/planner/attainable.ts';
import { planQuarter } from '../../shared/planner/plan.ts';
import { OPEN, type Problem } from '../../shared/planner/problem.ts';
import type { Solver } from '../../shared/planner/solver.ts';
import { standingsOf } from '../../shared/planner/standing.ts';
import { type InstanceTerms, makeInstance } from './instances.ts';

/** One quarter of the same team, planned and worked as planned. Loads in q. */
export interface Worked {
  readonly problem: Problem;
  readonly people: Int16Array;
  /** What everybody brought in, and what they leave. */
  readonly carry: readonly CarryOn[];
  readonly leaves: readonly CarryOn[];
  /** Load held less what would be the share without any carry, by person: how uneven this quarter alone was. */
  readonly uneven: readonly number[];
  /** d by person: what all quarters so far left, where nothing was forgiven. */
  readonly difference: readonly number[];
}

const policy = defaultPolicy('policy-1' as PolicyId, '2027-01-01' as LocalDate);

/** Quarter k draws its leave, wishes and tasks anew; who may take what, and their share of full time, stay. */
const saltOfQuarter = (quarter: number): number => 31 * quarter + 7;

function planned(
  problem: Problem,
  carry: readonly CarryOn[],
  attainable: Int32Array,
  iterations: number,
): Int16Array {
  const none = new Uint8Array(problem.slots.length);
  const present = new Int16Array(problem.slots.length).fill(OPEN);
  const aim = aimOf(problem, carry, [...attainable]);
  const run = planQuarter(
    { problem, aim, present, fixed: none, closed: none, holders: [] },
    { seed: 1, iterations },
  );
  let step = run.next();
  while (step.done !== true) step = run.next();
  return Int16Array.from(step.value.assignments, ({ person }) =>
    person === null ? OPEN : (problem.personAt.get(person) ?? OPEN),
  );
}

/**
 * Plans quarter after quarter for one team, each with what the one before left.
 *
 * @param iterations moves of each quarter's search
 */
export async function* twelveQuarters(
  terms: InstanceTerms,
  solver: Solver,
  iterations: number,
): AsyncGenerator<Worked> {
  let carry: readonly CarryOn[] = Array.from({ length: terms.people }, () => ({
    load: 0,
    holidays: 0,
    forgiven: 0,
  }));
  for (let quarter = 0; quarter < 12; quarter++) {
    const { problem } = makeInstance(terms, saltOfQuarter(quarter), 0);
    const attainable = await attainableShares(problem, carry, solver);
    const people = planned(problem, carry, attainable, iterations);
    const aim = aimOf(problem, carry, [...attainable]);
    const standings = standingsOf(problem, aim, people);
    const mean = carry.reduce((sum, { load }) => sum + load, 0) / carry.length;
    const leaves = standings.map(({ difference, holidayBalance }) =>
      carryOn(difference, holidayBalance, policy),
    );
    yield {
      problem,
      people,
      carry,
      leaves,
      uneven: standings.map(({ difference }, person) => difference - (carry[person]?.load ?? 0) + mean),
      difference: standings.map(({ difference }) => difference),
    };
    carry = leaves;
  }
}
