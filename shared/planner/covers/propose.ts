import { dateOf } from '../../calendar/days.ts';
import type { LocalDate, QuarterId } from '../../model/dates.ts';
import type { PersonId } from '../../model/ids.ts';
import type { Shift } from '../../model/shift.ts';
import type { Workspace } from '../../model/workspace.ts';
import { type Cost, costOf, fullObjective } from '../cost.ts';
import { blockerOf, type Board, boardOf, give, SCALE, take } from '../delta.ts';
import { type Price, priceBetween } from '../explain/price.ts';
import { aimOf } from '../aim.ts';
import { carryInto } from '../carry-in.ts';
import { noCarry } from '../../fairness/carry.ts';
import { aimFor, type KnownShares } from '../plan.ts';
import { peopleOnPlan, type Problem } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { standingsOf } from '../standing.ts';
import { coverTimes } from './cover-times.ts';
import { type HolidayInTurn, holidaysInTurns } from './holiday-days.ts';
import { lendShares } from './lend-assessment.ts';
import { type DayCover, withCovers } from './with-covers.ts';

/** How somebody's holidays stand before and after, in quarter-holidays against their share. */
export interface HolidayStand {
  readonly person: PersonId;
  readonly before: number;
  readonly after: number;
}

/** A holiday that goes to somebody else. */
export interface HolidayHandedOn extends HolidayInTurn {
  readonly to: PersonId;
}

/** A better owner of one holiday, or two holidays that change owners. */
export interface CoverProposal {
  readonly days: readonly HolidayHandedOn[];
  /** Against the plan that stands, alone, term by term; `total` counts each handed-on holiday as a change. Below 0 is better. */
  readonly price: Price;
  /** Those whose holidays change. */
  readonly people: readonly HolidayStand[];
}

export interface CoverAdvice {
  readonly quarter: QuarterId;
  /** Duties on holidays that are still to come and can be handed on. */
  readonly considered: number;
  /** The most helpful first. Each helps alone; no day is in two of them. */
  readonly proposals: readonly CoverProposal[];
  /** All of them together, against the plan that stands. */
  readonly together: Price;
  readonly people: readonly HolidayStand[];
}

/** More than these at once nobody reads; accepting some brings the next. */
const MOST_PROPOSALS = 12;

/** A holiday as a slot of its own, in a problem in which all holidays are. */
interface Piece {
  readonly day: HolidayInTurn;
  readonly slot: number;
}

type Move = readonly { readonly piece: Piece; readonly to: number }[];

interface Found {
  readonly move: Move;
  /** Change of the search cost. */
  readonly change: number;
}

interface Weighed {
  readonly cost: Cost;
  readonly balances: ReadonlyMap<PersonId, number>;
}

/** The full scorer's word on a plan with other covers, against the shares of the plan that stands. */
function weigh(before: Workspace, after: Workspace, quarter: QuarterId, shares: KnownShares): Weighed {
  const problem = problemOf(after, quarter);
  const aim = aimFor(after, problem, lendShares(shares, before, after, quarter));
  const people = peopleOnPlan(after, problem);
  const standings = standingsOf(problem, aim, people);
  return {
    cost: costOf(fullObjective(problem, aim, null), people),
    balances: new Map(problem.people.map(({ id }, person) => [id, standings[person]?.holidayBalance ?? 0])),
  };
}

/** Holidays that have not begun and whose turn nobody pinned: a pin says that this person is wanted there. */
function movable(workspace: Workspace, day: HolidayInTurn, today: LocalDate): boolean {
  const turn = workspace.shifts[day.turn] as Shift;
  const times = coverTimes(turn, day.from, day.until);
  return times !== null && dateOf(times.start) > today && !turn.pinned && day.shift === day.turn;
}

const asCover = ({ turn, from, until, person }: HolidayInTurn): DayCover => ({
  shift: turn,
  from,
  until,
  person,
});

const handedOn = (problem: Problem, move: Move): readonly HolidayHandedOn[] =>
  move.map(({ piece, to }) => ({ ...piece.day, to: problem.people[to]?.id as PersonId }));

const asCovers = (days: readonly HolidayHandedOn[]): readonly DayCover[] =>
  days.map(({ turn, from, until, to }) => ({ shift: turn, from, until, person: to }));

/** How many more slots each person may take; null is no cap. A holiday laid out for its own holder counts for nothing. */
function roomOf(workspace: Workspace, problem: Problem): (number | null)[] {
  const held = Object.values(workspace.shifts);
  return problem.people.map(({ id, cap }) => {
    if (cap === null) return null;
    return cap - held.filter((shift) => shift.person === id && problem.slotAt.has(shift.id)).length;
  });
}

/** What a move makes better for the holidays alone, by number and by name, in cost units. The board is as before. */
function holidayGain(board: Board, move: Move): number {
  const { problem, objective } = board;
  const width = problem.people.length;
  const change = new Map<number, number>();
  let again = 0;
  for (const { piece, to } of move) {
    const from = board.people[piece.slot] as number;
    const at = piece.slot * width;
    change.set(from, (change.get(from) ?? 0) - (problem.holidays[at + from] ?? 0));
    change.set(to, (change.get(to) ?? 0) + (problem.holidays[at + to] ?? 0));
    again += (problem.sameHoliday[at + from] ?? 0) - (problem.sameHoliday[at + to] ?? 0);
  }
  return [...change].reduce((gain, [person, units]) => {
    const balance = board.balance[person] ?? 0;
    return gain + objective.holidayWeight * (balance * balance - (balance + units) * (balance + units));
  }, again);
}

/** Makes a move on the board. Returns the change of the search cost. */
function make(board: Board, move: Move): number {
  let change = 0;
  for (const { piece } of move) change += take(board, piece.slot);
  for (const { piece, to } of move) change += give(board, piece.slot, to);
  return change;
}

/** What a move would change, with the board left as it was; null where a rule forbids it. */
function priced(board: Board, move: Move, room: readonly (number | null)[]): number | null {
  const { problem } = board;
  const froms = move.map(({ piece }) => board.people[piece.slot] as number);
  for (const [place, { piece, to }] of move.entries()) {
    if (problem.legal[piece.slot * problem.people.length + to] === 0 || to === froms[place]) return null;
    if (
      blockerOf(board, piece.slot, to, move.find((other) => other.piece !== piece)?.piece.slot ?? -1) !== -1
    )
      return null;
    if (move.length === 1 && (room[to] ?? 1) <= 0) return null;
  }
  if (move.length > 1 && move.some(({ to }) => (room[to] ?? 1) <= 0)) return null;
  const change = make(board, move);
  make(
    board,
    move.map(({ piece }, place) => ({ piece, to: froms[place] as number })),
  );
  return change;
}

/** Every way to hand on one of these holidays, and every exchange of two. */
function* movesOf(board: Board, pieces: readonly Piece[]): Generator<Move> {
  for (const piece of pieces) for (let to = 0; to < board.problem.people.length; to++) yield [{ piece, to }];
  for (const [place, one] of pieces.entries()) {
    for (const other of pieces.slice(place + 1)) {
      const [a, b] = [board.people[one.slot] as number, board.people[other.slot] as number];
      if (a !== b)
        yield [
          { piece: one, to: b },
          { piece: other, to: a },
        ];
    }
  }
}

function bestMove(board: Board, pieces: readonly Piece[], room: readonly (number | null)[]): Found | null {
  let best: Found | null = null;
  for (const move of movesOf(board, pieces)) {
    const change = priced(board, move, room);
    // A day is worth handing on for the holidays' sake, not to even out a load by way of them.
    if (change === null || change > -SCALE || (best !== null && change >= best.change)) continue;
    if (holidayGain(board, move) > 0) best = { move, change };
  }
  return best;
}

/** One helpful move after the other, each the best of those that are left; a holiday changes hands once. */
function chainOf(board: Board, pieces: readonly Piece[], room: (number | null)[]): readonly Move[] {
  const moves: Move[] = [];
  let left = pieces;
  while (moves.length < MOST_PROPOSALS) {
    const found = bestMove(board, left, room);
    if (found === null) break;
    make(board, found.move);
    for (const { to } of found.move) {
      const places = room[to] ?? null;
      room[to] = places === null ? null : places - 1;
    }
    const moved = new Set(found.move.map(({ piece }) => piece));
    left = left.filter((piece) => !moved.has(piece));
    moves.push(found.move);
  }
  return moves;
}

/** The shares that everything here is judged against: those that are known, else the targets, worked out once. */
function sharesOrTargets(workspace: Workspace, quarter: QuarterId, shares: KnownShares | null): KnownShares {
  const problem = problemOf(workspace, quarter);
  if (shares !== null && shares.digest === problem.digest) return shares;
  const carry = carryInto(workspace, quarter);
  const { attainable } = aimOf(problem, carry, null);
  const byId = <Value>(value: (person: number) => Value): Readonly<Record<PersonId, Value>> =>
    Object.fromEntries(problem.people.map(({ id }, person) => [id, value(person)]));
  return {
    digest: problem.digest,
    carry: byId((person) => carry[person] ?? noCarry),
    attainable: byId((person) => attainable[person] ?? 0),
  };
}

const stands = (before: Weighed, after: Weighed): readonly HolidayStand[] =>
  [...before.balances].map(([person, was]) => ({
    person,
    before: was,
    after: after.balances.get(person) ?? was,
  }));

/**
 * Better owners of single holidays of a quarter: who could cover which, so that holidays are more even by count and weight, and the one
 * of a name does not fall to the same person again (planning.md, sections 2 and 5). Turns stay with their holders; pinned ones, covers
 * that stand and days that have begun are left alone. Each proposal is checked by the full scorer, by itself and with all.
 *
 * A search from the best single change to the next, exchanges of two included: it does not claim that there is no better set.
 *
 * @param known attainable shares of the quarter; null takes the targets for them
 */
export function proposeCovers(
  workspace: Workspace,
  quarter: QuarterId,
  known: KnownShares | null,
  today: LocalDate,
): CoverAdvice {
  const shares = sharesOrTargets(workspace, quarter, known);
  const days = holidaysInTurns(workspace, quarter).filter((day) => movable(workspace, day, today));
  const apart = withCovers(workspace, days.map(asCover));
  const problem = problemOf(apart, quarter);
  const aim = aimFor(apart, problem, lendShares(shares, workspace, apart, quarter));
  const present = peopleOnPlan(apart, problem);
  const board = boardOf(fullObjective(problem, aim, present), present);
  const pieces = days.flatMap((day): readonly Piece[] => {
    const times = coverTimes(workspace.shifts[day.turn] as Shift, day.from, day.until);
    const slot = problem.slotAt.get(
      `${day.turn}/cover/${times === null ? '' : dateOf(times.start)}` as Shift['id'],
    );
    return slot === undefined || (present[slot] ?? -1) < 0 ? [] : [{ day, slot }];
  });
  const before = weigh(workspace, workspace, quarter, shares);
  const after = (handed: readonly HolidayHandedOn[]): Weighed =>
    weigh(workspace, withCovers(workspace, asCovers(handed)), quarter, shares);
  const priceOf = (handed: readonly HolidayHandedOn[], { cost }: Weighed): Price => {
    const price = priceBetween(before.cost, cost);
    const changed = problem.weights.changedSlot * handed.length;
    return { ...price, changed, total: price.total + changed };
  };
  const proposals = chainOf(board, pieces, roomOf(workspace, problem)).flatMap(
    (move): readonly CoverProposal[] => {
      const handed = handedOn(problem, move);
      const weighed = after(handed);
      const price = priceOf(handed, weighed);
      if (price.total >= 0 || price.holidays + price.sameHoliday >= 0) return [];
      const people = stands(before, weighed).filter((stand) =>
        handed.some((day) => day.person === stand.person || day.to === stand.person),
      );
      return [{ days: handed, price, people }];
    },
  );
  const all = proposals.flatMap((proposal) => proposal.days);
  const weighed = after(all);
  return {
    quarter,
    considered: pieces.length,
    proposals,
    together: priceOf(all, weighed),
    people: stands(before, weighed),
  };
}
