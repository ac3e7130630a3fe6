import { assertNever } from '../assert-never.ts';
import { certaintyOf, type Certainty, type Unproven } from '../planner/plan.ts';
import { gapInWishes } from '../planner/proof/badge.ts';
import { counted, decimalText } from './number-text.ts';

/** How good a plan is known to be, with its cost C in cost units. */
export type Proven = Pick<Certainty, 'status' | 'bound' | 'gapWishes'> & { readonly cost: number };

/** Cost units that one wish is worth (planning.md, section 1). */
const WISH = 80;

/**
 * Cost units as wishes with one decimal: `13.9`. A bound is rounded down and a cost up, so that figures never claim more than was
 * proven.
 */
export function wishesText(units: number, rounding: 'up' | 'down'): string {
  const tenths = (units / WISH) * 10;
  // A hundredth of a tenth is far below anything a cost can differ by, and above what binary fractions lose.
  const whole = rounding === 'up' ? Math.ceil(tenths - 1e-3) : Math.floor(tenths + 1e-3);
  return decimalText(whole / 10, 1);
}

/** What a wish is, where costs are told in wishes. */
export const wishMeaning =
  'Costs are counted in wishes: one is what granting somebody a wanted week is worth by default.';

/** Whether another run of the same input gives the same plan. */
export const againText = (reproducible: boolean): string =>
  reproducible
    ? 'The same run again gives the same plan.'
    : 'The same run again may give another plan: this one was ended by time or by hand.';

/** The badge of a plan: what is proven of it, and never more. */
export function badgeText({ status, gapWishes }: Pick<Proven, 'status' | 'gapWishes'>): string {
  if (status === 'proven') return 'Proven best';
  if (status === 'bounded' && gapWishes !== null)
    return `At most ${counted(gapWishes, 'wish', 'wishes')} from the best`;
  return 'Best plan found';
}

/**
 * The badge of a plan that was made within a limit, against plans within it alone.
 *
 * @param changes held turns that might change hands; null where only what was broken was mended
 */
export function limitedBadge(changes: number | null, proven: boolean): string {
  if (changes === null) return 'Quick repair';
  const within = `within ${counted(changes, 'change', 'changes')}`;
  return proven ? `Proven best ${within}` : `Best found ${within}`;
}

/** What such a badge means, in a sentence or two. */
export function limitedMeaning(changes: number | null, proven: boolean): string {
  if (changes === null)
    return 'Only weeks with a gap, or with somebody who may not be there, were planned again. Rest and fairness may suffer for it; how far from the best possible it is, was not asked.';
  const within = `at most ${counted(changes, 'held turn', 'held turns')} handed to somebody else`;
  return proven
    ? `No other plan with ${within} costs less. With more changes there may be better ones.`
    : `The best plan found with ${within}. The proof was not complete when its time was up.`;
}

/** The badge of a plan that was accepted: it speaks of the past where the proof says nothing of the plan on view. */
export function standingBadge(proven: Pick<Proven, 'status' | 'gapWishes'>, holds: boolean): string {
  const text = badgeText(proven);
  return holds ? text : `Was ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/**
 * What a recorded run says of its plan.
 *
 * @param cost C in cost units; null where it was not recorded
 * @param bound null where nothing was proven; equal to the cost where it is the best
 */
export const provenBy = (cost: number | null, bound: number | null): Proven | null =>
  cost === null ? null : { cost, ...certaintyOf(cost, bound, { reason: 'not-asked', detail: '' }) };

/** What the badge means, in a sentence or two; `unproven` is why there is no proof, or no further one, where that is known. */
export function badgeMeaning(proven: Proven, unproven: Unproven | null): string {
  const { status, cost, bound, gapWishes } = proven;
  const reason = unproven === null ? '' : ` ${unprovenText(unproven)}`;
  if (status === 'proven')
    return 'No other plan costs less under this policy: the solver has ruled every one of them out.';
  if (status === 'bounded' && gapWishes !== null && bound !== null)
    return `This plan costs ${wishesText(cost, 'up')} wishes. None can cost less than ${wishesText(bound, 'down')}; whether one lies between is open.${reason}`;
  return `The best of all plans that were tried. How far from the best possible it is, nothing was proven about.${reason}`;
}

/** Why a plan is not proven, as a sentence. */
export function unprovenText({ reason, detail }: Unproven): string {
  switch (reason) {
    case 'not-asked':
      return 'No proof was asked for.';
    case 'by-hand':
      return 'The run was stopped by hand before its proof was complete.';
    case 'limit':
      return 'The solver reached its limit before its proof was complete.';
    case 'solver-failed':
      return `The solver gave up${detail === '' ? '' : `: ${detail}`}. The plan itself does not rest on it.`;
    default:
      return assertNever(reason);
  }
}

/** `3.2 s`, `1 min 5 s`: time that has passed. */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 60) return `${decimalText(seconds, 1, 'keep')} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

export type Stage = 'check' | 'shares' | 'search' | 'prove';

const stages: Readonly<Record<Stage, string>> = {
  check: 'Finding a first plan',
  shares: 'Working out what is attainable',
  search: 'Looking for better plans',
  prove: 'Proving how good it is',
};

/** What the planner is at. */
export const stageText = (stage: Stage): string => stages[stage];

/** How far the best plan so far is from what may be possible; empty before both are known. */
export function gapSoFar(best: number | null, bound: number | null): string {
  if (best === null || bound === null) return '';
  const wishes = gapInWishes(best, bound);
  return wishes === 0
    ? 'none better is possible'
    : `at most ${counted(wishes, 'wish', 'wishes')} from the best`;
}

/** One moment of a run. */
export interface Moment {
  /** Milliseconds since the run began. */
  readonly at: number;
  /** C of the best plan so far, in cost units; null before there is one. */
  readonly best: number | null;
  /** The bound so far, in cost units; null before there is one. */
  readonly bound: number | null;
}

/** The picture of a run in words: where best plan and bound began, and where they stand. */
export function traceText(trace: readonly Moment[]): string {
  const bests = trace.filter(({ best }) => best !== null);
  const bounds = trace.filter(({ bound }) => bound !== null);
  const end = bests.at(-1)?.best;
  const [first, last] = [bests[0], bests.find(({ best }) => best === end)];
  if (first === undefined || last === undefined || first.best === null || last.best === null)
    return 'No plan has been found yet.';
  const plan =
    first.best === last.best
      ? `The best plan costs ${wishesText(last.best, 'up')} wishes, found after ${elapsedText(first.at)}`
      : `The best plan went from ${wishesText(first.best, 'up')} wishes after ${elapsedText(first.at)} to ${wishesText(last.best, 'up')} after ${elapsedText(last.at)}`;
  const low = bounds.at(-1)?.bound ?? null;
  return low === null
    ? `${plan}. Nothing is proven yet.`
    : `${plan}. No plan can cost less than ${wishesText(low, 'down')}.`;
}

/** What has become of a plan since it was accepted. */
export interface Since {
  /** Shifts of the quarter that somebody else holds now. */
  readonly shifts: number;
  /** Whether people, leave, rotations, holidays, tasks or the policy are no longer what the plan was made for. */
  readonly facts: boolean;
}

/**
 * Whether an accepted plan still is what was proven: "unchanged since", "2 shifts changed since".
 *
 * @param since null where the record no longer reaches back to the acceptance
 */
export function sinceText(since: Since | null): string {
  if (since === null) return 'what changed since is no longer on record';
  const { shifts, facts } = since;
  if (shifts === 0 && !facts) return 'unchanged since';
  const moved = shifts === 0 ? '' : `${counted(shifts, 'shift', 'shifts')} changed since`;
  if (!facts) return moved;
  return moved === '' ? 'people, leave or rules changed since' : `${moved}, and people, leave or rules`;
}

/**
 * Why a badge of the past no longer speaks of the plan on view, or why it still does; empty where nothing changed.
 *
 * @param holds whether the proof is one of every plan of the quarter, for the same people, leave and rules
 */
export function sinceMeaning(since: Since | null, holds: boolean): string {
  if (holds)
    return since?.shifts === 0 && !since.facts
      ? ''
      : 'The proof was for every plan of this quarter, so it still holds for the plan as it is now.';
  if (since === null)
    return 'The steps on record do not reach back to the day it was accepted. Plan again to know how good it is now.';
  if (since.facts)
    return 'The proof was for people, leave and rules as they were then. Plan again to know how good it is now.';
  return since.shifts > 0 ? 'The proof was for the plan as it was accepted.' : '';
}
