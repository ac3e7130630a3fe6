import { useMemo, useRef } from 'react';
import type { DateRange } from '../../shared/calendar/days.ts';
import { dueStates, type DeliveryStatus } from '../../shared/deadlines/deliveries.ts';
import type { Instant, LocalDate, LocalTime } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { useMoment } from './use-moment.ts';

/** A delivery on the day it is due, and how it stands. */
export interface DueMark {
  readonly key: string;
  readonly title: string;
  readonly date: LocalDate;
  readonly time: LocalTime | null;
  /** The pipeline's code. */
  readonly pipeline: string;
  readonly status: DeliveryStatus;
}

/** The deliveries of a time, by day; how they stand at a moment. */
export const dueMarks = (workspace: Workspace, range: DateRange, now: Instant): readonly DueMark[] =>
  dueStates(workspace, range, now).map(({ key, deadline, day, status }) => ({
    key,
    title: deadline.title,
    date: day,
    time: deadline.time,
    pipeline: workspace.pipelines[deadline.pipeline]?.code ?? '',
    status,
  }));

const isSame = (one: readonly DueMark[], other: readonly DueMark[]): boolean =>
  one.length === other.length && JSON.stringify(one) === JSON.stringify(other);

/** As `dueMarks`, at this minute. The same list for as long as it says the same, so that a minute that changes nothing draws nothing. */
export function useDueMarks(workspace: Workspace, { from, until }: DateRange): readonly DueMark[] {
  const { now } = useMoment();
  const { deadlines, deliveries, holidays, holidaySets, pipelines } = workspace;
  const last = useRef<readonly DueMark[]>([]);
  return useMemo(() => {
    const marks = dueMarks(workspace, { from, until }, now);
    if (!isSame(last.current, marks)) last.current = marks;
    return last.current;
    // The marks read these tables only; a moved shift must not make new ones.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [deadlines, deliveries, holidays, holidaySets, pipelines, from, until, now]);
}
