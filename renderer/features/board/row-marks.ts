import { dateOf, daysBetween } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { LeaveId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import type { Week } from './weeks.ts';

/** Days away, as far as they reach into one week. */
export interface LeaveMark {
  readonly leave: LeaveId;
  readonly column: number;
  readonly word: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Share of the week's seven days, for the hatch: where it begins and ends, 0 to 7. */
  readonly days: readonly [number, number];
  readonly tentative: boolean;
}

/** A delivery that falls due while a row's duty watches over it. */
export interface DueTick {
  readonly column: number;
  /** Day of the week, 0 for Monday. */
  readonly day: number;
  readonly title: string;
}

const leaveWords: Readonly<Record<Leave['kind'], string>> = {
  leave: 'Leave',
  'comp-time': 'Comp',
  other: 'Away',
};

/** The days off of a person, week by week. */
export function leaveMarks(leave: readonly Leave[], weeks: readonly Week[]): readonly LeaveMark[] {
  const [opens, closes] = [weeks[0]?.monday, weeks.at(-1)?.sunday];
  if (opens === undefined || closes === undefined) return [];
  // Of ten years of leave only that of the weeks on view is asked about week by week.
  const near = leave.filter(({ from, to }) => from <= closes && to >= opens);
  return weeks.flatMap(({ monday, sunday }, column) =>
    near
      .filter(({ from, to }) => from <= sunday && to >= monday)
      .map(({ id, from, to, kind, tentative }) => {
        const first = from > monday ? from : monday;
        const last = to < sunday ? to : sunday;
        const weekday = (date: LocalDate) => (Date.parse(date) - Date.parse(monday)) / 86_400_000;
        return {
          leave: id,
          column,
          word: leaveWords[kind],
          from,
          to,
          days: [weekday(first), weekday(last) + 1] as const,
          tentative,
        };
      }),
  );
}

/** The deliveries of a duty's pipeline on the days of these turns; each once. */
export function dueTicks(
  workspace: Workspace,
  weeks: readonly Week[],
  slots: readonly Slot[],
): readonly DueTick[] {
  const ticks = new Map<string, DueTick>();
  for (const { rotation, start, end } of slots) {
    const pipeline = workspace.rotations[rotation]?.pipeline;
    const code = pipeline ? workspace.pipelines[pipeline]?.code : undefined;
    if (code === undefined) continue;
    weeks.forEach(({ monday, dues }, column) => {
      for (const { key, title, date, pipeline: of } of dues)
        if (of === code && date >= dateOf(start) && date < dateOf(end))
          ticks.set(key, { column, day: daysBetween(monday, date), title });
    });
  }
  return [...ticks.values()];
}
