import { roundToTotal } from '../../fairness/fair-share.ts';
import type { QuarterId } from '../../model/dates.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import type { Workspace } from '../../model/workspace.ts';
import { costOf, fullObjective } from '../cost.ts';
import type { Assessment } from '../attainable.ts';
import { aimFor, type KnownShares } from '../plan.ts';
import { OPEN, type Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';

/** The turn that a slot is of: itself, or what it covers. */
const turnOf = (id: ShiftId): ShiftId => (id.split('/cover/')[0] ?? id) as ShiftId;

/** Who holds each slot of `after` where everybody holds the turns they held before, and so every day of them. */
function samePeople(before: Problem, after: Problem, people: Int16Array): Int16Array {
  return Int16Array.from(after.slots, ({ id }) => {
    const slot = before.slotAt.get(id) ?? before.slotAt.get(turnOf(id));
    const person = slot === undefined ? OPEN : (people[slot] ?? OPEN);
    const who = person < 0 ? undefined : before.people[person];
    return who === undefined ? person : (after.personAt.get(who.id) ?? OPEN);
  });
}

/**
 * The attainable shares of a plan with other covers until its own are worked out: those of the plan before it. Covers move days, not
 * load, so that they hold but for rounding; where a cover moves a day into another quarter, everybody's share moves alike.
 * Null where the shares are of another plan, or the people are no longer the same.
 */
export function lendShares(
  shares: KnownShares | null,
  before: Workspace,
  after: Workspace,
  quarter: QuarterId,
): KnownShares | null {
  const lender = problemOf(before, quarter);
  if (shares === null || shares.digest !== lender.digest) return null;
  const problem = problemOf(after, quarter);
  if (problem.digest === lender.digest) return shares;
  const ids = problem.people.map(({ id }) => id);
  if (ids.length !== lender.people.length || !ids.every((id) => lender.personAt.has(id))) return null;
  const whole = roundToTotal(
    ids.map((id) => shares.attainable[id] ?? 0),
    problem.totalLoad,
  );
  const attainable: Readonly<Record<PersonId, number>> = Object.fromEntries(
    ids.map((id, person) => [id, whole[person] ?? 0]),
  );
  return { digest: problem.digest, carry: shares.carry, attainable };
}

/** The same with all that a plan is judged against: the best plan is the one before, every day of it held by whoever holds the turn. */
export function lendAssessment(
  assessment: Assessment | null,
  before: Workspace,
  after: Workspace,
  quarter: QuarterId,
): Assessment | null {
  const shares = lendShares(assessment, before, after, quarter);
  if (assessment === null || shares === null || shares.digest === assessment.digest)
    return shares === null ? null : assessment;
  const problem = problemOf(after, quarter);
  const people = samePeople(problemOf(before, quarter), problem, assessment.best.people);
  const { total, open } = costOf(fullObjective(problem, aimFor(after, problem, shares), null), people);
  return { ...assessment, ...shares, best: { people, cost: total, open } };
}
