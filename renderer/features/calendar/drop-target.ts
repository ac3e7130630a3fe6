import { mondayOf } from '../../../shared/calendar/days.ts';
import type { Held, Target } from '../../../shared/editing/aim.ts';
import type { HeldDays } from '../../../shared/editing/aim-days.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { dutyDay } from './duty-day.ts';

/** What lies under the pointer, read from the document by its attributes: FullCalendar only draws. */
export interface Under {
  readonly shift: ShiftId | null;
  readonly person: PersonId | null;
  /** `data-date` of the day cell. */
  readonly day: LocalDate | null;
  readonly gaps: boolean;
}

/** Reads the topmost of each kind from the elements at a point. */
export function readUnder(elements: readonly Element[]): Under {
  const attribute = (name: string): string | null => {
    for (const element of elements) {
      const found = element.closest(`[${name}]`)?.getAttribute(name);
      if (found !== null && found !== undefined) return found;
    }
    return null;
  };
  // A bar is drawn inside the cell of its first day: the cell that lies under the pointer itself is the day.
  const day =
    elements.find((element) => element.hasAttribute('data-date'))?.getAttribute('data-date') ?? null;
  return {
    shift: attribute('data-shift') as ShiftId | null,
    person: attribute('data-person') as PersonId | null,
    day: day !== null && /^\d{4}-\d\d-\d\d$/.test(day) ? (day as LocalDate) : null,
    gaps: attribute('data-gaps') !== null,
  };
}

/** A shift, or the one under the hand of several, over a person of the rail, another shift, or the week of a day. */
function forShift(workspace: Workspace, under: Under, lead: ShiftId): Target | null {
  if (under.gaps) return { kind: 'gaps' };
  if (under.person !== null) return { kind: 'person', person: under.person };
  if (under.shift !== null && under.shift !== lead) return { kind: 'slot', slot: under.shift };
  const owner = workspace.shifts[lead]?.person;
  if (under.day === null || owner === undefined) return null;
  return { kind: 'person-week', person: owner, week: mondayOf(under.day) };
}

/** A hand-off goes to a day; single days and holidays to a person of the rail, or to whoever holds a shift. */
function forDays(workspace: Workspace, under: Under, held: HeldDays, clock: ZoneName | null): Target | null {
  if (held.kind === 'handoff')
    return under.day === null
      ? null
      : { kind: 'plan-day', day: dutyDay(workspace, held.shift, under.day, clock) };
  if (under.person !== null) return { kind: 'person', person: under.person };
  return under.shift === null ? null : { kind: 'slot', slot: under.shift };
}

/** What a drop there would be aimed at. @param clock the zone by whose clock the calendar is read */
export function targetUnder(
  workspace: Workspace,
  under: Under,
  held: Held | null,
  clock: ZoneName | null = null,
): Target | null {
  switch (held?.kind) {
    case undefined:
      return null;
    case 'person':
      return under.shift === null ? null : { kind: 'slot', slot: under.shift };
    case 'leave': {
      const person = workspace.leave[held.leave]?.person;
      return under.day === null || person === undefined ? null : { kind: 'day', person, day: under.day };
    }
    case 'slot':
      return forShift(workspace, under, held.slot);
    case 'slots':
      return forShift(workspace, under, held.lead);
    case 'days':
      return forDays(workspace, under, held.days, clock);
  }
}
