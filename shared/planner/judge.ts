import type { WorkBeside } from '../deadlines/work-beside.ts';
import { HALF_DAYS_A_WEEK } from '../fairness/presence.ts';
import {
  type Allowance,
  noAllowance,
  type PenaltyParts,
  scores,
  type Scores,
  type Standing,
} from '../fairness/score.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Aim } from './aim.ts';
import { type AgainstBest, againstBest, type Run } from './against-best.ts';
import type { Assessment } from './attainable.ts';
import { checkShifts } from './check.ts';
import { fairnessOf, isFairer } from './fairness-of.ts';
import { type Held, heldBy } from './held-by.ts';
import { aimFor } from './plan.ts';
import { OPEN, peopleOnPlan, type Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { standingsOf } from './standing.ts';

/** Work beside duty and tasks in q: this person's own, and what of it is beyond their part of all of it. */
export interface BesideFairness {
  readonly own: WorkBeside;
  readonly deadlineLoad: number;
  readonly incidentLoad: number;
}

/**
 * One person's card. All loads in q (4 q = 1 point), unrounded where they are shares; the figures add up:
 * equalShare − carry − taskLoad − what is done beside = target; target − structural = attainable; load − attainable = difference.
 */
export interface PersonFairness extends Held {
  readonly person: PersonId;
  /** s, 0 to 100; null while the quarter is empty. */
  readonly score: number | null;
  /** FTE in per cent, and the weeks of the quarter somebody is there: what the equal share goes by. */
  readonly fullTime: number;
  readonly weeksPresent: number;
  readonly equalShare: number;
  /** Brought from the quarter before, against the team's mean. */
  readonly carry: number;
  /** Task load beyond this person's part of all of it. */
  readonly taskLoad: number;
  /** Load of the owned tasks themselves, over the quarter. */
  readonly ownTasks: number;
  /** Deadlines and incidents, counted like tasks; null where the policy counts neither. */
  readonly beside: BesideFairness | null;
  readonly target: number;
  readonly structural: number;
  readonly attainable: number;
  /** d. */
  readonly difference: number;
  /** τ. */
  readonly band: number;
  /** ξ*, the excess nobody can avoid. */
  readonly allowance: number;
  /** P, and the two parts that add up to it. */
  readonly penalty: number;
  readonly penalties: PenaltyParts;
  /** z, in quarter-holidays: positive is more than the share. Carried in, plus those held, less the share of them, is z. */
  readonly holidayBalance: number;
  readonly holidayCarry: number;
  readonly holidayShare: number;
}

export interface TeamFairness {
  /** S, 0 to 100; null where nobody may take a slot, or none is held. */
  readonly score: number | null;
  /** True with gaps or conflicts, or before the attainable shares are known: show it as such. */
  readonly provisional: boolean;
  /** True once the score is against what is attainable, not against the plain target. */
  readonly assessed: boolean;
  readonly gaps: number;
  readonly conflicts: number;
  /** Slots held and slots in all. */
  readonly held: number;
  readonly slots: number;
  readonly meanHolidayBalance: number;
  readonly allowance: Allowance;
  /** How the plan stands to the best one known; null with gaps or conflicts, or before that is known. */
  readonly best: AgainstBest | null;
  /** Everybody who may take a slot, also with none, by id. */
  readonly people: readonly PersonFairness[];
}

/** The held slots that a hard rule could speak of: held by somebody not allowed there, or twice at once, or beyond a cap. */
function slotsInDoubt(problem: Problem, people: Int16Array): readonly ShiftId[] {
  const width = problem.people.length;
  const held = new Int32Array(width);
  for (const person of people) if (person >= 0) held[person] = (held[person] ?? 0) + 1;
  const { starts, items } = problem.clashes;
  const twice = (slot: number, person: number): boolean => {
    for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at++)
      if (people[items[at] ?? 0] === person) return true;
    return false;
  };
  const overCap = (person: number): boolean =>
    (problem.cap[person] ?? -1) >= 0 && (held[person] ?? 0) > (problem.cap[person] ?? 0);
  return problem.slots.flatMap(({ id }, slot) => {
    const person = people[slot] ?? OPEN;
    const fine =
      person === OPEN ||
      (person >= 0 && problem.legal[slot * width + person] !== 0 && !overCap(person) && !twice(slot, person));
    return fine ? [] : [id];
  });
}

/** The allowance of an assessment; that of the plan itself where it is the fairest known, so that it is not told off. */
function allowanceFor(
  problem: Problem,
  aim: Aim,
  people: Int16Array,
  assessment: Assessment,
  isComplete: boolean,
): Allowance {
  if (!isComplete) return assessment.allowance;
  const own = fairnessOf(problem, aim, people);
  return isFairer(own, assessment) ? own.allowance : assessment.allowance;
}

/** A person's figure beyond their part, by full time, of everybody's. */
function beyondPart(
  people: Problem['people'],
  person: number,
  figure: (one: Problem['people'][number]) => number,
): number {
  let [all, fullTime] = [0, 0];
  for (const one of people) {
    all += figure(one);
    fullTime += one.fullTime;
  }
  const own = people[person];
  if (own === undefined) return 0;
  return figure(own) - (fullTime > 0 ? (own.fullTime * all) / fullTime : 0);
}

function besideOf({ people }: Problem, person: number): BesideFairness | null {
  const own = people[person]?.beside;
  if (own === undefined) return null;
  return {
    own,
    deadlineLoad: beyondPart(people, person, ({ beside }) => beside?.deadlines ?? 0),
    incidentLoad: beyondPart(people, person, ({ beside }) => beside?.incidents ?? 0),
  };
}

const noStanding: Standing = { difference: 0, band: 0, holidayBalance: 0 };

/** One person's card: what they hold, measured against their share. */
function cardOf(
  problem: Problem,
  aim: Aim,
  standings: readonly Standing[],
  { people: points, penalties, parts }: Scores,
  allowance: Allowance,
  held: Held,
  person: number,
): PersonFairness {
  const { id, tasks, fullTime, presence } = problem.people[person] as Problem['people'][number];
  const share = aim.shares[person] ?? { equal: 0, carry: 0, tasks: 0, target: 0 };
  const attainable = aim.attainable[person] ?? 0;
  const beside = besideOf(problem, person);
  const { difference, band, holidayBalance } = standings[person] ?? noStanding;
  // A copy of one object first, then plain fields: a second copy into it costs ten times as much, for everybody and each move of a hand.
  return {
    ...held,
    person: id,
    score: points[person] ?? null,
    allowance: allowance.load,
    fullTime,
    weeksPresent: presence / fullTime / HALF_DAYS_A_WEEK,
    equalShare: share.equal,
    carry: share.carry,
    // The share knows all standing work as one; the card tells it apart.
    taskLoad: share.tasks - (beside?.deadlineLoad ?? 0) - (beside?.incidentLoad ?? 0),
    ownTasks: tasks,
    beside,
    target: share.target,
    structural: share.target - attainable,
    attainable,
    difference,
    band,
    holidayBalance,
    holidayCarry: aim.holidayCarry[person] ?? 0,
    holidayShare: (aim.holidayCarry[person] ?? 0) - (aim.holidayBase[person] ?? 0),
    penalty: penalties[person] ?? 0,
    penalties: parts[person] ?? { load: 0, holidays: 0 },
  };
}

/**
 * How fair a quarter is, as its shifts stand. Quick enough for every frame of a drag: what does not depend on who holds what is
 * remembered.
 *
 * @param assessment attainable shares, allowance and best plan; null, or of another problem, takes the targets for attainable
 *   and allows nothing, and says so by `assessed`
 * @param run the run whose proposal this is, with what it proved; what the quarter keeps of an accepted one is known anyhow
 */
export function judge(
  workspace: Workspace,
  quarter: QuarterId,
  assessment: Assessment | null,
  run: Run | null = null,
): TeamFairness {
  const problem = problemOf(workspace, quarter);
  const fitting = assessment !== null && assessment.digest === problem.digest ? assessment : null;
  const aim = aimFor(workspace, problem, fitting);
  const people = peopleOnPlan(workspace, problem);
  const standings = standingsOf(problem, aim, people);
  const hard = checkShifts(workspace, slotsInDoubt(problem, people)).filter(
    (finding) => finding.severity === 'hard',
  );
  const gaps = people.filter((person) => person === OPEN).length;
  const conflicts = hard.filter((finding) => !finding.accepted).length;
  const held = people.filter((person) => person !== OPEN).length;
  const isComplete = held === problem.slots.length && hard.length === 0;
  const allowance = fitting === null ? noAllowance : allowanceFor(problem, aim, people, fitting, isComplete);
  const result = scores(standings, allowance);
  const runs = [run, workspace.quarters[quarter]?.plan ?? null].filter((one) => one !== null);
  const rated = fitting !== null && result.team !== null && held > 0 && gaps === 0 && conflicts === 0;
  const slotsOf: number[][] = problem.people.map(() => []);
  people.forEach((person, slot) => {
    if (person >= 0) slotsOf[person]?.push(slot);
  });
  return {
    score: held === 0 ? null : result.team,
    provisional: gaps > 0 || conflicts > 0 || fitting === null,
    assessed: fitting !== null,
    gaps,
    conflicts,
    held,
    slots: problem.slots.length,
    meanHolidayBalance: result.meanHolidayBalance,
    allowance,
    best: rated ? againstBest(problem, aim, people, result.team, allowance, fitting.best, runs) : null,
    people: problem.people.map(({ id }, person) => {
      const own = heldBy(workspace, problem, slotsOf[person] ?? [], id);
      const card = cardOf(problem, aim, standings, result, allowance, own, person);
      return held === 0 ? { ...card, score: null } : card;
    }),
  };
}
