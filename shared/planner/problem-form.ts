import type { WorkBeside } from '../deadlines/work-beside.ts';
import type { QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Span } from '../calendar/span.ts';
import type { Slot } from '../rotation/expand.ts';

/** Prices of the soft terms in cost units, 80 of which are one wish (planning.md, section 1). */
export interface Weights {
  readonly restBreach: number;
  readonly loadBeyondBand: number;
  readonly holidayBalance: number;
  readonly changedSlot: number;
}

/** When a slot is held, for the rules about time. */
export interface Occupancy {
  /** True times served. */
  readonly spans: readonly Span[];
  /** Wall-clock minutes: rest is counted in weeks on the calendar, whatever the clocks do. */
  readonly from: number;
  readonly until: number;
  /** Slots of one lane cannot be held together: all exclusive rotations are one lane, each watch is its own. */
  readonly lane: string;
  /** Weeks of rest this slot asks for after it; null where it opens no rest window. */
  readonly restWeeks: number | null;
}

export interface SlotForm extends Occupancy {
  readonly slot: Slot;
  /** In q. */
  readonly load: number;
  /** In q, of the whole turn where covers took days of it: giving up a day must not narrow anybody's dead-band. */
  readonly wholeLoad?: number;
  /** What leaving it open weighs: 3 for a primary, 2 for a secondary. */
  readonly gapWeight: number;
  /** False for covers and for turns of a day or less: they set no dead-band. */
  readonly regular: boolean;
  /** Set by hand as a cover of single days: the planner leaves it. */
  readonly cover: boolean;
}

export interface PersonForm {
  readonly id: PersonId;
  /** FTE in per cent. */
  readonly fullTime: number;
  /** FTE × presence, in any unit common to all. */
  readonly presence: number;
  /** Own task load over the quarter, in q. */
  readonly tasks: number;
  /** Deadlines and incidents, which lower the share like tasks; left out where the policy counts neither. */
  readonly beside?: WorkBeside;
  /** Most slots in the quarter; null is no cap. */
  readonly cap: number | null;
}

/** How one person stands to one slot. */
export interface Chance {
  readonly slot: number;
  readonly person: number;
  readonly standIn: boolean;
  /** Wishes, in cost units: avoided weeks cost, wanted weeks earn. */
  readonly wish: number;
  /** Price of standing in, in cost units. */
  readonly standInPrice: number;
  /** Price of holding a holiday for the second year running, in cost units; absent is 0. */
  readonly sameHoliday?: number;
}

/** Everything the planner has to know, as plain lists. Benchmarks write one directly. */
export interface ProblemForm {
  readonly quarter: QuarterId;
  readonly people: readonly PersonForm[];
  readonly slots: readonly SlotForm[];
  /** Who may take what: nothing else is legal. */
  readonly chances: readonly Chance[];
  /** Holidays of a slot for a person, in quarter-holidays; by the person's own region. */
  readonly holidays: (slot: number, person: number) => number;
  /** Turns of earlier quarters that reach into this one: they take time, not load. */
  readonly leadIn: readonly (Occupancy & { readonly person: number })[];
  /** Rest windows before this week of the quarter are left out: for benchmarks without lead-in. */
  readonly windowsFromWeek: number;
  /** Dead-band of everybody in q; null computes each from the slots they may take. */
  readonly band: number | null;
  readonly weights: Weights;
}
