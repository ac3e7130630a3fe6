import type { Aim } from '../../../shared/planner/aim.ts';
import type { Problem } from '../../../shared/planner/problem.ts';
import { rowOf } from '../../../shared/planner/problem.ts';
import type { InstanceTerms } from '../instances.ts';

/** An instance as every solver and the second scorer read it: plain facts, the targets inside, nothing derived. */
export interface BenchmarkForm {
  readonly name: string;
  readonly weeks: number;
  readonly restWeeks: number;
  /** Loads in q, holidays in quarter-holidays. */
  readonly people: readonly { readonly attainable: number; readonly band: number; readonly holidayBase: number }[];
  readonly slots: readonly {
    readonly week: number;
    readonly load: number;
    readonly holiday: number;
    /** Who may take it, and what that costs in wishes. */
    readonly takers: readonly { readonly person: number; readonly price: number }[];
  }[];
  readonly weights: { readonly rest: number; readonly load: number; readonly holidays: number };
}

/** @param problem made from the same terms: its slots stand by week, pipeline, layer */
export function benchmarkForm(name: string, { weeks, restWeeks, pipelines }: InstanceTerms, problem: Problem, aim: Aim): BenchmarkForm {
  const width = problem.people.length;
  return {
    name,
    weeks,
    restWeeks,
    people: problem.people.map((_, person) => ({
      attainable: aim.attainable[person] ?? 0,
      band: problem.band[person] ?? 0,
      holidayBase: aim.holidayBase[person] ?? 0,
    })),
    slots: problem.slots.map((_, slot) => ({
      week: Math.floor(slot / (2 * pipelines)),
      load: problem.load[slot] ?? 0,
      holiday: problem.holidays[slot * width] ?? 0,
      takers: [...rowOf(problem.candidates, slot)].map((person) => ({ person, price: problem.price[slot * width + person] ?? 0 })),
    })),
    weights: {
      rest: problem.weights.restBreach,
      load: problem.weights.loadBeyondBand,
      holidays: problem.weights.holidayBalance,
    },
  };
}

/** The same as numbers with blanks between, for programs without a reader of JSON; test/bench/peers/timefold names the order. */
export function asNumbers({ weeks, restWeeks, people, slots, weights }: BenchmarkForm): string {
  const lines = [
    [weeks, restWeeks, people.length, slots.length, weights.rest, weights.load, weights.holidays],
    ...people.map(({ attainable, band, holidayBase }) => [attainable, band, holidayBase]),
    ...slots.map(({ week, load, holiday, takers }) => [week, load, holiday, takers.length, ...takers.flatMap(({ person, price }) => [person, price])]),
  ];
  return `${lines.map((line) => line.join(' ')).join('\n')}\n`;
}
