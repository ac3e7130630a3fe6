import { assertNever } from '../assert-never.ts';
import type { CalendarLoss, CalendarProblem } from '../exchange/ics-in-notes.ts';

const called = (title: string): string => (title === '' ? 'This event' : `“${title}”`);

/** What is wrong at a place of a calendar file, and what became of it, as a sentence. */
export function calendarProblemText(problem: CalendarProblem): string {
  const { title, detail, property } = problem;
  switch (problem.kind) {
    case 'no-calendar':
      return 'This is no calendar file: it has no BEGIN:VCALENDAR.';
    case 'too-large':
      return 'This file is larger than 10 MB. Export fewer years.';
    case 'too-many-items':
      return `There are more than ${detail} events in this file. Export fewer years.`;
    case 'cut-off':
      return `The file ends, or goes on with something else, in the middle of this ${property}. Export it again.`;
    case 'too-deep':
      return 'From this line on the file is nested deeper than any calendar. Export it again.';
    case 'unreadable-line':
      return `This line cannot be read and is left out: ${detail}`;
    case 'no-start':
      return `${called(title)} has no start.`;
    case 'unreadable-time':
      return `${called(title)} has a ${property} that is no date or time: ${detail}`;
    case 'ends-before-start':
      return `${called(title)} ends before it starts.`;
    case 'unknown-zone':
      return `${called(title)} is in a time zone that is not known: ${detail}. Its times are read as local ones.`;
    case 'unreadable-rule':
      return `${called(title)} repeats by a rule that cannot be read${detail === '' ? '' : `: ${detail}`}.`;
    case 'repeats-within-a-day':
      return `${called(title)} repeats within the day. Only days, weeks, months and years are read.`;
    case 'endless-rule':
      return `${called(title)} repeats by a rule that finds no day.`;
    case 'unsupported-rule':
      return `${called(title)} repeats by a rule that is not read: ${detail}. None of its days are taken.`;
    case 'too-many-repeats':
      return `${called(title)} repeats more than 1,000 times in this time. The first 1,000 are read.`;
    default:
      return assertNever(problem.kind);
  }
}

const countText = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What was left out of a calendar file, and why: "12 events lie outside these days". */
export function calendarLossText({ kind, count, examples }: CalendarLoss): string {
  const such = examples.length === 0 ? '' : `, such as ${examples.map((one) => `“${one}”`).join(', ')}`;
  switch (kind) {
    case 'outside-window':
      return `${countText(count, 'event lies', 'events lie')} outside these days${such}.`;
    case 'cancelled':
      return `${countText(count, 'event is', 'events are')} cancelled${such}.`;
    case 'superseded':
      return `${countText(count, 'event stands', 'events stand')} in the file again in a newer version${such}.`;
    case 'declined':
      return `${countText(count, 'guest has', 'guests have')} declined${such}: not counted among the people of an event.`;
    case 'following':
      return `${countText(count, 'event changes', 'events change')} all that follow in a series${such}. Only the one day is read so; look through the days after it.`;
    case 'not-an-event':
      return `${countText(count, 'entry is', 'entries are')} no event (${examples.join(', ')}).`;
    default:
      return assertNever(kind);
  }
}
