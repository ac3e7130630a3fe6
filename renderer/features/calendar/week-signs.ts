import { addDays } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { CalendarEvent } from './to-events.ts';

/** What a week holds that is worth going there for. */
export interface WeekSigns {
  readonly monday: LocalDate;
  readonly gaps: number;
  /** Shifts that break a hard rule which nobody has accepted. */
  readonly conflicts: number;
  readonly holidays: readonly string[];
}

/** The signs of each week; a shift counts in the week that its bar begins in. */
export function weekSigns(
  events: readonly CalendarEvent[],
  mondays: readonly LocalDate[],
): readonly WeekSigns[] {
  return mondays.map((monday) => {
    const next = addDays(monday, 7);
    const own = events.filter(({ start }) => start >= monday && start < next);
    const faces = own.flatMap(({ extendedProps }) =>
      extendedProps.kind === 'shift'
        ? extendedProps.segments.flatMap(({ begins, face }) => (begins ? [face] : []))
        : [],
    );
    const names = own.flatMap(({ extendedProps }) =>
      extendedProps.kind === 'holiday' ? [extendedProps.name] : [],
    );
    return {
      monday,
      gaps: faces.filter(({ person, looksOn }) => person === null && !looksOn).length,
      conflicts: faces.filter(({ conflict, accepted }) => conflict !== null && !accepted).length,
      holidays: [...new Set(names)],
    };
  });
}
