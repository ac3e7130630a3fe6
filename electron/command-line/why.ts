import { quarterOf, dateOf } from '../../shared/calendar/days.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import type { PersonId } from '../../shared/model/ids.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Barrier } from '../../shared/planner/explain/barriers.ts';
import { whyNotExact } from '../../shared/planner/explain/exact.ts';
import { whyNot, type WhyNot } from '../../shared/planner/explain/why-not.ts';
import { type Alternative, whyThisPerson, type WhyThisPerson } from '../../shared/planner/explain/why.ts';
import type { Slot } from '../../shared/rotation/expand.ts';
import {
  barrierText,
  changeText,
  holderText,
  keptText,
  pricedTerms,
  priceText,
  shortageText,
  signedWishesText,
  standText,
  termText,
  whyNotPriceText,
  wishOfHolderText,
} from '../../shared/words/ask-text.ts';
import { personName } from '../../shared/words/names.ts';
import { notKnownText } from '../../shared/words/time-text.ts';
import { badgeText } from '../../shared/words/plan-text.ts';
import { type AskedPlan, askedPlan } from './asked-plan.ts';
import { assignmentJson } from './contract.ts';
import { changeJson, priceJson, wishesOf } from './price-json.ts';
import { personNamed, turnsNamed } from './turn-named.ts';

/** Seconds that one exact price may take when nobody says how many. */
const SECONDS = 20;

export interface WhyRequest {
  readonly week: string;
  readonly person: string;
  /** A rotation's name, code or id, alone or with a layer; null asks about every turn of the week. */
  readonly rotation: string | null;
  readonly seed: number;
  readonly limit: number | null;
  readonly today: LocalDate;
}

/** The answer for one turn. */
interface Answered {
  readonly slot: Slot;
  readonly asked: AskedPlan;
  readonly why: WhyThisPerson;
  /** "At most", found at once; and the exact answer. */
  readonly quick: WhyNot;
  readonly exact: WhyNot;
}

export interface WhyAnswer {
  readonly workspace: Workspace;
  readonly week: string;
  readonly person: PersonId;
  readonly turns: readonly Answered[];
}

/** Why somebody holds the turns of a week, or does not. @throws Stop where the week, the person or the rotation is not known */
export async function whyHere(workspace: Workspace, request: WhyRequest): Promise<WhyAnswer> {
  const person = personNamed(workspace, request.person);
  const slots = turnsNamed(workspace, request.week, request.rotation);
  const plans = new Map<string, AskedPlan>();
  const turns: Answered[] = [];
  for (const slot of slots) {
    // A turn belongs to the quarter in which it begins.
    const quarter = quarterOf(dateOf(slot.start));
    const asked = plans.get(quarter) ?? (await askedPlan(workspace, { ...request, quarter }));
    plans.set(quarter, asked);
    const { situation, solver } = asked;
    const quick = whyNot(situation, slot.id, person);
    const exact = await whyNotExact(situation, slot.id, person, solver, {
      seconds: request.limit ?? SECONDS,
    });
    turns.push({ slot, asked, why: whyThisPerson(situation, slot.id), quick, exact });
  }
  return { workspace, week: request.week, person, turns };
}

const barrierJson = (workspace: Workspace, barrier: Barrier) => ({
  rule: barrier.kind === 'rule' ? barrier.finding.rule : barrier.because,
  message: barrierText(workspace, barrier),
});

const alternativeJson = (workspace: Workspace, { person, barriers, price }: Alternative) => ({
  person: personName(workspace, person),
  rules: barriers.map((barrier) => barrierJson(workspace, barrier)),
  atMostWishes: price === null ? null : wishesOf(price.total),
  gapWeight: price === null ? null : price.open,
});

function answerJson(workspace: Workspace, quick: WhyNot, exact: WhyNot) {
  if (exact.kind === 'holds') return { answer: 'holds' as const };
  if (exact.kind === 'barred')
    return {
      answer: 'barred' as const,
      rules: exact.barriers.map((barrier) => barrierJson(workspace, barrier)),
    };
  if (exact.kind === 'no-plan' || exact.kind === 'unknown') return { answer: exact.kind };
  return {
    answer: 'priced' as const,
    proven: exact.by === 'exact',
    ...priceJson(exact.price),
    /** No plan with it is cheaper; the price itself where it is proven. */
    atLeastWishes: exact.least === null ? null : wishesOf(exact.least),
    /** What was known at once, before the proof. */
    atMostWishes: quick.kind === 'priced' ? wishesOf(quick.price.total) : null,
    changes: exact.changes.map((change) => changeJson(workspace, change)),
  };
}

/** What `evenwatch why --json` prints. */
export function whyJson({ workspace, week, person, turns }: WhyAnswer) {
  return {
    week,
    person: personName(workspace, person),
    turns: turns.map(({ slot, asked, why, quick, exact }) => {
      const { rotation, layer, start, end } = assignmentJson(workspace, { shift: slot.id, person: null });
      return {
        rotation,
        layer,
        start,
        end,
        quarter: asked.situation.quarter,
        plan: asked.plan,
        planStatus: asked.certainty?.status ?? null,
        planCost: asked.situation.cost.total,
        holder: why.holder === null ? null : personName(workspace, why.holder),
        kept: why.kept,
        ...answerJson(workspace, quick, exact),
        others: why.others.map((other) => alternativeJson(workspace, other)),
      };
    }),
  };
}

function otherText(workspace: Workspace, { person, barriers, price }: Alternative): string {
  const name = personName(workspace, person);
  const [first] = barriers;
  if (first !== undefined)
    return `  not ${name}: ${barriers.map((barrier) => barrierText(workspace, barrier)).join('; ')}`;
  return price === null
    ? `  ${name}: no complete plan has it so`
    : `  ${name} instead ${priceText(price)}${price.open > 0 ? ', and leaves more open' : ''}, or less`;
}

function notText(workspace: Workspace, person: PersonId, quick: WhyNot, exact: WhyNot): readonly string[] {
  const name = personName(workspace, person);
  if (exact.kind === 'holds') return [];
  if (exact.kind === 'barred')
    return exact.barriers.map((barrier) => `  Not ${name}: ${barrierText(workspace, barrier)}.`);
  if (exact.kind === 'unknown') return [`  ${notKnownText(`a plan has ${name} on it`)}: give it longer with --limit.`];
  if (exact.kind === 'no-plan') return [`  Not ${name}: pins and caps leave no plan with it.`];
  const terms = pricedTerms
    .filter((term) => exact.price[term] !== 0)
    .map((term) => `${termText(term)} ${signedWishesText(exact.price[term])}`);
  const first =
    quick.kind === 'priced' && quick.price.total !== exact.price.total
      ? ` At once it was known to be at most ${signedWishesText(quick.price.total)}.`
      : '';
  return [
    `  ${name} instead: ${whyNotPriceText(exact)}${exact.price.open > 0 ? ', and leaves more open' : ''}.${first}`,
    ...(terms.length === 0 ? [] : [`    in wishes: ${terms.join(', ')}`]),
    ...exact.changes.map((change) => `    ${changeText(workspace, change)}`),
  ];
}

/** The same for people: who holds each turn and why, and what it would cost with the person asked about. */
export function whyText({ workspace, person, turns }: WhyAnswer): string {
  const proposed = turns.find(({ asked }) => asked.plan === 'proposed')?.asked.certainty ?? null;
  const head =
    proposed === null
      ? []
      : [`Nobody holds a turn yet: this is about the planner's own plan (${badgeText(proposed)}).`];
  const parts = turns.map(({ why, quick, exact }) => {
    const facts = [
      standText(workspace, why),
      wishOfHolderText(workspace, why),
      why.kept === null ? '' : keptText(why.kept),
    ];
    const others = exact.kind === 'holds' ? why.others.map((other) => otherText(workspace, other)) : [];
    return [
      `${holderText(workspace, why.shift, why.holder)}.`,
      ...facts.filter((fact) => fact !== '').map((fact) => `  ${fact}.`),
      ...(why.shortage === null ? [] : [`  ${shortageText(why.shortage)}.`]),
      ...notText(workspace, person, quick, exact),
      ...others,
    ].join('\n');
  });
  return `${[...head, ...parts].join('\n\n')}\n`;
}
