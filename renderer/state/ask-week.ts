import { dateOf, mondayOf } from '../../shared/calendar/days.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import { slotsOfQuarter, type Slot } from '../../shared/rotation/expand.ts';
import { announce } from './announce.ts';
import { ask } from './explain-store.ts';
import type { FreeWeek } from './shift-desk.ts';
import { useView } from './view-store.ts';
import { openWorkspace } from './workspace-store.ts';

/** Turns of the quarter on view that begin in a week, given by its Monday. */
export const turnsOfWeek = (monday: LocalDate): readonly Slot[] =>
  slotsOfQuarter(openWorkspace(), useView.getState().quarter).filter(
    ({ start }) => mondayOf(dateOf(start)) === monday,
  );

/** Asks why somebody holds nothing in a week: about its first turn, and the panel has the others to choose. */
export function askWhyNotIn({ person, monday }: FreeWeek): void {
  const { shifts } = openWorkspace();
  const turn = turnsOfWeek(monday).find(({ id }) => shifts[id]?.person !== person);
  if (turn === undefined) announce('No turn begins in this week.', 'assertive');
  else ask('why-not', { shift: turn.id, person });
}
