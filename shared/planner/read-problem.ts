import { addDays, type DateRange, dateOf, previousQuarter, quarterRange, wallMinutes } from '../calendar/days.ts';
import { holidaysTouched } from '../calendar/holidays.ts';
import { daysAtNoon, overlaps, type Span } from '../calendar/span.ts';
import { nothingBeside, workBeside } from '../deadlines/work-beside.ts';
import { holidayUnits, slotLoad } from '../fairness/load.ts';
import { policyOf } from '../fairness/policy-of.ts';
import { HALF_DAYS_A_WEEK, type Presence, presenceOf } from '../fairness/presence.ts';
import { taskLoads } from '../fairness/tasks.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { Policy } from '../model/policy.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, slotsOfQuarter } from '../rotation/expand.ts';
import { coversOf, servedDays, servedSpans } from '../rotation/override.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import { isShadow } from '../rotation/shadow.ts';
import { type Standing, standingOf } from './eligibility.ts';
import { leaveOf } from '../model/leave-of.ts';
import { leaveSpan, meet } from './facts.ts';
import type { Chance, Occupancy, PersonForm, ProblemForm, SlotForm, Weights } from './problem-form.ts';
import { heldAgainIn } from './same-holiday.ts';
import { turnsBeside } from './turns-beside.ts';
import { weeksOfTurn, wishesIn } from './wishes.ts';

const DAY = 1440;
const beforeDay = (day: LocalDate): LocalDate => addDays(day, -1);

function occupancyOf(workspace: Workspace, rotation: Rotation, slot: Slot): Occupancy {
  const from = wallMinutes(slot.start);
  const until = wallMinutes(slot.end);
  const opensRest = rotation.kind === 'exclusive' && until - from > DAY;
  return {
    spans: servedSpans(workspace.shifts, slot, rotation.handoff.zone),
    from,
    until,
    lane: rotation.kind === 'exclusive' ? 'exclusive' : rotation.id,
    restWeeks: opensRest ? rotation.restWeeks : null,
  };
}

/** Points follow the team's calendar; whose holiday it is, the person's own (planning.md, section 5). */
function slotFormOf(workspace: Workspace, policy: Policy, rotation: Rotation, slot: Slot): SlotForm {
  const place = rotation.layers.findIndex((layer) => layer.name === slot.layer);
  const weight = rotation.layers[place]?.weightPercent ?? 0;
  const loadOf = (days: readonly LocalDate[]): number =>
    slotLoad(days, holidaysTouched(workspace, workspace.about.region, days, policy.holidayDate), policy, weight, rotation.factorPercent);
  const occupancy = occupancyOf(workspace, rotation, slot);
  const cover = (workspace.shifts[slot.id]?.covers ?? null) !== null;
  return {
    ...occupancy,
    slot,
    load: loadOf(servedDays(workspace.shifts, slot)),
    gapWeight: place === 0 ? 3 : 2,
    regular: !cover && occupancy.until - occupancy.from > DAY,
    cover,
    ...(coversOf(workspace.shifts, slot.id).length === 0 ? {} : { wholeLoad: loadOf(daysAtNoon(slot.start, slot.end)) }),
  };
}

interface Known {
  readonly slot: Slot;
  readonly rotation: Rotation;
  readonly form: SlotForm;
  /** All its days, and those that its own holder serves. */
  readonly days: readonly LocalDate[];
  readonly served: readonly LocalDate[];
  readonly layerPercent: number;
}

/** Somebody with all that their chances are computed from. */
interface Member {
  readonly person: Person;
  readonly leave: readonly Span[];
  readonly tentative: readonly Span[];
  readonly standings: readonly Standing[];
}

const mayTake = (standing: Standing | undefined): standing is 'regular' | 'stand-in' =>
  standing === 'regular' || standing === 'stand-in';

function membersOf(workspace: Workspace, known: readonly Known[]): readonly Member[] {
  const people = Object.values(workspace.people).sort((a, b) => (a.id < b.id ? -1 : 1));
  return people.flatMap((person) => {
    const standings = known.map(({ slot, rotation, days }) => standingOf(workspace, person.id, rotation, slot, days));
    if (!standings.some(mayTake)) return [];
    const spans = (tentative: boolean) =>
      leaveOf(workspace, person.id).filter((leave) => leave.tentative === tentative).map((leave) => leaveSpan(leave, person));
    return [{ person, standings, leave: spans(false), tentative: spans(true) }];
  });
}

/** Turns of other quarters, as what their holders are busy with. */
function busyWith(workspace: Workspace, shifts: readonly Shift[], people: ReadonlyMap<PersonId, number>): ProblemForm['leadIn'] {
  return shifts.flatMap((shift) => {
    const rotation = workspace.rotations[shift.rotation];
    const person = people.get(shift.person);
    if (rotation === undefined || person === undefined || isShadow(rotation, shift.layer)) return [];
    return [{ ...occupancyOf(workspace, rotation, shift), person }];
  });
}

/** What the holidays of a slot cost each person who held them a year ago too, in cost units. */
function sameHolidayPrices(workspace: Workspace, quarter: QuarterId, policy: Policy): (known: Known, person: Person) => number {
  const heldAgain = heldAgainIn(workspace, quarter);
  return ({ served, layerPercent }, { id, region }) => {
    const holidays = holidaysTouched(workspace, region ?? workspace.about.region, served, policy.holidayDate);
    return Math.round((policy.sameHoliday * heldAgain(id, holidays, layerPercent)) / 4);
  };
}

type SamePrice = ReturnType<typeof sameHolidayPrices>;

function chancesOf(policy: Policy, known: readonly Known[], members: readonly Member[], beside: ProblemForm['leadIn'], samePrice: SamePrice): readonly Chance[] {
  const chances: Chance[] = [];
  const firstStart = Math.min(...known.map(({ form }) => form.spans[0]?.start ?? Infinity));
  const reaching = beside.filter(({ spans }) => (spans.at(-1)?.end ?? 0) > firstStart);
  known.forEach((one, place) => {
    const { slot, form } = one;
    const weeks = weeksOfTurn(slot.start, slot.end);
    members.forEach(({ person, standings, leave, tentative }, who) => {
      const standing = standings[place];
      if (!mayTake(standing) || meet(form.spans, leave)) return;
      const busy = reaching.some((other) => other.person === who && other.lane === form.lane && meet(other.spans, form.spans));
      if (busy) return;
      const { wanted, avoided } = wishesIn(person, weeks);
      const unsettled = tentative.filter((span) => form.spans.some((served) => overlaps(served, span))).length;
      chances.push({
        slot: place,
        person: who,
        standIn: standing === 'stand-in',
        // A week of leave that is not settled is avoided like one that was asked to be free. A wanted week is a wish for
        // one's own turns: standing in earns nothing, or whoever wants a week would be heaped with others' duties.
        wish: (avoided + Math.min(1, unsettled)) * policy.avoidedWeek - (standing === 'stand-in' ? 0 : wanted * policy.wantedWeek),
        standInPrice: standing === 'stand-in' ? policy.standIn * Math.max(1, weeks.length) : 0,
        sameHoliday: samePrice(one, person),
      });
    });
  });
  return chances;
}

/** First and last day of what the quarter's slots cover; the calendar quarter where there are none. */
function daysCovered(quarter: QuarterId, slots: readonly Slot[]): { from: LocalDate; to: LocalDate } {
  const { from, until }: DateRange = quarterRange(quarter);
  return slots.reduce<{ from: LocalDate; to: LocalDate }>(
    (range, { start, end }) => ({
      from: dateOf(start) < range.from ? dateOf(start) : range.from,
      to: dateOf(end) > range.to ? dateOf(end) : range.to,
    }),
    { from: slots[0] === undefined ? from : dateOf(slots[0].start), to: slots[0] === undefined ? until : dateOf(slots[0].end) },
  );
}

function peopleOf(workspace: Workspace, quarter: QuarterId, policy: Policy, slots: readonly Slot[], members: readonly Member[]): readonly PersonForm[] {
  const { from, to } = daysCovered(quarter, slots);
  // The day of the last hand-over belongs to the turn after it.
  const present = new Map<PersonId, Presence>(
    members.map(({ person }) => [person.id, presenceOf(person, leaveOf(workspace, person.id), from, beforeDay(to), policy.leaveAllowanceWeeks)]),
  );
  const days = new Map([...present].map(([id, presence]) => [id, presence.days]));
  const tasks = taskLoads(workspace, days, HALF_DAYS_A_WEEK);
  const beside = workBeside(workspace, policy, quarter);
  return members.map(({ person }) => ({
    id: person.id,
    fullTime: person.fullTimePercent,
    presence: person.fullTimePercent * (present.get(person.id)?.total ?? 0),
    tasks: tasks.get(person.id) ?? 0,
    ...(beside === null ? {} : { beside: beside.get(person.id) ?? nothingBeside }),
    cap: person.mostShiftsAQuarter,
  }));
}

const weightsOf = ({ restBreach, loadBeyondBand, holidayBalance, changedSlot }: Policy): Weights => ({
  restBreach,
  loadBeyondBand,
  holidayBalance,
  changedSlot,
});

/** Reads the problem of a quarter off the workspace: people by id, slots in their order. */
export function readProblem(workspace: Workspace, quarter: QuarterId): ProblemForm {
  const policy = policyOf(workspace, quarter);
  const known = slotsOfQuarter(workspace, quarter).flatMap((slot): readonly Known[] => {
    const rotation = workspace.rotations[slot.rotation];
    // A layer that carries no duty is no part of the problem: who looks on changes nothing for anybody.
    if (rotation === undefined || isShadow(rotation, slot.layer)) return [];
    return [{
      slot,
      rotation,
      form: slotFormOf(workspace, policy, rotation, slot),
      days: daysAtNoon(slot.start, slot.end),
      served: servedDays(workspace.shifts, slot),
      layerPercent: rotation.layers.find((layer) => layer.name === slot.layer)?.weightPercent ?? 0,
    }];
  });
  const members = membersOf(workspace, known);
  const numbers = new Map(members.map(({ person }, place) => [person.id, place]));
  const leadIn = busyWith(workspace, shiftsOfQuarter(workspace.shifts, previousQuarter(quarter)), numbers);
  const beside = busyWith(workspace, turnsBeside(workspace, quarter), numbers);
  const units = (slot: number, person: number): number => {
    const region = members[person]?.person.region ?? workspace.about.region;
    const one = known[slot];
    return one === undefined ? 0 : holidayUnits(holidaysTouched(workspace, region, one.served, policy.holidayDate), one.layerPercent);
  };
  return {
    quarter,
    people: peopleOf(workspace, quarter, policy, known.map(({ slot }) => slot), members),
    slots: known.map(({ form }) => form),
    chances: chancesOf(policy, known, members, beside, sameHolidayPrices(workspace, quarter, policy)),
    holidays: unitsByRegion(known.length, members, workspace.about.region, units),
    leadIn,
    windowsFromWeek: 0,
    band: null,
    weights: weightsOf(policy),
  };
}

/** People of one region share their holidays: each region is computed once per slot. */
function unitsByRegion(slots: number, members: readonly Member[], home: string | null, units: (slot: number, person: number) => number) {
  const known = new Map<string, number>();
  return (slot: number, person: number): number => {
    const key = `${slot % slots} ${members[person]?.person.region ?? home}`;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = units(slot, person)));
    return value;
  };
}
