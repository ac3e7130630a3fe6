import { roundToTotal } from '../../fairness/fair-share.ts';
import type { QuarterId } from '../../model/dates.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import type { Workspace } from '../../model/workspace.ts';
import { costOf, fullObjective } from '../cost.ts';
import type { Assessment } from '../attainable.ts';
import { aimFor } from '../plan.ts';
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
 * What a plan with other covers is judged against until its own shares are worked out: the attainable shares of the plan before it,
 * and its best plan with every day held by whoever holds the turn. Covers move days, not load, so that both hold but for
 * rounding; where a cover moves a day into another quarter, everybody's share moves alike. Null where the shares are of
 * another plan, or the people are no longer the same.
 */
export function lendAssessment(
  assessment: Assessment | null,
  before: Workspace,
  after: Workspace,
  quarter: QuarterId,
): Assessment | null {
  const lender = problemOf(before, quarter);
  if (assessment === null || assessment.digest !== lender.digest) return null;
  const problem = problemOf(after, quarter);
  if (problem.digest === lender.digest) return assessment;
  const ids = problem.people.map(({ id }) => id);
  if (ids.length !== lender.people.length || !ids.every((id) => lender.personAt.has(id))) return null;
  const shares = roundToTotal(
    ids.map((id) => assessment.attainable[id] ?? 0),
    problem.totalLoad,
  );
  const attainable: Readonly<Record<PersonId, number>> = Object.fromEntries(
    ids.map((id, person) => [id, shares[person] ?? 0]),
  );
  const lent = { ...assessment, digest: problem.digest, attainable };
  const people = samePeople(lender, problem, assessment.best.people);
  const { total, open } = costOf(fullObjective(problem, aimFor(after, problem, lent), null), people);
  return { ...lent, best: { people, cost: total, open } };
}
