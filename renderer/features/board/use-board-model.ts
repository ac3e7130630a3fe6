import { useMemo, useRef } from 'react';
import { quarterRange, type DateRange } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { useDueMarks } from '../../state/due-marks.ts';
import { quartersInView, slotsOf } from '../../state/in-view.ts';
import { useProposedChanges, useShownWorkspace } from '../../state/plan-store.ts';
import { findingsOf } from '../../state/selectors.ts';
import { useView, type Pivot, type Zoom } from '../../state/view-store.ts';
import { keepRows } from './keep-rows.ts';
import { columnsFor, prefixSums, type Columns } from './layout.ts';
import { rowsOf, type BoardRow } from './rows.ts';
import { sizes } from './sizes.ts';
import { holidayMarks, weeksOf, type Week } from './weeks.ts';

const rangeOf = (quarters: readonly QuarterId[]): DateRange => {
  const ranges = quarters.map(quarterRange);
  return { from: ranges[0]?.from as LocalDate, until: ranges.at(-1)?.until as LocalDate };
};

/** Everything that the Board draws, worked out from the workspace on screen. */
export interface BoardModel {
  readonly workspace: Workspace;
  /** The quarter on view, or the one of the year on view that figures are of. */
  readonly quarter: QuarterId;
  readonly zoom: Zoom;
  readonly slots: readonly Slot[];
  readonly weeks: readonly Week[];
  readonly columns: Columns;
  readonly rows: readonly BoardRow[];
  /** Where each row begins, and last where all end, in px beneath the head. */
  readonly tops: readonly number[];
}

/** @param paneWidth inner width of the pane that shows it, in px */
export function useBoardModel(
  pivot: Pivot,
  allGaps: boolean,
  today: LocalDate,
  paneWidth: number,
): BoardModel {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  const zoom = useView((view) => view.zoom);
  const filter = useView((view) => view.filter);
  const quarters = quartersInView(quarter, zoom);
  const range = rangeOf(quarters);
  const findings = useMemo(
    () => quarters.flatMap((one) => findingsOf(workspace, one)),
    [workspace, quarters],
  );
  const proposed = useProposedChanges();
  const slots = slotsOf(workspace, quarters);
  const dues = useDueMarks(workspace, range);
  const { holidays, holidaySets } = workspace;
  const weeks = useMemo(
    () => weeksOf(range, slots, today, holidayMarks(workspace), dues),
    // The marks read these tables only; a moved shift must not make new weeks.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [range.from, range.until, slots.length, today, holidays, holidaySets, dues],
  );
  const columns = useMemo(
    () => columnsFor(paneWidth, weeks.length, zoom === 'year' ? sizes.leastYearWeek : sizes.leastWeek),
    [paneWidth, weeks.length, zoom],
  );
  const scope = zoom === 'year' ? quarter.slice(0, 4) : quarterText(quarter);
  const kept = useRef<readonly BoardRow[]>([]);
  const rows = useMemo(
    () =>
      keepRows(
        kept.current,
        rowsOf({ workspace, slots, weeks, columns, findings, proposed, pivot, filter, allGaps, scope }),
      ),
    [workspace, slots, weeks, columns, findings, proposed, pivot, filter, allGaps, scope],
  );
  kept.current = rows;
  const tops = useMemo(() => prefixSums(rows.map(({ height }) => height)), [rows]);
  return useMemo(
    () => ({ workspace, quarter, zoom, slots, weeks, columns, rows, tops }),
    [workspace, quarter, zoom, slots, weeks, columns, rows, tops],
  );
}
