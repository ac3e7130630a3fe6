import { wallMinutes } from '../calendar/days.ts';
import type { QuarterId } from '../model/dates.ts';
import type { RotationId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assessment } from '../planner/attainable.ts';
import { problemOf } from '../planner/problem-of.ts';
import { familyOf } from './family.ts';

/** What a quarter can come to under some terms, whoever holds what now: by the fairest plan known. */
export interface Reach {
  /** Turns of the duty in the quarter, all its layers together; not of those that look on. */
  readonly turns: number;
  /** Days of its longest turn. */
  readonly longestDays: number;
  /** 0 to 100: the score of the fairest plan known if nothing were allowed for, so that two cadences can be held side by side. */
  readonly fairness: number;
  /** What that plan leaves somebody over or below their share, beyond what nobody notices, in q. */
  readonly uneven: number;
  /** Rest windows in which somebody holds more than one turn. */
  readonly breaches: number;
  /** True where even that plan leaves a turn open. */
  readonly open: boolean;
}

const DAY = 1440;

/**
 * What the fairest plan known reaches in a quarter, for a choice between two cadences. Null where the assessment is of another input:
 * it is being worked out.
 */
export function reachOf(
  workspace: Workspace,
  quarter: QuarterId,
  rotation: RotationId,
  assessment: Assessment | null,
): Reach | null {
  const { digest, people, slots } = problemOf(workspace, quarter);
  if (assessment?.digest !== digest) return null;
  const family = familyOf(workspace, rotation);
  // The problem has the duties alone, of all rotations.
  const turns = slots.filter(
    ({ id, rotation: own }) => familyOf(workspace, own) === family && !id.includes('/cover/'),
  );
  const [open, breaches, worst, sum] = assessment.rank;
  return {
    turns: turns.length,
    longestDays: Math.max(0, ...turns.map(({ start, end }) => (wallMinutes(end) - wallMinutes(start)) / DAY)),
    fairness: Math.max(0, 100 - (worst + (people.length === 0 ? 0 : sum / people.length)) / 2),
    uneven: assessment.allowance.load,
    breaches,
    open: open > 0,
  };
}
