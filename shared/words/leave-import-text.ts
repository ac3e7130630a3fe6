import type { CalendarFile } from '../exchange/ics-in.ts';
import type { ImportProblem } from '../exchange/import-report.ts';
import type { LeaveField } from '../exchange/leave-csv.ts';
import type { LeaveCalendar, LeftOut } from '../exchange/leave-ics.ts';
import { calendarLossText, calendarProblemText } from './ics-text.ts';
import { counted } from './number-text.ts';

/** What a column of a table can say of leave. */
export const leaveFieldText: Readonly<Record<LeaveField, string>> = {
  person: 'Person',
  email: 'E-mail',
  from: 'First day',
  to: 'Last day',
  part: 'Part of the day',
  kind: 'Kind',
  tentative: 'Settled or not',
  reason: 'Reason (private)',
};

function leftOutText(kind: keyof LeftOut, count: number): string {
  switch (kind) {
    case 'free':
      return `${counted(count, 'event is', 'events are')} marked as free time.`;
    case 'meetings':
      return `${counted(count, 'event is', 'events are')} neither a whole day nor marked as out of office: meetings.`;
    case 'declined':
      return `${counted(count, 'event was', 'events were')} declined by whoever they are of.`;
    case 'short':
      return `${counted(count, 'event takes', 'events take')} less than half a day.`;
  }
}

const floatingText = (count: number): string => `${counted(count, 'event says', 'events say')} no time zone.`;

const whole = (severity: ImportProblem['severity'], what: string): ImportProblem => ({
  row: null,
  column: null,
  severity,
  what,
});

/** What was wrong with a calendar, and what was left out of it: an event that cannot be read is left out, the others are not. */
export function calendarLines({ problems, losses, floating }: CalendarFile): readonly ImportProblem[] {
  return [
    ...problems.map((problem): ImportProblem => ({
      row: problem.line,
      column: problem.property === '' ? null : problem.property,
      severity: isWholeFile(problem.kind) ? 'error' : problem.severity === 'error' ? 'loss' : 'warning',
      what: calendarProblemText(problem),
    })),
    ...losses.map((loss) => whole('loss', calendarLossText(loss))),
    ...(floating === 0 ? [] : [whole('warning', floatingText(floating))]),
  ];
}

/** A file that was cut off or is none may hide what nobody sees: then nothing is taken. */
const isWholeFile = (kind: CalendarFile['problems'][number]['kind']): boolean =>
  kind === 'no-calendar' || kind === 'too-large' || kind === 'too-many-items' || kind === 'cut-off';

/** The same for a calendar read as leave, with what in it is no leave. */
export function leaveCalendarLines({ calendar, leftOut }: LeaveCalendar): readonly ImportProblem[] {
  const kinds = ['meetings', 'free', 'declined', 'short'] as const;
  return [
    ...calendarLines(calendar),
    ...kinds
      .filter((kind) => leftOut[kind] > 0)
      .map((kind) => whole('loss', leftOutText(kind, leftOut[kind]))),
  ];
}
