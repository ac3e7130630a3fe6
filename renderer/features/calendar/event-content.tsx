import { ArrowRight, CalendarClock, Clock, Diamond, Ellipsis, Flag } from 'lucide-react';
import { timeOf } from '../../../shared/calendar/days.ts';
import { useDrag } from '../../state/drag-store.ts';
import { useView } from '../../state/view-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ShiftChip } from '../../ui/shift-chip.tsx';
import { useCalendarCursor } from './cursor-store.ts';
import type { HandoffBlock, HandoffLine } from './handoff-blocks.ts';
import type { EventKind } from './to-events.ts';

type Of<Kind extends EventKind['kind']> = Extract<EventKind, { kind: Kind }>;

interface ShiftProps {
  readonly id: string;
  readonly event: Of<'shift'>;
  /** A bar that goes on in the next row is drawn twice; only its first piece is a tab stop. */
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

function ShiftEvent({ id, event, isStart, isEnd }: ShiftProps) {
  const isCursor = useCalendarCursor((cursor) => cursor.event === id) && isStart;
  const isSelected = useView(({ selection }) => selection.includes(event.shift));
  const isHeld = useDrag(({ held }) => held?.kind === 'slot' && held.slot === event.shift);
  const hasHolder = event.face.person !== null;
  return (
    <span className="calendar-shift" data-cover={event.cover || undefined}>
      <button
        type="button"
        className="calendar-chip"
        tabIndex={isCursor ? 0 : -1}
        aria-label={event.label}
        aria-haspopup="menu"
        aria-pressed={isSelected}
        data-event={isStart ? id : undefined}
        data-shift={event.shift}
        data-held={isHeld || undefined}
      >
        <ShiftChip face={event.face} shows="both" width={320} trailing={event.when} />
      </button>
      {hasHolder && isStart && event.atStart ? (
        <span className="calendar-edge" data-edge="start" data-of={event.shift} aria-hidden="true" />
      ) : null}
      {hasHolder && isEnd && event.atEnd ? (
        <span className="calendar-edge" data-edge="end" data-of={event.shift} aria-hidden="true" />
      ) : null}
      {isSelected ? (
        <button
          type="button"
          className="chip-more"
          tabIndex={-1}
          aria-label="Actions for this shift"
          data-more={event.shift}
        >
          <Ellipsis size={15} aria-hidden="true" />
        </button>
      ) : null}
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
        {timeOf(block.at)} hand-off
      </span>
      {block.lines.map(({ shift, face, from, text }) => (
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
            <Person person={from} />
            <ArrowRight size={11} />
            <Person person={face.person} />
          </span>
        </span>
      ))}
      {block.more > 0 ? <span className="calendar-handoff">and {block.more} more</span> : null}
    </span>
  );
}

/** Where one end of days off can be taken by the hand. */
const LeaveEdge = ({ edge }: { readonly edge: 'start' | 'end' }) => (
  <span className="calendar-edge" data-edge={edge} aria-hidden="true" />
);

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
        {event.name} {event.word}
        {event.tentative ? ' (tentative)' : ''}
      </span>
      {isStart ? <LeaveEdge edge="start" /> : null}
      {isEnd ? <LeaveEdge edge="end" /> : null}
    </span>
  );
}

/** What stands inside an event: our own chip for a shift, one plain line for the rest. */
export function EventContent({
  id,
  event,
  isStart,
  isEnd,
}: Omit<ShiftProps, 'event'> & { readonly event: EventKind }) {
  switch (event.kind) {
    case 'shift':
      return <ShiftEvent id={id} event={event} isStart={isStart} isEnd={isEnd} />;
    case 'leave':
      return <Leave event={event} isStart={isStart} isEnd={isEnd} />;
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
    case 'due': {
      const when = event.time === null ? '' : ` by ${event.time}`;
      return (
        <span className="calendar-line calendar-due" title={`${event.title} is due${when}`}>
          <Flag size={12} className="week-due" aria-hidden="true" />
          <span>
            {event.title}
            {when}
          </span>
        </span>
      );
    }
  }
}
