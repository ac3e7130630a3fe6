import { create } from 'zustand';
import type { CalendarEvent, EventKind } from './to-events.ts';

interface Contents {
  readonly of: ReadonlyMap<string, EventKind>;
}

/** What stands in each event, by its id. In a store, so that a drop draws those again that it touched, and FullCalendar none. */
export const useContents = create<Contents>(() => ({ of: new Map() }));

export const setContents = (events: readonly CalendarEvent[]): void =>
  useContents.setState({ of: new Map(events.map(({ id, extendedProps }) => [id, extendedProps])) });
