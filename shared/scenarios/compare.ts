import { policyOf } from '../fairness/policy-of.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PersonId, RotationId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { PlanRecord } from '../model/quarter.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assessment } from '../planner/attainable.ts';
import type { HolidayHeld } from '../planner/held-by.ts';
import { judge, type PersonFairness, type TeamFairness } from '../planner/judge.ts';
import { OPEN, peopleOnPlan } from '../planner/problem.ts';
import { problemOf } from '../planner/problem-of.ts';
import { type CommonDays, commonDays, isCommon, loadsWithin } from './common-days.ts';
import { priceOf } from './price.ts';

/** One plan of a comparison: a whole workspace, as it is or as it would be. */
export interface PlanSide {
  readonly workspace: Workspace;
  readonly assessment: Assessment | null;
  /** How it was planned; null where it was set by hand. */
  readonly plan: PlanRecord | null;
  /** False where it may not be that plan any more: changed since, or nobody can tell. */
  readonly current: boolean;
}

export interface PersonFigures {
  /** In q, by the policy of the plan on the left and on the days that both plans cover, so that both columns count alike. */
  readonly load: number;
  /** d, in q, under the side's own facts and policy; null while what is attainable is not known, or it would jump. */
  readonly difference: number | null;
  readonly band: number;
  readonly score: number | null;
  readonly turns: number;
  readonly holidays: readonly HolidayHeld[];
  readonly wishes: PersonFairness['wishes'];
}

/** What changes for somebody. `both`: better in one way and worse in another, which no single figure may hide. */
export type Verdict = 'gains' | 'loses' | 'both' | 'even' | 'joins' | 'leaves';

export interface PersonCompared {
  readonly person: PersonId;
  /** Null where they may take no turn under that plan. */
  readonly before: PersonFigures | null;
  readonly after: PersonFigures | null;
  /** After minus before: load in q, holiday duties, and wishes heeded. */
  readonly change: { readonly load: number; readonly holidays: number; readonly wishes: number };
  readonly verdict: Verdict;
}

export interface TeamFigures {
  readonly fairness: TeamFairness;
  readonly plan: PlanRecord | null;
  readonly current: boolean;
  readonly wishes: {
    readonly wanted: number;
    readonly granted: number;
    readonly avoided: number;
    readonly kept: number;
  };
  readonly restBreaches: number;
  readonly standIns: number;
  /** The largest distance from anybody's share, over or below, in q; null while what is attainable is not known. */
  readonly furthest: number | null;
}

export interface Comparison {
  readonly before: TeamFigures;
  readonly after: TeamFigures;
  readonly people: readonly PersonCompared[];
}

/** Less than a point of load is nothing that anybody notices over a quarter. */
const NOTICED = 4;

interface Judged {
  readonly team: TeamFigures;
  readonly people: ReadonlyMap<PersonId, PersonFigures>;
}

function standInsOf(workspace: Workspace, quarter: QuarterId): number {
  const problem = problemOf(workspace, quarter);
  return peopleOnPlan(workspace, problem).filter(
    (person, slot) => person > OPEN && problem.legal[slot * problem.people.length + person] === 2,
  ).length;
}

/** What both columns are measured with: the policy of the plan on the left, on the days that both plans cover. */
interface Ruler {
  readonly policy: Policy;
  readonly common: CommonDays;
}

function judgeSide(
  { workspace, assessment, plan, current }: PlanSide,
  quarter: QuarterId,
  ruler: Ruler,
): Judged {
  const fairness = judge(workspace, quarter, assessment);
  const restBreaches = priceOf(workspace, quarter, assessment).breaches;
  const standIns = standInsOf(workspace, quarter);
  const loads = loadsWithin(workspace, quarter, ruler.policy, ruler.common);
  const isShared = ({ shift, date }: HolidayHeld): boolean =>
    isCommon(workspace, shift.split('/')[0] as RotationId, date, ruler.common);
  const sum = (figure: (person: PersonFairness) => number) =>
    fairness.people.reduce((all, person) => all + figure(person), 0);
  return {
    team: {
      fairness,
      plan,
      current,
      wishes: {
        wanted: sum(({ wishes }) => wishes.wanted),
        granted: sum(({ wishes }) => wishes.granted),
        avoided: sum(({ wishes }) => wishes.avoided),
        kept: sum(({ wishes }) => wishes.avoided - wishes.broken),
      },
      restBreaches,
      standIns,
      furthest: fairness.assessed
        ? Math.max(0, ...fairness.people.map(({ difference }) => Math.abs(difference)))
        : null,
    },
    people: new Map(
      fairness.people.map((one) => [
        one.person,
        {
          load: loads.get(one.person) ?? 0,
          difference: fairness.assessed ? one.difference : null,
          band: one.band,
          score: one.score,
          turns: one.shifts.length,
          holidays: one.holidays.filter(isShared),
          wishes: one.wishes,
        },
      ]),
    ),
  };
}

/** Wanted weeks given, less weeks taken that were asked to be free. */
const heeded = ({ wishes }: PersonFigures): number => wishes.granted - wishes.broken;

function verdictOf(change: PersonCompared['change']): Verdict {
  const better = change.load <= -NOTICED || change.holidays < 0 || change.wishes > 0;
  const worse = change.load >= NOTICED || change.holidays > 0 || change.wishes < 0;
  if (better && worse) return 'both';
  return better ? 'gains' : worse ? 'loses' : 'even';
}

function comparePerson(
  person: PersonId,
  before: PersonFigures | null,
  after: PersonFigures | null,
): PersonCompared {
  const none = { load: 0, holidays: 0, wishes: 0 };
  if (before === null) return { person, before, after, change: none, verdict: 'joins' };
  if (after === null) return { person, before, after, change: none, verdict: 'leaves' };
  const change = {
    load: after.load - before.load,
    holidays: after.holidays.length - before.holidays.length,
    wishes: heeded(after) - heeded(before),
  };
  return { person, before, after, change, verdict: verdictOf(change) };
}

/**
 * Two plans of one quarter, side by side. Each is judged under its own facts; loads are counted by the policy on the left, or a
 * policy that weighs weekends more would read as more work for everybody, and on the days that both plans cover.
 */
export function compare(quarter: QuarterId, left: PlanSide, right: PlanSide): Comparison {
  const ruler = {
    policy: policyOf(left.workspace, quarter),
    common: commonDays(quarter, left.workspace, right.workspace),
  };
  const before = judgeSide(left, quarter, ruler);
  const after = judgeSide(right, quarter, ruler);
  const people = [...new Set([...before.people.keys(), ...after.people.keys()])];
  const place = (id: PersonId) => (right.workspace.people[id] ?? left.workspace.people[id])?.position ?? 0;
  people.sort((one, other) => place(one) - place(other) || (one < other ? -1 : 1));
  return {
    before: before.team,
    after: after.team,
    people: people.map((id) =>
      comparePerson(id, before.people.get(id) ?? null, after.people.get(id) ?? null),
    ),
  };
}
