import { addDays, atTime, daysFrom, isWeekend, mondayOf } from '../calendar/days.ts';
import { intersection, type Span, spanOf, without } from '../calendar/span.ts';
import type { LocalDate, LocalTime } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { responsesTo, responseSpan } from './response.ts';

/** Ways to look at rest, by the names under which they are usually agreed. They advise; none of them says what binds a team. */
export type RestPreset = 'daily-rest' | 'weekly-rest' | 'average-hours';

/** What each preset asks for, in minutes: free in one piece, or worked a week on average. */
export const restLimits: Readonly<Record<RestPreset, number>> = {
  'daily-rest': 11 * 60,
  'weekly-rest': 35 * 60,
  'average-hours': 48 * 60,
};

/** Weeks over which hours are averaged, and which are looked at. */
export const REST_WEEKS = 17;

/** Ordinary hours, which the plan does not know: Monday to Friday on the person's own clock. */
export const ordinaryHours = { from: '09:00' as LocalTime, to: '17:00' as LocalTime };

/** One place where a preset would have had it otherwise. */
export interface RestAdvice {
  readonly preset: RestPreset;
  readonly person: PersonId;
  /** The day after the night, the Monday of the week, or the last day of the average. */
  readonly on: LocalDate;
  /** Minutes free in one piece, or worked a week on average. */
  readonly minutes: number;
}

interface Life {
  readonly person: Person;
  readonly responses: readonly Span[];
  readonly away: (day: LocalDate) => boolean;
}

const minutesIn = ({ start, end }: Span): number => end - start;
const longest = (spans: readonly Span[]): number => Math.max(0, ...spans.map(minutesIn));

/**
 * Where responding to incidents cut into rest, in the weeks before today. Being on call without being called counts as rest;
 * ordinary hours are assumed, and left out on leave and at weekends. Advice only.
 */
export function restAdvice(workspace: Workspace, today: LocalDate): readonly RestAdvice[] {
  const from = addDays(mondayOf(today), -7 * REST_WEEKS);
  return livesOf(workspace).flatMap((life) =>
    life.responses.length === 0
      ? []
      : [
          ...shortNights(life, from, today),
          ...shortWeeks(life, from, today),
          ...longAverage(life, from, today),
        ],
  );
}

function livesOf(workspace: Workspace): readonly Life[] {
  const responses = recordsOf(workspace, 'incidents').flatMap(responsesTo);
  const leave = recordsOf(workspace, 'leave').filter(({ tentative, part }) => !tentative && part === 'day');
  return recordsOf(workspace, 'people')
    .filter(({ archivedOn }) => archivedOn === null)
    .map((person) => ({
      person,
      responses: responses.filter((one) => one.person === person.id).map(responseSpan),
      away: (day) => leave.some((one) => one.person === person.id && one.from <= day && day <= one.to),
    }));
}

const worksOn = ({ away }: Life, day: LocalDate): boolean => !isWeekend(day) && !away(day);

/** From the end of one day's ordinary hours to the beginning of the next one's. */
function shortNights(life: Life, from: LocalDate, today: LocalDate): readonly RestAdvice[] {
  const { zone, id } = life.person;
  return daysFrom(from, today).flatMap((day): readonly RestAdvice[] => {
    if (!worksOn(life, day)) return [];
    const night = spanOf(atTime(addDays(day, -1), ordinaryHours.to), atTime(day, ordinaryHours.from), zone);
    if (!life.responses.some((one) => intersection(one, night) !== null)) return [];
    const minutes = longest(without(night, life.responses));
    return minutes >= restLimits['daily-rest']
      ? []
      : [{ preset: 'daily-rest', person: id, on: day, minutes }];
  });
}

function workOf(life: Life, days: readonly LocalDate[]): readonly Span[] {
  const { zone } = life.person;
  return days
    .filter((day) => worksOn(life, day))
    .map((day) => spanOf(atTime(day, ordinaryHours.from), atTime(day, ordinaryHours.to), zone));
}

/** Whole weeks from Monday to Sunday. */
function shortWeeks(life: Life, from: LocalDate, today: LocalDate): readonly RestAdvice[] {
  const { zone, id } = life.person;
  const midnight = '00:00' as LocalTime;
  const found: RestAdvice[] = [];
  for (let monday = from; addDays(monday, 7) <= today; monday = addDays(monday, 7)) {
    const week = spanOf(atTime(monday, midnight), atTime(addDays(monday, 7), midnight), zone);
    if (!life.responses.some((one) => intersection(one, week) !== null)) continue;
    const busy = [...workOf(life, daysFrom(monday, addDays(monday, 6))), ...life.responses];
    const minutes = longest(without(week, busy));
    if (minutes < restLimits['weekly-rest'])
      found.push({ preset: 'weekly-rest', person: id, on: monday, minutes });
  }
  return found;
}

/** Ordinary hours by the share of full time, and the responses outside of them, a week. */
function longAverage(life: Life, from: LocalDate, today: LocalDate): readonly RestAdvice[] {
  const { person } = life;
  const work = workOf(life, daysFrom(from, addDays(today, -1)));
  const beside = life.responses
    .flatMap((one) => without(one, work))
    .map((one) =>
      intersection(one, { start: work[0]?.start ?? one.start, end: work.at(-1)?.end ?? one.end }),
    );
  const ordinary = (work.reduce((sum, one) => sum + minutesIn(one), 0) * person.fullTimePercent) / 100;
  const responded = beside.reduce((sum, one) => sum + (one === null ? 0 : minutesIn(one)), 0);
  const minutes = Math.round((ordinary + responded) / REST_WEEKS);
  return minutes <= restLimits['average-hours']
    ? []
    : [{ preset: 'average-hours', person: person.id, on: addDays(today, -1), minutes }];
}
