import { useMemo, useState } from 'react';
import { quarterOf, type DateRange } from '../../../shared/calendar/days.ts';
import { dueDates } from '../../../shared/deadlines/due-dates.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { chipLabel, faceOf, worstFindings } from '../../state/chip-faces.ts';
import { useProposedChanges, useShownWorkspace } from '../../state/plan-store.ts';
import { useFindings } from '../../state/selectors.ts';
import {
  dueEvent,
  eventCache,
  holidayEvent,
  leaveEvent,
  quartersBetween,
  shiftEvent,
  type CalendarEvent,
} from './to-events.ts';

/** All that the calendar draws between two days; events that say the same stay the same objects. */
export function useEvents({ from, until }: DateRange): readonly CalendarEvent[] {
  const workspace = useShownWorkspace();
  const findings = useFindings();
  const proposed = useProposedChanges();
  const [cache] = useState(eventCache);
  return useMemo(() => {
    const worst = worstFindings(findings);
    const slots = quartersBetween(from, until, quarterOf).flatMap((quarter) =>
      slotsOfQuarter(workspace, quarter),
    );
    const shifts = slots.map((slot) => {
      const face = faceOf(workspace, slot, worst, proposed.has(slot.id));
      return shiftEvent(workspace, slot, face, chipLabel(workspace, slot, face));
    });
    const dues = Object.values(workspace.deadlines).flatMap((deadline) =>
      dueDates(workspace, deadline, { from, until }).map(({ due, nominal }) =>
        dueEvent(deadline, due ?? nominal),
      ),
    );
    const events = [
      ...shifts,
      ...Object.values(workspace.leave).map((leave) => leaveEvent(workspace, leave)),
      ...Object.values(workspace.holidays).map(holidayEvent),
      ...dues,
    ];
    return events.map((event) => cache.keep(event));
  }, [workspace, findings, proposed, from, until, cache]);
}
