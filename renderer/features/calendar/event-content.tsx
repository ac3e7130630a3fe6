import { Diamond, Ellipsis, Flag } from 'lucide-react';
import { useDrag } from '../../state/drag-store.ts';
import { useView } from '../../state/view-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ShiftChip } from '../../ui/shift-chip.tsx';
import { useCalendarCursor } from './cursor-store.ts';
import type { EventKind } from './to-events.ts';

function ShiftEvent({ event }: { readonly event: Extract<EventKind, { kind: 'shift' }> }) {
  const isCursor = useCalendarCursor(({ shift }) => shift === event.shift);
  const isSelected = useView(({ selection }) => selection.includes(event.shift));
  const isHeld = useDrag(({ held }) => held?.kind === 'slot' && held.slot === event.shift);
  return (
    <span className="calendar-shift">
      <button
        type="button"
        className="calendar-chip"
        tabIndex={isCursor ? 0 : -1}
        aria-label={event.label}
        aria-haspopup="menu"
        aria-pressed={isSelected}
        data-shift={event.shift}
        data-held={isHeld || undefined}
      >
        <ShiftChip face={event.face} shows="both" width={320} trailing={event.until} />
      </button>
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

/** What stands inside an event: our own chip for a shift, one plain line for the rest. */
export function EventContent({ event }: { readonly event: EventKind }) {
  switch (event.kind) {
    case 'shift':
      return <ShiftEvent event={event} />;
    case 'leave':
      return (
        <span className="calendar-line calendar-leave" data-tentative={event.tentative || undefined}>
          <Avatar name={event.name} position={event.position} size={20} />
          <span>
            {event.name} {event.word}
            {event.tentative ? ' (tentative)' : ''}
          </span>
        </span>
      );
    case 'holiday':
      return (
        <span className="calendar-line calendar-holiday" title={event.name}>
          <Diamond size={12} className="week-holiday" aria-hidden="true" />
          <span>
            {event.name}
            {event.tentative ? ' (tentative)' : ''}
          </span>
        </span>
      );
    case 'due':
      return (
        <span className="calendar-line calendar-due" title={`${event.title} is due`}>
          <Flag size={12} className="week-due" aria-hidden="true" />
          <span>{event.title}</span>
        </span>
      );
  }
}
