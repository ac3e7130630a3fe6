import type { Standing } from '../fairness/score.ts';
import type { Aim } from './aim.ts';
import { differencesOf, holidayBalancesOf } from './cost.ts';
import type { Problem } from './problem.ts';

/** How everybody stands under a plan, as the score asks it. */
export function standingsOf(problem: Problem, aim: Aim, people: Int16Array): readonly Standing[] {
  const difference = differencesOf(problem, aim.attainable, people);
  const balance = holidayBalancesOf(problem, aim.holidayBase, people);
  return problem.people.map((_, person) => ({
    difference: difference[person] ?? 0,
    band: problem.band[person] ?? 0,
    holidayBalance: balance[person] ?? 0,
  }));
}
