import type { PersonId, ShiftId } from '../../shared/model/ids.ts';
import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Shift } from '../../shared/model/shift.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import type { Cost } from '../../shared/planner/cost.ts';
import { barriersAgainst } from '../../shared/planner/explain/barriers.ts';
import { conflictSets } from '../../shared/planner/explain/conflict.ts';
import { atMostChanges, NotKnownInTime } from '../../shared/planner/explain/exact.ts';
import { brokenSlots, fixNow } from '../../shared/planner/explain/replan.ts';
import { holderOf, type Situation, situationOf } from '../../shared/planner/explain/situation.ts';
import { certaintyOf, digestOf, type Proposal } from '../../shared/planner/plan.ts';
import type { Solver } from '../../shared/planner/solver.ts';
import { dateOf, quarterOf } from '../../shared/calendar/days.ts';
import { barrierText, claimText } from '../../shared/words/ask-text.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import { personName, slotWithDays } from '../../shared/words/names.ts';
import { loadSolver } from './load-solver.ts';
import { Stop } from './outcome.ts';
import { pinNamed } from './turn-named.ts';

/** What is asked of a plan besides the rules, on the quarter as it stands. */
export interface Demanded {
  /** The workspace with the pins in it. */
  readonly workspace: Workspace;
  /** Held turns that the pins themselves give to somebody else. */
  readonly moved: number;
}

interface Pin {
  readonly slot: number;
  readonly shift: ShiftId;
  readonly person: PersonId;
}

function pinsIn(situation: Situation, texts: readonly string[]): readonly Pin[] {
  const { workspace, quarter, input } = situation;
  return texts.map((text) => {
    const { slot, person } = pinNamed(workspace, text);
    const number = input.problem.slotAt.get(slot.id);
    if (number === undefined) {
      throw new Stop(
        `--pin "${text}" is a turn of ${quarterText(quarterOf(dateOf(slot.start)))}; it is ${quarterText(quarter)} that is planned.`,
      );
    }
    return { slot: number, shift: slot.id, person };
  });
}

/** Each pin by itself: what a rule or a kept turn says against it. */
function insistOnLegal(situation: Situation, pins: readonly Pin[]): void {
  for (const { slot, shift, person } of pins) {
    if (holderOf(situation, slot) === person) continue;
    const barriers = barriersAgainst(situation, slot, person);
    if (barriers.length === 0) continue;
    const { workspace } = situation;
    const reasons = barriers.map((barrier) => barrierText(workspace, barrier)).join('; ');
    throw new Stop(
      `${personName(workspace, person)} cannot be pinned to ${slotWithDays(workspace, shift)}: ${reasons}.`,
    );
  }
}

/** The pins together, with the file's own and the rules: the smallest set of them that clash. */
async function insistOnTogether(situation: Situation, pins: readonly Pin[], solver: Solver): Promise<void> {
  const conflicts = await conflictSets(situation, solver, pins);
  const clash = conflicts.find(({ claims }) => claims.some((claim) => claim.kind === 'pin' && claim.asked));
  if (clash === undefined) return;
  const claims = clash.claims.map((claim) => `  ${claimText(situation.workspace, claim)}.`).join('\n');
  throw new Stop(`These ${clash.claims.length} cannot all hold; give one of them up:\n${claims}`);
}

function withPins({ workspace, input }: Situation, pins: readonly Pin[]): Workspace {
  const shifts: Record<ShiftId, Shift> = { ...workspace.shifts };
  for (const { slot, shift, person } of pins) {
    const turn = input.problem.slots[slot];
    if (turn === undefined) continue;
    const blank = { accepted: [], covers: null, sequence: 0, note: '' } as const;
    shifts[shift] = { ...blank, ...workspace.shifts[shift], ...turn, person, origin: 'hand', pinned: true };
  }
  return { ...workspace, shifts };
}

/**
 * Puts the pins of the command line into a workspace.
 *
 * @throws Stop that names what clashes, with days: a rule, a kept turn, another pin
 */
export async function demandPins(
  workspace: Workspace,
  quarter: QuarterId,
  shares: SharesFound,
  today: LocalDate,
  texts: readonly string[],
): Promise<Demanded> {
  if (texts.length === 0) return { workspace, moved: 0 };
  const situation = situationOf(workspace, quarter, shares, today);
  const pins = pinsIn(situation, texts);
  insistOnLegal(situation, pins);
  await insistOnTogether(situation, pins, await loadSolver());
  const moved = pins.filter(({ slot, person }) => {
    const holder = holderOf(situation, slot);
    return holder !== null && holder !== person;
  });
  return { workspace: withPins(situation, pins), moved: moved.length };
}

/** A pin on a held turn changes it, and costs what every change costs: else a plan with it would be cheaper than its price says. */
export function withMovedPins(proposal: Proposal, moved: number, changedSlot: number): Proposal {
  if (moved === 0) return proposal;
  const extra = moved * changedSlot;
  const terms: Cost = {
    ...proposal.terms,
    changed: proposal.terms.changed + extra,
    total: proposal.terms.total + extra,
  };
  return {
    ...proposal,
    cost: proposal.cost + extra,
    terms,
    bound: proposal.bound === null ? null : proposal.bound + extra,
  };
}

export interface LimitedRequest {
  readonly quarter: QuarterId;
  readonly today: LocalDate;
  readonly seed: number;
  readonly maxChanges: number;
  /** Seconds for the proof. */
  readonly seconds: number;
}

/**
 * The best plan that changes at most so many held turns, pins among them.
 *
 * @throws Stop where so few changes leave no plan, with how many there have to be
 */
export async function limitedPlan(
  { workspace, moved }: Demanded,
  shares: SharesFound,
  request: LimitedRequest,
): Promise<Proposal> {
  const { quarter, today, seed, maxChanges, seconds } = request;
  const situation = situationOf(workspace, quarter, shares, today);
  const found =
    maxChanges < moved
      ? null
      : await atMostChanges(situation, maxChanges - moved, await loadSolver(), { seconds }).catch((error: unknown) => {
          if (error instanceof NotKnownInTime) throw new Stop(`${error.message} Give it longer with --limit.`);
          throw error;
        });
  if (found === null) {
    const broken = brokenSlots(situation).filter((slot) => (situation.people[slot] as number) >= 0);
    const least = Math.max(broken.length + moved, maxChanges + 1);
    const enough = Math.max(least, fixNow(situation).changed + moved);
    const who = broken.map((slot) =>
      slotWithDays(workspace, situation.input.problem.slots[slot]?.id ?? ('' as ShiftId)),
    );
    const why = who.length === 0 ? '' : ` Whoever holds ${who.join(' and ')} cannot.`;
    throw new Stop(
      `No plan changes at most ${maxChanges} held turns.${why} Allow ${enough === least ? `${least}` : `${least} to ${enough}`}: --max-changes ${enough}.`,
    );
  }
  const { plan, bound, proof } = found;
  const cost = proof.cost;
  if (cost === null) throw new Error('a plan within changes came without its cost');
  return {
    quarter,
    seed,
    digest: digestOf(situation.input),
    iterations: 0,
    assignments: plan.assignments,
    cost: cost.total,
    terms: cost,
    nodes: proof.nodes,
    reproducible: !proof.byClock,
    ...certaintyOf(cost.total, bound, { reason: 'limit', detail: '' }),
  };
}
