import { memo } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  halvesText,
  leaveDaysText,
  leaveKindText,
  leaveLabel,
  stripDayLabel,
} from '../../../shared/words/leave-text.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { leftOf, NAMES, placeOf, type StripLayout } from './strip-layout.ts';
import { barOn, type Stretch, type StripBar, type StripRow } from './strip-rows.ts';

/** Px that a bar needs for its word. */
const WORD = 44;
const CELL = 'leave-cursor';
export const cursorId = CELL;

/** Px above a bar and below the line of duty. */
const ABOVE = 4;
const DUTY = 4;

/** Whole days fill the line above the duty; a morning its upper half, an afternoon its lower one. */
function heightOf(part: Leave['part'], row: number): { readonly top: number; readonly height: number } {
  const whole = row - ABOVE - DUTY - 8;
  if (part === 'day') return { top: ABOVE, height: whole };
  return { top: part === 'morning' ? ABOVE : ABOVE + whole / 2, height: whole / 2 };
}

const words: Readonly<Record<Leave['kind'], string>> = {
  leave: 'Leave',
  'comp-time': 'Comp time',
  other: 'Away',
};

/** Rectangles of one height as one path: one node for a year of turns. */
const pathOf = (
  stretches: readonly Stretch[],
  { dayWidth }: StripLayout,
  top: number,
  height: number,
): string =>
  stretches
    .map(({ from, until }) => {
      const x = Math.max(0, from) * dayWidth;
      return `M${x.toFixed(1)} ${top}h${Math.max(1, until * dayWidth - x - 1).toFixed(1)}v${height}H${x.toFixed(1)}z`;
    })
    .join('');

interface BarProps {
  readonly bar: StripBar;
  readonly layout: StripLayout;
  readonly workspace: Workspace;
  readonly isHeld: boolean;
}

function Bar({ bar: { leave, halves, clashes }, layout, workspace, isHeld }: BarProps) {
  const place = placeOf(layout, leave.from, leave.to);
  if (place === null) return null;
  const clashing = clashes.length > 0;
  const label = leaveLabel(workspace, leave, halves, clashes);
  return (
    <div
      role="gridcell"
      aria-label={label}
      title={label}
      className="strip-bar"
      data-leave={leave.id}
      data-kind={leave.kind}
      data-tentative={leave.tentative || undefined}
      data-clash={clashing ? (leave.tentative ? 'soft' : 'hard') : undefined}
      data-held={isHeld || undefined}
      style={{ ...place, ...heightOf(leave.part, layout.row) }}
    >
      {place.width > WORD && leave.part === 'day' ? (
        <span aria-hidden>
          {clashing ? '× ' : ''}
          {leave.tentative ? `${words[leave.kind]}?` : words[leave.kind]}
        </span>
      ) : clashing ? (
        <span aria-hidden>×</span>
      ) : null}
    </div>
  );
}

/** The line of one person's duty, holidays and days outside the team: marks without names, which the cells say. */
function Ground({ row, layout }: { readonly row: StripRow; readonly layout: StripLayout }) {
  const days = (date: LocalDate): Stretch => {
    const from = Math.round(leftOf(layout, date) / layout.dayWidth);
    return { from, until: from + 1 };
  };
  return (
    <svg className="strip-ground" width={layout.width} height={layout.row} aria-hidden="true">
      <path className="strip-out" d={pathOf(row.out, layout, 0, layout.row)} />
      <path
        className="strip-holiday"
        d={pathOf(
          row.holidays.map(({ date }) => days(date)),
          layout,
          0,
          layout.row,
        )}
      />
      <path className="strip-on-call" d={pathOf(row.onCall, layout, layout.row - 8, DUTY)} />
      <path className="strip-clashing" d={pathOf(row.clashing, layout, layout.row - 10, DUTY + 3)} />
    </svg>
  );
}

interface CursorProps {
  readonly row: StripRow;
  readonly layout: StripLayout;
  readonly day: LocalDate;
  readonly anchor: LocalDate | null;
}

/** The cell that the keys are at, with the days chosen before it. */
function Cursor({ row, layout, day, anchor }: CursorProps) {
  const bar = barOn(row, day);
  const holiday = row.holidays.find(({ date }) => date === day)?.name;
  const [from, to] = anchor === null ? [day, day] : anchor < day ? [anchor, day] : [day, anchor];
  const place = placeOf(layout, from, to);
  const about = [
    bar === null ? '' : `${leaveKindText(bar.leave)} ${leaveDaysText(bar.leave)}`,
    holiday ?? '',
    anchor === null ? '' : `chosen ${leaveDaysText({ from, to, part: 'day' })}`,
  ];
  return (
    <div
      role="gridcell"
      id={CELL}
      aria-selected={anchor !== null}
      className="strip-cursor"
      aria-label={stripDayLabel(row.person.name, day, about.filter((part) => part !== '').join(', '))}
      style={place ?? {}}
    />
  );
}

interface Props {
  readonly row: StripRow;
  readonly index: number;
  /** Px from the top of the strip, where not all lines are drawn; null where they follow one another. */
  readonly top: number | null;
  readonly layout: StripLayout;
  readonly workspace: Workspace;
  /** The day of the cursor where it is in this line. */
  readonly day: LocalDate | null;
  readonly anchor: LocalDate | null;
  /** A leave of this person that is held, where it would be now. */
  readonly draft: Leave | null;
  readonly refused: boolean;
}

/** One person: name, days of leave in sight, and the strip of days. */
export const StripLine = memo(function StripLine({
  row,
  index,
  top,
  layout,
  workspace,
  day,
  anchor,
  draft,
  refused,
}: Props) {
  const { person, halves } = row;
  const drawn = draft === null ? null : placeOf(layout, draft.from, draft.to);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="strip-row"
      data-person={person.id}
      style={{ height: layout.row, ...(top === null ? {} : { position: 'absolute', top, left: 0 }) }}
    >
      <div
        role="rowheader"
        className="strip-name"
        style={{ width: NAMES }}
        aria-label={`${person.name}, ${halvesText(halves)} of leave`}
      >
        <Avatar name={person.name} position={person.position} size={20} />
        <span className="min-w-0 flex-1 truncate" title={person.name}>
          {person.name}
        </span>
        <span className="text-label text-muted tabular-nums">{halves === 0 ? '–' : `${halves / 2} d`}</span>
      </div>
      <div className="strip-track" role="presentation" style={{ width: layout.width }}>
        <Ground row={row} layout={layout} />
        {row.bars.map((bar) => (
          <Bar
            key={bar.leave.id}
            bar={bar}
            layout={layout}
            workspace={workspace}
            isHeld={draft?.id === bar.leave.id}
          />
        ))}
        {day === null ? null : <Cursor row={row} layout={layout} day={day} anchor={anchor} />}
        {draft === null || drawn === null ? null : (
          <div
            className="strip-draft"
            aria-hidden
            data-refused={refused || undefined}
            style={{ ...drawn, ...heightOf(draft.part, layout.row) }}
          />
        )}
      </div>
    </div>
  );
});
