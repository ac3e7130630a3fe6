import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import {
  taskWeeks,
  type TaskCare,
  type TaskRow,
  type TaskWeek,
} from '../../../shared/fairness/task-weeks.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { dayText, quarterText, weekText } from '../../../shared/words/date-text.ts';
import { taskName } from '../../../shared/words/task-text.ts';
import {
  careSentence,
  careSign,
  careText,
  ownerWeekText,
  weekHeading,
  weeksSummary,
} from '../../../shared/words/task-weeks-text.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';
import { nextPlace, type Place } from './use-matrix-keys.ts';

const cares: readonly TaskCare[] = ['on-duty', 'present', 'gaps', 'nobody', 'no-owner'];

/** The shades with their signs: what each means. */
function Legend() {
  return (
    <ul aria-label="Signs" className="flex flex-wrap gap-x-5 gap-y-1 text-muted">
      {cares.map((care) => (
        <li key={care} className="flex items-center gap-1.5">
          <span aria-hidden className="care-sign" data-care={care}>
            {careSign({ care, without: [] }).replace('0 d', '2 d')}
          </span>
          {careText[care]}
        </li>
      ))}
    </ul>
  );
}

/** The week's reason: what each owner does in it. */
function Reason({
  workspace,
  row,
  week,
}: {
  readonly workspace: Workspace;
  readonly row: TaskRow;
  readonly week: TaskWeek;
}) {
  return (
    <div className="flex flex-col gap-0.5">
      <p className="font-medium">
        {taskName(workspace, row.task)}, {weekHeading(week.week)}: {careSentence(week)}
      </p>
      {week.owners.map((owner) => (
        <p key={`${owner.role} ${owner.person}`} className="text-muted">
          {ownerWeekText(workspace, owner)}
        </p>
      ))}
    </div>
  );
}

const cellLabel = (workspace: Workspace, row: TaskRow, week: TaskWeek): string =>
  [
    `${workspace.tasks[row.task]?.code ?? row.task}, ${weekHeading(week.week)}: ${careSentence(week)}`,
    ...week.owners.map((owner) => ownerWeekText(workspace, owner)),
  ].join(' ');

/** Tasks by weeks: where an owner is on call, where one is only there, and where nobody is. */
export function WeeksTab() {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  const rows = useMemo(() => taskWeeks(workspace, quarter), [workspace, quarter]);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const [hovered, setHovered] = useState<Place | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const weeks = rows[0]?.weeks ?? [];
  const shown = hovered ?? place;
  const [row, week] = [rows[shown.row], rows[shown.row]?.weeks[shown.column]];

  const placeOf = (target: EventTarget): Place | null => {
    const cell = (target as Element).closest<HTMLElement>('[data-row]');
    return cell === null
      ? null
      : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextPlace(event, place, { rows: rows.length, columns: weeks.length });
    if (next === null) return;
    event.preventDefault();
    setHovered(null);
    setPlace(next);
    table.current
      ?.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`)
      ?.focus();
  };
  return (
    <div className="flex flex-col gap-3">
      <p>{weeksSummary(rows)}</p>
      <Legend />
      <div className="matrix-pane">
        <table
          ref={table}
          role="grid"
          aria-label={`Tasks and their owners, week by week, ${quarterText(quarter)}`}
          className="matrix weeks"
          onKeyDown={onKeyDown}
          onFocus={(event) => setPlace(placeOf(event.target) ?? place)}
          onPointerOver={(event) => setHovered(placeOf(event.target))}
          onPointerLeave={() => setHovered(null)}
        >
          <thead>
            <tr>
              <th scope="col" role="columnheader" className="matrix-task">
                Task
              </th>
              {weeks.map(({ week: monday }) => (
                <th key={monday} scope="col" role="columnheader" className="matrix-week">
                  {weekText(monday)}
                  <span className="block font-normal">{dayText(monday)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one, index) => (
              <tr key={one.task}>
                <th scope="row" role="rowheader" className="matrix-task">
                  <span className="flex min-w-0 items-center gap-2">
                    <span className="w-7 shrink-0 font-mono text-label text-muted">
                      {workspace.tasks[one.task]?.code}
                    </span>
                    <span className="truncate">{workspace.tasks[one.task]?.name}</span>
                  </span>
                </th>
                {one.weeks.map((each, column) => (
                  <td
                    key={each.week}
                    role="gridcell"
                    tabIndex={index === place.row && column === place.column ? 0 : -1}
                    data-row={index}
                    data-column={column}
                    data-care={each.care}
                    aria-label={cellLabel(workspace, one, each)}
                    className="care"
                  >
                    {careSign(each)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div aria-hidden className="min-h-16 rounded-md border border-divider bg-panel px-3 py-2">
        {row === undefined || week === undefined ? null : (
          <Reason workspace={workspace} row={row} week={week} />
        )}
      </div>
    </div>
  );
}
