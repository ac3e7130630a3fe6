import type { KeyboardEvent } from 'react';
import { addDays, addMonths, type DateRange } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { takeLeaveAway } from '../../state/leave-acts.ts';
import { askForLeave, cancelHold, drop, hold, nudged, refuseToHold, sayDraft, whyNotHeld } from './hold.ts';
import { setLeave, useLeave } from './leave-store.ts';
import { barOn, type StripRow } from './strip-rows.ts';

const lastDay = ({ until }: DateRange): LocalDate => addDays(until, -1);

const clamped = (day: LocalDate, range: DateRange): LocalDate =>
  day < range.from ? range.from : day > lastDay(range) ? lastDay(range) : day;

/** Where a key takes the day; null where it is no key of the days. */
function dayBy(key: string, day: LocalDate, range: DateRange): LocalDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    case 'Home':
      return range.from;
    case 'End':
      return lastDay(range);
    default:
      return null;
  }
}

/** What the keys do while they hold a leave. True where the key was one of them. */
function whileHeld(event: KeyboardEvent): boolean {
  const { draft } = useLeave.getState();
  if (draft === null) return false;
  const { leave } = draft;
  if (event.key === 'Escape') cancelHold();
  else if (event.key === 'Enter') drop(leave);
  else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const what = event.shiftKey ? 'last' : event.altKey ? 'first' : 'move';
    const next = nudged(leave, what, event.key === 'ArrowLeft' ? -1 : 1);
    hold({ leave: next, grip: null, at: null });
    setLeave({ cursor: { person: next.person, day: what === 'last' ? next.to : next.from } });
    sayDraft(next);
  }
  // Everything else waits until the hand is empty again.
  return event.key !== 'Tab';
}

/** The keys of the strip: a cursor over people and days, days chosen with Shift, and leave put down, moved, opened and removed. */
export function useStripKeys(rows: readonly StripRow[], range: DateRange): (event: KeyboardEvent) => void {
  const rowOf = (person: string): number => rows.findIndex((row) => row.person.id === person);

  const go = (row: number, day: LocalDate, choosing: boolean): void => {
    const { cursor, anchor } = useLeave.getState();
    const next = rows[Math.min(rows.length - 1, Math.max(0, row))];
    if (next === undefined) return;
    setLeave({
      cursor: { person: next.person.id, day: clamped(day, range) },
      anchor: choosing ? (anchor ?? cursor?.day ?? null) : null,
    });
  };

  const act = (event: KeyboardEvent, row: StripRow, day: LocalDate): boolean => {
    const bar = barOn(row, day);
    const { anchor } = useLeave.getState();
    switch (event.key) {
      case 'Enter':
        if (bar !== null && anchor === null) setLeave({ form: { leave: bar.leave, isNew: false } });
        else askForLeave(row.person.id, anchor ?? day, day);
        return true;
      case 'Delete':
      case 'Backspace':
        if (bar !== null) takeLeaveAway(bar.leave);
        return true;
      case 'm':
      case 'M': {
        if (bar === null) return true;
        const why = whyNotHeld(bar.leave);
        if (why !== null) refuseToHold(why);
        else {
          hold({ leave: bar.leave, grip: null, at: null });
          sayDraft(bar.leave);
        }
        return true;
      }
      case 'Escape':
        setLeave({ anchor: null });
        return anchor !== null;
      default:
        return false;
    }
  };

  return (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key !== 'Home' && event.key !== 'End') return;
    const { cursor } = useLeave.getState();
    const place = cursor === null ? -1 : rowOf(cursor.person);
    const row = rows[place];
    if (whileHeld(event)) return event.preventDefault();
    if (cursor === null || row === undefined) return;
    const day = dayBy(event.key, cursor.day, range);
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (day !== null) go(place, day, event.shiftKey);
    else if (down !== 0) go(place + down, cursor.day, false);
    else if (!act(event, row, cursor.day)) return;
    event.preventDefault();
  };
}
