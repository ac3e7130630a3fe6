import { holidaysTouched, type HolidayTouched } from '../calendar/holidays.ts';
import { countDays, type DayCounts } from '../fairness/load.ts';
import { policyOf } from '../fairness/policy-of.ts';
import type { LocalDate } from '../model/dates.ts';
import type { HolidayId, PersonId, ShiftId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { Workspace } from '../model/workspace.ts';
import { servedDays } from '../rotation/override.ts';
import type { Problem } from './problem.ts';
import { type HeldAgain, heldAgainIn } from './same-holiday.ts';
import { weeksOfTurn, wishesIn } from './wishes.ts';

export interface HolidayHeld {
  readonly holiday: HolidayId;
  readonly name: string;
  readonly date: LocalDate;
  readonly shift: ShiftId;
  /** True where the same person held the holiday of this name a year before. */
  readonly again: boolean;
}

/** What somebody holds of a quarter. */
export interface Held {
  /** In q. */
  readonly load: number;
  /** Days served, each once, by what they count as. */
  readonly counts: DayCounts;
  /** Turns held in first layers and in all others. */
  readonly primary: number;
  readonly secondary: number;
  readonly holidays: readonly HolidayHeld[];
  readonly shifts: readonly ShiftId[];
  /** Weeks asked for and given, asked to be free and taken all the same. */
  readonly wishes: {
    readonly wanted: number;
    readonly granted: number;
    readonly avoided: number;
    readonly broken: number;
  };
  /** What the turns cost beside fairness, in cost units: wishes (negative where granted), standing in, the same holiday again. */
  readonly prices: { readonly wishes: number; readonly standIn: number; readonly sameHoliday: number };
}

interface SlotFacts {
  readonly days: readonly LocalDate[];
  readonly counts: DayCounts;
  readonly weeks: readonly LocalDate[];
  readonly firstLayer: boolean;
  readonly layerPercent: number;
}

/** What rests on the problem alone, and so lives as long as it does. */
interface Facts {
  readonly slots: readonly SlotFacts[];
  /** Every week of the quarter's turns, once. */
  readonly weeks: readonly LocalDate[];
  readonly heldAgain: HeldAgain;
  /** Holidays by slot and region, as they are asked for. */
  readonly feasts: Map<string, readonly HolidayTouched[]>;
  /** What was worked out last of each person. */
  readonly last: Map<PersonId, Answer>;
}

interface Answer {
  readonly slots: readonly number[];
  readonly held: Held;
}

const known = new WeakMap<Problem, Facts>();

function slotFacts(workspace: Workspace, policy: Policy, problem: Problem): readonly SlotFacts[] {
  return problem.slots.map((slot) => {
    const layers = workspace.rotations[slot.rotation]?.layers ?? [];
    const days = servedDays(workspace.shifts, slot);
    return {
      days,
      counts: countDays(days, holidaysTouched(workspace, workspace.about.region, days, policy.holidayDate)),
      weeks: weeksOfTurn(slot.start, slot.end),
      firstLayer: layers[0]?.name === slot.layer,
      layerPercent: layers.find(({ name }) => name === slot.layer)?.weightPercent ?? 0,
    };
  });
}

function factsOf(workspace: Workspace, problem: Problem): Facts {
  let facts = known.get(problem);
  if (facts === undefined) {
    const slots = slotFacts(workspace, policyOf(workspace, problem.quarter), problem);
    const weeks = [...new Set(slots.flatMap((fact) => fact.weeks))];
    facts = {
      slots,
      weeks,
      heldAgain: heldAgainIn(workspace, problem.quarter),
      feasts: new Map<string, readonly HolidayTouched[]>(),
      last: new Map<PersonId, Answer>(),
    };
    known.set(problem, facts);
  }
  return facts;
}

function feastsOf(
  workspace: Workspace,
  problem: Problem,
  facts: Facts,
  slot: number,
  region: string | null,
): readonly HolidayTouched[] {
  const key = `${slot} ${region}`;
  let touched = facts.feasts.get(key);
  if (touched === undefined) {
    touched = holidaysTouched(
      workspace,
      region,
      facts.slots[slot]?.days ?? [],
      policyOf(workspace, problem.quarter).holidayDate,
    );
    facts.feasts.set(key, touched);
  }
  return touched;
}

function holidaysIn(
  workspace: Workspace,
  problem: Problem,
  facts: Facts,
  slots: readonly number[],
  person: PersonId,
): readonly HolidayHeld[] {
  const region = workspace.people[person]?.region ?? workspace.about.region;
  return slots.flatMap((slot) =>
    feastsOf(workspace, problem, facts, slot, region).map((feast) => ({
      holiday: feast.holiday,
      name: feast.name,
      date: feast.date,
      shift: (problem.slots[slot] as Problem['slots'][number]).id,
      again: facts.heldAgain(person, [feast], facts.slots[slot]?.layerPercent ?? 0) > 0,
    })),
  );
}

function pricesOf(problem: Problem, slots: readonly number[], person: PersonId): Held['prices'] {
  const who = problem.personAt.get(person) ?? 0;
  const sum = (figures: Int32Array): number =>
    slots.reduce((all, slot) => all + (figures[slot * problem.people.length + who] ?? 0), 0);
  const [standIn, sameHoliday] = [sum(problem.standInPrice), sum(problem.sameHoliday)];
  return { wishes: sum(problem.price) - standIn - sameHoliday, standIn, sameHoliday };
}

function heldWith(
  workspace: Workspace,
  problem: Problem,
  facts: Facts,
  slots: readonly number[],
  person: PersonId,
): Held {
  const counts = { weekday: 0, weekend: 0, holiday: 0 };
  const weeks = new Set<LocalDate>();
  let primary = 0;
  for (const slot of slots) {
    const fact = facts.slots[slot] as SlotFacts;
    counts.weekday += fact.counts.weekday;
    counts.weekend += fact.counts.weekend;
    counts.holiday += fact.counts.holiday;
    if (fact.firstLayer) primary += 1;
    for (const week of fact.weeks) weeks.add(week);
  }
  const record = workspace.people[person];
  const asked = record === undefined ? { wanted: 0, avoided: 0 } : wishesIn(record, facts.weeks);
  const had = record === undefined ? { wanted: 0, avoided: 0 } : wishesIn(record, [...weeks]);
  return {
    load: slots.reduce((sum, slot) => sum + (problem.load[slot] ?? 0), 0),
    counts,
    primary,
    secondary: slots.length - primary,
    holidays: holidaysIn(workspace, problem, facts, slots, person),
    shifts: slots.map((slot) => (problem.slots[slot] as Problem['slots'][number]).id),
    wishes: { wanted: asked.wanted, granted: had.wanted, avoided: asked.avoided, broken: had.avoided },
    prices: pricesOf(problem, slots, person),
  };
}

const areSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((slot, at) => slot === other[at]);

/**
 * What somebody has with these slots. What does not depend on who holds what is remembered with the problem, and the last answer for
 * each person, since a hand that moves changes those of two or three.
 */
export function heldBy(
  workspace: Workspace,
  problem: Problem,
  slots: readonly number[],
  person: PersonId,
): Held {
  const facts = factsOf(workspace, problem);
  const before = facts.last.get(person);
  if (before !== undefined && areSame(before.slots, slots)) return before.held;
  const held = heldWith(workspace, problem, facts, slots, person);
  facts.last.set(person, { slots, held });
  return held;
}
