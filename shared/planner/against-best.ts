import { type Allowance, scores, shownScore } from '../fairness/score.ts';
import type { Aim } from './aim.ts';
import type { BestKnown } from './attainable.ts';
import { type Cost, costOf, fullObjective, windowCountsOf } from './cost.ts';
import { digestOf, type Proposal } from './plan.ts';
import { gapInWishes, grainOf, wholeBound } from './proof/badge.ts';
import { OPEN, type Problem } from './problem.ts';
import { standingsOf } from './standing.ts';

/** A run that may have proven something: a proposal, or what a quarter keeps of the one that was accepted. */
export type Run = Pick<Proposal, 'digest' | 'bound'>;

/** How a plan stands to the best one by cost (planning.md, section 4). */
export interface AgainstBest {
  /**
   * `best`: as good a score, with no more breaches; `breaches`: as good a score, with more of them; `below`: a worse score;
   * `fairer`: a better score than that of the best plan, which grants more wishes.
   */
  readonly kind: 'best' | 'breaches' | 'below' | 'fairer';
  /** True where a proof says that no plan costs less: then the best known is the best possible. */
  readonly proven: boolean;
  /** S*, 0 to 100: the score of that plan. */
  readonly score: number;
  /** Rest breaches more than in it. */
  readonly breaches: number;
  /** What this plan costs more, in wishes, rounded up. */
  readonly wishes: number;
  /** What this plan costs, changes against another plan apart. */
  readonly cost: Cost;
  /** No plan of the quarter costs less, in cost units; null where no run proved that of all plans, or of this one with shifts open. */
  readonly bound: number | null;
}

/** The digest of a run that starts from nothing: its bound holds for every plan of the quarter. */
function digestFromNothing(problem: Problem, aim: Aim): string {
  const none = new Uint8Array(problem.slots.length);
  return digestOf({
    problem,
    aim,
    present: new Int16Array(problem.slots.length).fill(OPEN),
    fixed: none,
    closed: none,
    holders: [],
  });
}

/**
 * The greatest bound that runs proved for all plans of this quarter. A run that had to keep pins, worked turns or a plan that
 * stood proved it only for plans that keep them too, which says nothing of the others.
 */
function boundFor(problem: Problem, aim: Aim, runs: readonly Run[]): number | null {
  const proofs = runs.flatMap(({ digest, bound }) => (bound === null ? [] : [{ digest, bound }]));
  if (proofs.length === 0) return null;
  const digest = digestFromNothing(problem, aim);
  const valid = proofs.filter((proof) => proof.digest === digest).map(({ bound }) => bound);
  return valid.length === 0 ? null : wholeBound(Math.max(...valid), knownGrain(problem));
}

const grains = new WeakMap<Problem, number>();

/** The grain of a problem, remembered: it asks for every price. */
function knownGrain(problem: Problem): number {
  const known = grains.get(problem) ?? grainOf(problem);
  grains.set(problem, known);
  return known;
}

const breachesOf = (problem: Problem, people: Int16Array): number =>
  windowCountsOf(problem, people).reduce((sum, count) => sum + Math.max(0, count - 1), 0);

interface KnownStanding {
  readonly allowance: Allowance;
  readonly score: number;
  readonly breaches: number;
}

const knownStandings = new WeakMap<BestKnown, KnownStanding>();

/** How the best plan known stands under an allowance: the same for every frame of a drag. */
function standingOfKnown(problem: Problem, aim: Aim, known: BestKnown, allowance: Allowance): KnownStanding {
  const before = knownStandings.get(known);
  if (before?.allowance.load === allowance.load && before.allowance.holidays === allowance.holidays)
    return before;
  const score = scores(standingsOf(problem, aim, known.people), allowance).team ?? 0;
  const standing = { allowance, score, breaches: breachesOf(problem, known.people) };
  knownStandings.set(known, standing);
  return standing;
}

/**
 * How a complete plan without conflicts stands to the best plan by cost: that of the assessment, or this plan itself where it
 * costs less, or no more and is fairer.
 *
 * @param score S of this plan under the allowance
 */
export function againstBest(
  problem: Problem,
  aim: Aim,
  people: Int16Array,
  score: number,
  allowance: Allowance,
  known: BestKnown,
  runs: readonly Run[],
): AgainstBest {
  const cost = costOf(fullObjective(problem, aim, null), people);
  const { total, breaches } = cost;
  const other = standingOfKnown(problem, aim, known, allowance);
  const isBest = known.open > 0 || total < known.cost || (total === known.cost && score >= other.score);
  const best = isBest ? { cost: total, score, breaches } : { ...other, cost: known.cost };
  const bound = boundFor(problem, aim, runs);
  const more = breaches - best.breaches;
  const [own, top] = [shownScore(score), shownScore(best.score)];
  return {
    kind: own < top ? 'below' : own > top ? 'fairer' : more > 0 ? 'breaches' : 'best',
    proven: bound !== null && bound >= best.cost,
    score: best.score,
    breaches: more,
    wishes: gapInWishes(total, best.cost),
    cost,
    // A plan that breaks a rule or leaves shifts open may cost less than any that does not: of such a one a bound says nothing.
    bound: bound !== null && bound <= total && cost.open === 0 ? bound : null,
  };
}
