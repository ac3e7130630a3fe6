import { create } from 'zustand';

/** The one bar of the calendar that Tab reaches, by the id of its event. In a store, so that moving it draws two chips again and not all events. */
export const useCalendarCursor = create<{ readonly event: string | null }>(() => ({ event: null }));

export const setCalendarCursor = (event: string | null): void => useCalendarCursor.setState({ event });
