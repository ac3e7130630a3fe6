import { useMemo, useState } from 'react';
import { clockChanges } from '../../../shared/calendar/clock-changes.ts';
import { quarterOf, type DateRange } from '../../../shared/calendar/days.ts';
import type { ViewFilter } from '../../../shared/contract/preferences.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotsOfQuarter, type Slot } from '../../../shared/rotation/expand.ts';
import { chipLabel, faceOf, worstFindings } from '../../state/chip-faces.ts';
import { useProposedChanges, useShownWorkspace } from '../../state/plan-store.ts';
import { showsPerson, showsRotation } from '../../state/filtered.ts';
import { useDueMarks, type DueMark } from '../../state/due-marks.ts';
import { useFindings } from '../../state/selectors.ts';
import { useView } from '../../state/view-store.ts';
import { barsOf } from './bars.ts';
import { useCalendarView } from './calendar-view.ts';
import { foldLeave } from './fold-leave.ts';
import { blockOf } from './handoff-blocks.ts';
import { handoffsOf } from './handoffs.ts';
import { piecesOf } from './pieces.ts';
import type { Zoom } from './shown-range.ts';
import {
  clocksEvent,
  dueEvent,
  eventCache,
  handoffsEvent,
  holidayEvent,
  leaveEvent,
  leaveInList,
  listEvent,
  quartersBetween,
  pieceEvent,
  type CalendarEvent,
  type SlotFace,
} from './to-events.ts';

const meets = (from: string, until: string, shown: DateRange): boolean =>
  from < shown.until && shown.from < until;

const inRange = (day: LocalDate, { from, until }: DateRange): boolean => from <= day && day < until;

/** The zones whose clocks matter: the one that all is read on, and those of the rotations that hand over in this time. */
export function zonesOf(workspace: Workspace, clock: ZoneName | null): readonly ZoneName[] {
  const own = Object.values(workspace.rotations)
    .filter(({ archivedOn }) => archivedOn === null)
    .map(({ handoff }) => handoff.zone);
  return [...new Set([...(clock === null ? [] : [clock]), ...own])];
}

/** What is drawn beside the shifts. */
function besideShifts(
  workspace: Workspace,
  shown: DateRange,
  zoom: Zoom,
  clock: ZoneName | null,
  filter: ViewFilter,
  dues: readonly DueMark[],
): readonly CalendarEvent[] {
  return [
    // Of ten years a few weeks are drawn: what lies elsewhere is left out before anything is made of it.
    ...Object.values(workspace.leave)
      .filter(({ person, from, to }) => from < shown.until && to >= shown.from && showsPerson(filter, person))
      .map((leave) =>
        zoom === 'list'
          ? leaveInList(workspace, leave, shown.from)
          : leaveEvent(workspace, leave, zoom === 'week'),
      ),
    ...Object.values(workspace.holidays)
      .filter(({ actual, observed }) => inRange(observed ?? actual, shown))
      .map(holidayEvent),
    ...dues.map(dueEvent),
    ...zonesOf(workspace, clock).flatMap((zone) => clockChanges(zone, shown).map(clocksEvent)),
  ];
}

/** All that the calendar draws between two days; events that say the same stay the same objects. */
export function useEvents(shown: DateRange, zoom: Zoom, clock: ZoneName | null): readonly CalendarEvent[] {
  const workspace = useShownWorkspace();
  const findings = useFindings();
  const proposed = useProposedChanges();
  const filter = useView((view) => view.filter);
  const leaveOf = useCalendarView((view) => view.leaveOf);
  const [cache] = useState(eventCache);
  const { from, until } = shown;
  const dues = useDueMarks(workspace, shown);
  return useMemo(() => {
    const range = { from, until };
    const worst = worstFindings(findings);
    const slots = quartersBetween(from, until, quarterOf)
      .flatMap((quarter) => slotsOfQuarter(workspace, quarter))
      .filter(
        ({ id, rotation }) =>
          showsRotation(filter, rotation) && showsPerson(filter, workspace.shifts[id]?.person ?? null),
      );
    const face = (slot: Slot): SlotFace => {
      const shown = faceOf(workspace, slot, worst, proposed.has(slot.id));
      return { face: shown, label: chipLabel(workspace.rotations, slot, shown) };
    };
    const shifts = slots.flatMap((slot) =>
      zoom === 'list'
        ? barsOf(workspace, slot, clock)
            .filter((bar) => meets(bar.from, bar.until, range))
            .map((bar) => listEvent(workspace, bar, face(slot), from))
        : slot.id.includes('/cover/')
          ? []
          : piecesOf(workspace, slot, clock, from)
              .filter((piece) => meets(piece.from, piece.until, range))
              .map((piece) => pieceEvent(workspace, piece, face, from)),
    );
    const handoffs =
      zoom === 'week'
        ? handoffsOf(workspace, slots, range, clock).map((at) => handoffsEvent(blockOf(workspace, at)))
        : [];
    const events = [...shifts, ...besideShifts(workspace, range, zoom, clock, filter, dues), ...handoffs];
    const drawn = zoom === 'list' ? events : foldLeave(events, range, leaveOf);
    return drawn.map((event) => cache.keep(event));
  }, [workspace, findings, proposed, from, until, zoom, clock, filter, leaveOf, dues, cache]);
}
