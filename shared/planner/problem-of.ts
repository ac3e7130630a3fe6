import { previousQuarter } from '../calendar/days.ts';
import { policyOf } from '../fairness/policy-of.ts';
import type { QuarterId } from '../model/dates.ts';
import type { Policy } from '../model/policy.ts';
import type { Workspace } from '../model/workspace.ts';
import { recordedShape } from '../rotation/expand.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { compile } from './compile.ts';
import type { Problem } from './problem.ts';
import { readProblem } from './read-problem.ts';
import { shiftsAYearBefore } from './same-holiday.ts';
import { edgeText } from './turns-beside.ts';

interface Memo {
  readonly tables: readonly unknown[];
  readonly shape: string;
  readonly problem: Problem;
}

/** Of each quarter: a cover that is only aimed at is another problem, and the plan behind it is asked for again right after. */
const MOST_KEPT = 3;
const memos = new Map<QuarterId, readonly Memo[]>();

/** Deadlines and incidents where the policy counts them: else a new entry of the log must not build the problem again. */
const countedBeside = (
  { deadlines, incidents }: Workspace,
  { deadlineLoad, incidentHourLoad }: Policy,
): readonly unknown[] => [deadlineLoad > 0 ? deadlines : null, incidentHourLoad > 0 ? incidents : null];

/**
 * What a problem rests on. Shifts of the quarter itself are not among it, save covers and turns its rotations no longer have; of
 * the next quarter those that begin while turns of this one still run; of a year ago those that tell who had which holiday.
 */
const tablesBehind = (workspace: Workspace, quarter: QuarterId): readonly unknown[] => [
  ...countedBeside(workspace, policyOf(workspace, quarter)),
  workspace.about,
  workspace.people,
  workspace.tasks,
  workspace.rotations,
  workspace.leave,
  workspace.holidaySets,
  workspace.holidays,
  workspace.policies,
  // Of the quarter's own record the policy alone counts: a proposal laid over the plan must not build the problem again.
  policyOf(workspace, quarter),
  shiftsOfQuarter(workspace.shifts, previousQuarter(quarter)),
  ...shiftsAYearBefore(workspace, quarter),
];

/**
 * The problem of a quarter. Kept while the tables behind it stay the same, so that a drag, which changes only shifts, does not
 * build it again. The latest few of each quarter are kept: a pure function, remembered.
 */
export function problemOf(workspace: Workspace, quarter: QuarterId): Problem {
  const tables = tablesBehind(workspace, quarter);
  const shape = `${recordedShape(workspace, quarter)}\n${edgeText(workspace, quarter)}`;
  const kept = memos.get(quarter) ?? [];
  const known = kept.find((memo) => memo.shape === shape && memo.tables.every((table, place) => table === tables[place]));
  const memo = known ?? { tables, shape, problem: compile(readProblem(workspace, quarter)) };
  if (memo !== kept[0]) memos.set(quarter, [memo, ...kept.filter((one) => one !== memo)].slice(0, MOST_KEPT));
  return memo.problem;
}
