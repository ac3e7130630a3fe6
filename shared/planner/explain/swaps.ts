import { type Allowance, loadExcess, noAllowance, scores, type Standing } from '../../fairness/score.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import { costOf, fullObjective, type Objective, windowCountsOf } from '../cost.ts';
import { blockerOf, type Board, boardOf, give, take } from '../delta.ts';
import { rowOf } from '../problem.ts';
import { standingsOf } from '../standing.ts';
import { type Price, priceBetween } from './price.ts';
import type { Situation, SlotChange } from './situation.ts';

/** How somebody stands, before or after a swap. */
export interface Stand {
  /** In q: held, and held less the attainable share. */
  readonly load: number;
  readonly difference: number;
  /** ξ: load beyond what nobody notices, in q. */
  readonly excess: number;
  /** In quarter-holidays. */
  readonly holidayBalance: number;
  /** Turns that follow another too soon, counted by week. */
  readonly breaches: number;
  /** s, 0 to 100. */
  readonly score: number;
}

export interface StandChange {
  readonly person: PersonId;
  readonly before: Stand;
  readonly after: Stand;
  /** False for who is only told for completeness: their own turns stay. */
  readonly moved: boolean;
}

/** Two or three people who pass turns round. */
export interface Swap {
  readonly ways: 2 | 3;
  /** Who takes what from whom, in a circle. */
  readonly moves: readonly SlotChange[];
  /** Against the plan asked about, without the price of changes: they are what is asked for. */
  readonly price: Price;
  /** Everybody in the team, those who move first. */
  readonly people: readonly StandChange[];
  readonly score: { readonly before: number | null; readonly after: number | null };
  /** Nobody who moves gets further beyond their band, and no turn comes too soon that did not before. */
  readonly neutral: boolean;
}

export interface SwapWishes {
  /** Only swaps that hand on this turn. */
  readonly shift?: ShiftId;
  /** Only swaps that this person is part of. */
  readonly person?: PersonId;
  /** How many of two and of three people each. */
  readonly most?: number;
  /** ξ* and y* of the assessment, for the scores. */
  readonly allowance?: Allowance;
}

const MOST = 5;
/** Single moves from which circles of three are completed (planning.md, section 7). */
const SEEDS = 50;
/** The same where one turn or person is asked about: there are few, and all of them count. */
const SEEDS_OF_ONE = 1000;

type Circle = readonly number[];

/** The circle's slots change hands: each slot's holder takes the next one, the last one's the first. */
function turn(board: Board, circle: Circle): number {
  const people = circle.map((slot) => board.people[slot] as number);
  let change = 0;
  for (const slot of circle) change += take(board, slot);
  circle.forEach((slot, place) => {
    change += give(board, slot, people[(place + circle.length - 1) % circle.length] as number);
  });
  return change;
}

function turnBack(board: Board, circle: Circle): void {
  turn(board, [...circle].reverse());
}

const legal = (board: Board, slot: number, person: number): boolean =>
  board.problem.legal[slot * board.problem.people.length + person] !== 0;

/** Whether somebody could take one slot while giving up another. */
function fits(board: Board, slot: number, person: number, leaving: number): boolean {
  return legal(board, slot, person) && blockerOf(board, slot, person, leaving) === -1;
}

/** What a circle costs more, in search cost; null where a rule forbids it. The board is as before. */
function priceOfCircle(board: Board, circle: Circle): number | null {
  const people = circle.map((slot) => board.people[slot] as number);
  if (people.some((person) => person < 0) || new Set(people).size < circle.length) return null;
  const allowed = circle.every((slot, place) => {
    const from = (place + circle.length - 1) % circle.length;
    return fits(board, slot, people[from] as number, circle[from] as number);
  });
  if (!allowed) return null;
  const change = turn(board, circle);
  turnBack(board, circle);
  return change;
}

interface Found {
  readonly circle: Circle;
  readonly change: number;
}

const better = (one: Found, other: Found): number => {
  if (one.change !== other.change) return one.change - other.change;
  const place = one.circle.findIndex((slot, at) => slot !== other.circle[at]);
  return place < 0 ? 0 : (one.circle[place] as number) - (other.circle[place] as number);
};

/** The cheapest few of many, without keeping all of them. */
function cheapest(limit: number) {
  let kept: Found[] = [];
  return {
    offer: (one: Found): void => {
      kept.push(one);
      if (kept.length >= 8 * limit) kept = kept.sort(better).slice(0, limit);
    },
    list: (): readonly Found[] => kept.sort(better).slice(0, limit),
  };
}

/** What is asked for: which circles count, and which single moves may be part of one. */
interface Wanted {
  readonly circle: (circle: Circle) => boolean;
  readonly move: (slot: number, person: number) => boolean;
  readonly narrow: boolean;
}

function wantedOf({ input, people }: Situation, { shift, person }: SwapWishes): Wanted {
  const slot = shift === undefined ? null : (input.problem.slotAt.get(shift) ?? -1);
  const who = person === undefined ? null : (input.problem.personAt.get(person) ?? -2);
  const holder = slot === null ? null : people[slot];
  return {
    circle: (circle) =>
      (slot === null || circle.includes(slot)) && (who === null || circle.some((one) => people[one] === who)),
    move: (taken, taker) =>
      (slot === null || taken === slot || taker === holder) &&
      (who === null || taker === who || people[taken] === who),
    narrow: slot !== null || who !== null,
  };
}

function pairs(board: Board, slots: readonly number[], wanted: Wanted, limit: number): readonly Found[] {
  const best = cheapest(limit);
  slots.forEach((one, place) => {
    for (const other of slots.slice(place + 1)) {
      if (!wanted.circle([one, other])) continue;
      const change = priceOfCircle(board, [one, other]);
      if (change !== null) best.offer({ circle: [one, other], change });
    }
  });
  return best.list();
}

/** Single moves, somebody taking a slot of somebody else, by what they cost alone: the most promising parts of a circle. */
function seedsOf(
  board: Board,
  slots: readonly number[],
  wanted: Wanted,
): readonly { readonly slot: number; readonly person: number }[] {
  const moves: { slot: number; person: number; change: number }[] = [];
  for (const slot of slots) {
    const holder = board.people[slot] as number;
    if (holder < 0) continue;
    for (const person of rowOf(board.problem.candidates, slot)) {
      if (person === holder || !wanted.move(slot, person)) continue;
      const change = take(board, slot) + give(board, slot, person);
      take(board, slot);
      give(board, slot, holder);
      moves.push({ slot, person, change });
    }
  }
  moves.sort((a, b) => a.change - b.change || a.slot - b.slot || a.person - b.person);
  return moves.slice(0, wanted.narrow ? SEEDS_OF_ONE : SEEDS);
}

/** A circle begins with its first slot, so that each is known by one name. */
function named(circle: Circle): Circle {
  const first = circle.indexOf(Math.min(...circle));
  return [...circle.slice(first), ...circle.slice(0, first)];
}

function triples(board: Board, slots: readonly number[], wanted: Wanted, limit: number): readonly Found[] {
  const best = cheapest(limit);
  const seen = new Set<string>();
  for (const { slot: taken, person } of seedsOf(board, slots, wanted)) {
    const own = slots.filter((slot) => board.people[slot] === person);
    for (const given of own) {
      if (!fits(board, taken, person, given)) continue;
      for (const third of slots) {
        const circle = named([given, taken, third]);
        if (third === given || third === taken || !wanted.circle(circle)) continue;
        const key = circle.join(' ');
        if (seen.has(key)) continue;
        seen.add(key);
        const change = priceOfCircle(board, circle);
        if (change !== null) best.offer({ circle, change });
      }
    }
  }
  return best.list();
}

function breachesOf(objective: Objective, people: Int16Array): Int32Array {
  const width = objective.problem.people.length;
  const breaches = new Int32Array(width);
  windowCountsOf(objective.problem, people).forEach((count, cell) => {
    if (count > 1) breaches[cell % width] = (breaches[cell % width] ?? 0) + count - 1;
  });
  return breaches;
}

interface Standings {
  readonly people: readonly Stand[];
  readonly team: number | null;
}

function standsOf(objective: Objective, people: Int16Array, allowance: Allowance): Standings {
  const { problem, aim } = objective;
  const standings: readonly Standing[] = standingsOf(problem, aim, people);
  const result = scores(standings, allowance);
  const breaches = breachesOf(objective, people);
  return {
    team: result.team,
    people: standings.map((one, person) => ({
      load: one.difference + (aim.attainable[person] ?? 0),
      difference: one.difference,
      excess: loadExcess(one),
      holidayBalance: one.holidayBalance,
      breaches: breaches[person] ?? 0,
      score: result.people[person] ?? 100,
    })),
  };
}

function swapOf(
  situation: Situation,
  objective: Objective,
  before: Standings,
  { circle }: Found,
  allowance: Allowance,
): Swap {
  const { problem } = situation.input;
  const next = Int16Array.from(situation.people);
  const holder = (place: number): number =>
    situation.people[circle[(place + circle.length) % circle.length] as number] as number;
  circle.forEach((slot, place) => (next[slot] = holder(place - 1)));
  const after = standsOf(objective, next, allowance);
  const moved = new Set(circle.map((slot) => situation.people[slot] as number));
  const idOf = (person: number): PersonId => (problem.people[person] as (typeof problem.people)[number]).id;
  const people = problem.people.map(({ id }, person) => ({
    person: id,
    before: before.people[person] as Stand,
    after: after.people[person] as Stand,
    moved: moved.has(person),
  }));
  return {
    ways: circle.length === 2 ? 2 : 3,
    moves: circle.map((slot, place) => ({
      shift: (problem.slots[slot] as (typeof problem.slots)[number]).id,
      from: idOf(holder(place)),
      to: idOf(holder(place - 1)),
    })),
    price: priceBetween(costOf(objective, situation.people), costOf(objective, next)),
    people: [...people].sort((a, b) => Number(b.moved) - Number(a.moved)),
    score: { before: before.team, after: after.team },
    neutral: people.every(
      (one) =>
        !one.moved || (one.after.excess <= one.before.excess && one.after.breaches <= one.before.breaches),
    ),
  };
}

/**
 * The best exchanges of turns, between two people and round three, by what they cost: fairness, holidays, rest and wishes. A
 * rule that speaks against one leaves it out. Turns that are pinned, begun or over stay.
 *
 * All exchanges of two are tried. Circles of three are completed from the 50 single moves that help most, which on small teams
 * is nearly all of them.
 */
export function bestSwaps(situation: Situation, wishes: SwapWishes = {}): readonly Swap[] {
  const { input, movable, people } = situation;
  const { problem, aim } = input;
  const objective = fullObjective(problem, aim, null);
  const board = boardOf(objective, people);
  const slots = [...movable.keys()].filter((slot) => movable[slot] === 1 && (people[slot] as number) >= 0);
  const wanted = wantedOf(situation, wishes);
  const limit = wishes.most ?? MOST;
  const allowance = wishes.allowance ?? noAllowance;
  const before = standsOf(objective, people, allowance);
  return [...pairs(board, slots, wanted, limit), ...triples(board, slots, wanted, limit)].map((found) =>
    swapOf(situation, objective, before, found, allowance),
  );
}
