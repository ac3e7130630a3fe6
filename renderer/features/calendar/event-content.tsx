import { moreLeaveText } from '../../../shared/words/calendar-text.ts';
import { clockTimeText } from '../../../shared/words/date-text.ts';
import {
  ArrowRight,
  CalendarClock,
  ChevronDown,
  ChevronUp,
  Clock,
  Diamond,
  Ellipsis,
  Flag,
} from 'lucide-react';
import { timeOf } from '../../../shared/calendar/days.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { dueLine, dueWord } from '../../../shared/words/due-text.ts';
import { useDrag } from '../../state/drag-store.ts';
import { useView } from '../../state/view-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ShiftChip } from '../../ui/shift-chip.tsx';
import { toggleLeaveOf } from './calendar-view.ts';
import { useCalendarCursor } from './cursor-store.ts';
import type { HandoffBlock, HandoffLine } from './handoff-blocks.ts';
import type { EventKind, Segment } from './to-events.ts';

type Of<Kind extends EventKind['kind']> = Extract<EventKind, { kind: Kind }>;

/** About as wide as the column of a day, in px; names are fitted to it. */
const dayWidth = 104;

function SegmentView({ segment }: { readonly segment: Segment }) {
  const { id, shift, face, label, when, cover, at, days, begins, atStart, atEnd } = segment;
  const isCursor = useCalendarCursor((cursor) => cursor.event === id) && begins;
  const isSelected = useView(({ selection }) => selection.includes(shift));
  const isHeld = useDrag(({ held }) => held?.kind === 'slot' && held.slot === shift);
  const hasHolder = face.person !== null;
  return (
    <span
      className="calendar-shift"
      data-cover={cover || undefined}
      style={{ gridColumn: `${at + 1} / span ${days}` }}
    >
      <button
        type="button"
        className="calendar-chip"
        tabIndex={isCursor ? 0 : -1}
        aria-label={cover ? `Cover, ${label}` : label}
        aria-haspopup="menu"
        aria-pressed={isSelected}
        data-event={begins ? id : undefined}
        data-shift={shift}
        data-held={isHeld || undefined}
      >
        <ShiftChip
          face={face}
          shows="both"
          width={Math.min(320, days * dayWidth)}
          {...(when === '' ? {} : { trailing: when })}
        />
      </button>
      {hasHolder && atStart ? <Edge edge="start" of={shift} /> : null}
      {hasHolder && atEnd ? <Edge edge="end" of={shift} /> : null}
      {isSelected ? (
        <button
          type="button"
          className="chip-more"
          tabIndex={-1}
          aria-label="Actions for this shift"
          data-more={shift}
        >
          <Ellipsis size={15} aria-hidden="true" />
        </button>
      ) : null}
    </span>
  );
}

/** Where a hand-off, or one end of days off, can be taken by the hand. */
const Edge = ({ edge, of }: { readonly edge: 'start' | 'end'; readonly of?: ShiftId }) => (
  <span className="calendar-edge" data-edge={edge} data-of={of} aria-hidden="true" />
);

function Shift({ event }: { readonly event: Of<'shift'> }) {
  return (
    <span className="calendar-duty" style={{ gridTemplateColumns: `repeat(${event.days}, minmax(0, 1fr))` }}>
      {event.segments.map((segment) => (
        <SegmentView key={`${segment.id} ${segment.at}`} segment={segment} />
      ))}
    </span>
  );
}

function Person({ person }: { readonly person: HandoffLine['from'] }) {
  return person === null ? (
    <span className="calendar-nobody">nobody</span>
  ) : (
    <Avatar name={person.name} position={person.position} size={16} />
  );
}

function Handoffs({ block }: { readonly block: HandoffBlock }) {
  return (
    <span className="calendar-handoffs" title={block.label.replaceAll('; ', '\n')}>
      <span className="calendar-handoff-time">
        <CalendarClock size={12} aria-hidden="true" />
        {clockTimeText(timeOf(block.at))} hand-off
      </span>
      {block.lines.map(({ shift, face, from, begins, text }) => (
        <span key={shift} className="calendar-handoff" data-shift={shift}>
          <span className="sr-only">{text}</span>
          <span
            aria-hidden="true"
            className="chip-mark"
            data-hue={face.hue % 8}
            data-filled={face.filled || undefined}
          />
          <span aria-hidden="true" className="calendar-handoff-duty">
            {face.code} <span className="chip-role">{face.role}</span>
          </span>
          <span aria-hidden="true" className="calendar-handoff-people">
            {begins ? null : <Person person={from} />}
            <ArrowRight size={11} />
            <Person person={face.person} />
          </span>
        </span>
      ))}
      {block.more > 0 ? <span className="calendar-handoff">and {block.more} more</span> : null}
    </span>
  );
}

interface LeaveProps {
  readonly event: Of<'leave'>;
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

function Leave({ event, isStart, isEnd }: LeaveProps) {
  return (
    <span
      className="calendar-line calendar-leave"
      title={`${event.name} ${event.word}`}
      data-tentative={event.tentative || undefined}
      data-leave={event.leave}
    >
      <Avatar name={event.name} position={event.position} size={20} />
      <span>
        <bdi>{event.name}</bdi> {event.word}
        {event.tentative ? ' (tentative)' : ''}
      </span>
      {isStart ? <Edge edge="start" /> : null}
      {isEnd ? <Edge edge="end" /> : null}
    </span>
  );
}

function MoreLeave({ event: { week, names, isOpen } }: { readonly event: Of<'more-leave'> }) {
  return (
    <button
      type="button"
      className="calendar-more-leave"
      aria-expanded={isOpen}
      aria-label={isOpen ? undefined : moreLeaveText(names)}
      title={isOpen ? undefined : names.join('\n')}
      onClick={() => toggleLeaveOf(week)}
    >
      {isOpen ? <ChevronUp size={13} aria-hidden="true" /> : <ChevronDown size={13} aria-hidden="true" />}
      {isOpen ? 'Fewer lines of leave' : `+${names.length} more away`}
    </button>
  );
}

interface Props {
  readonly event: EventKind;
  /** Whether the event begins, or ends, in this row of days. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** What stands inside an event: our own chips for a turn, one plain line for the rest. */
export function EventContent({ event, isStart, isEnd }: Props) {
  switch (event.kind) {
    case 'shift':
      return <Shift event={event} />;
    case 'leave':
      return <Leave event={event} isStart={isStart} isEnd={isEnd} />;
    case 'more-leave':
      return <MoreLeave event={event} />;
    case 'handoffs':
      return <Handoffs block={event.block} />;
    case 'holiday':
      return (
        <span className="calendar-line calendar-holiday" title={event.name} data-holiday={event.holiday}>
          <Diamond size={12} className="week-holiday" aria-hidden="true" />
          <span>
            {event.name}
            {event.tentative ? ' (tentative)' : ''}
          </span>
        </span>
      );
    case 'clocks':
      return (
        <span className="calendar-line calendar-clocks" title={event.text}>
          <Clock size={12} aria-hidden="true" />
          <span>{event.text}</span>
        </span>
      );
    case 'undrawn':
      return <span className="calendar-undrawn" style={{ height: event.height }} />;
    case 'due': {
      const when = event.time === null ? '' : ` by ${clockTimeText(event.time)}`;
      const open = event.status === 'upcoming';
      return (
        <span
          className="calendar-line calendar-due"
          title={open ? `${event.title} is due${when}` : dueLine(`${event.title}${when}`, event.status)}
        >
          <Flag size={12} className="week-due" aria-hidden="true" />
          <span>
            {event.title}
            {when}
            {open ? null : (
              <>
                {' '}
                <span className="calendar-due-status" data-status={event.status}>
                  {dueWord(event.status)}
                </span>
              </>
            )}
          </span>
        </span>
      );
    }
  }
}
