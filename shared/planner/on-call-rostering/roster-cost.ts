import { adjacentDays, apartPairs, type Roster, triples, weekdaysOf, weekendsAfterWednesday, weekendsOf } from './roster.ts';

/** The price of a roster by its terms. */
export interface RosterCost {
  readonly total: number;
  readonly adjacent: number;
  readonly wednesdays: number;
  readonly weekdayImbalance: number;
  readonly weekendImbalance: number;
}

/** The largest ⌈|w_s n_t − w_t n_s| / 100⌉ over pairs of people: how far their counts are from their part-time shares. */
export function imbalanceOf({ staff, workLoad }: Roster, people: readonly number[], days: readonly number[]): number {
  const served = new Array<number>(staff).fill(0);
  for (const day of days) {
    const person = people[day] as number;
    served[person] = (served[person] as number) + 1;
  }
  let most = 0;
  for (let one = 0; one < staff; one++) {
    for (let other = one + 1; other < staff; other++) {
      most = Math.max(most, Math.abs((workLoad[one] as number) * (served[other] as number) - (workLoad[other] as number) * (served[one] as number)));
    }
  }
  return Math.ceil(most / 100);
}

/** @param people who serves on each day */
export function rosterCost(roster: Roster, people: readonly number[]): RosterCost {
  const adjacent = roster.adjacentPrice * adjacentDays(roster).filter((day) => people[day] === people[day + 1]).length;
  const wednesdays = roster.wednesdayPrice * weekendsAfterWednesday(roster).filter((day) => people[day] === people[day - 2]).length;
  const weekdayImbalance = imbalanceOf(roster, people, weekdaysOf(roster));
  const weekendImbalance = imbalanceOf(roster, people, weekendsOf(roster));
  return { total: adjacent + wednesdays + weekdayImbalance + weekendImbalance, adjacent, wednesdays, weekdayImbalance, weekendImbalance };
}

/** True where every day has somebody who may serve it and no rule is broken. */
export function keepsRules(roster: Roster, people: readonly number[]): boolean {
  return (
    people.length === roster.days &&
    people.every((person, day) => roster.candidates[day]?.includes(person)) &&
    apartPairs(roster).every(([one, other]) => people[one] !== people[other]) &&
    triples(roster).every((day) => people[day] !== people[day + 1] || people[day + 1] !== people[day + 2])
  );
}
