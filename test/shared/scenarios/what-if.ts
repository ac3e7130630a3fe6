import { addDays } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { noAllowance } from '../../../shared/fairness/score.ts';
import type { Assessment } from '../../../shared/planner/attainable.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { noFacts } from '../../../shared/scenarios/facts.ts';
import { aRotation, aShift, aWorkspace, date, personIdOf, primary } from '../../builders/a-workspace.ts';

export const quarter = '2027-Q1' as QuarterId;
/** Before the quarter: nothing of it has begun. */
export const early = date('2026-12-01');
/** A Wednesday: two turns of the quarter have begun. */
export const within = date('2027-01-13');

export const team = ['Ann', 'Bo', 'Cy', 'Di'] as const;
export const mondays = (count: number): readonly LocalDate[] =>
  Array.from({ length: count }, (_, week) => addDays(date('2027-01-04'), 7 * week));

/** One layer, thirteen weeks, everybody in turn: Ann has the first, fifth, ninth and thirteenth week. */
export const oneLayer = aRotation('Team', team, {
  layers: [{ name: primary, title: 'Primary', weightPercent: 100 }],
  participants: team.map((name) => ({ person: personIdOf(name), layers: [primary] })),
  startsOn: date('2026-10-05'),
});

export const inTurn = (): readonly Shift[] =>
  mondays(13).map((monday, week) => aShift(monday, team[week % 4] ?? 'Ann'));

export const planned = (rows: Parameters<typeof aWorkspace>[0] = {}): Workspace =>
  aWorkspace({ rotations: [oneLayer], shifts: inTurn(), ...rows });

/** Every slot of the quarter as a workspace has it, as a scenario keeps it. */
export const scenarioOf = (workspace: Workspace, changes: Partial<Scenario> = {}): Scenario => ({
  id: 'scenario-1' as ScenarioId,
  name: 'As planned',
  note: '',
  quarter,
  createdOn: early,
  facts: noFacts,
  assignments: slotsOfQuarter(workspace, quarter).map(({ id }) => ({
    shift: id,
    person: workspace.shifts[id]?.person ?? null,
  })),
  plan: null,
  ...changes,
});

/** An assessment in which everybody can reach the same share and no excess has to be: so it is in this team. */
export function evenShares(workspace: Workspace, of: QuarterId = quarter): Assessment {
  const problem = problemOf(workspace, of);
  const each = (value: number) => Object.fromEntries(problem.people.map(({ id }) => [id, value]));
  const share = problem.totalLoad / problem.people.length;
  return {
    quarter: of,
    digest: problem.digest,
    target: each(share),
    attainable: each(share),
    structural: each(0),
    carry: {},
    allowance: noAllowance,
    rank: [0, 0, 0, 0],
    best: { people: new Int16Array(problem.slots.length), cost: 0, open: 0 },
  };
}
