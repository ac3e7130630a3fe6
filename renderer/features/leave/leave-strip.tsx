import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type RefObject,
} from 'react';
import { nextWeekday } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { today } from '../../state/clock.ts';
import { memoise } from '../../state/memoise.ts';
import { useShownWorkspace } from '../../state/plan-store.ts';
import { useView } from '../../state/view-store.ts';
import { useLinesInSight } from '../../ui/lines-in-sight.ts';
import { askForLeave, draftEffect } from './hold.ts';
import { setLeave, useLeave } from './leave-store.ts';
import { StripHead } from './strip-head.tsx';
import {
  dayAt,
  HEAD,
  leftOf,
  NAMES,
  stripLayout,
  stripRange,
  type Span,
  type StripLayout,
} from './strip-layout.ts';
import { cursorId, StripLine } from './strip-row.tsx';
import { stripRows, type StripRow } from './strip-rows.ts';
import { useStripKeys } from './use-strip-keys.ts';
import { useStripPointer } from './use-strip-pointer.ts';

/** Px of the pane that the strip lies in, kept up to date; null until it is measured, before anything is painted. */
function usePaneWidth(pane: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return width;
}

/** Weekends under all lines, drawn once. */
function Weekends({ layout }: { readonly layout: StripLayout }) {
  const { dayWidth, width, range } = layout;
  const saturday = leftOf(layout, nextWeekday(range.from, 6)) - dayWidth * 7;
  return (
    <div
      aria-hidden="true"
      className="strip-weekends"
      style={{
        left: NAMES,
        top: HEAD,
        bottom: 0,
        width,
        backgroundImage: `linear-gradient(to right, var(--hover) 0 ${dayWidth * 2}px, transparent 0)`,
        backgroundSize: `${dayWidth * 7}px 100%`,
        backgroundPositionX: saturday,
      }}
    />
  );
}

function Today({ layout, day }: { readonly layout: StripLayout; readonly day: LocalDate }) {
  const left = leftOf(layout, day);
  if (left < 0 || left > layout.width) return null;
  return (
    <div aria-hidden="true" className="strip-today" style={{ left: NAMES + left, top: HEAD, bottom: 0 }} />
  );
}

/** Keeps the cursor's day in sight when it is moved by keys. */
function useCursorInSight(pane: RefObject<HTMLElement | null>, layout: StripLayout): void {
  const cursor = useLeave((state) => state.cursor);
  useEffect(() => {
    const element = pane.current;
    const cell = element?.querySelector<HTMLElement>(`#${cursorId}`);
    if (element === null || cursor === null || !cell) return;
    const left = leftOf(layout, cursor.day);
    const seen = element.clientWidth - NAMES;
    if (left < element.scrollLeft) element.scrollLeft = Math.max(0, left - 40);
    else if (left + layout.dayWidth > element.scrollLeft + seen)
      element.scrollLeft = left - seen + layout.dayWidth + 40;
    const row = cell.closest<HTMLElement>('[role=row]');
    if (row === null) return;
    const below = row.offsetTop + row.offsetHeight - (element.scrollTop + element.clientHeight);
    if (below > 0) element.scrollTop += below;
    else if (row.offsetTop - HEAD < element.scrollTop) element.scrollTop = row.offsetTop - HEAD;
  }, [pane, cursor, layout]);
}

/** Kept from one visit of the screen to the next. */
const rowsOf = memoise((workspace: Workspace, quarter: QuarterId, span: Span, day: LocalDate) =>
  stripRows(workspace, stripRange(quarter, span), day),
);

/** Puts the cursor where the strip was clicked, or opens the leave there. */
function clickedAt(event: MouseEvent<HTMLElement>, layout: StripLayout, rows: readonly StripRow[]) {
  if (!(event.target instanceof Element)) return null;
  const line = event.target.closest<HTMLElement>('[data-person]');
  const person = line?.dataset['person'] as PersonId | undefined;
  if (person === undefined || event.target.closest('[role=rowheader]') !== null) return null;
  const day = dayAt(layout, event.clientX - event.currentTarget.getBoundingClientRect().left - NAMES);
  const id = event.target.closest<HTMLElement>('[data-leave]')?.dataset['leave'];
  const bar = rows.find((row) => row.person.id === person)?.bars.find(({ leave }) => leave.id === id) ?? null;
  return { person, day, bar };
}

/** Leave of everybody as a strip of days: drawn, moved and stretched by hand or by keys. */
export function LeaveStrip() {
  const workspace = useShownWorkspace();
  const quarter = useView((view) => view.quarter);
  const { span, cursor, anchor, draft } = useLeave();
  const pane = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const paneWidth = usePaneWidth(pane);
  const day = today(workspace.about.zone);
  const range = useMemo(() => stripRange(quarter, span), [quarter, span]);
  const rows = rowsOf(workspace, quarter, span, day);
  const layout = useMemo(
    () => stripLayout(range, span, paneWidth ?? 0, rows.length),
    [range, span, paneWidth, rows.length],
  );
  const { first, end } = useLinesInSight(pane, {
    count: rows.length,
    row: layout.row,
    head: HEAD,
    drawnWhole: 60,
    ahead: 12,
  });
  const isWindowed = end - first < rows.length;
  const onKeyDown = useStripKeys(rows, range);
  useStripPointer(pane, grid, layout);
  useCursorInSight(pane, layout);
  const at = cursor !== null && cursor.day >= range.from && cursor.day < range.until ? cursor : null;
  // The line of the keys and that of what is held stay, wherever they are: the focus and the pointer are in them.
  const isDrawn = ({ person }: StripRow, index: number): boolean =>
    (first <= index && index < end) || person.id === at?.person || person.id === draft?.leave.person;
  const drawn = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row, index }) => paneWidth !== null && isDrawn(row, index));
  const begin = (): void => {
    const [topmost] = rows;
    if (at !== null && rows.some(({ person }) => person.id === at.person)) return;
    const start = day >= range.from && day < range.until ? day : range.from;
    if (topmost !== undefined) setLeave({ cursor: { person: topmost.person.id, day: start }, anchor: null });
  };
  const refused = draft !== null && draftEffect(draft.leave).refusal !== null;
  return (
    <div ref={pane} className="strip-pane">
      <div
        ref={grid}
        className="strip-grid"
        style={isWindowed ? { width: NAMES + layout.width, height: HEAD + rows.length * layout.row } : {}}
        role="grid"
        tabIndex={0}
        aria-label={`Leave, ${span === 'year' ? quarter.slice(0, 4) : quarterText(quarter)}`}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        {...(at === null ? {} : { 'aria-activedescendant': cursorId })}
        onFocus={begin}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const hit = clickedAt(event, layout, rows);
          if (hit === null) return;
          setLeave({ cursor: { person: hit.person, day: hit.day }, anchor: null });
          if (hit.bar !== null) setLeave({ form: { leave: hit.bar.leave, isNew: false } });
        }}
        onDoubleClick={(event) => {
          const hit = clickedAt(event, layout, rows);
          if (hit !== null && hit.bar === null) askForLeave(hit.person, hit.day, hit.day);
        }}
      >
        <Weekends layout={layout} />
        <StripHead layout={layout} />
        {drawn.map(({ row, index }) => (
          <StripLine
            key={row.person.id}
            row={row}
            index={index}
            top={isWindowed ? HEAD + index * layout.row : null}
            layout={layout}
            workspace={workspace}
            day={at?.person === row.person.id ? at.day : null}
            anchor={at?.person === row.person.id ? anchor : null}
            draft={draft?.leave.person === row.person.id ? draft.leave : null}
            refused={refused && draft?.leave.person === row.person.id}
          />
        ))}
        <Today layout={layout} day={day} />
      </div>
    </div>
  );
}
