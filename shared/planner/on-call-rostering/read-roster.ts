import { ok, refused, type Result } from '../../result.ts';
import { type DznAssignment, type DznFault, type DznValue, type Place, readDzn } from './dzn.ts';
import { DAYS_A_WEEK, type Roster } from './roster.ts';

/** Why a file describes no roster. Staff and days count from 1, as in the file. */
export type RosterFault =
  | DznFault
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string; readonly at: Place }
  | { readonly kind: 'wrong-kind'; readonly name: string; readonly wanted: 'number' | 'numbers' | 'sets'; readonly at: Place }
  | { readonly kind: 'wrong-length'; readonly name: string; readonly wanted: number; readonly found: number; readonly at: Place }
  | { readonly kind: 'out-of-range'; readonly name: string; readonly value: number; readonly least: number; readonly most: number; readonly at: Place }
  | { readonly kind: 'fixed-for-two'; readonly day: number; readonly staff: readonly [number, number]; readonly at: Place }
  | { readonly kind: 'fixed-but-unavailable'; readonly day: number; readonly staff: number; readonly at: Place }
  | { readonly kind: 'nobody-available'; readonly day: number };

const names = ['num_staff', 'num_days', 'work_load', 'weekend_offset', 'unavailable', 'fixed', 'adj_days_str', 'wed_before_weekend_str'] as const;
type Name = (typeof names)[number];

/** Far beyond any team and year, and still solved from memory. */
const MOST_STAFF = 1000;
const MOST_DAYS = 4000;
const HIGHEST_PRICE = 1_000_000;
/** No roster reaches this far: a day beyond the last is nobody's concern, one beyond this is a slip. */
const FARTHEST_DAY = 1_000_000;

class Wrong extends Error {
  readonly fault: RosterFault;
  constructor(fault: RosterFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

function insist(name: Name, value: DznValue, least: number, most: number): number {
  if (value.kind !== 'number') throw new Wrong({ kind: 'wrong-kind', name, wanted: 'number', at: value.at });
  if (value.value < least || value.value > most) {
    throw new Wrong({ kind: 'out-of-range', name, value: value.value, least, most, at: value.at });
  }
  return value.value;
}

/** What the file says of each staff member: an array as long as there are people. */
function perPerson(name: Name, value: DznValue, wanted: 'numbers' | 'sets', staff: number): readonly DznValue[] {
  if (value.kind !== 'array') throw new Wrong({ kind: 'wrong-kind', name, wanted, at: value.at });
  if (value.items.length !== staff) throw new Wrong({ kind: 'wrong-length', name, wanted: staff, found: value.items.length, at: value.at });
  return value.items;
}

interface DayNamed {
  /** From 0. */
  readonly day: number;
  readonly at: Place;
}

function daysIn(name: Name, value: DznValue, most: number): readonly DayNamed[] {
  if (value.kind !== 'set') throw new Wrong({ kind: 'wrong-kind', name, wanted: 'sets', at: value.at });
  return value.items.map((item) => ({ day: insist(name, item, 1, most) - 1, at: item.at }));
}

/** Who serves on the fixed days. @throws Wrong where one day is fixed for two people, or for somebody who cannot */
function fixedBy(days: number, fixed: readonly (readonly DayNamed[])[], unavailable: readonly ReadonlySet<number>[]): ReadonlyMap<number, number> {
  const holders = new Map<number, number>();
  fixed.forEach((list, person) => {
    for (const { day, at } of list) {
      const other = holders.get(day);
      if (other !== undefined && other !== person) throw new Wrong({ kind: 'fixed-for-two', day: day + 1, staff: [other + 1, person + 1], at });
      if (unavailable[person]?.has(day)) throw new Wrong({ kind: 'fixed-but-unavailable', day: day + 1, staff: person + 1, at });
      if (day < days) holders.set(day, person);
    }
  });
  return holders;
}

function candidatesOn(day: number, staff: number, holder: number | undefined, unavailable: readonly ReadonlySet<number>[]): readonly number[] {
  if (holder !== undefined) return [holder];
  const free = Array.from({ length: staff }, (_, person) => person).filter((person) => !unavailable[person]?.has(day));
  if (free.length === 0) throw new Wrong({ kind: 'nobody-available', day: day + 1 });
  return free;
}

function rosterFrom(given: Readonly<Record<Name, DznAssignment>>): Roster {
  const staff = insist('num_staff', given.num_staff.value, 1, MOST_STAFF);
  const days = insist('num_days', given.num_days.value, 1, MOST_DAYS);
  const offset = insist('weekend_offset', given.weekend_offset.value, 0, DAYS_A_WEEK - 1);
  const lists = (name: 'unavailable' | 'fixed', most: number) => perPerson(name, given[name].value, 'sets', staff).map((one) => daysIn(name, one, most));
  // Absences may reach beyond the roster; a day that somebody must serve has to be in it.
  const unavailable = lists('unavailable', FARTHEST_DAY).map((list) => new Set(list.map(({ day }) => day)));
  const holders = fixedBy(days, lists('fixed', days), unavailable);
  const all = Array.from({ length: days }, (_, day) => day);
  return {
    staff,
    days,
    workLoad: perPerson('work_load', given.work_load.value, 'numbers', staff).map((one) => insist('work_load', one, 1, 100)),
    candidates: all.map((day) => candidatesOn(day, staff, holders.get(day), unavailable)),
    isFixed: all.map((day) => holders.has(day)),
    isWeekend: all.map((day) => day % DAYS_A_WEEK === offset),
    adjacentPrice: insist('adj_days_str', given.adj_days_str.value, 0, HIGHEST_PRICE),
    wednesdayPrice: insist('wed_before_weekend_str', given.wed_before_weekend_str.value, 0, HIGHEST_PRICE),
  };
}

/**
 * Reads an on-call-rostering file. What contradicts itself is told here, with its place: a solver could only say that there is
 * no plan.
 */
export function readRoster(text: string): Result<Roster, RosterFault> {
  const read = readDzn(text);
  if (!read.ok) return read;
  const isKnown = (name: string): name is Name => names.some((known) => known === name);
  for (const [name, { at }] of read.value) if (!isKnown(name)) return refused({ kind: 'unknown', name, at });
  const missing = names.find((name) => !read.value.has(name));
  if (missing !== undefined) return refused({ kind: 'missing', name: missing });
  try {
    return ok(rosterFrom(Object.fromEntries(read.value) as Record<Name, DznAssignment>));
  } catch (error) {
    if (error instanceof Wrong) return refused(error.fault);
    throw error;
  }
}
