import { addDays } from '../../../shared/calendar/days.ts';
import type { Held } from '../../../shared/editing/aim.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { HolidayId, LeaveId, PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { dutyDay } from './duty-day.ts';

/** Where the hand took hold. */
export interface Grasp {
  readonly element: Element;
  /** The day under the pointer; null between days. */
  readonly day: LocalDate | null;
  /** Alt was down: single days rather than the whole turn. */
  readonly alt: boolean;
  readonly selection: readonly ShiftId[];
}

const edges = ['start', 'end'] as const;

/**
 * What is under the pointer that can be picked up: the end of a bar, days off, a holiday, a shift or one day of it, a person of the
 * rail; null where there is nothing.
 */
export function heldUnder(
  workspace: Workspace,
  { element, day, alt, selection }: Grasp,
  clock: ZoneName | null,
): Held | null {
  const attribute = (name: string): string | null => element.closest(`[${name}]`)?.getAttribute(name) ?? null;
  if (attribute('data-more') !== null) return null;
  const edge = edges.find((one) => one === attribute('data-edge'));
  const leave = attribute('data-leave') as LeaveId | null;
  if (leave !== null) {
    const grasped = day ?? workspace.leave[leave]?.from ?? null;
    if (grasped === null) return null;
    return { kind: 'leave', leave, day: grasped, ...(edge === undefined ? {} : { edge }) };
  }
  const of = attribute('data-of') as ShiftId | null;
  if (edge !== undefined && of !== null) return { kind: 'days', days: { kind: 'handoff', shift: of, edge } };
  const holiday = attribute('data-holiday') as HolidayId | null;
  if (holiday !== null) return { kind: 'days', days: { kind: 'holiday', holiday } };
  const shift = attribute('data-shift') as ShiftId | null;
  if (shift !== null && alt && day !== null && workspace.shifts[shift] !== undefined) {
    const from = dutyDay(workspace, shift, day, clock);
    return { kind: 'days', days: { kind: 'some', shift, from, until: addDays(from, 1) } };
  }
  if (shift !== null && selection.length > 1 && selection.includes(shift))
    return { kind: 'slots', lead: shift, slots: selection };
  if (shift !== null) return { kind: 'slot', slot: shift };
  const person = attribute('data-person') as PersonId | null;
  return person === null ? null : { kind: 'person', person };
}
