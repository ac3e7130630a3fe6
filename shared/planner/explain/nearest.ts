import { costOf } from '../cost.ts';
import { OPEN, rowOf } from '../problem.ts';
import { isCheaper } from './price.ts';
import type { Situation } from './situation.ts';

/** Whether a plan keeps the hard rules in the slots that may move. */
function isLegal({ input, movable }: Situation, people: Int16Array): boolean {
  const { problem } = input;
  const width = problem.people.length;
  const held = new Int32Array(width);
  for (const person of people) if (person >= 0) held[person] = (held[person] as number) + 1;
  if (problem.cap.some((cap, person) => cap >= 0 && (held[person] as number) > cap)) return false;
  return people.every((person, slot) => {
    if (movable[slot] !== 1 || person === OPEN) return true;
    if (person < 0 || problem.legal[slot * width + person] === 0) return false;
    return !rowOf(problem.clashes, slot).some((other) => people[other] === person);
  });
}

/** Changed slots that are tried together: those of one rotation that begin together, and all that begin together. */
function bundles({ input }: Situation, changed: readonly number[]): readonly (readonly number[])[] {
  const by = (key: (slot: number) => string): readonly number[][] => {
    const found = new Map<string, number[]>();
    for (const slot of changed) found.set(key(slot), [...(found.get(key(slot)) ?? []), slot]);
    return [...found.values()];
  };
  const turn = (slot: number) => input.problem.slots[slot];
  return [
    ...by((slot) => `${turn(slot)?.start} ${turn(slot)?.rotation}`),
    ...by((slot) => `${turn(slot)?.start}`),
  ];
}

/**
 * A plan as cheap as another one, but nearer to the plan asked about: what a solver changed without need is taken back, one bundle
 * after the other and then two at a time, as long as the cost does not rise. So that an answer names few turns.
 *
 * @param kept slots that stay as the other plan has them
 */
export function nearest(situation: Situation, people: Int16Array, kept: readonly number[]): Int16Array {
  const { objective, people: asked, movable } = situation;
  let best = people;
  let cost = costOf(objective, best);
  const back = (slots: readonly number[]): boolean => {
    const next = Int16Array.from(best);
    for (const slot of slots) next[slot] = asked[slot] as number;
    const price = costOf(objective, next);
    if (isCheaper(cost, price) || !isLegal(situation, next)) return false;
    best = next;
    cost = price;
    return true;
  };
  for (let again = true; again;) {
    again = false;
    const changed = [...best.keys()].filter(
      (slot) => best[slot] !== asked[slot] && movable[slot] === 1 && !kept.includes(slot),
    );
    const all = bundles(situation, changed);
    again =
      all.some(back) ||
      all.some((one, place) => all.slice(place + 1).some((other) => back([...one, ...other])));
  }
  return best;
}
