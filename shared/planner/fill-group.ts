import { blockerOf, type Board, give, take } from './delta.ts';
import { cheapestPairing, FORBIDDEN } from './hungarian.ts';
import { OPEN, rowOf } from './problem.ts';

/** What it costs that a person takes a slot that is open on this board. */
export type Price = (board: Board, slot: number, person: number) => number;

/** The change of the search cost: taken, read, given back. */
export const trueCost: Price = (board, slot, person) => {
  const cost = give(board, slot, person);
  take(board, slot);
  return cost;
};

function allowed(board: Board, slot: number, person: number): boolean {
  const cap = board.problem.cap[person] as number;
  return (cap < 0 || (board.held[person] as number) < cap) && blockerOf(board, slot, person, -1) === -1;
}

/**
 * Fills the movable slots of one group anew in the cheapest way, everything else staying as it is. Exact, since a person
 * takes at most one slot of a group and so the prices add up. Slots that nobody can take stay open.
 *
 * @param movable 1 for slots that may change
 */
export function fillGroup(board: Board, group: Int32Array, movable: Uint8Array, price: Price): void {
  const slots = group.filter((slot) => movable[slot] === 1);
  if (slots.length === 0) return;
  for (const slot of slots) take(board, slot);
  const people = [...new Set([...slots].flatMap((slot) => [...rowOf(board.problem.candidates, slot)]))].sort((a, b) => a - b);
  const places = new Map(people.map((person, place) => [person, place]));
  // Behind the people, one column per slot for leaving it open, at no cost: giving it earns the price of an open slot.
  const columns = people.length + slots.length;
  const costs = new Float64Array(slots.length * columns).fill(FORBIDDEN);
  slots.forEach((slot, row) => {
    costs[row * columns + people.length + row] = 0;
    for (const person of rowOf(board.problem.candidates, slot)) {
      if (allowed(board, slot, person)) costs[row * columns + (places.get(person) ?? 0)] = price(board, slot, person);
    }
  });
  const pairing = cheapestPairing(costs, slots.length, columns);
  slots.forEach((slot, row) => {
    const person = people[pairing[row] ?? -1] ?? OPEN;
    if (person !== OPEN && (costs[row * columns + (pairing[row] ?? 0)] ?? FORBIDDEN) < FORBIDDEN) give(board, slot, person);
  });
}
