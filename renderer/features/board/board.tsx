import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { daysBetween, quarterOf } from '../../../shared/calendar/days.ts';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { today as dayNow } from '../../state/clock.ts';
import { useDrag } from '../../state/drag-store.ts';
import { useFairness } from '../../state/selectors.ts';
import { useView, type Pivot } from '../../state/view-store.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { BoardEmpty } from './board-empty.tsx';
import { BoardHead } from './board-head.tsx';
import { BoardRowView, within } from './board-row.tsx';
import { BoardToolbar } from './board-toolbar.tsx';
import { figuresOf } from './figures.ts';
import type { Columns } from './layout.ts';
import { useInView, usePaneSize } from './pane.ts';
import type { HeadFigures } from './row-head.tsx';
import { smallTeam } from './rows.ts';
import { headHeight } from './sizes.ts';
import { heldSlots, type Box } from './target.ts';
import { UnderStrip } from './under-strip.tsx';
import { useBoardDrag } from './use-board-drag.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardModel, type BoardModel } from './use-board-model.ts';
import { useBoardPointer } from './use-board-pointer.ts';
import { useCursor } from './use-cursor.ts';
import '../../ui/signs.css';
import './board.css';

const nobody: ReadonlyMap<PersonId, HeadFigures> = new Map();

function useFigures(): ReadonlyMap<PersonId, HeadFigures> {
  const fairness = useFairness();
  const kept = useRef(nobody);
  const figures = useMemo(() => figuresOf(fairness, kept.current), [fairness]);
  kept.current = figures;
  return figures;
}

const inPixels = ({ left, top, width, height }: Box) => ({
  transform: `translate(${left}px, ${top}px)`,
  width: `${width}px`,
  height: `${height}px`,
});

/** An outline that follows the target outside React: it changes with every move of the hand. */
function useOutline() {
  const element = useRef<HTMLDivElement>(null);
  const show = useCallback((box: Box | null) => {
    const outline = element.current;
    if (outline === null) return;
    outline.hidden = box === null;
    if (box === null) return;
    const { preview } = useDrag.getState();
    outline.dataset['tone'] =
      preview === null ? 'none' : asksFirst(preview) || preview.refusal !== null ? 'conflict' : 'fine';
    Object.assign(outline.style, inPixels(box));
  }, []);
  return { element, show };
}

/** A box drawn by the hand outside React, hidden while there is none. */
function useFrame() {
  const element = useRef<HTMLDivElement>(null);
  const show = useCallback((box: Box | null) => {
    const frame = element.current;
    if (frame === null) return;
    frame.hidden = box === null;
    if (box !== null) Object.assign(frame.style, inPixels(box));
  }, []);
  return { element, show };
}

/** Brings the quarter into sight when the year is shown, or another quarter of it is chosen; never under a hand that holds something. */
function useQuarterInSight(pane: RefObject<HTMLElement | null>, model: BoardModel, columns: Columns): void {
  const { zoom, quarter, weeks } = model;
  useLayoutEffect(() => {
    const element = pane.current;
    if (element === null || zoom !== 'year' || useDrag.getState().held !== null) return;
    const first = weeks.findIndex(({ sunday }) => quarterOf(sunday) === quarter);
    const left = first * columns.week;
    const isSeen =
      left >= element.scrollLeft &&
      left + 13 * columns.week <= element.scrollLeft + element.clientWidth - columns.head;
    if (!isSeen) element.scrollLeft = left;
    // Only what is looked at moves the sight; a new width or a moved shift does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pane, zoom, quarter]);
}

/** The line at today, over the rows of the current week. */
function Today({ model, columns }: { readonly model: BoardModel; readonly columns: Columns }) {
  const { weeks, tops, rows, workspace } = model;
  const column = weeks.findIndex(({ current }) => current);
  const week = weeks[column];
  if (week === undefined) return null;
  const day = daysBetween(week.monday, dayNow(workspace.about.zone));
  return (
    <div
      className="board-today"
      aria-hidden="true"
      style={{
        left: columns.head + column * columns.week + (day / 7) * columns.week,
        top: headHeight,
        height: tops[rows.length] ?? 0,
      }}
    />
  );
}

function Grid({ pivot, today }: { readonly pivot: Pivot; readonly today: LocalDate }) {
  const [allGaps, setAllGaps] = useState(false);
  const pane = useRef<HTMLDivElement>(null);
  const size = usePaneSize(pane);
  const model = useBoardModel(pivot, allGaps, today, size.width);
  const { weeks, columns, rows, tops, workspace, quarter } = model;
  const inView = useInView(pane, size, tops, columns);
  const control = useCursor(pane, model, columns);
  const outline = useOutline();
  const frame = useFrame();
  useQuarterInSight(pane, model, columns);
  const figures = useFigures();
  const selection = useView((view) => view.selection);
  const held = heldSlots(useDrag((drag) => drag.held));
  const toggleGaps = useCallback(() => setAllGaps((all) => !all), []);
  const { cursor, follow } = control;

  useBoardDrag({
    pane,
    model,
    columns,
    outline: outline.show,
    frame: frame.show,
    follow,
  });
  const onKeyDown = useBoardKeys({ pane, model, columns, control, outline: outline.show });
  const pointer = useBoardPointer(model, control);

  const shown = rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => (index >= inView.rows.first && index < inView.rows.end) || index === cursor.row);
  const width = columns.head + columns.count * columns.week;
  return (
    // Scrolling by keyboard happens through the grid inside, which has the tab stop.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="board-pane" ref={pane} onKeyDown={onKeyDown} {...pointer}>
      <div
        role="grid"
        aria-label={`On-call plan, ${model.zoom === 'year' ? quarter.slice(0, 4) : quarterText(quarter)}`}
        aria-rowcount={rows.length + 1}
        aria-colcount={weeks.length + 1}
        aria-multiselectable="true"
        className="board-grid"
        style={{ width, height: headHeight + (tops[rows.length] ?? 0) }}
      >
        <BoardHead
          weeks={weeks}
          columns={columns}
          span={inView.columns}
          corner={rows[0]?.kind === 'rotation' ? 'Rotation' : 'Engineer · points'}
        />
        <div className="board-rows" role="rowgroup" style={{ top: headHeight }}>
          {shown.map(({ row, index }) => (
            <BoardRowView
              key={row.key}
              rotations={workspace.rotations}
              row={row}
              index={index}
              top={tops[index] ?? 0}
              weeks={weeks}
              columns={columns}
              span={inView.columns}
              figures={row.kind === 'person' ? (figures.get(row.person) ?? null) : null}
              cursorColumn={cursor.row === index ? cursor.column : null}
              cursorChip={cursor.row === index ? cursor.chip : null}
              selected={within(row, selection)}
              offersMenu={selection.length === 1 && within(row, selection).length === 1}
              held={within(row, held)}
              allGaps={allGaps}
              onToggleGaps={toggleGaps}
            />
          ))}
        </div>
        <Today model={model} columns={columns} />
        <div className="board-marks" aria-hidden="true">
          <div ref={outline.element} className="board-outline" hidden />
          <div ref={frame.element} className="board-frame" hidden />
        </div>
      </div>
      {model.zoom === 'quarter' && Object.keys(workspace.people).length <= smallTeam ? (
        <UnderStrip model={model} />
      ) : null}
    </div>
  );
}

/** The quarter at a glance: who is on call when, and is it fair? */
export function Board() {
  const workspace = useWorkspace();
  const chosen = useView((view) => view.pivot);
  const zoom = useView((view) => view.zoom);
  const people = Object.keys(workspace.people).length;
  // Above ten people both pivots would not fit above each other: "both" then shows people.
  const pivot = chosen === 'both' && people > smallTeam ? 'people' : chosen;
  const isEmpty = people === 0 || Object.keys(workspace.rotations).length === 0;

  return (
    <div className="board">
      <BoardToolbar pivot={pivot} zoom={zoom} mayStack={people <= smallTeam} />
      {isEmpty ? (
        <BoardEmpty workspace={workspace} />
      ) : (
        <Grid pivot={pivot} today={dayNow(workspace.about.zone)} />
      )}
    </div>
  );
}
