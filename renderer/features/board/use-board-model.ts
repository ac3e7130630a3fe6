import { useMemo, useRef } from 'react';
import { quarterRange } from '../../../shared/calendar/days.ts';
import { dueDates } from '../../../shared/deadlines/due-dates.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { useProposedChanges, useShownWorkspace } from '../../state/plan-store.ts';
import { useFindings } from '../../state/selectors.ts';
import { useView, type Pivot } from '../../state/view-store.ts';
import { keepRows } from './keep-rows.ts';
import { prefixSums } from './layout.ts';
import { rowsOf, type BoardRow } from './rows.ts';
import { holidayMarks, weeksOf, type DueMark, type Week } from './weeks.ts';

/** Everything that the Board draws, worked out from the workspace on screen. */
export interface BoardModel {
  readonly workspace: Workspace;
  readonly quarter: QuarterId;
  readonly slots: readonly Slot[];
  readonly weeks: readonly Week[];
  readonly rows: readonly BoardRow[];
  /** Where each row begins, and last where all end, in px beneath the head. */
  readonly tops: readonly number[];
}

/** The deliveries of a quarter, each on the day it is due. */
export function dueMarks(workspace: Workspace, quarter: QuarterId): readonly DueMark[] {
  const range = quarterRange(quarter);
  return Object.values(workspace.deadlines)
    .flatMap((deadline) =>
      dueDates(workspace, deadline, range).map(({ due, nominal }) => ({
        key: `${deadline.id}/${nominal}`,
        title: deadline.title,
        date: due ?? nominal,
        pipeline: workspace.pipelines[deadline.pipeline]?.code ?? '',
      })),
    )
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

export function useBoardModel(pivot: Pivot, allGaps: boolean, today: LocalDate): BoardModel {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  const findings = useFindings();
  const proposed = useProposedChanges();
  const slots = slotsOfQuarter(workspace, quarter);
  const { holidays, holidaySets, deadlines, pipelines } = workspace;
  const weeks = useMemo(
    () => weeksOf(quarterRange(quarter), slots, today, holidayMarks(workspace), dueMarks(workspace, quarter)),
    // The marks read these tables only; a moved shift must not make new weeks.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [quarter, slots.length, today, holidays, holidaySets, deadlines, pipelines],
  );
  const kept = useRef<readonly BoardRow[]>([]);
  const rows = useMemo(
    () => keepRows(kept.current, rowsOf({ workspace, slots, weeks, findings, proposed, pivot, allGaps })),
    [workspace, slots, weeks, findings, proposed, pivot, allGaps],
  );
  kept.current = rows;
  const tops = useMemo(() => prefixSums(rows.map(({ height }) => height)), [rows]);
  return useMemo(
    () => ({ workspace, quarter, slots, weeks, rows, tops }),
    [workspace, quarter, slots, weeks, rows, tops],
  );
}
