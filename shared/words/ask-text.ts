import { assertNever } from '../assert-never.ts';
import type { AlikeConflicts } from '../planner/explain/alike.ts';
import type { Claim } from '../planner/explain/claims.ts';
import type { PricedWayOut } from '../planner/explain/price-ways.ts';
import type { WayOut } from '../planner/explain/relax.ts';
import { recordOf } from '../model/tables.ts';
import type { Barrier, Kept } from '../planner/explain/barriers.ts';
import { WISH, type Price, type PricedTerm } from '../planner/explain/price.ts';
import type { Replan } from '../planner/explain/replan.ts';
import type { SlotChange } from '../planner/explain/situation.ts';
import type { Swap } from '../planner/explain/swaps.ts';
import type { WhyThisPerson } from '../planner/explain/why.ts';
import type { WhyNot } from '../planner/explain/why-not.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { findingText } from './finding-text.ts';
import { dayWithWeekdayText, rangeText } from './date-text.ts';
import { dutyName, personName, rotationName, slotName, slotWeek, slotWithDays } from './names.ts';
import { counted } from './number-text.ts';
import { wishesText } from './plan-text.ts';
import { pointsWithUnit, shareText } from './points-text.ts';

const terms: Readonly<Record<PricedTerm, string>> = {
  rest: 'Rest that is cut short',
  load: 'Load away from the shares',
  holidays: 'Holidays unevenly covered',
  sameHoliday: 'The same holiday as last year',
  wishes: 'Wishes, and who stands in',
  changed: 'Shifts changed against the plan before',
};

/** The terms of a cost or a price, in the order in which they are told. */
export const pricedTerms = Object.keys(terms) as readonly PricedTerm[];

/** What a term of the cost is paid for. */
export const termText = (term: PricedTerm): string => terms[term];

const wishes = (units: number, rounding: 'up' | 'down'): string => {
  const text = wishesText(units, rounding);
  return `${text} ${text === '1' ? 'wish' : 'wishes'}`;
};

/** `+1.3`, `−0.4`, `0`: a part of a price, in wishes. */
export const signedWishesText = (units: number): string =>
  units > 0 ? `+${wishesText(units, 'up')}` : wishesText(units, 'up');

/** `saves 1.2 wishes`, `costs 0.3 wishes more`, `costs the same`. */
export function priceText({ total }: Pick<Price, 'total'>): string {
  if (total === 0) return 'costs the same';
  return total < 0 ? `saves ${wishes(-total, 'down')}` : `costs ${wishes(total, 'up')} more`;
}

/** What a plan that was only looked for costs: there may be a cheaper one. */
export const atMostText = ({ total }: Pick<Price, 'total'>): string =>
  total > 0 ? `costs at most ${wishes(total, 'up')} more` : priceText({ total });

/** How many gaps a plan leaves more or fewer by weight; empty where as many. */
export const gapsText = ({ open }: Pick<Price, 'open'>): string =>
  open === 0 ? '' : open > 0 ? 'leaves more open' : 'fills gaps';

/** One turn that changes hands: `Bram takes Profit primary, W5 (1–7 Feb) from Ann`. */
export function changeText(workspace: Workspace, { shift, from, to }: SlotChange): string {
  const turn = slotWithDays(workspace, shift);
  if (to === null) return `${turn} becomes a gap`;
  return `${personName(workspace, to)} takes ${turn}${from === null ? ', a gap now' : ` from ${personName(workspace, from)}`}`;
}

/** Who passes turns round: `Ann ↔ Bo`, `Ann → Bo → Cy → Ann`. */
export function circleText(workspace: Workspace, { moves }: Pick<Swap, 'moves'>): string {
  const givers = moves.map(({ from }) => personName(workspace, from));
  return moves.length === 2 ? givers.join(' ↔ ') : [...givers, givers[0] ?? ''].join(' → ');
}

/** A swap as History and the undo button name it: `Ann ↔ Bo, Profit primary W5 and W7`. */
export function swapStepText(workspace: Workspace, swap: Pick<Swap, 'moves'>): string {
  const turns = swap.moves.map(({ shift }) => shift);
  const duties = new Set(turns.map((turn) => dutyName(workspace, turn)));
  const named = turns.map((turn, place) =>
    duties.size === 1 && place > 0 ? slotWeek(workspace, turn) : slotName(workspace, turn),
  );
  return `${circleText(workspace, swap)}, ${listText(named)}`;
}

const listText = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** Who holds a turn, as the answer to "why this person" begins. */
export const holderText = (workspace: Workspace, shift: ShiftId, holder: PersonId | null): string =>
  holder === null
    ? `Nobody holds ${slotWithDays(workspace, shift)}`
    : `${personName(workspace, holder)} holds ${slotWithDays(workspace, shift)}`;

const keptTexts: Readonly<Record<Kept, string>> = {
  pinned: 'The shift is pinned: the planner leaves it',
  worked: 'The turn has begun: it stays as it was worked',
  cover: 'The turn covers single days of another one',
  covered: 'Single days of the shift are covered by somebody: it stays as arranged',
  ended: 'The turn is over',
};

/** Why a turn is not the planner's to give, as a sentence without a full stop. */
export const keptText = (kept: Kept): string => keptTexts[kept];

/** What keeps somebody off a turn, as a sentence without a full stop: `Bram is on leave 3–5 Feb`. */
export const barrierText = (workspace: Workspace, barrier: Barrier): string =>
  barrier.kind === 'rule' ? findingText(barrier.finding, workspace) : keptText(barrier.because);

/** What a plan in which somebody holds the turn costs, and how sure that is. */
export function whyNotPriceText({ by, least, price }: Extract<WhyNot, { kind: 'priced' }>): string {
  const most = priceText(price);
  if (by === 'exact') return `${capital(most)}, proven`;
  if (by === 'quick' || least === null) return capital(atMostText(price));
  return `Costs between ${wishesText(least, 'down')} and ${wishes(price.total, 'up')} more`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the holder wished for this week; empty where nothing. */
export function wishOfHolderText(workspace: Workspace, { holder, wish }: WhyThisPerson): string {
  if (holder === null || wish === null) return '';
  const who = personName(workspace, holder);
  return wish === 'wanted' ? `${who} asked for this week` : `${who} asked to be free in this week`;
}

/** How the holder stands with the turn: `Ann is 0.4 over share with it; the turn weighs 9 points`. */
export function standText(workspace: Workspace, { holder, difference, band, load }: WhyThisPerson): string {
  const weight = `the turn weighs ${pointsWithUnit(load)}`;
  if (holder === null) return capital(weight);
  const even = Math.abs(difference) <= band ? ', which counts as even' : '';
  return `${personName(workspace, holder)} is ${shareText(difference)} with it${even}; ${weight}`;
}

/** Too few people for the turns of one moment: `6 turns begin together, and 5 people may take one`. */
export function shortageText({ shifts, people }: NonNullable<WhyThisPerson['shortage']>): string {
  const may =
    people.length === 1
      ? '1 person may'
      : `${people.length === 0 ? 'nobody' : `${people.length} people`} may`;
  return shifts.length === 1
    ? `${capital(may)} take it`
    : `${shifts.length} turns begin together, and ${may} take one`;
}

/** How much a re-plan changes: `3 turns change hands, 2 gaps are filled`. */
export function replanChangesText({ changes, changed }: Pick<Replan, 'changes' | 'changed'>): string {
  const filled = changes.length - changed;
  const parts = [
    changed === 0 ? '' : counted(changed, 'turn changes hands', 'turns change hands'),
    filled === 0 ? '' : counted(filled, 'gap is filled', 'gaps are filled'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** A rule or fact of a conflict, as a sentence without a full stop: `Bram is on leave 3–5 Feb`. */
export function claimText(workspace: Workspace, claim: Claim): string {
  switch (claim.kind) {
    case 'held':
      return `Somebody has to hold ${slotWithDays(workspace, claim.shift)}`;
    case 'one-at-a-time':
      return claim.rotation === null
        ? 'Nobody holds two exclusive duties at once'
        : `Nobody holds two turns of ${rotationName(workspace, claim.rotation)} at once`;
    case 'leave': {
      const leave = recordOf(workspace, 'leave', claim.leave);
      const days = leave === undefined ? '' : ` ${rangeText(leave.from, leave.to)}`;
      return `${personName(workspace, claim.person)} is on leave${days}`;
    }
    case 'layers':
      return `${personName(workspace, claim.person)} takes turns in ${rotationName(workspace, claim.rotation)}, but not in this layer`;
    case 'participants':
      return `Only the people of ${rotationName(workspace, claim.rotation)} take its turns`;
    case 'joins':
      return `${personName(workspace, claim.person)} joins on ${dayWithWeekdayText(claim.on)}`;
    case 'leaves':
      return `${personName(workspace, claim.person)} leaves after ${dayWithWeekdayText(claim.on)}`;
    case 'pin':
      return `${personName(workspace, claim.person)} ${claim.asked ? 'is to hold' : 'is pinned to'} ${slotWithDays(workspace, claim.shift)}`;
    case 'cap':
      return `${personName(workspace, claim.person)} takes at most ${counted(claim.cap, 'turn')} in the quarter`;
    default:
      return assertNever(claim);
  }
}

/** What one click would do to give a claim up, as its button says it. */
export function wayText(workspace: Workspace, { claim, edit, person }: WayOut): string {
  const who = personName(workspace, person);
  switch (claim.kind) {
    case 'held':
      return `Leave ${slotName(workspace, claim.shift)} open`;
    case 'one-at-a-time':
      return edit === null ? 'Let somebody hold two at once' : `Let ${who} hold both`;
    case 'leave':
      return `Make the leave of ${who} tentative`;
    case 'layers':
      return `Let ${who} take every layer of ${rotationName(workspace, claim.rotation)}`;
    case 'participants':
      return person === null
        ? `Add somebody to ${rotationName(workspace, claim.rotation)}`
        : `Add ${who} to ${rotationName(workspace, claim.rotation)}`;
    case 'joins':
      return `Let ${who} join earlier`;
    case 'leaves':
      return `Let ${who} leave later`;
    case 'pin':
      return claim.asked ? `Do not insist on ${who}` : `Unpin ${slotName(workspace, claim.shift)}`;
    case 'cap':
      return `Allow ${who} one turn more`;
    default:
      return assertNever(claim);
  }
}

/** What has been done when a claim was given up, for the message that offers Undo; null takes the step's own name. */
export function wayDoneText(workspace: Workspace, { claim, person }: WayOut): string | null {
  if (claim.kind === 'leave') return `The leave of ${personName(workspace, person)} is tentative now`;
  if (claim.kind === 'pin') return `${slotName(workspace, claim.shift)} is not pinned any more`;
  return null;
}

/** From here on a tenth of a wish says nothing where the whole figure is only about right. */
const MANY_WISHES = 10 * WISH;

function aboutWishes(units: number, exact: boolean): string {
  const size = Math.abs(units);
  const known = units > 0 ? wishes(size, 'up') : wishes(size, 'down');
  if (exact) return known;
  return size < MANY_WISHES ? `about ${known}` : `about ${Math.round(size / WISH)} wishes`;
}

/** What a way out does and costs: `7 gaps → 3, about 147 wishes cheaper`; that it could not be priced, where so. */
export function wayPriceText({
  price,
  gaps,
  gapsBefore,
  exact,
}: Pick<PricedWayOut, 'price' | 'gaps' | 'gapsBefore' | 'exact'>): string {
  if (price === null) return 'its price is not known';
  const { total } = price;
  const left = gaps === 0 ? '' : `${counted(gaps, 'gap')} left`;
  const open = gaps === gapsBefore ? left : `${counted(gapsBefore, 'gap')} → ${gaps}`;
  const cost =
    total === 0
      ? `costs ${exact ? '' : 'about '}the same`
      : `${aboutWishes(total, exact)} ${total < 0 ? 'cheaper' : 'more'}`;
  return open === '' ? cost : `${open}, ${cost}`;
}

/** What a conflict is, as its heading: `7 turns of W4 need somebody, and these 4 leave nobody for them. …` */
export function conflictText(workspace: Workspace, { conflict, turns }: AlikeConflicts): string {
  const count = conflict.claims.length;
  const [first] = turns;
  if (first === undefined)
    return conflict.smallest
      ? `These ${count} cannot all hold. Giving up any one lets the others hold.`
      : `These ${count} cannot all hold; perhaps fewer of them clash already.`;
  const week = slotWeek(workspace, first);
  const ofWeek = turns.every((turn) => slotWeek(workspace, turn) === week) ? ` of ${week}` : '';
  const because =
    count === 1
      ? 'this leaves nobody for them. Giving it up lets'
      : `these ${count} leave nobody for them. Giving up any one lets`;
  return `${turns.length} turns${ofWeek} need somebody, and ${because} turns be filled.`;
}
