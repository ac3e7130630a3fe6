import { random } from '../random.ts';
import { adjacentDays, apartPairs, type Roster, triples, weekendsAfterWednesday } from './roster.ts';
import { keepsRules, rosterCost } from './roster-cost.ts';

/** Moves of one annealing, and annealings before the search gives up: together below a second. */
const MOVES_A_DAY = 4000;
const MOST_MOVES = 200_000;
const ATTEMPTS = 5;
const SEED = 1;
/** Search cost of a broken rule and of one cost unit; the rest is how far the counts are from the shares, squared. */
const BROKEN = 60;
const UNIT = 6;
const HOT = 30;
const COLD = 0.2;

/** Days whose people are compared with those of a day, and what it costs that they are the same. */
type Bonds = readonly (readonly { readonly day: number; readonly price: number }[])[];

function bondsOf(roster: Roster): Bonds {
  const bonds: { day: number; price: number }[][] = Array.from({ length: roster.days }, () => []);
  const tie = (one: number, other: number, price: number): void => {
    bonds[one]?.push({ day: other, price });
    bonds[other]?.push({ day: one, price });
  };
  for (const [one, other] of apartPairs(roster)) tie(one, other, BROKEN);
  for (const day of adjacentDays(roster)) tie(day, day + 1, UNIT * roster.adjacentPrice);
  for (const day of weekendsAfterWednesday(roster)) tie(day, day - 2, UNIT * roster.wednesdayPrice);
  return bonds;
}

interface Board {
  readonly roster: Roster;
  readonly bonds: Bonds;
  readonly isTriple: readonly boolean[];
  readonly people: number[];
  /** By kind of day and person: days served less the share of them, and that share. */
  readonly excess: readonly [weekdays: Float64Array, weekends: Float64Array];
}

/** What the day's person costs there, with all that they hold around it; counts apart. */
function costThere({ bonds, isTriple, people }: Board, day: number): number {
  const person = people[day];
  let cost = 0;
  for (const bond of bonds[day] as Bonds[number]) if (people[bond.day] === person) cost += bond.price;
  for (let first = Math.max(0, day - 2); first <= day; first++) {
    if (isTriple[first] && people[first] === people[first + 1] && people[first + 1] === people[first + 2]) cost += BROKEN;
  }
  return cost;
}

/** Gives a day to somebody; returns the change of the search cost. */
function give(board: Board, day: number, person: number): number {
  const excess = board.excess[board.roster.isWeekend[day] ? 1 : 0];
  const before = board.people[day] as number;
  if (before === person) return 0;
  const [from, to] = [excess[before] as number, excess[person] as number];
  const was = costThere(board, day);
  board.people[day] = person;
  excess[before] = from - 1;
  excess[person] = to + 1;
  // (from − 1)² − from² + (to + 1)² − to²
  return costThere(board, day) - was + 2 * (to - from) + 2;
}

function boardOf(roster: Roster, next: () => number): Board {
  const people = roster.candidates.map((list) => list[Math.floor(next() * list.length)] as number);
  const all = roster.workLoad.reduce((sum, load) => sum + load, 0);
  const excessOf = (weekend: boolean): Float64Array => {
    const days = people.filter((_, day) => roster.isWeekend[day] === weekend);
    const excess = Float64Array.from(roster.workLoad, (load) => (-days.length * load) / all);
    for (const person of days) excess[person] = (excess[person] as number) + 1;
    return excess;
  };
  const first = new Set(triples(roster));
  return { roster, bonds: bondsOf(roster), isTriple: roster.candidates.map((_, day) => first.has(day)), people, excess: [excessOf(false), excessOf(true)] };
}

/** One annealing: a day to another person, or two days' people exchanged. Calls `look` whenever the cost is lower than ever before. */
function anneal(board: Board, next: () => number, look: () => boolean): void {
  const { roster, people } = board;
  const free = roster.candidates.flatMap((list, day) => (list.length > 1 ? [day] : []));
  if (free.length === 0) return;
  const anyDay = (): number => free[Math.floor(next() * free.length)] as number;
  const moves = Math.min(MOST_MOVES, MOVES_A_DAY * roster.days);
  let temperature = HOT;
  let cost = 0; // from the first roster on: only where it falls matters
  let lowest = 0;
  for (let move = 0; move < moves; move++) {
    if (move % 256 === 0) temperature = HOT * Math.pow(COLD / HOT, move / moves);
    const [day, other] = [anyDay(), anyDay()];
    const [person, partner] = [people[day] as number, people[other] as number];
    const list = roster.candidates[day] as readonly number[];
    const exchange = next() < 0.5 && list.includes(partner) && (roster.candidates[other] as readonly number[]).includes(person);
    const change = exchange ? give(board, day, partner) + give(board, other, person) : give(board, day, list[Math.floor(next() * list.length)] as number);
    if (change <= 0 || next() < Math.exp(-change / temperature)) {
      cost += change;
      if (cost >= lowest) continue;
      lowest = cost;
      if (look()) return;
    } else {
      if (exchange) give(board, other, partner);
      give(board, day, person);
    }
  }
}

/**
 * A good roster by a seeded local search, the same on every machine; null where it meets none that keeps all rules.
 *
 * @param enough it ends once a roster costs no more than this
 */
export function searchRoster(roster: Roster, enough: number): readonly number[] | null {
  const next = random(SEED);
  let best: readonly number[] | null = null;
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && least > enough; attempt++) {
    const board = boardOf(roster, next);
    const look = (): boolean => {
      const cost = rosterCost(roster, board.people).total;
      if (cost < least && keepsRules(roster, board.people)) {
        best = [...board.people];
        least = cost;
      }
      return least <= enough;
    };
    anneal(board, next, look);
    look();
  }
  return best;
}
