import { ChevronLeft, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { addDays } from '../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { placeOf } from '../../../shared/words/calendar-text.ts';
import { monthText, quarterText, rangeText, weekText } from '../../../shared/words/date-text.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select } from '../../ui/select.tsx';
import { setClock, setZoom, showDay, step, useCalendarView } from './calendar-view.ts';
import type { Shown, Zoom } from './shown-range.ts';

function titleOf({ zoom, at, range }: Shown, quarter: QuarterId): string {
  if (zoom === 'month') return monthText(at);
  // ISO weeks begin on Mondays: one that the reader begins on a Sunday has the number of its Monday.
  if (zoom === 'week')
    return `${weekText(addDays(range.from, 3))} · ${rangeText(range.from, addDays(range.until, -1))}`;
  return quarterText(quarter);
}

/** Every zone that somebody of the plan reads clocks in. */
function zonesToReadIn(workspace: Workspace): readonly ZoneName[] {
  const zones = [
    workspace.about.zone,
    ...Object.values(workspace.rotations).map(({ handoff }) => handoff.zone),
    ...Object.values(workspace.people).flatMap(({ zone, archivedOn }) => (archivedOn === null ? [zone] : [])),
  ];
  return [...new Set(zones)];
}

const own = 'own';

/** By whose clock times are read: a choice only where the plan knows more than one zone. */
function ClockChoice() {
  const zones = useWorkspaceStore(
    useShallow(({ workspace }) => (workspace === null ? [] : zonesToReadIn(workspace))),
  );
  const clock = useCalendarView((view) => view.clock);
  const [only] = zones;
  if (only === undefined) return null;
  if (zones.length === 1) return <p className="calendar-zone">Times in {placeOf(only)}</p>;
  return (
    <div className="calendar-zone">
      <Select
        label="Times on the clock of"
        labelShown={false}
        options={[
          { id: own, title: 'Each rotation’s own clock' },
          ...zones.map((zone) => ({ id: zone, title: `Clock of ${placeOf(zone)}` })),
        ]}
        value={clock !== null && zones.includes(clock) ? clock : own}
        onChange={(id) => setClock(id === own ? null : id)}
      />
    </div>
  );
}

interface Props {
  readonly shown: Shown;
  readonly quarter: QuarterId;
  readonly today: LocalDate;
  readonly onAddLeave: () => void;
}

/** What is looked at: how much of it, which month or week, and on whose clock. */
export const CalendarToolbar = memo(function CalendarToolbar({ shown, quarter, today, onAddLeave }: Props) {
  const { zoom } = shown;
  const steps = zoom === 'month' || zoom === 'week' ? zoom : null;
  return (
    <div className="board-toolbar calendar-toolbar">
      <SegmentedControl<Zoom>
        label="Range of the calendar"
        options={[
          { id: 'quarter', title: 'Quarter' },
          { id: 'month', title: 'Month' },
          { id: 'week', title: 'Week' },
          { id: 'list', title: 'List' },
        ]}
        value={zoom}
        onChange={setZoom}
      />
      {steps === null ? (
        <h1>{titleOf(shown, quarter)}</h1>
      ) : (
        <span className="calendar-step">
          <IconButton label={`Previous ${steps}`} icon={<ChevronLeft size={16} />} onPress={() => step(-1)} />
          <h1>{titleOf(shown, quarter)}</h1>
          <IconButton label={`Next ${steps}`} icon={<ChevronRight size={16} />} onPress={() => step(1)} />
          <Button
            size="small"
            onPress={() => showDay(today)}
            disabledReason={
              shown.range.from <= today && today < shown.range.until ? 'Today is on view' : undefined
            }
          >
            Today
          </Button>
        </span>
      )}
      <Button kind="quiet" hint="Or draw over empty days" onPress={onAddLeave}>
        Add leave…
      </Button>
      <ClockChoice />
    </div>
  );
});
