import { dateOf } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import { OPEN, peopleOnPlan, type Problem } from './problem.ts';

/** What of a quarter can no longer be planned, today. */
export interface Worked {
  /** Who held the turns that have begun, and single-day covers; `OPEN` for all others. */
  readonly people: Int16Array;
  /** 1 for open slots that have ended: nobody can fill them any more. */
  readonly closed: Uint8Array;
}

/** What is past or under way on a day. A turn under way that nobody holds can still be filled. */
export function workedBy(workspace: Workspace, problem: Problem, today: LocalDate): Worked {
  const holders = peopleOnPlan(workspace, problem);
  const begun = (slot: number) => {
    const start = problem.slots[slot]?.start;
    return start !== undefined && dateOf(start) <= today;
  };
  const people = holders.map((holder, slot) => (begun(slot) || problem.cover[slot] === 1 ? holder : OPEN));
  const closed = Uint8Array.from(holders, (holder, slot) => {
    const end = problem.slots[slot]?.end;
    return holder === OPEN && end !== undefined && dateOf(end) <= today ? 1 : 0;
  });
  return { people, closed };
}
