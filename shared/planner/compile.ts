import { overlaps } from '../calendar/span.ts';
import { digestOfText } from './digest.ts';
import type { Problem, Rows } from './problem.ts';
import type { Occupancy, ProblemForm, SlotForm } from './problem-form.ts';

const WEEK = 7 * 1440;
/** 1970-01-01 was a Thursday: three days after the Monday that weeks are counted from. */
const THURSDAY = 3 * 1440;

const rows = (lists: readonly (readonly number[])[]): Rows => {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, row) => (starts[row + 1] = (starts[row] ?? 0) + list.length));
  return { starts, items: Int32Array.from(lists.flat()) };
};

const together = (one: Occupancy, other: Occupancy): boolean =>
  one.lane === other.lane && one.spans.some((span) => other.spans.some((against) => overlaps(span, against)));

/** Slots by lane, each lane in order of start, so that only near ones are compared. */
function lanes(slots: readonly SlotForm[]): readonly (readonly number[])[] {
  const byLane = new Map<string, number[]>();
  slots.forEach(({ lane }, slot) => byLane.set(lane, [...(byLane.get(lane) ?? []), slot]));
  return [...byLane.values()];
}

const startOf = (slot: SlotForm | undefined): number => slot?.spans[0]?.start ?? 0;
const endOf = (slot: SlotForm | undefined): number => slot?.spans.at(-1)?.end ?? 0;

function clashLists(slots: readonly SlotForm[]): number[][] {
  const lists: number[][] = slots.map(() => []);
  for (const lane of lanes(slots)) {
    const ordered = [...lane].sort((a, b) => startOf(slots[a]) - startOf(slots[b]) || a - b);
    const longest = Math.max(0, ...ordered.map((slot) => endOf(slots[slot]) - startOf(slots[slot])));
    ordered.forEach((one, place) => {
      for (let next = place + 1; next < ordered.length; next++) {
        const other = ordered[next] as number;
        if (startOf(slots[other]) >= startOf(slots[one]) + longest) break;
        if (!together(slots[one] as SlotForm, slots[other] as SlotForm)) continue;
        lists[one]?.push(other);
        lists[other]?.push(one);
      }
    });
  }
  return lists.map((list) => list.sort((a, b) => a - b));
}

/** One set per moment at which a slot begins: all of its lane that are held then. */
function cliqueLists(slots: readonly SlotForm[], clashes: readonly (readonly number[])[]): number[][] {
  const sets = new Map<string, number[]>();
  slots.forEach((form, slot) => {
    for (const { start } of form.spans) {
      const holds = (other: number) => slots[other]?.spans.some((span) => span.start <= start && start < span.end) ?? false;
      const set = [slot, ...(clashes[slot] ?? []).filter(holds)].sort((a, b) => a - b);
      if (set.length > 1) sets.set(set.join(' '), set);
    }
  });
  return [...sets.values()];
}

/** The moments at which rest is counted: of each week the latest hand-over of a slot that wants rest. */
function restMoments(slots: readonly SlotForm[], fromWeek: number): readonly number[] {
  const latest = new Map<number, number>();
  for (const { restWeeks, from } of slots) {
    if (restWeeks === null) continue;
    const week = Math.floor((from + THURSDAY) / WEEK);
    latest.set(week, Math.max(latest.get(week) ?? from, from));
  }
  return [...latest.values()].sort((a, b) => a - b).slice(fromWeek);
}

const reaches = ({ restWeeks, from, until }: Occupancy, moment: number): boolean =>
  restWeeks !== null && from <= moment && moment < until + restWeeks * WEEK;

function groupLists(slots: readonly SlotForm[]): number[][] {
  const groups = new Map<string, number[]>();
  slots.forEach((form, slot) => {
    const key = `${form.from} ${startOf(form)} ${form.lane}`;
    groups.set(key, [...(groups.get(key) ?? []), slot]);
  });
  return [...groups.values()];
}

/** τ: half the smallest load that somebody may take by right, rounded down. Those who may only stand in count that. */
function bands(form: ProblemForm): Int32Array {
  const least = form.people.map(() => ({ regular: Infinity, any: Infinity }));
  for (const { slot, person, standIn } of form.chances) {
    const one = form.slots[slot];
    const entry = least[person];
    const load = one?.wholeLoad ?? one?.load ?? 0;
    if (one === undefined || entry === undefined || !one.regular || load <= 0) continue;
    entry.any = Math.min(entry.any, load);
    if (!standIn) entry.regular = Math.min(entry.regular, load);
  }
  return Int32Array.from(least, ({ regular, any }) => {
    if (form.band !== null) return form.band;
    const load = regular < Infinity ? regular : any;
    return load < Infinity ? Math.floor(load / 2) : 0;
  });
}

function digestOf(form: ProblemForm, holidays: Int16Array): string {
  const { quarter, people, slots, chances, leadIn, windowsFromWeek, band, weights } = form;
  return digestOfText(JSON.stringify([quarter, people, slots, chances, leadIn, windowsFromWeek, band, weights, [...holidays]]));
}

/** Turns the plain lists of a problem into numbered arrays. Slots must come sorted; the numbers are their places. */
export function compile(form: ProblemForm): Problem {
  const { people, slots } = form;
  const width = people.length;
  const legal = new Uint8Array(slots.length * width);
  const price = new Int32Array(legal.length);
  const standInPrice = new Int32Array(legal.length);
  const sameHoliday = new Int32Array(legal.length);
  const holidays = new Int16Array(legal.length);
  const takers: number[][] = slots.map(() => []);
  for (const chance of form.chances) {
    const at = chance.slot * width + chance.person;
    legal[at] = chance.standIn ? 2 : 1;
    standInPrice[at] = chance.standInPrice;
    sameHoliday[at] = chance.sameHoliday ?? 0;
    price[at] = chance.wish + chance.standInPrice + (chance.sameHoliday ?? 0);
    takers[chance.slot]?.push(chance.person);
  }
  for (let at = 0; at < holidays.length; at++) holidays[at] = form.holidays(Math.floor(at / width), at % width);
  const clashes = clashLists(slots);
  const moments = restMoments(slots, form.windowsFromWeek);
  const windows = slots.map((slot) => moments.flatMap((moment, window) => (reaches(slot, moment) ? [window] : [])));
  const leadIn = new Int16Array(moments.length * width);
  for (const earlier of form.leadIn) {
    moments.forEach((moment, window) => {
      if (reaches(earlier, moment)) leadIn[window * width + earlier.person] = (leadIn[window * width + earlier.person] ?? 0) + 1;
    });
  }
  return {
    quarter: form.quarter,
    digest: digestOf(form, holidays),
    people,
    personAt: new Map(people.map(({ id }, place) => [id, place])),
    slots: slots.map(({ slot }) => slot),
    slotAt: new Map(slots.map(({ slot }, place) => [slot.id, place])),
    load: Int32Array.from(slots, ({ load }) => load),
    totalLoad: slots.reduce((sum, { load }) => sum + load, 0),
    gapWeight: Int32Array.from(slots, ({ gapWeight }) => gapWeight),
    cover: Uint8Array.from(slots, ({ cover }) => (cover ? 1 : 0)),
    legal,
    candidates: rows(takers.map((list) => list.sort((a, b) => a - b))),
    price,
    standInPrice,
    sameHoliday,
    holidays,
    clashes: rows(clashes),
    cliques: rows(cliqueLists(slots, clashes)),
    windows: rows(windows),
    windowCount: moments.length,
    leadIn,
    groups: rows(groupLists(slots)),
    cap: Int32Array.from(people, ({ cap }) => cap ?? -1),
    band: bands(form),
    weights: form.weights,
  };
}
