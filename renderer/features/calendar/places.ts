import type { CalendarEvent, EventKind } from './to-events.ts';

/** Where an event lies: all of it that FullCalendar has to know. */
export interface Place extends Omit<CalendarEvent, 'title' | 'extendedProps'> {
  /** What stood in it when it came to lie there: shown until its content is in the store. */
  readonly extendedProps: { readonly first: EventKind };
}

const liesAt = (place: Place, { start, end, allDay, rank }: CalendarEvent): boolean =>
  place.start === start && place.end === end && place.allDay === allDay && place.rank === rank;

const placeOf = ({ id, start, end, allDay, rank, extendedProps }: CalendarEvent): Place => ({
  id,
  start,
  end,
  allDay,
  rank,
  extendedProps: { first: extendedProps },
});

/** Gives back the same places, in the same list, until an event lies elsewhere: FullCalendar draws all of them again for a new list. */
export interface PlaceCache {
  keep(events: readonly CalendarEvent[]): readonly Place[];
}

export function placeCache(): PlaceCache {
  let before: readonly Place[] = [];
  return {
    keep(events) {
      const known = new Map(before.map((place) => [place.id, place]));
      const now = events.map((event) => {
        const place = known.get(event.id);
        return place !== undefined && liesAt(place, event) ? place : placeOf(event);
      });
      const isSame = now.length === before.length && now.every((place, at) => place === before[at]);
      if (!isSame) before = now;
      return before;
    },
  };
}
