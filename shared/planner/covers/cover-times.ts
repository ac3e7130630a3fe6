import { addDays, atTime, timeOf } from '../../calendar/days.ts';
import { daysAtNoon } from '../../calendar/span.ts';
import type { LocalDate, LocalDateTime } from '../../model/dates.ts';

interface Times {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

/** The moment on the turn's own clock at which the duty of a day begins: after noon, a day's duty begins the evening before. */
function beginOf(day: LocalDate, turn: Times): LocalDateTime {
  const time = timeOf(turn.start);
  return atTime(time <= '12:00' ? day : addDays(day, -1), time);
}

/**
 * The times of a cover of single days, from hand-off to hand-off at the hour of the turn itself, on its rotation's wall clock: so
 * that nobody is called between midnight and the morning by a hand-over of a day. Exactly these days count for whoever covers
 * (a day is the one whose noon lies within). Null where the days are none, or not all days of the turn.
 *
 * @param until not included
 */
export function coverTimes(turn: Times, from: LocalDate, until: LocalDate): Times | null {
  const days = daysAtNoon(turn.start, turn.end);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || from < first || until > addDays(last, 1) || from >= until)
    return null;
  return {
    start: from === first ? turn.start : beginOf(from, turn),
    end: until > last ? turn.end : beginOf(until, turn),
  };
}
