import { adjacentDays, type Roster, weekdaysOf, weekendsAfterWednesday, weekendsOf } from './roster.ts';

const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));

/**
 * An imbalance that no counts of these days can avoid. None at all needs counts that stand to each other exactly as the shares
 * do; and whoever must serve some days stays apart from whoever cannot serve enough.
 */
function leastImbalance({ staff, workLoad, candidates }: Roster, days: readonly number[]): number {
  const must = new Array<number>(staff).fill(0);
  const can = new Array<number>(staff).fill(0);
  for (const day of days) {
    const people = candidates[day] ?? [];
    for (const person of people) can[person] = (can[person] as number) + 1;
    if (people.length === 1) must[people[0] as number] = (must[people[0] as number] as number) + 1;
  }
  const grain = workLoad.reduce(divisor, 0);
  const rounds = (days.length * grain) / workLoad.reduce((sum, load) => sum + load, 0);
  const even = Number.isInteger(rounds) && workLoad.every((load, person) => {
    const count = (rounds * load) / grain;
    return count >= (must[person] as number) && count <= (can[person] as number);
  });
  let most = even ? 0 : 1;
  for (let one = 0; one < staff; one++) {
    for (let other = 0; other < staff; other++) {
      const apart = (workLoad[other] as number) * (must[one] as number) - (workLoad[one] as number) * (can[other] as number);
      most = Math.max(most, Math.ceil(apart / 100));
    }
  }
  return most;
}

/** A cost that every roster has at least, by counting alone: what the fixed days force, and what the shares cannot divide. */
export function leastCost(roster: Roster): number {
  const only = (day: number): number | undefined => (roster.candidates[day]?.length === 1 ? roster.candidates[day][0] : undefined);
  const forced = (days: readonly number[], step: number): number => days.filter((day) => only(day) !== undefined && only(day) === only(day + step)).length;
  return (
    roster.adjacentPrice * forced(adjacentDays(roster), 1) +
    roster.wednesdayPrice * forced(weekendsAfterWednesday(roster), -2) +
    leastImbalance(roster, weekdaysOf(roster)) +
    leastImbalance(roster, weekendsOf(roster))
  );
}
