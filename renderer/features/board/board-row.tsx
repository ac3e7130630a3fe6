import { Ellipsis } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import { daysBetween } from '../../../shared/calendar/days.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { rangeText } from '../../../shared/words/date-text.ts';
import { chipLabel, type Face } from '../../state/chip-faces.ts';
import { ShiftChip } from '../../ui/shift-chip.tsx';
import { tinyFace } from '../../ui/tiny-chip.ts';
import { emptyCellLabel } from './cell-text.ts';
import { chipBox, isDense, isTiny, type Columns, type Span } from './layout.ts';
import { RowHead, type HeadFigures } from './row-head.tsx';
import type { LeaveMark } from './row-marks.ts';
import type { BoardRow, PlacedChip } from './rows.ts';
import type { Week } from './weeks.ts';

interface CellsProps {
  /** Not the whole plan: that is another one after every edit, and each row would be drawn again. */
  readonly rotations: Workspace['rotations'];
  readonly row: BoardRow;
  readonly weeks: readonly Week[];
  readonly columns: Columns;
  readonly span: Span;
  /** Where in this row the one tab stop is; null when it is in another. */
  readonly cursorColumn: number | null;
  readonly cursorChip: number | null;
  /** Shifts of this row that are selected or held; an empty list is always the same one. */
  readonly selected: readonly ShiftId[];
  readonly held: readonly ShiftId[];
  /** The one selected shift of the whole plan is in this row: its menu is offered by a button. */
  readonly offersMenu: boolean;
  readonly onToggleGaps: () => void;
}

interface Props extends CellsProps {
  readonly index: number;
  readonly top: number;
  readonly figures: HeadFigures | null;
  readonly allGaps: boolean;
}

/** What of a row's shifts is in a list; the same empty list when none, so that the row is not drawn again. */
const none: readonly ShiftId[] = [];
export function within(row: BoardRow, shifts: readonly ShiftId[]): readonly ShiftId[] {
  if (shifts.length === 0) return none;
  const own = shifts.filter((shift) => row.chips.some(({ slot }) => slot.id === shift));
  return own.length === 0 ? none : own;
}

const labels = new WeakMap<Face, string>();

/** What is read of a chip, put together once: a face belongs to one turn, and is made anew when the turn or its duty changes. */
function labelOf(rotations: Workspace['rotations'], slot: Slot, face: Face): string {
  let label = labels.get(face);
  if (label === undefined) labels.set(face, (label = chipLabel(rotations, slot, face)));
  return label;
}

function Leave({
  mark,
  week,
  height,
  alone,
}: {
  readonly mark: LeaveMark;
  readonly week: number;
  readonly height: number;
  readonly alone: boolean;
}) {
  const [from, to] = mark.days;
  const width = ((to - from) / 7) * week;
  return (
    <span
      className="leave"
      data-alone={alone || undefined}
      data-tentative={mark.tentative || undefined}
      role="img"
      aria-label={`${mark.tentative ? 'Perhaps ' : ''}${mark.word} ${rangeText(mark.from, mark.to)}`}
      data-narrow={width < 34 || undefined}
      title={`${mark.word} ${rangeText(mark.from, mark.to)}`}
      style={{ left: (from / 7) * week, width, height }}
    >
      {width >= 34 ? <span className="leave-word">{mark.word}</span> : null}
    </span>
  );
}

interface CellProps extends CellsProps {
  readonly column: number;
  readonly week: Week;
}

interface ChipProps {
  readonly slot: Slot;
  readonly face: Face;
  readonly label: string;
  readonly shows: 'rotation' | 'person';
  readonly top: number;
  /** From whatever stands above it in its cell. */
  readonly gap: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Reaches into the next week. */
  readonly isLong: boolean;
  /** Too narrow for words. */
  readonly dense: boolean;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly isHeld: boolean;
  readonly offersMenu: boolean;
  /** How far the button of its menu may reach over the right edge, in px: not at all at the end of the plan. */
  readonly overhang: number;
}

/** The button of a menu takes this much of the chip's own width; names are fitted to what is left. */
const menuButton = 24;

/** The button of a turn. Of a row of fifty a moved shift, a cursor or a selection draws one or two again. */
const Chip = memo(function Chip(props: ChipProps) {
  const { slot, face, shows, top, left, width, height, dense, offersMenu, overhang } = props;
  const room = offersMenu ? width - menuButton + overhang : width;
  const tiny = dense ? tinyFace(face, shows) : null;
  return (
    <>
      <button
        type="button"
        className={tiny === null ? 'board-chip' : 'board-chip tiny-chip'}
        tabIndex={props.isCursor ? 0 : -1}
        aria-label={props.label}
        aria-pressed={props.isSelected}
        aria-haspopup="menu"
        data-shift={slot.id}
        data-held={props.isHeld || undefined}
        data-long={props.isLong || undefined}
        {...tiny?.marks}
        style={{ marginTop: props.gap, marginLeft: left, width, height }}
      >
        {tiny === null ? <ShiftChip face={face} shows={shows} width={room} /> : tiny.text}
      </button>
      {offersMenu ? (
        <button
          type="button"
          className="chip-more"
          tabIndex={-1}
          aria-label="Actions for this shift"
          data-more={slot.id}
          style={{ top, left: left + width - menuButton + overhang }}
        >
          <Ellipsis size={15} aria-hidden="true" />
        </button>
      ) : null}
    </>
  );
});

interface PlacedChipProps {
  readonly chip: PlacedChip;
  readonly cell: CellProps;
  readonly at: number;
  /** The chip above it in its cell. */
  readonly above: PlacedChip | undefined;
}

function PlacedChipView({ chip, cell, at, above }: PlacedChipProps) {
  const { columns, rotations, row, cursorColumn, cursorChip, column, selected, held } = cell;
  const box = chipBox(chip, columns);
  const isLast = column + chip.span >= columns.count;
  const { id } = chip.slot;
  return (
    <Chip
      slot={chip.slot}
      face={chip.face}
      label={labelOf(rotations, chip.slot, chip.face)}
      shows={row.kind === 'rotation' ? 'person' : 'rotation'}
      top={chip.top}
      gap={chip.top - (above === undefined ? 0 : above.top + above.height)}
      left={box.left}
      width={box.width}
      height={chip.height}
      isLong={chip.span > 1}
      dense={isTiny(chip, columns)}
      isCursor={cursorColumn === column && (cursorChip ?? 0) === at}
      isSelected={selected.includes(id)}
      isHeld={held.includes(id)}
      offersMenu={!isDense(columns) && cell.offersMenu && selected[0] === id}
      overhang={isLast ? 3 : 12}
    />
  );
}

function Cell(props: CellProps) {
  const { row, column, week, columns, cursorColumn } = props;
  const inCell = row.cells[column] ?? [];
  const own = inCell.flatMap((index) => row.chips[index] ?? []).filter((chip) => chip.column === column);
  const leave = row.kind === 'person' ? row.leave.filter((mark) => mark.column === column) : [];
  const isCursor = cursorColumn === column;
  const more = row.kind === 'gaps' ? (row.more[column] ?? 0) : 0;
  const feast = week.holidays.find(({ region }) => row.kind !== 'person' || region === row.region);
  const due =
    row.kind === 'person' || row.kind === 'rotation'
      ? row.dues.find((one) => one.column === column)
      : undefined;
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      className="board-cell"
      data-column={column}
      data-past={week.past || undefined}
      data-holiday={feast !== undefined || undefined}
      data-due={due !== undefined || undefined}
      {...(inCell.length === 0
        ? { tabIndex: isCursor ? 0 : -1, 'aria-label': emptyCellLabel(row, week, column) }
        : {})}
      style={{
        left: columns.head + column * columns.week,
        width: columns.week,
        height: row.height,
        ...(feast === undefined ? {} : { '--feast': daysBetween(week.monday, feast.date) }),
        ...(due === undefined ? {} : { '--due': due.day }),
      }}
    >
      {leave.map((mark) => (
        <Leave
          key={`${mark.from}${mark.days[0]}`}
          mark={mark}
          week={columns.week}
          height={row.height}
          alone={inCell.length === 0}
        />
      ))}
      {own.map((chip, place) => (
        <PlacedChipView
          key={chip.slot.id}
          chip={chip}
          cell={props}
          at={inCell.indexOf(row.chips.indexOf(chip))}
          above={own[place - 1]}
        />
      ))}
      {more > 0 ? (
        // For the pointer; the head of the row has the button that does the same, by keys too.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span className="gaps-more" data-dense={isDense(columns) || undefined} onClick={props.onToggleGaps}>
          {isDense(columns) ? `+${more}` : `+${more} more`}
        </span>
      ) : null}
    </div>
  );
}

/** In the view of a year a cell in which nothing stands is left to the ground: a thousand empty ones would be drawn for nothing. */
function isDrawn({ row, columns, cursorColumn }: CellsProps, column: number): boolean {
  if (!isDense(columns) || cursorColumn === column) return true;
  return (
    (row.cells[column]?.length ?? 0) > 0 ||
    (row.kind === 'person' && row.leave.some((mark) => mark.column === column)) ||
    (row.kind === 'gaps' && (row.more[column] ?? 0) > 0)
  );
}

/** The columns in sight that are drawn, and wherever it is the one with the tab stop: keys must find it though it is scrolled away. */
function drawnColumns(props: CellsProps): readonly number[] {
  const { span, cursorColumn } = props;
  const seen = Array.from({ length: span.end - span.first }, (_, index) => span.first + index);
  const isFar = cursorColumn !== null && cursorColumn >= 0 && !seen.includes(cursorColumn);
  return [...seen.filter((column) => isDrawn(props, column)), ...(isFar ? [cursorColumn] : [])];
}

/** What stands in a row: not drawn again where the row only moves, as all below one that grows, or its figures change. */
const Cells = memo(function Cells(props: CellsProps) {
  return (
    <div role="presentation" className="row-cells">
      {drawnColumns(props).map((column) => {
        const week = props.weeks[column];
        return week === undefined ? null : <Cell key={week.monday} {...props} column={column} week={week} />;
      })}
    </div>
  );
});

/** One row of the Board. Drawn again only when something in it changes. */
export const BoardRowView = memo(function BoardRowView(props: Props) {
  const { index, top, figures, allGaps, ...cells } = props;
  const { row, columns, cursorColumn, onToggleGaps } = cells;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="board-row"
      data-kind={row.kind}
      data-dense={isDense(columns) || undefined}
      data-row={index}
      style={
        {
          top,
          height: row.height,
          width: columns.head + columns.count * columns.week,
          '--head': `${columns.head}px`,
          '--week': `${columns.week}px`,
        } as CSSProperties
      }
    >
      <RowHead
        row={row}
        figures={figures}
        width={columns.head}
        focusable={cursorColumn === -1}
        targeted={false}
        allGaps={allGaps}
        onToggleGaps={onToggleGaps}
      />
      {row.kind === 'section' ? null : <Cells {...cells} />}
    </div>
  );
});
