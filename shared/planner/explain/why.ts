import type { PersonId, ShiftId } from '../../model/ids.ts';
import { shortageAt } from '../matching.ts';
import { OPEN } from '../problem.ts';
import { weeksOfTurn, wishesIn } from '../wishes.ts';
import { type Barrier, barriersAgainst, type Kept, keptBecause } from './barriers.ts';
import type { Price } from './price.ts';
import { holderOf, type Situation, type SlotChange } from './situation.ts';
import { whyNot } from './why-not.ts';

/** What it would mean that somebody else held the slot. */
export interface Alternative {
  readonly person: PersonId;
  /** Why not at all; empty where only the price stands against it. */
  readonly barriers: readonly Barrier[];
  /** At most this; null where barred, or where no complete plan has it so. */
  readonly price: Price | null;
  readonly changes: readonly SlotChange[];
}

/** Why a slot is held by whom it is. */
export interface WhyThisPerson {
  readonly shift: ShiftId;
  /** Null for a gap. */
  readonly holder: PersonId | null;
  /** Set where nobody chose: the slot was pinned, worked, or arranged as a cover. */
  readonly kept: Kept | null;
  /** The holder asked for this week, or to be free in it. */
  readonly wish: 'wanted' | 'avoided' | null;
  /** How far the holder is from the attainable share under this plan, in q, and what nobody notices of it. */
  readonly difference: number;
  readonly band: number;
  /** The load of the slot, in q. */
  readonly load: number;
  /** Everybody else: the cheapest first, those whom a rule bars last. */
  readonly others: readonly Alternative[];
  /** For a gap: turns that begin together and too few people for them; null where the gap has another reason. */
  readonly shortage: { readonly shifts: readonly ShiftId[]; readonly people: readonly PersonId[] } | null;
}

function alternative(
  situation: Situation,
  shift: ShiftId,
  slot: number,
  person: PersonId,
  kept: Kept | null,
): Alternative {
  // A kept slot bars everybody alike, which is said once; what is asked of each is whether they could hold it.
  const barriers = barriersAgainst(situation, slot, person).filter((one) => one.kind === 'rule');
  if (barriers.length > 0 || kept !== null) return { person, barriers, price: null, changes: [] };
  const answer = whyNot(situation, shift, person);
  return answer.kind === 'priced'
    ? { person, barriers: [], price: answer.price, changes: answer.changes }
    : { person, barriers: [], price: null, changes: [] };
}

const rank = ({ price, barriers }: Alternative): readonly number[] =>
  price === null ? [1, barriers.length, 0] : [0, price.open, price.total];

function byRank(one: Alternative, other: Alternative): number {
  const [mine, theirs] = [rank(one), rank(other)];
  const difference = mine
    .map((figure, place) => figure - (theirs[place] ?? 0))
    .find((figure) => figure !== 0);
  return difference ?? (one.person < other.person ? -1 : 1);
}

function wishOf(
  { workspace, input }: Situation,
  slot: number,
  holder: PersonId | null,
): WhyThisPerson['wish'] {
  const person = holder === null ? undefined : workspace.people[holder];
  const turn = input.problem.slots[slot];
  if (person === undefined || turn === undefined) return null;
  const { wanted, avoided } = wishesIn(person, weeksOfTurn(turn.start, turn.end));
  return avoided > 0 ? 'avoided' : wanted > 0 ? 'wanted' : null;
}

function shortageOf({ input, people }: Situation, slot: number): WhyThisPerson['shortage'] {
  const { problem } = input;
  const found = people[slot] === OPEN ? shortageAt(problem, people, slot) : null;
  if (found === null) return null;
  return {
    shifts: found.slots.flatMap((one) => problem.slots[one]?.id ?? []),
    people: found.people.flatMap((one) => problem.people[one]?.id ?? []),
  };
}

/** Load held less the attainable share, in q. */
function differenceOf({ input, people }: Situation, person: number): number {
  const held = people.reduce(
    (sum, holder, slot) => (holder === person ? sum + (input.problem.load[slot] ?? 0) : sum),
    0,
  );
  return held - (input.aim.attainable[person] ?? 0);
}

/**
 * Why this person holds this slot: what binds it, how the holder stands, and for everybody else either the rule that bars them
 * or what giving it to them would cost at most.
 *
 * @throws when the slot is not one of the quarter's
 */
export function whyThisPerson(situation: Situation, shift: ShiftId): WhyThisPerson {
  const { workspace, input } = situation;
  const { problem } = input;
  const slot = problem.slotAt.get(shift);
  if (slot === undefined) throw new Error(`${shift} is no slot of ${situation.quarter}`);
  const holder = holderOf(situation, slot);
  const kept = keptBecause(situation, slot);
  const number = holder === null ? undefined : problem.personAt.get(holder);
  const others = Object.values(workspace.people)
    .filter(({ id, archivedOn }) => id !== holder && (archivedOn === null || problem.personAt.has(id)))
    .map(({ id }) => alternative(situation, shift, slot, id, kept));
  return {
    shift,
    holder,
    kept,
    wish: wishOf(situation, slot, holder),
    difference: number === undefined ? 0 : differenceOf(situation, number),
    band: number === undefined ? 0 : (problem.band[number] ?? 0),
    load: problem.load[slot] ?? 0,
    others: [...others].sort(byRank),
    shortage: shortageOf(situation, slot),
  };
}
