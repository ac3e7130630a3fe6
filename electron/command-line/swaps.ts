import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { bestSwaps, type Stand, type StandChange, type Swap } from '../../shared/planner/explain/swaps.ts';
import { changeText, circleText, priceText } from '../../shared/words/ask-text.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import { personName } from '../../shared/words/names.ts';
import { badgeText } from '../../shared/words/plan-text.ts';
import { scoreText, shareText } from '../../shared/words/points-text.ts';
import { assessHere } from './assess-here.ts';
import { type AskedPlan, askedPlan } from './asked-plan.ts';
import { scoreJson } from './contract.ts';
import { changeJson, priceJson } from './price-json.ts';
import { personNamed } from './turn-named.ts';

export interface SwapsRequest {
  readonly quarter: QuarterId;
  /** Only swaps that this person is part of; null is everybody's. */
  readonly person: string | null;
  readonly seed: number;
  readonly limit: number | null;
  readonly today: LocalDate;
}

export interface SwapsAnswer {
  readonly workspace: Workspace;
  readonly quarter: QuarterId;
  readonly asked: AskedPlan;
  readonly swaps: readonly Swap[];
}

/** The best exchanges of a quarter's turns, the cheapest first. @throws Stop where there is nothing to plan */
export async function swapsHere(workspace: Workspace, request: SwapsRequest): Promise<SwapsAnswer> {
  const { quarter } = request;
  const person = request.person === null ? {} : { person: personNamed(workspace, request.person) };
  const asked = await askedPlan(workspace, request);
  const { allowance } = assessHere(workspace, quarter, asked.shares);
  const swaps = bestSwaps(asked.situation, { ...person, allowance });
  return {
    workspace,
    quarter,
    asked,
    swaps: swaps.toSorted((a, b) => a.price.total - b.price.total || a.ways - b.ways),
  };
}

const points = (q: number): number => Math.round(q * 25) / 100;

const standJson = ({ load, difference, excess, holidayBalance, breaches, score }: Stand) => ({
  points: points(load),
  difference: points(difference),
  beyondBand: points(excess),
  holidayBalance: Math.round(holidayBalance * 25) / 100,
  restBreaches: breaches,
  score: scoreJson(score),
});

const personJson = (workspace: Workspace, { person, moved, before, after }: StandChange) => ({
  person: personName(workspace, person),
  moved,
  before: standJson(before),
  after: standJson(after),
});

/** What `evenwatch swaps --json` prints. Points are of load, holidays counted whole. */
export function swapsJson({ workspace, quarter, asked, swaps }: SwapsAnswer) {
  return {
    quarter,
    plan: asked.plan,
    planStatus: asked.certainty?.status ?? null,
    planCost: asked.situation.cost.total,
    swaps: swaps.map(({ ways, neutral, price, moves, people, score }) => ({
      ways,
      neutral,
      ...priceJson(price),
      score: { before: scoreJson(score.before), after: scoreJson(score.after) },
      moves: moves.map((move) => changeJson(workspace, move)),
      people: people.map((one) => personJson(workspace, one)),
    })),
  };
}

function personText(workspace: Workspace, { person, before, after, moved }: StandChange): string {
  const name = personName(workspace, person);
  const stays =
    shareText(before.difference) === shareText(after.difference) &&
    scoreText(before.score) === scoreText(after.score);
  if (stays)
    return `  ${name} stays ${shareText(after.difference)}, score ${scoreText(after.score)}${moved ? '' : ', keeps all turns'}`;
  return `  ${name} is ${shareText(after.difference)}, was ${shareText(before.difference)}; score ${scoreText(before.score)} → ${scoreText(after.score)}`;
}

/** The same for people, before and after for everybody. */
export function swapsText({ workspace, quarter, asked, swaps }: SwapsAnswer): string {
  const about =
    asked.certainty === null
      ? 'the plan as it stands'
      : `the planner's own plan (${badgeText(asked.certainty)}); nobody holds a turn yet`;
  const head = `${quarterText(quarter)}, ${about}.`;
  if (swaps.length === 0) return `${head}\n\nThe rules allow no exchange of turns.\n`;
  const parts = swaps.map((swap) =>
    [
      `${circleText(workspace, swap)}: ${priceText(swap.price)}${swap.neutral ? '; neutral, nobody who moves is worse off' : ''}`,
      ...swap.moves.map((move) => `  ${changeText(workspace, move)}`),
      ...swap.people.map((one) => personText(workspace, one)),
    ].join('\n'),
  );
  return `${[head, ...parts].join('\n\n')}\n`;
}
