import { addDays, dateOf, daysFrom, isWeekend } from '../calendar/days.ts';
import { holidaysTouched } from '../calendar/holidays.ts';
import { instantOfMinutes } from '../calendar/span.ts';
import { toLocal } from '../calendar/zone.ts';
import { dueRows } from '../deadlines/deliveries.ts';
import type { Instant, LocalDate, LocalDateTime, ZoneName } from '../model/dates.ts';
import type {
  DeadlineId,
  HolidayId,
  LayerName,
  LeaveId,
  PersonId,
  PublishedId,
  RotationId,
} from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Published } from '../model/published.ts';
import type { Shift } from '../model/shift.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { servedSpans } from '../rotation/override.ts';

/** What an event is about, for its title. */
export type About =
  | {
      readonly kind: 'shift';
      readonly rotation: RotationId;
      readonly layer: LayerName;
      readonly person: PersonId;
      readonly isCover: boolean;
    }
  | {
      readonly kind: 'comp-day';
      readonly leave: LeaveId;
      readonly person: PersonId;
      readonly part: Leave['part'];
    }
  | { readonly kind: 'holiday'; readonly holiday: HolidayId; readonly isObserved: boolean }
  | { readonly kind: 'deadline'; readonly deadline: DeadlineId; readonly owner: PersonId | null };

/** When an event is: wall clock and zone, or whole days. Ends are not included. */
export type When =
  | {
      readonly kind: 'moments';
      readonly start: LocalDateTime;
      readonly end: LocalDateTime;
      readonly zone: ZoneName;
    }
  | { readonly kind: 'days'; readonly from: LocalDate; readonly until: LocalDate };

/** One event as the plan has it now. */
export interface PlannedEvent {
  readonly id: PublishedId;
  readonly about: About;
  readonly when: When;
  /** The same times as they are published: instants, or days. */
  readonly startsAt: Published['startsAt'];
  readonly endsAt: Published['endsAt'];
  readonly people: readonly PersonId[];
  /** It touches a weekend, or a holiday of whom it concerns. */
  readonly weekend: boolean;
  readonly holiday: boolean;
}

/** Days after its end for which an event, or the news that it is off, stays in files. */
export const KEPT_DAYS = 90;

/** Days ahead for which deadlines are written out: they come round for ever. */
const DEADLINES_AHEAD = 400;

const eventId = (text: string): PublishedId => text as PublishedId;

/** Every event of the plan that ends on or after a day, by time: whatever holds now, proposals and scenarios aside. */
export function eventsSince(workspace: Workspace, since: LocalDate, now: Instant): readonly PlannedEvent[] {
  return [
    ...shiftEvents(workspace, since),
    ...compDays(workspace, since),
    ...holidayEvents(workspace, since),
    ...deadlineEvents(workspace, since, now),
  ].sort((one, other) => order(one.startsAt, other.startsAt) || order(one.id, other.id));
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function shiftEvents(workspace: Workspace, since: LocalDate): readonly PlannedEvent[] {
  return recordsOf(workspace, 'shifts').flatMap((shift) => {
    const rotation = recordOf(workspace, 'rotations', shift.rotation);
    if (rotation === undefined || dateOf(shift.end) < since) return [];
    const { zone } = rotation.handoff;
    const spans = servedSpans(workspace.shifts, shift, zone);
    return spans.map((span, index) => {
      const [startsAt, endsAt] = [instantOfMinutes(span.start), instantOfMinutes(span.end)];
      const when = {
        kind: 'moments',
        start: toLocal(startsAt, zone),
        end: toLocal(endsAt, zone),
        zone,
      } as const;
      // Days that others cover cut a turn into parts; the first keeps the name of the turn.
      const id = eventId(index === 0 ? shift.id : `${shift.id}/part/${index + 1}`);
      return { id, startsAt, endsAt, when, ...shiftFacts(workspace, shift, when) };
    });
  });
}

function shiftFacts(
  workspace: Workspace,
  { rotation, layer, person, covers }: Shift,
  when: Extract<When, { kind: 'moments' }>,
): Pick<PlannedEvent, 'about' | 'people' | 'weekend' | 'holiday'> {
  const last = when.end.endsWith('T00:00') ? addDays(dateOf(when.end), -1) : dateOf(when.end);
  const days = daysFrom(dateOf(when.start), last);
  const region = recordOf(workspace, 'people', person)?.region ?? workspace.about.region;
  return {
    about: { kind: 'shift', rotation, layer, person, isCover: covers !== null },
    people: [person],
    weekend: days.some(isWeekend),
    holiday: holidaysTouched(workspace, region, days, 'either').length > 0,
  };
}

const wholeDays = (from: LocalDate, last: LocalDate): Pick<PlannedEvent, 'when' | 'startsAt' | 'endsAt'> => {
  const until = addDays(last, 1);
  return { when: { kind: 'days', from, until }, startsAt: from, endsAt: until };
};

/** Time off in lieu alone: other leave stays between the lead and whoever takes it. */
function compDays(workspace: Workspace, since: LocalDate): readonly PlannedEvent[] {
  return recordsOf(workspace, 'leave').flatMap(({ id, person, kind, part, from, to, tentative }) =>
    kind !== 'comp-time' || tentative || to < since
      ? []
      : [
          {
            id: eventId(id),
            about: { kind: 'comp-day', leave: id, person, part } as const,
            ...wholeDays(from, to),
            people: [person],
            weekend: false,
            holiday: false,
          },
        ],
  );
}

function holidayEvents(workspace: Workspace, since: LocalDate): readonly PlannedEvent[] {
  return recordsOf(workspace, 'holidays').flatMap(({ id, actual, observed }) => {
    const days = observed === null || observed === actual ? [actual] : [actual, observed];
    return days.flatMap((day, index) =>
      day < since
        ? []
        : [
            {
              id: eventId(index === 0 ? id : `${id}/observed`),
              about: { kind: 'holiday', holiday: id, isObserved: index === 1 } as const,
              ...wholeDays(day, day),
              people: [],
              weekend: false,
              holiday: true,
            },
          ],
    );
  });
}

function deadlineEvents(workspace: Workspace, since: LocalDate, now: Instant): readonly PlannedEvent[] {
  const until = addDays(now.slice(0, 10) as LocalDate, DEADLINES_AHEAD);
  return dueRows(workspace, { from: since, until }, now).flatMap(({ deadline, occurrence, owner }) => {
    const day = occurrence?.due ?? null;
    if (occurrence === null || day === null) return [];
    return [
      {
        // The day that the rule names: moving the due day off a holiday moves the event instead of making another.
        id: eventId(`${deadline.id}/${occurrence.nominal}`),
        about: { kind: 'deadline', deadline: deadline.id, owner } as const,
        ...wholeDays(day, day),
        people: owner === null ? [] : [owner],
        weekend: false,
        holiday: false,
      },
    ];
  });
}
